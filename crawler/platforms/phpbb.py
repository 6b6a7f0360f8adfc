"""phpBB, in its own style and those made after it: a topic with its posts, kept apart; known on any host."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.platforms.platform import Part, Platform, byline
from crawler.platforms.selectors import first, select

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

POSTS = (".post[id]",)
BODY = (".postbody .content", ".postbody .postcontent")
AUTHOR = (".author [class*='username']", ".postprofile [class*='username']", ".author strong")
TIME = (".author time@datetime",)
SHOWN = re.compile(r"» *([^»]{6,40})$")  # "by ann » Fri Feb 01, 2019 10:00 am", where the time has no element


def parts(page: HtmlElement) -> Iterator[Part]:
    """Yield the posts of a topic."""
    for post in select(page, POSTS):
        body = next(select(post, BODY), None)
        if body is not None:
            shown = SHOWN.search(first(post, (".author",)) or "")
            time = first(post, TIME) or (shown[1] if shown else None)
            yield Part(heading=byline("Post", first(post, AUTHOR), time), body=body)


PLATFORM = Platform(
    name="phpbb",
    signs=("body#phpbb",),
    parts=parts,
    drop=(".codebox > p", ".codebox > dt", ".signature", ".notice", "a.postlink-local > i"),
    paragraphs=("blockquote cite",),
    title=("h2.topic-title", "h1.topic-title", "#page-body > h2"),
    authors=("/descendant::*[@class='author'][1]//*[contains(@class, 'username')]", ".author strong"),
    published=(".post .author time@datetime",),
)
