"""A web page to its article: by its platform's rules where it has a platform, else by the generic extractor."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml.etree import SubElement
from lxml.html import Element

from crawler.extraction.addresses import absolute
from crawler.extraction.article import Article
from crawler.extraction.cleaning.cleaner import clean
from crawler.extraction.cleaning.sections import plain_sections
from crawler.extraction.cleaning.tree import HEADINGS
from crawler.extraction.dom import parse
from crawler.extraction.footnotes.footnotes import add_footnotes, take_footnotes
from crawler.extraction.formulas.plain import plain_formulas
from crawler.extraction.generic.content import content_of, readable_runs
from crawler.extraction.generic.trimming import trim
from crawler.extraction.idioms.plain import plain_idioms
from crawler.extraction.language import language_of
from crawler.extraction.legible import legible
from crawler.extraction.metadata.dated_address import day_of
from crawler.extraction.metadata.labels import labelled_dates
from crawler.extraction.metadata.metadata import metadata_of
from crawler.extraction.metadata.trusted_date import read_dates
from crawler.extraction.plain_content import plain_content
from crawler.extraction.quality.inventory import inventory_of, losses
from crawler.extraction.quality.prose import prose_of, share_kept
from crawler.extraction.quality.quality import Page, judge
from crawler.extraction.typed.markdown import markdown_tree
from crawler.extraction.writing.markdown import to_markdown
from crawler.extraction.writing.markup import to_html
from crawler.extraction.writing.text import to_text
from crawler.platforms.platform import Part
from crawler.platforms.recognise import recognise
from crawler.platforms.selectors import find, names_in, select

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from lxml.html import HtmlElement

    from crawler.extraction.metadata.metadata import Metadata
    from crawler.platforms.platform import Embedded, Platform

TOP = 4  # blocks of a page among which its title may stand
LEAD = 24  # letters of a paragraph: a shorter one may be a line of dates or names
# Of times that a page writes without one: these languages are written in one zone.
ZONES = {language: timezone(timedelta(hours=hours)) for language, hours in {"ko": 9, "ja": 9, "zh": 8, "vi": 7}.items()}
TYPED = 300_000  # characters of a typed source that is read: a second's work, where it is all brackets
WHOLE = 0.5  # share of the shown post's length from which on an embedded source is the post itself


def read_web_page(source: str, tree: HtmlElement, url: str, fetched_at: datetime | None) -> Article:
    """Make the article of a page's HTML, given its tree as well, which is taken apart."""
    cleaned = _cleaned(tree, url)
    page = Page(source=source, title=cleaned.said.title or "", coverage=cleaned.coverage, lost=cleaned.lost)
    return _article(cleaned.content, cleaned.said, cleaned.platform, page, fetched_at)


def read_wording(tree: HtmlElement, url: str) -> Article:
    """Make an article of title and Markdown alone, of the tree of a page's HTML, which is taken apart."""
    cleaned = _cleaned(tree, url)
    return Article(title=cleaned.said.title, markdown=to_markdown(cleaned.content))


class _Cleaned(NamedTuple):
    """What is left of a page, and how it was found."""

    content: HtmlElement
    said: Metadata
    platform: Platform | None
    coverage: float  # share of the page's prose that it holds
    lost: list[tuple[str, float]]  # kinds of what was lost, and the share of each


def _cleaned(tree: HtmlElement, url: str) -> _Cleaned:
    base = _base(tree, url)
    platform = recognise(url, tree)
    embedded = platform.embedded(tree) if platform and platform.embedded else None
    said = metadata_of(tree, url, base, platform, embedded)
    plain_formulas(tree)
    notes: list[HtmlElement] = []
    take_footnotes(tree, notes)
    content, coverage = _content(tree, platform, embedded, said, notes)
    said.published = said.published or day_of(url)
    plain_sections(content)
    before = inventory_of(content, base)
    cleaned = clean(content, base)
    lost = list(losses(before, inventory_of(cleaned, base)))
    add_footnotes(cleaned, notes, base)
    _drop_title(cleaned, said.title)
    return _Cleaned(cleaned, said, platform, coverage, lost)


def _base(tree: HtmlElement, url: str) -> str:
    declared = tree.find(".//base[@href]")
    return (absolute(declared.get("href", ""), url) if declared is not None else None) or url


def _content(
    tree: HtmlElement,
    platform: Platform | None,
    embedded: Embedded | None,
    said: Metadata,
    notes: list[HtmlElement],
) -> tuple[HtmlElement, float]:
    """Return the element with the content, cut down to it, and the share of the page's prose that it holds.

    `notes` are those of the page, and then those of the content.
    """
    shown = _by_rules(tree, platform) if platform else None
    plain_idioms(tree if shown is None else shown)  # what the platform drops may stand inside a block of code
    own: list[HtmlElement] = []
    source = _source(embedded, own) if embedded else None
    if source is not None and platform:
        _drop(source, platform.drop)
    if source is not None and (shown is None or _length(source) >= WHOLE * _length(shown)):
        notes[:] = own
        return source, 1.0
    if shown is None:
        return _by_runs(tree, platform, said)
    if platform and platform.themed:
        trim(shown)
    return shown, 1.0


def _by_runs(tree: HtmlElement, platform: Platform | None, said: Metadata) -> tuple[HtmlElement, float]:
    """Return what the generic extractor finds; take dates from the page's lines where nothing else says them."""
    runs = readable_runs(tree)
    if not said.published and not (platform and platform.published):
        language = language_of("\n".join(run.text for run in runs))
        said.published, modified = labelled_dates(runs, said.title, language)
        said.modified = said.modified or modified
    prose = prose_of(runs)
    content = content_of(tree, runs, said.title)
    return content, share_kept(prose)


def _source(embedded: Embedded, notes: list[HtmlElement]) -> HtmlElement | None:
    """Return the post as the page's data holds it: what was typed, else what was made of it."""
    if embedded.markdown and len(embedded.markdown) <= TYPED:
        return plain_content(markdown_tree(embedded.markdown, breaks=True), notes)
    if embedded.posts:
        return _whole(Part(heading=heading, body=_body(html, notes)) for heading, html in embedded.posts)
    return _body(embedded.html, notes) if embedded.html else None


def _body(html: str, notes: list[HtmlElement]) -> HtmlElement:
    body = plain_content(parse(html), notes).find("body")
    body.tag = "div"
    return body


def _candidates(tree: HtmlElement, platform: Platform) -> Iterator[HtmlElement]:
    parts = list(platform.parts(tree)) if platform.parts else []
    if parts:
        yield _whole(parts)
    yield from select(tree, platform.content)


def _whole(parts: Iterable[Part]) -> HtmlElement:
    """Put the parts of a page together, each under its heading and with its own headings below that one."""
    whole = Element("div")
    for part in parts:
        heading = SubElement(whole, "h2")
        title = heading if part.link is None else SubElement(heading, "a", {"href": part.link})
        title.text = legible(part.heading)
        for inner in list(part.body.iter(*HEADINGS)):
            inner.tag = f"h{min(6, int(inner.tag[1]) + 2)}"
        whole.append(part.body)
        part.body.tail = None
    return whole


def _by_rules(tree: HtmlElement, platform: Platform) -> HtmlElement | None:
    """Return what the platform's first selector that finds something finds, without what it says to drop."""
    for content in _candidates(tree, platform):
        _drop(content, platform.drop)
        for heading in list(select(content, platform.headings)):
            heading.tag = "h3"
        for paragraph in list(select(content, platform.paragraphs)):
            paragraph.tag = "p"
        for block in list(select(content, platform.code)):
            block.tag = "pre"
        if content.text_content().strip() or next(content.iter("img"), None) is not None:
            return content
    return None


def _drop(content: HtmlElement, selectors: Iterable[str]) -> None:
    for extra in list(find(content, selectors, names_in(content))):
        if extra.getparent() is not None and extra is not content:
            extra.drop_tree()


def _length(element: HtmlElement) -> int:
    return len(element.text_content())


def _drop_title(cleaned: HtmlElement, title: str | None) -> None:
    """Take away the headings at the top that only say the title again.

    One below a paragraph is a section of that name, unless it is of the first level.
    """
    bare, lead = _bare(title or ""), False
    for block in cleaned[:TOP]:
        if bare and block.tag in HEADINGS and _bare(block.text_content()) == bare and (block.tag == "h1" or not lead):
            cleaned.remove(block)
        lead = lead or (block.tag == "p" and len(_bare(block.text_content())) >= LEAD)


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _article(
    cleaned: HtmlElement, said: Metadata, platform: Platform | None, page: Page, fetched_at: datetime | None
) -> Article:
    text = to_text(cleaned)
    quality, reasons = judge(page, cleaned, text)
    language = language_of(f"{said.title or ''}\n{_prose(cleaned)}") or language_of(text)
    zone = (platform.zone if platform else None) or ZONES.get(language or "", UTC)
    read = partial(read_dates, zone=zone, fetched_at=fetched_at, language=language)
    published, published_at = read(said.published)
    modified, modified_at = read(said.modified)
    if published_at and modified_at and modified_at < published_at:
        modified_at = None  # of a draft, or of a clock that is wrong: published is what readers are told
    return Article(
        title=said.title,
        authors=said.authors,
        published_at=published_at,
        modified_at=modified_at,
        site_name=said.site_name,
        language=language,
        text=text,
        markdown=to_markdown(cleaned),
        html=to_html(cleaned),
        images=list(dict.fromkeys(image.get("src", "") for image in cleaned.iter("img"))),
        canonical_url=said.canonical_url,
        platform=platform.name if platform else None,
        quality=quality,
        quality_reasons=reasons,
        raw=_raw(published_at=published, modified_at=modified, tags=said.tags, category=said.category),
    )


def _prose(cleaned: HtmlElement) -> str:
    """Return the text outside of code, which has no language of its own."""
    return "\n".join(block.text_content() for block in cleaned if block.tag != "pre")


def _raw(**said: object) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value}
