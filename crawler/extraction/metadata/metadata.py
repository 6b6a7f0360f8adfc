"""What a page says of itself: title, authors, dates, site, its own address. Only what it says outright.

The platform's own data come first, then its selectors, then what pages in general declare: JSON-LD, `<meta>`,
microdata, and at last what the page shows its readers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lxml.etree import XPath

from crawler.extraction.addresses import absolute
from crawler.extraction.legible import legible
from crawler.extraction.metadata.author_names import Site, people
from crawler.extraction.metadata.bylines import shown_bylines
from crawler.extraction.metadata.canonical_link import canonical_of
from crawler.extraction.metadata.labels import tells_change
from crawler.extraction.metadata.linked_data import bare_address, bare_title, linked_data
from crawler.extraction.metadata.microdata import article_properties, name_of, value_of
from crawler.extraction.metadata.titles import best_title
from crawler.platforms.selectors import values

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

    from crawler.extraction.metadata.linked_data import Linked
    from crawler.extraction.metadata.microdata import Properties
    from crawler.platforms.platform import Embedded, Platform

    Metas = dict[str, list[str]]

PUBLISHED = (
    "article:published_time", "og:published_time", "og:article:published_time", "article:published", "datepublished",
    "date.published", "publishdate", "publish-date", "publish_date", "published_time", "published_date", "pubdate",
    "publication_date", "article_date_original", "parsely-pub-date", "sailthru.date", "article.published",
    "cxenseparse:recs:publishtime", "citation_publication_date", "citation_online_date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "date", "bt:pubdate", "release_date",
)  # fmt: skip
MODIFIED = (
    "article:modified_time", "og:updated_time", "og:modified_time", "article:modified", "datemodified", "last-modified",
    "last_modified", "lastmod", "updated_time", "revised", "dcterms.modified", "dc.date.modified", "article.updated",
)  # fmt: skip
AUTHORS = (
    "author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "citation_author",
    "parsely-author", "dable:author", "sailthru.author", "byl",
)  # fmt: skip
TAGS = ("article:tag", "parsely-tags", "sailthru.tags", "news_keywords")
SITES = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher")
OF_COMMENT = 'ancestor::*[contains(@class, "comment") or contains(@id, "comment")]'
TIMES = XPath(
    f'//time[@datetime][@pubdate or contains(@class, "publish") or contains(@class, "entry-date")][not({OF_COMMENT})]'
)
CHANGED = 'contains(@itemprop, "Modified") or contains(@class, "updated") or contains(@class, "modified")'
ONLY_TIMES = XPath(
    f"//time[@datetime][ancestor::article or ancestor::main or ancestor::header][not({CHANGED})][not({OF_COMMENT})]"
)
CHANGES = XPath(f"//time[@datetime][ancestor::article or ancestor::main][{CHANGED}][not({OF_COMMENT})]")
BYLINES = XPath('//a[@rel="author"]')
HEADINGS = XPath("//*[self::h1 or self::h2][not(ancestor::aside or ancestor::nav or ancestor::footer)]")
PERMALINK = re.compile(r"^#\s|(?<![\s¶#\u200b])[\s¶#\u200b]+$")  # what themes hang on a heading
MOST_HEADS = 200  # headings that are looked at
MOST_TIMES = 20
MANY_TIMES = 500  # of which several differ, if any do


@dataclass(frozen=True)
class _Page:
    """What tells a page from the others that it links to."""

    url: str
    base: str  # what its links are relative to
    addresses: frozenset[str]  # bare ones that lead to it
    called: tuple[str, ...]  # its titles as written, that of `<title>` first


@dataclass(kw_only=True)
class Metadata:
    """What was found, as written; lists in order of trust, the first that can be read counts."""

    title: str | None = None
    authors: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    modified: list[str] = field(default_factory=list)
    site_name: str | None = None
    canonical_url: str | None = None
    tags: list[str] = field(default_factory=list)
    category: str | None = None


def metadata_of(
    tree: HtmlElement, url: str, base: str, platform: Platform | None, embedded: Embedded | None
) -> Metadata:
    """Return what the page at `url` says; `base` makes its addresses absolute."""
    metas = _metas(tree)
    page = _page_of(tree, url, base, metas)
    found = _declared(tree, page, metas, values(tree, platform.site) if platform else [])
    if platform is not None:
        _by_platform(found, tree, platform)
    if not found.published and not (platform and platform.published):
        found.published, changed = _times(tree, page)
        found.modified = found.modified or changed
    if embedded is not None:
        _by_embedded(found, embedded)
    return found


def _by_platform(found: Metadata, tree: HtmlElement, platform: Platform) -> None:
    """Let the platform's selectors have the first word, and what the page declares the second."""
    found.title = next(iter(values(tree, platform.title)), found.title)
    found.authors = values(tree, platform.authors) or found.authors
    found.published = [*values(tree, platform.published), *found.published]
    found.modified = values(tree, platform.modified) or found.modified
    found.tags = [tag.lstrip("# ") for tag in values(tree, platform.tags)] or found.tags
    found.category = next(iter(values(tree, platform.category)), found.category)


def _by_embedded(found: Metadata, embedded: Embedded) -> None:
    found.title = legible(embedded.title or "") or found.title
    found.authors = list(filter(None, map(legible, embedded.authors))) or found.authors
    found.published = [*filter(None, [legible(embedded.published or "")]), *found.published]
    found.modified = [*filter(None, [legible(embedded.modified or "")]), *found.modified]
    found.tags = list(filter(None, map(legible, embedded.tags))) or found.tags


def _page_of(tree: HtmlElement, url: str, base: str, metas: Metas) -> _Page:
    addresses = frozenset(bare_address(address) for address in (url, *_canonicals(tree, metas)))
    called = [_text(tree.find(".//title")), *_first(metas, ("og:title", "twitter:title"))]
    return _Page(url, base, addresses, tuple(called))


def _declared(tree: HtmlElement, page: _Page, metas: Metas, named: list[str]) -> Metadata:
    """Return what pages in general declare; `named` is the site's name, where its platform knows it."""
    heads, whole = _heads(tree, page), page.called[0]
    titles = _titles(page.called, heads)
    linked = linked_data(tree, page.addresses, titles)
    marked = article_properties(tree, page.addresses, titles)
    sites = [name for name in (*named, *_first(metas, SITES), *linked.sites) if not name.startswith(("http", "@"))]
    own_names = frozenset(map(bare_title, (*sites, *_host_names(page.url))))
    site = Site(own_names, _no_people(linked, own_names))
    written = [*_first(metas, ("og:title",)), *linked.values("headline"), *_first(metas, ("twitter:title", "dc.title"))]
    published = [*linked.values("datePublished"), *_first(metas, PUBLISHED), *_values(marked, "datePublished")]
    modified = [*linked.values("dateModified"), *_first(metas, MODIFIED), *_values(marked, "dateModified")]
    return Metadata(
        title=best_title([*written, *_values(marked, "headline"), whole], own_names, heads),
        authors=_authors(tree, metas, linked, marked, site),
        published=published,
        modified=modified,
        site_name=next(iter(sites), None),
        canonical_url=canonical_of(_canonicals(tree, metas), page.url, page.base),
        tags=list(dict.fromkeys([*_all(metas, TAGS), *linked.values("keywords")])),
        category=next(iter([*_first(metas, ("article:section",)), *linked.values("articleSection")]), None),
    )


def _titles(written: Iterable[str], heads: list[str]) -> set[str]:
    """Return what the page calls itself, bare: a heading does where it is the only one, or a part of the title."""
    whole = [bare_title(text) for text in written]
    bare = [bare_title(head) for head in heads]
    own = {head for head in bare if len(bare) == 1 or any(head in title for title in whole)}
    return {*whole, *own} - {""}


def _no_people(linked: Linked, site_names: frozenset[str]) -> frozenset[str]:
    """Return the organisations that are the site itself; a blog may well be published by a person of its name."""
    return linked.organisations & (site_names | {bare_title(name) for name in linked.sites}) - linked.people


def _metas(tree: HtmlElement) -> Metas:
    """Return what the page's `<meta>` say, by lower-case name; those of an item are that item's."""
    metas: Metas = {}
    for meta in tree.iter("meta"):
        content = " ".join(meta.get("content", "").split())
        for name in (meta.get("property") or meta.get("name") or "").lower().split():
            if content:
                metas.setdefault(name, []).append(content)
    return metas


def _first(metas: Metas, names: Iterable[str]) -> list[str]:
    return [metas[name][0] for name in names if name in metas]


def _all(metas: Metas, names: Iterable[str]) -> list[str]:
    return next((metas[name] for name in names if name in metas), [])


def _values(marked: Properties, name: str) -> list[str]:
    return [value for element in marked.get(name, [])[:1] if (value := value_of(element))]


def _heads(tree: HtmlElement, page: _Page) -> list[str]:
    """Return the first headings, without those that announce other pages or stand beside the text."""
    heads = [head for head in islice(HEADINGS(tree), MOST_HEADS) if not _leads_away(head, page)]
    return [words for head in heads if (words := PERMALINK.sub("", _text(head)))]


def _leads_away(heading: HtmlElement, page: _Page) -> bool:
    """Say whether a heading is a link to another page: an entry of a list, or the name of the site."""
    link = next(heading.iterancestors("a"), heading.find(".//a[@href]"))
    words = _text(heading)
    target = absolute(link.get("href", ""), page.base) if link is not None and _text(link) == words else None
    if target is None or bare_address(target) in page.addresses:
        return False
    return not any(bare_title(words) in bare_title(title) for title in page.called)


def _text(element: HtmlElement | None) -> str:
    return "" if element is None else " ".join(element.text_content().split())


def _canonicals(tree: HtmlElement, metas: Metas) -> list[str]:
    links = (link.get("href", "") for link in tree.iter("link") if "canonical" in link.get("rel", "").lower().split())
    return [*links, *_first(metas, ("og:url",))]


def _host_names(url: str) -> list[str]:
    """Return what a site may be called after its host: "entermedia.co.kr", "entermedia"."""
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return []
    labels = [label for label in host.split(".")[:-1] if len(label) > 2]
    return [host, *labels[-2:]]


def _authors(tree: HtmlElement, metas: Metas, linked: Linked, marked: Properties, site: Site) -> list[str]:
    """Return the people that the first source names that names any."""
    return (
        people(linked.authors, site)
        or next((names for name in AUTHORS if (names := people(metas.get(name, ()), site))), [])
        or people([name_of(element) for element in marked.get("author", ())[:10]], site)
        or people([_text(link)[:100] for link in BYLINES(tree)[:3]], site)
        or people(shown_bylines(tree), site)
    )


def _times(tree: HtmlElement, page: _Page) -> tuple[list[str], list[str]]:
    """Return the `<time>` marked as the day of publishing, else the page's one, and that of its last change.

    Of several no one says which.
    """
    marked = [time.get("datetime") for time in TIMES(tree)[:MOST_TIMES] if not _is_of_entry(time, page)]
    others: dict[bool, set[str]] = {True: set(), False: set()}
    for time in ONLY_TIMES(tree)[:MANY_TIMES]:
        others[tells_change(time)].add(time.get("datetime"))
    if marked:
        others[True].update(time.get("datetime") for time in CHANGES(tree)[:MANY_TIMES])
    only, changed = (list(times) if len(times) == 1 else [] for times in (others[False], others[True]))
    return marked[:1] or only, changed


def _is_of_entry(time: HtmlElement, page: _Page) -> bool:
    """Say whether a time is that of another page, which an entry of a list announces."""
    entry = next(time.iterancestors("article"), None)
    heading = next(entry.iter("h1", "h2", "h3"), None) if entry is not None else None
    return heading is not None and _leads_away(heading, page)
