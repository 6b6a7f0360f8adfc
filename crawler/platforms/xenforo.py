"""XenForo, its first version and those since: a thread with its posts, kept apart; known on any host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.platforms.platform import Part, Platform, byline
from crawler.platforms.selectors import first, select

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

POSTS = ("article.message[data-author]", "li.message[data-author]")
BODY = (".message-body .bbWrapper", ".message-body", ".messageText")
TIME = (".message-attribution time@datetime", "time@datetime", ".messageMeta .DateTime@title")


def parts(page: HtmlElement) -> Iterator[Part]:
    """Yield the posts of a thread."""
    for post in select(page, POSTS):
        body = next(select(post, BODY), None)
        if body is not None:
            yield Part(heading=byline("Post", post.get("data-author"), first(post, TIME)), body=body)


PLATFORM = Platform(
    name="xenforo",
    signs=("html#XF", "html#XenForo"),
    parts=parts,
    drop=(
        ".bbCodeBlock--code > .bbCodeBlock-title",
        ".bbCodeBlock-expandLink",
        ".quoteExpand",
        ".js-selectToQuoteEnd",
        ".message-lastEdit",
    ),
    title=(".p-title-value", ".titleBar h1", 'meta[property="og:title"]@content'),
    authors=("/descendant::*[self::article or self::li][@data-author][1]/@data-author",),
    published=("article.message .message-attribution time@datetime", "li.message .messageMeta .DateTime@title"),
    tags=("a.tagItem", ".tagList a.tag"),
)
