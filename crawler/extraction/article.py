"""The article: a page cleaned to its content."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The content of one page. Text, Markdown and HTML are made from one cleaned tree and never disagree."""

    title: str | None = None
    authors: list[str] = field(default_factory=list)
    published_at: datetime | None = None  # aware; None where the page does not say, never a guess
    modified_at: datetime | None = None  # the same
    site_name: str | None = None
    language: str | None = None  # ISO 639-1 of the text
    text: str = ""
    markdown: str = ""
    html: str = ""  # sanitised
    images: list[str] = field(default_factory=list)  # absolute URLs, in order
    canonical_url: str | None = None  # as the page itself says (rel=canonical, og:url), absolute
    platform: str | None = None  # name of the platform's file whose rules were used
    quality: float = 0.0  # 0..1
    quality_reasons: list[str] = field(
        default_factory=list
    )  # what lowers it: crawler.extraction.quality.quality lists the words
    raw: dict[str, Any] = field(default_factory=dict)  # metadata as written on the page, beside the parsed values
