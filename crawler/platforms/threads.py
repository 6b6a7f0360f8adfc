"""Pages of forums: the posts of a thread, each under who wrote it and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.platforms.platform import Part, byline
from crawler.platforms.selectors import first, select

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.html import HtmlElement

BEFORE_TIME = "»"  # what parts a time without an element from who wrote the post


def thread(
    *, each: Iterable[str], body: Iterable[str], author: Iterable[str], time: Iterable[str]
) -> Callable[[HtmlElement], Iterator[Part]]:
    """Return the `parts` of a forum: `each` finds the posts of a page; the others are looked for in a post.

    Of several selectors the first that finds something counts.
    """

    def parts(page: HtmlElement) -> Iterator[Part]:
        for post in next(filter(None, (list(select(page, [posts])) for posts in each)), []):
            said = next(select(post, body), None)
            if said is not None:
                said.tag = "div"  # some write each post as a quote
                when = (first(post, time) or "").rpartition(BEFORE_TIME)[2].strip()
                yield Part(heading=byline("Post", first(post, author), when or None), body=said)

    return parts
