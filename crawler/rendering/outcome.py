"""What a response means for its source: a page, or a failure with its verdict. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crawler.items import FailureItem, PageItem, Renderer, Verdict
from crawler.rendering import verdicts
from crawler.urls import canonical_url

if TYPE_CHECKING:
    from datetime import datetime

    from scrapy.http import Response

    from crawler.rendering.rendered import Rendered
    from crawler.storage import DueSource

UNKEPT_HEADERS = frozenset({"set-cookie"})  # a session is nobody's business, and no part of the page


def of_rendered(source: DueSource, rendered: Rendered, now: datetime) -> PageItem | FailureItem:
    """Return what a document that the browser showed means for `source`."""
    came = _came(source, rendered.final_url, rendered.status, rendered.headers, rendered.redirects, now)
    came |= {"renderer": Renderer.SPLASH, "moved": rendered.permanent and _is_elsewhere(source, rendered.final_url)}
    return _page_or_failure(came, (rendered.html or "").encode(), "text/html; charset=utf-8")


def of_plain(source: DueSource, response: Response, now: datetime, *, fallback: bool) -> PageItem | FailureItem:
    """Return what a plain response means for `source`."""
    headers = {name.decode("latin-1").lower(): b", ".join(values).decode("latin-1") for name, values in
               response.headers.items()}  # fmt: skip
    redirects = response.meta.get("redirect_urls", [])
    reasons = response.meta.get("redirect_reasons", [])
    permanent = bool(reasons) and all(reason in {301, 308} for reason in reasons)
    came = _came(source, response.url, response.status, headers, redirects, now)
    came |= {
        "renderer": Renderer.HTTP,
        "fallback": fallback,
        "moved": permanent and _is_elsewhere(source, response.url),
    }
    return _page_or_failure(came, response.body, headers.get("content-type"))


def of_nothing(
    source: DueSource, verdict: Verdict, reason: str, now: datetime, renderer: Renderer | None
) -> FailureItem:
    """Return the failure of a source from which no response came."""
    return FailureItem(
        source_id=source.id,
        source_url=source.url,
        url=source.cited_url,
        fetched_at=now,
        renderer=renderer,
        verdict=verdict,
        evidence={"reason": reason},
    )


def _came(
    source: DueSource, final_url: str, status: int | None, headers: dict[str, str], redirects: list[str], now: datetime
) -> dict[str, Any]:
    return {
        "source_id": source.id,
        "source_url": source.url,
        "url": source.cited_url,
        "fetched_at": now,
        "final_url": final_url,
        "http_status": status,
        "headers": {name: value for name, value in headers.items() if name not in UNKEPT_HEADERS},
        "redirects": redirects,
    }


def _is_elsewhere(source: DueSource, final_url: str) -> bool:
    return canonical_url(final_url) != source.url


def _page_or_failure(came: dict[str, Any], body: bytes, content_type: str | None) -> PageItem | FailureItem:
    status = came["http_status"]
    if status is not None and status < 300:
        return PageItem(**came, body=body, content_type=content_type)
    verdict, reason = verdicts.of_status(status)
    return FailureItem(**came, verdict=verdict, evidence={"reason": reason}, body=body, content_type=content_type)
