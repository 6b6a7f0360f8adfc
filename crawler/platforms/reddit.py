"""Reddit, on old.reddit.com and as it is drawn since 2023: a post and its comments, kept apart. A post is its id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import SplitResult

from crawler.platforms.platform import Part, Platform, byline
from crawler.platforms.selectors import first, select

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

POST = re.compile(r"(?:/(?:r|user)/[^/]+)?/comments/(\w+)(?:/[^/]+(?:/(\w+))?)?/?")
SHORT = re.compile(r"/(\w+)/?")
POSTS = (".thing.link", "shreddit-post")
BODIES = (
    ".usertext-body .md",
    "[slot='text-body']",
    "[slot='post-media-container']",
    "a.title",
    "a[slot='title']",
)
COMMENTS = (".commentarea .thing.comment", "shreddit-comment")
COMMENT_BODIES = (".entry .usertext-body .md", "[slot='comment']")  # a comment's own comes before those of its answers
TIMES = (".entry time@datetime", "time@datetime")


def key(url: SplitResult) -> SplitResult:
    """Say a post as `reddit.com/comments/ID` and a comment as `/comments/ID/comment/ID`, whichever front shows them."""
    found = (SHORT if url.netloc == "redd.it" else POST).fullmatch(url.path)
    if found is None:
        return url
    comment = f"/comment/{found[2]}" if found.re is POST and found[2] else ""
    return SplitResult("https", "reddit.com", f"/comments/{found[1]}{comment}", "", "")


def parts(page: HtmlElement) -> Iterator[Part]:
    """Yield the post, its text, its picture or its link, then the comments as they are nested."""
    for post in select(page, POSTS):
        body = next(select(post, BODIES), None)
        if body is not None:
            author, time = _said(post, "data-author", "author"), _said(post, "created-timestamp")
            kind = "Link" if body.tag == "a" else "Post"
            yield Part(heading=byline(kind, author, time or first(post, TIMES)), body=body)
        break
    for comment in select(page, COMMENTS):
        body = next(select(comment, COMMENT_BODIES), None)
        if body is not None:
            author = _said(comment, "data-author", "author")
            yield Part(heading=byline("Comment", author, first(comment, TIMES)), body=body)


def _said(post: HtmlElement, *names: str) -> str | None:
    return next((value for name in names if (value := post.get(name))), None)


PLATFORM = Platform(
    name="reddit",
    hosts=("reddit.com", "redd.it"),
    tracking=frozenset({"share_id", "rdt"}),
    key=key,
    parts=parts,
    title=(".thing.link a.title", "shreddit-post@post-title"),
    authors=(".thing.link@data-author", "shreddit-post@author"),
    published=(".thing.link time@datetime", "shreddit-post@created-timestamp"),
    category=(".thing.link@data-subreddit", "shreddit-post@subreddit-name"),
)
