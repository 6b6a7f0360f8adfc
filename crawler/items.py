"""The items that travel from the spider through the pipelines.

`PageItem` (fetched) becomes `ArticleItem` (cleaned) in pipelines.clean; `FailureItem` and `UnchangedItem` go their way
unchanged. itemadapter reads all four.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Self

    from crawler.extraction.article import Article
    from crawler.extraction.judging import Judgement
    from crawler.verdict import Verdict


class Renderer(StrEnum):
    """How a page was asked for."""

    SPLASH = "splash"
    HTTP = "http"
    CHROMIUM = "chromium"


class Fallback(StrEnum):
    """Why a page that Splash should have rendered was fetched plainly."""

    SPLASH_AWAY = "splash_away"  # the source is due again when Splash answers
    NOT_RENDERED = "not_rendered"  # Splash was there, and could not, or died of it


def is_html(content_type: str | None) -> bool:
    """Return whether a Content-Type header names a page; one that is not there may."""
    kind = (content_type or "").partition(";")[0].strip().lower()
    return kind in {"", "text/html", "application/xhtml+xml"}


@dataclass(frozen=True, kw_only=True)
class Copy:
    """What an archive took of a source that is dead, in place of a page of the source's own."""

    address: str  # in the archive, as people read it
    taken_at: datetime  # by the archive, UTC
    verdict: Verdict  # of the source itself, which no copy changes


@dataclass(frozen=True, slots=True)
class Validators:
    """By what a plain answer is known again: what the server says of it, and what it was."""

    etag: str | None = None  # as it came
    last_modified: str | None = None  # the same
    body_hash: str | None = None  # SHA-256 of the body, hex


@dataclass(kw_only=True)
class FetchItem:
    """What every fetch leaves, good or bad."""

    source_id: int
    source_url: str  # canonical: the source's key
    url: str  # as asked for
    fetched_at: datetime  # UTC, when the response was complete
    renderer: Renderer | None  # None: nothing was asked of the source's host
    final_url: str | None = None  # after redirects; None where no response came
    http_status: int | None = None
    redirects: list[str] = field(default_factory=list)  # the URLs passed through, first to last but one
    headers: dict[str, str] = field(default_factory=dict)  # lower-case names; of the final response
    moved: bool = False  # every redirect on the way was permanent, and they lead to another page
    fallback: Fallback | None = None  # why it was fetched plainly, where it should have been rendered
    why: str | None = None  # why by this renderer: the last step of crawler.rendering.ladder, in words
    copy: Copy | None = None  # where it came from an archive
    validators: Validators | None = None  # of a plain answer that holds the whole page; None: there was none
    cited_urls: list[str] = field(default_factory=list)  # every spelling of it in the notes; filled by pipelines.store
    notes: list[dict[str, Any]] = field(default_factory=list)  # who cites it, as in the feed; filled by pipelines.store


@dataclass(kw_only=True)
class PageItem(FetchItem):
    """A response as fetched or rendered, frames inlined."""

    body: bytes = field(repr=False)  # as fetched; UTF-8 where a browser rendered it
    content_type: str | None = None  # the Content-Type header, parameters included


@dataclass(kw_only=True)
class ArticleItem(PageItem):
    """A page with the article that cleaning made of it."""

    article: Article = field(repr=False)
    rules: str  # version of the cleaning rules that made it: crawler.extraction.rules_version
    judgement: Judgement | None = field(default=None, repr=False)  # what the page is where it is no article


@dataclass(kw_only=True)
class UnchangedItem(FetchItem):
    """A fetch that found a source as it was: HTTP 304, the same body, or other bytes around the same content."""

    @classmethod
    def of_page(cls, page: FetchItem) -> Self:
        """Return what a page is that brought nothing new."""
        return cls(**{each.name: getattr(page, each.name) for each in fields(FetchItem)})


@dataclass(kw_only=True)
class FailureItem(FetchItem):
    """A fetch that brought no article, with its verdict."""

    verdict: Verdict
    evidence: dict[str, Any]  # what the verdict rests on: {"reason": "a sentence", …}; never a page body
    body: bytes | None = field(default=None, repr=False)  # the page that came, kept as evidence
    content_type: str | None = None

    @classmethod
    def of_page(cls, page: PageItem, verdict: Verdict, reason: str, **found: Any) -> FailureItem:
        """Return the failure that a page turned out to be; the page is its evidence, beside what was found in it."""
        kept = {each.name: getattr(page, each.name) for each in fields(PageItem)}
        return cls(**kept, verdict=verdict, evidence={"reason": reason, **found})
