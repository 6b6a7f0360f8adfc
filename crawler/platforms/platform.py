"""What can be said of one publishing platform."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import tzinfo
    from urllib.parse import SplitResult

    from lxml.html import HtmlElement

DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, kw_only=True)
class Embedded:
    """A post as the page's own data holds it, beside or instead of its elements. Times as written there."""

    markdown: str | None = None  # the source that the author typed, where the end of a line breaks it
    html: str | None = None  # the content as markup, where there is no such source
    posts: tuple[tuple[str, str], ...] = ()  # or that of several posts, each with the heading said above it
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Part:
    """One post of a page that holds several, which are to be told apart: a question, an answer, a comment."""

    heading: str  # said above it: "Comment by ann, 2024-05-01"
    body: HtmlElement  # what was posted
    link: str | None = None  # address of its own page, where the heading is its title


def byline(kind: str, author: str | None, time: str | None) -> str:
    """Return the heading of a post: what it is, by whom and when, as far as is known; the day, else what is written."""
    day = DAY.match(time or "")
    return ", ".join(filter(None, [f"{kind} by {author}" if author else kind, day[0] if day else time]))


@dataclass(frozen=True, kw_only=True)
class Platform:
    """One platform's file, declarative where it can be. Everything but the name may be left out."""

    name: str
    hosts: tuple[str, ...] = ()  # "tistory.com" stands for itself and for every host below it
    tracking: frozenset[str] = frozenset()  # query parameters that never choose the page
    # The one address of a page that has several. Gets https, a lower-case host without www., and tracking taken away.
    key: Callable[[SplitResult], SplitResult] | None = None
    unwrap: Callable[[SplitResult], str | None] | None = None  # the target, where the URL is a redirect wrapper
    file: Callable[[SplitResult], str | None] | None = None  # what is asked for, where the page only frames a file

    # Its pages go through Splash at once; of the others those alone that are thin without: crawler.rendering.policy.
    rendered: bool = False

    # Its themes and plug-ins write into the content what is no text: lines that point to other pages, who owns it all.
    themed: bool = False

    # Where its pages keep what. A selector is CSS, or XPath where it begins with "/"; "SELECTOR@NAME" reads an
    # attribute instead of the text. Of several selectors the first that finds something counts, but every sign and
    # every drop is tried.
    generators: tuple[str, ...] = ()  # how `<meta name="generator">` begins in its pages, in lower case
    signs: tuple[str, ...] = ()  # found in its pages alone, so that it is known under any host
    content: tuple[str, ...] = ()
    parts: Callable[[HtmlElement], Iterable[Part]] | None = None  # of a page with several posts, before `content`
    drop: tuple[str, ...] = ()  # inside the content, and none of it
    headings: tuple[str, ...] = ()  # headings that are not marked up as such
    paragraphs: tuple[str, ...] = ()  # the same of paragraphs
    code: tuple[str, ...] = ()  # and of blocks of code
    title: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    site: tuple[str, ...] = ()  # its name
    published: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    zone: tzinfo | None = None  # of times that it writes without one
    embedded: Callable[[HtmlElement], Embedded | None] | None = None  # the post in the page's own data
    # What it says in a post's place: words, however spaced; in quotation marks what its data holds, to the letter.
    gone: tuple[str, ...] = ()  # of one that was removed, or whose blog was closed or suspended
    locked: tuple[str, ...] = ()  # of one that is shown to friends, or who knows a password
