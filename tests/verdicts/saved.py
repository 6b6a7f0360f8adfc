"""Saved pages and how each came; its folder says what it is: a verdict, a kind with a verdict of its own, or `article`.

A page's first line is a comment with JSON: `url` as asked for and, where they differ from a plain good answer,
`final_url`, `status` and `headers`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from crawler.extraction import extract_and_judge
from crawler.extraction.judging import Answer, judge_error

if TYPE_CHECKING:
    from crawler.extraction.judging import Judgement

TESTS = Path(__file__).resolve().parent.parent
PAGES = TESTS / "verdicts" / "pages"
GOLDEN = TESTS / "pages"
ARTICLE = "article"
VERDICTS = {"consent": "blocked", "shell": "ok"}  # of the folders that are not named after theirs
LOCKED = frozenset({"tistory_protected"})  # of the golden pages: what is left of a post without its password


@dataclass(frozen=True)
class SavedPage:
    """A page that is known to be one thing or another."""

    name: str
    kind: str  # its folder
    answer: Answer
    body: bytes

    @property
    def verdict(self) -> str:
        """What it must be judged to be."""
        return VERDICTS.get(self.kind, self.kind)

    @cached_property
    def judgement(self) -> Judgement | None:
        """What it is judged to be, as in a crawl."""
        if self.answer.status != 200:
            return judge_error(self.answer, self.body, "text/html")
        return extract_and_judge(self.body, self.answer, "text/html; charset=utf-8")[1]

    @property
    def judged(self) -> str:
        return str(self.judgement.verdict) if self.judgement else ARTICLE


def saved_pages() -> list[SavedPage]:
    """Return the pages of this folder, by kind and name."""
    return [_saved(file) for file in sorted(PAGES.glob("*/*.html"))]


def golden_pages() -> list[SavedPage]:
    """Return the pages whose article is known, as cleaning is tested on them."""
    return [_golden(folder) for folder in sorted(GOLDEN.iterdir()) if (folder / "page.html").is_file()]


def _saved(file: Path) -> SavedPage:
    body = file.read_bytes()
    came = json.loads(body.partition(b"\n")[0].removeprefix(b"<!--").removesuffix(b"-->"))
    answer = Answer(**{"final_url": came["url"], **came})
    return SavedPage(f"{file.parent.name}/{file.stem}", file.parent.name, answer, body)


def _golden(folder: Path) -> SavedPage:
    url = json.loads((folder / "expected.json").read_text("utf-8")).get("url", "https://notes.example.org/post/1")
    kind = "login" if folder.name in LOCKED else ARTICLE
    return SavedPage(folder.name, kind, Answer(url=url, final_url=url), (folder / "page.html").read_bytes())
