"""Hacker News: a story with its comments, kept apart. Its times are in UTC."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from crawler.platforms.platform import Part, Platform, byline
from crawler.platforms.selectors import first, select

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement


def parts(page: HtmlElement) -> Iterator[Part]:
    """Yield what was submitted, its text or its link, then the comments as they are nested."""
    for body in (*select(page, (".fatitem .toptext", ".fatitem .titleline > a", ".fatitem .commtext")),):
        yield Part(heading=_heading("Link" if body.tag == "a" else "Post", page, ".fatitem "), body=body)
        break
    for comment in select(page, (".comment-tree .comtr",)):
        body = next(select(comment, (".commtext",)), None)
        if body is not None:
            yield Part(heading=_heading("Comment", comment), body=body)


def _heading(kind: str, post: HtmlElement, within: str = "") -> str:
    return byline(kind, first(post, (f"{within}a.hnuser",)), first(post, (f"{within}.age@title",)))


PLATFORM = Platform(
    name="hacker_news",
    hosts=("news.ycombinator.com",),
    parts=parts,
    drop=(".reply", ".navs"),
    title=(".fatitem .titleline > a",),
    authors=(".fatitem .hnuser",),
    published=(".fatitem .age@title",),
    zone=UTC,
)
