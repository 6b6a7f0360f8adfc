"""Turns away what came and is no page to clean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from itemadapter import ItemAdapter

from crawler.extraction import UnsupportedContentError
from crawler.extraction.kinds import NOT_TEXT, Kind, kind_of
from crawler.items import FailureItem, PageItem
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

    from scrapy.crawler import Crawler

# The setting that bounds what comes, by what it is.
BOUNDS = {
    Kind.HTML: "MAX_PAGE_BYTES",
    Kind.PDF: "MAX_PDF_BYTES",
    Kind.IMAGE: "MAX_IMAGE_BYTES",
    Kind.MARKDOWN: "MAX_TEXT_BYTES",
    Kind.TEXT: "MAX_TEXT_BYTES",
}


class ValidatePipeline:
    """Makes a failure of a page that is empty, too large, or of a type that holds no text."""

    def __init__(self, max_bytes: Mapping[str, int]) -> None:
        """`max_bytes` holds the settings that BOUNDS names."""
        self.max_bytes = max_bytes

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls({name: crawler.settings.getint(name) for name in BOUNDS.values()})

    def process_item(self, item: Any) -> Any:
        if not isinstance(item, PageItem):
            return item
        page = ItemAdapter(item)
        url = page.get("final_url") or page["url"]
        problem = find_problem(page["body"], url, page.get("content_type"), self.max_bytes)
        return FailureItem.of_page(item, *problem) if problem else item


def find_problem(
    body: bytes, url: str, content_type: str | None, max_bytes: Mapping[str, int]
) -> tuple[Verdict, str] | None:
    """Return the verdict of a page that holds nothing to read, and why; None where it may.

    A live link to a film is a live link: its verdict is ok, though no article comes of it.
    """
    if not body.strip():
        return Verdict.SOFT_404, "the page is empty"
    try:
        bound = BOUNDS[kind_of(body, url, content_type)]
    except UnsupportedContentError as error:
        said = f"nothing to read in {error.content_type}"
        return Verdict.OK, f"{said}: {NOT_TEXT}" if error.reason == NOT_TEXT else said
    if len(body) > max_bytes[bound]:
        return Verdict.OK, f"larger than {bound}: {len(body)} bytes"
    return None
