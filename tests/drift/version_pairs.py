"""Pairs of pages that came from one address, one after the other, with what has to become of the second.

pair.json says `right`: `replace` (an edit, which becomes the article at once), `hold` (no word of an error, and yet not
a version of the article), or `bad` (a page that has a verdict of its own, where its words are known). Both of the last
two must leave the article. The pairs were written without a look at the rules and split by lot: the rules were made
with lot A.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crawler.drift.doubt import Version, doubt_of
from crawler.extraction import extract, extract_and_judge
from crawler.extraction.judging import Answer

if TYPE_CHECKING:
    from crawler.extraction import Article

FOLDER = Path(__file__).resolve().parent / "pairs"
HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Pair:
    """A page and the one that came after it."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @cached_property
    def known(self) -> dict[str, Any]:
        known: dict[str, Any] = json.loads((self.folder / "pair.json").read_text("utf-8"))
        return known

    @property
    def is_edit(self) -> bool:
        return bool(self.known["right"] == "replace")

    @property
    def replaces(self) -> bool:
        """Whether the second page becomes the article at once."""
        url = self.known["url"]
        answer = Answer(url=url, final_url=self.known.get("final_url", url))
        before = extract((self.folder / "before.html").read_bytes(), url, HTML)
        after, judgement = extract_and_judge((self.folder / "after.html").read_bytes(), answer, HTML)
        return judgement is None and doubt_of(version_of(before), version_of(after)) is None


def version_of(article: Article) -> Version:
    return Version(article.title, article.markdown, article.canonical_url, article.published_at, article.modified_at)


def version_pairs() -> list[Pair]:
    """Return all pairs, by name."""
    return [Pair(file.parent) for file in sorted(FOLDER.glob("*/pair.json"))]
