"""Pages that show several posts whole, a blog's front page or a category: each under its title."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from crawler.platforms.platform import Part
from crawler.platforms.selectors import select

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.html import HtmlElement

SEVERAL = 2
MOST = 50  # posts of a page


def posts(*, each: Iterable[str], title: Iterable[str], body: Iterable[str]) -> Callable[[HtmlElement], Iterator[Part]]:
    """Return the `parts` of a blog: `each` finds the posts of a page; the others are looked for in, or from, a post.

    `title` finds the link to the post's own page. A page with one post is that post's, and has no parts.
    """

    def parts(page: HtmlElement) -> Iterator[Part]:
        shown = list(islice(select(page, each), MOST))
        for post in shown if len(shown) >= SEVERAL else ():
            link, said = next(select(post, title), None), next(select(post, body), None)
            if link is not None and said is not None:
                yield Part(heading=" ".join(link.text_content().split()), body=said, link=link.get("href"))

    return parts
