"""What a page says of itself: title, authors, dates, site, its own address. Only what it says outright."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lxml.etree import XPath

from crawler.extraction.images import absolute
from crawler.platforms.selectors import values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

    from crawler.platforms.platform import Embedded, Platform

JSON_LD = XPath('//script[contains(@type, "ld+json")]')
ARTICLE_TYPES = re.compile(
    r"Article$|Posting$|Report$|^(?:BlogPost|WebPage|QAPage|Question|VideoObject|LearningResource)$"
)
PUBLISHED = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "date.published",
    "publishdate", "publish-date", "publish_date", "published_time", "pubdate", "parsely-pub-date", "sailthru.date",
    "article.published", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.created", "dc.date", "date",
    "bt:pubdate", "release_date",
)  # fmt: skip
MODIFIED = (
    "article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "last-modified", "lastmod",
    "dcterms.modified", "dc.date.modified", "article.updated",
)  # fmt: skip
AUTHORS = ("author", "article:author", "og:article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
PUBLISHED_TIMES = XPath(
    '//time[@pubdate or @itemprop="datePublished" or contains(@class, "publish") or contains(@class, "entry-date")]'
    '[@datetime]|//*[@itemprop="datePublished"][@datetime or @content]'
)
MODIFIED_TIMES = XPath(
    '//*[@itemprop="dateModified"][@datetime or @content]|//time[contains(@class, "updated")][@datetime]'
)
TIMES = XPath("//article//time[@datetime]|//main//time[@datetime]|//header//time[@datetime]")
BYLINES = XPath('//*[@itemprop="author"]|//a[@rel="author"]')
TITLE_PARTS = re.compile(r"\s+[|·•–—:»-]\s+|\s*[|»]\s*")
PERMALINK = re.compile(r"^#\s|[\s¶#\u200b]+$")  # what themes hang on a heading
LONGEST_NAME = 80  # characters: what is longer is no author


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


def metadata_of(tree: HtmlElement, base: str, platform: Platform | None, embedded: Embedded | None) -> Metadata:
    """Ask the platform's own data first, its selectors next, then what pages in general declare."""
    metas, linked = _metas(tree), _linked_data(tree)
    site = metas.get("og:site_name") or _name(linked.get("publisher")) or metas.get("application-name")
    found = Metadata(
        title=_title(tree, metas, linked, site),
        authors=_authors(tree, metas, linked),
        published=[*_strings(linked.get("datePublished")), *_first(metas, PUBLISHED)],
        modified=[*_strings(linked.get("dateModified")), *_first(metas, MODIFIED)],
        site_name=site,
        canonical_url=_canonical(tree, metas, base),
    )
    if not found.published:
        found.published = _times(tree, PUBLISHED_TIMES) or _only_time(tree)
        found.modified = found.modified or _times(tree, MODIFIED_TIMES)
    if platform is not None:
        _by_platform(found, tree, platform)
    if embedded is not None:
        _by_embedded(found, embedded)
    return found


def _by_platform(found: Metadata, tree: HtmlElement, platform: Platform) -> None:
    """Let the platform's selectors have the first word; where it says where dates are, they are nowhere else."""
    found.title = next(iter(values(tree, platform.title)), found.title)
    found.authors = values(tree, platform.authors) or found.authors
    if platform.published:
        found.published = values(tree, platform.published)
    found.modified = values(tree, platform.modified) or found.modified
    found.tags = [tag.lstrip("#") for tag in values(tree, platform.tags)]
    found.category = next(iter(values(tree, platform.category)), None)


def _by_embedded(found: Metadata, embedded: Embedded) -> None:
    found.title = embedded.title or found.title
    found.authors = list(embedded.authors) or found.authors
    found.published = [embedded.published, *found.published] if embedded.published else found.published
    found.modified = [embedded.modified, *found.modified] if embedded.modified else found.modified
    found.tags = list(embedded.tags) or found.tags


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Return the page's `<meta>` by lower-case name; the first of a name counts."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = " ".join(meta.get("content", "").split())
        if name and content:
            metas.setdefault(name.lower(), content)
    return metas


def _linked_data(tree: HtmlElement) -> dict[str, Any]:
    """Return the JSON-LD node of the article: the first of an article's type, a web page where there is none."""
    nodes = [node for script in JSON_LD(tree) for node in _nodes(_loaded(script.text or ""))]
    typed = [node for node in nodes if any(ARTICLE_TYPES.search(name) for name in _strings(node.get("@type")))]
    return min(typed, key=lambda node: "WebPage" in _strings(node.get("@type")), default={})


def _loaded(text: str) -> object:
    try:
        return json.loads(text.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(data: object) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for one in data:
            yield from _nodes(one)
    elif isinstance(data, dict):
        yield data
        yield from _nodes(data.get("@graph"))


def _strings(value: object) -> list[str]:
    if isinstance(value, list):
        return [text for one in value for text in _strings(one)]
    return [" ".join(value.split())] if isinstance(value, str) and value.strip() else []


def _name(value: object) -> str | None:
    """Return the name of a person or an organisation, which may be written as a plain string."""
    if isinstance(value, list):
        return next((name for name in map(_name, value) if name), None)
    if isinstance(value, dict):
        value = value.get("name")
    return next(iter(_strings(value)), None)


def _first(metas: dict[str, str], names: Iterable[str]) -> list[str]:
    return [metas[name] for name in names if name in metas]


def _times(tree: HtmlElement, where: XPath) -> list[str]:
    return [element.get("datetime") or element.get("content") or "" for element in where(tree)]


def _only_time(tree: HtmlElement) -> list[str]:
    """Return the page's one `<time>`: of several, no one says which is the article's."""
    times = list(dict.fromkeys(element.get("datetime", "") for element in TIMES(tree)))
    return times if len(times) == 1 else []


def _authors(tree: HtmlElement, metas: dict[str, str], linked: dict[str, Any]) -> list[str]:
    author = linked.get("author")
    names = [_name(one) for one in (author if isinstance(author, list) else [author])]
    if not any(names):
        names = list(_first(metas, AUTHORS)[:1])
    if not _people(names):
        names = [" ".join(element.text_content().split()) for element in BYLINES(tree)[:3]]
    return _people(names)


def _people(names: Iterable[str | None]) -> list[str]:
    """Keep what can be a name: no address, no sentence."""
    found = [re.sub(r"^(?:by|글|작성자)\s+", "", name, flags=re.IGNORECASE) for name in names if name]
    return list(dict.fromkeys(n for n in found if n and len(n) <= LONGEST_NAME and not n.startswith(("http", "@http"))))


def _title(tree: HtmlElement, metas: dict[str, str], linked: dict[str, Any], site: str | None) -> str | None:
    written = metas.get("og:title") or next(iter(_strings(linked.get("headline"))), None) or metas.get("twitter:title")
    heads = [PERMALINK.sub("", " ".join(h.text_content().split())) for h in tree.iter("h1", "h2")]
    element = tree.find(".//title")
    whole = " ".join(element.text_content().split()) if element is not None else ""
    title = written or whole or next(iter(heads), "")
    return _without_site(title, site, [head for head in heads if head]) or None


def _without_site(title: str, site: str | None, heads: list[str]) -> str:
    """Take the site's name off a title: where the page names its site, or where a heading is the rest."""
    ends = {title[: cut.start()]: title[cut.end() :] for cut in TITLE_PARTS.finditer(title)}
    for left, right in ends.items():
        if left == site or (right in heads and len(right) > len(left)):
            return right
        if right == site or left in heads:
            return left
    return title


def _canonical(tree: HtmlElement, metas: dict[str, str], base: str) -> str | None:
    links = (link.get("href", "") for link in tree.iter("link") if "canonical" in link.get("rel", "").lower().split())
    address = next(filter(None, links), None) or metas.get("og:url")
    return absolute(address, base) if address else None
