"""Which pages hold nothing to clean."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

import pytest

from crawler.items import FailureItem, PageItem, Renderer
from crawler.verdict import Verdict
from pipelines.validate import ValidatePipeline, find_problem

MAX = 100
BOUNDS = {"MAX_PAGE_BYTES": MAX, "MAX_PDF_BYTES": 200, "MAX_IMAGE_BYTES": 50, "MAX_TEXT_BYTES": 80}
URL = "https://a.kr/1"


@pytest.mark.parametrize(
    ("body", "content_type", "problem"),
    [
        (b"<p>text</p>", "text/html; charset=utf-8", None),
        (b"<p>text</p>", None, None),
        (b"<p>text</p>", "", None),
        (b"text", "TEXT/PLAIN", None),
        (b"<p/>", "application/xhtml+xml", None),
        (b"<a/>", "application/xml", None),
        (b"{}", "application/json", None),
        (b"%PDF-1.7", "application/pdf", None),
        (b"\x89PNG", "image/png", None),
        (b"%PDF-1.7", "application/octet-stream", None),
        (b"%PDF-1.7", "binary/octet-stream", None),
        (b"x" * MAX, "text/html", None),
        (b"x" * (MAX + 1), "text/html", (Verdict.OK, "larger than MAX_PAGE_BYTES: 101 bytes")),
        (b"%PDF-1.7" + b"x" * 190, "text/html", None),
        (b"%PDF-1.7" + b"x" * 200, None, (Verdict.OK, "larger than MAX_PDF_BYTES: 208 bytes")),
        (b"\x89PNG\r\n" + b"x" * 50, None, (Verdict.OK, "larger than MAX_IMAGE_BYTES: 56 bytes")),
        (b"x" * 81, "text/csv", (Verdict.OK, "larger than MAX_TEXT_BYTES: 81 bytes")),
        (b"<rss/>", "application/rss+xml", None),
        (b"a: 1", "application/yaml", None),
        (b"{}", "application/x-ipynb+json", None),
        (b"", "text/html", (Verdict.SOFT_404, "the page is empty")),
        (b" \r\n\t", None, (Verdict.SOFT_404, "the page is empty")),
        (b"", "video/mp4", (Verdict.SOFT_404, "the page is empty")),
        (b"...", "video/mp4", (Verdict.OK, "nothing to read in video/mp4")),
        (b"PK", " Application/ZIP ; a=b", (Verdict.OK, "nothing to read in application/zip")),
        (b"x", "texture/html", (Verdict.OK, "nothing to read in texture/html")),
    ],
)
def test_what_holds_nothing_to_read_is_told(
    body: bytes, content_type: str | None, problem: tuple[Verdict, str] | None
) -> None:
    assert find_problem(body, URL, content_type, BOUNDS) == problem


def page(body: bytes, content_type: str) -> PageItem:
    return PageItem(
        source_id=1,
        source_url="https://a.kr/1",
        url="http://a.kr/1",
        fetched_at=datetime(2026, 3, 1, tzinfo=UTC),
        renderer=Renderer.HTTP,
        final_url="https://a.kr/1",
        http_status=200,
        headers={"etag": '"1"'},
        redirects=["http://a.kr/1"],
        moved=True,
        body=body,
        content_type=content_type,
    )


def test_a_page_to_read_goes_on_as_it_is() -> None:
    item = page(b"<p>text</p>", "text/html")

    assert ValidatePipeline(BOUNDS).process_item(item) is item


def test_any_other_page_becomes_a_failure_that_keeps_what_came() -> None:
    item = page(b"...", "video/mp4")

    failure = ValidatePipeline(BOUNDS).process_item(item)

    assert isinstance(failure, FailureItem)
    assert (failure.verdict, failure.evidence) == ("ok", {"reason": "nothing to read in video/mp4"})
    assert values(failure, item) == values(item, item)


def test_a_failure_goes_on_as_it_is() -> None:
    failure = FailureItem.of_page(page(b"", ""), Verdict.GONE, "HTTP 404")

    assert ValidatePipeline(BOUNDS).process_item(failure) is failure


def values(item: Any, like: PageItem) -> dict[str, Any]:
    return {each.name: getattr(item, each.name) for each in fields(like)}
