"""Reddit, as old.reddit.com shows it: a post and its comments, kept apart. A post is its id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import SplitResult

from crawler.platforms.platform import Part, Platform
from crawler.platforms.selectors import select, values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

POST = re.compile(r"(?:/(?:r|user)/[^/]+)?/comments/(\w+)(?:/[^/]+(?:/(\w+))?)?/?")
SHORT = re.compile(r"/(\w+)/?")


def key(url: SplitResult) -> SplitResult:
    """Say a post as `reddit.com/comments/ID` and a comment as `/comments/ID/comment/ID`, whichever front shows them."""
    found = (SHORT if url.netloc == "redd.it" else POST).fullmatch(url.path)
    if found is None:
        return url
    comment = f"/comment/{found[2]}" if found.re is POST and found[2] else ""
    return SplitResult("https", "reddit.com", f"/comments/{found[1]}{comment}", "", "")


def parts(page: HtmlElement) -> Iterator[Part]:
    """Yield the post, its text or its link, then the comments as they are nested."""
    for body in select(page, (".thing.link .usertext-body .md", ".thing.link a.title")):
        yield Part(heading="Link" if body.tag == "a" else "Post", body=body)
        break
    for comment in select(page, (".commentarea .thing.comment",)):
        body = next(select(comment, (".entry .usertext-body .md",)), None)
        if body is not None:
            times = values(comment, (".entry time@datetime",))
            said = [*filter(None, [comment.get("data-author")]), *(time[:10] for time in times[:1])]
            yield Part(heading=f"Comment by {', '.join(said)}" if said else "Comment", body=body)


PLATFORM = Platform(
    name="reddit",
    hosts=("reddit.com", "redd.it"),
    tracking=frozenset({"share_id", "rdt"}),
    key=key,
    parts=parts,
    title=(".thing.link a.title",),
    authors=(".thing.link@data-author",),
    published=(".thing.link time@datetime",),
    category=(".thing.link@data-subreddit",),
)
