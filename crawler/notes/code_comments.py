"""URLs that a note-taker wrote into code as a line of its own, a comment or what names a source: weak citations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.notes.bare_url import URL, end_of_url
from crawler.notes.citation import Form, Link
from crawler.notes.destination import meant_url
from crawler.notes.markers import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

COMMENT = re.compile(
    rf"\s*+(?:\#+|//+|--+|;+|%+|/\*+|<!--|\"\"\"|\*?\s*@(?:see|link))\s*+"
    rf"(?:[\[(]?(?:{WORDS}|see)[\])]?\s?[:：]?\s*+)?(?=https?://)",
    re.IGNORECASE,
)
NAMES = (
    r"(?:출처|참[고조](?:[ ]?(?:자료|링크|문서|사이트|블로그))?|参[考照]|出典|出处)"  # words that no program puts out
)
NAMED = re.compile(rf"\s*+(?:{NAMES}\s?[:：]|\[{NAMES}\](?:\(|\s?[:：]?))\s*+(?=https?://)")
# The brackets hold the blog's name: tistory adds it to what is copied from a post.
REST = re.compile(r"\)?\s*+(?:\[[^\[\]]*\]\s*+)?(?:\*/|-->|\"\"\")?\s*+")


def read_comments(lines: Sequence[str]) -> Iterator[tuple[int, Link]]:
    """Yield (index of the line, link) for each line of code that is a comment, or a named source, and nothing else."""
    for number, line in enumerate(lines):
        comment = (COMMENT.match(line) or NAMED.match(line)) if "://" in line else None
        url = URL.match(line, comment.end()) if comment else None
        if url is None:
            continue
        end = end_of_url(line, url.start(), url.end())
        written = line[url.start() : end]
        meant = meant_url(written)
        if meant and REST.fullmatch(line, end):
            yield number, Link(meant, written, "", Form.COMMENT, url.start(), url.start())
