"""Turns away what came and is no page to clean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from itemadapter import ItemAdapter

from crawler.items import FailureItem, PageItem, Verdict

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler

READABLE = ("text/", "application/xhtml+xml", "application/xml", "application/json", "application/pdf", "image/")
UNNAMED = ("application/octet-stream", "binary/octet-stream")  # what servers say of a file whose type they don't know


class ValidatePipeline:
    """Makes a failure of a page that is empty, too large, or of a type that holds no text."""

    def __init__(self, max_bytes: int) -> None:
        self.max_bytes = max_bytes

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler.settings.getint("MAX_PAGE_BYTES"))

    def process_item(self, item: Any) -> Any:
        if not isinstance(item, PageItem):
            return item
        page = ItemAdapter(item)
        problem = find_problem(page["body"], page.get("content_type"), self.max_bytes)
        return FailureItem.of_page(item, *problem) if problem else item


def find_problem(body: bytes, content_type: str | None, max_bytes: int) -> tuple[Verdict, str] | None:
    """Return the verdict of a page that holds nothing to read, and why; None where it may.

    A live link to a film is a live link: its verdict is ok, though no article comes of it.
    """
    kind = (content_type or "").partition(";")[0].strip().lower()
    if not body.strip():
        return Verdict.SOFT_404, "the page is empty"
    if len(body) > max_bytes:
        return Verdict.OK, f"larger than MAX_PAGE_BYTES: {len(body)} bytes"
    if kind and not kind.startswith(READABLE) and kind not in UNNAMED:
        return Verdict.OK, f"nothing to read in {kind}"
    return None
