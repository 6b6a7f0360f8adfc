"""What a response means for its source: a page, or a failure with its verdict. Pure."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from crawler.exceptions import InvalidURLError
from crawler.items import FailureItem, PageItem, Renderer
from crawler.rendering import verdicts
from crawler.rendering.rendered import PERMANENT, plain_headers
from crawler.rendering.revisit import validators_of
from crawler.urls import canonical_url, without_carried
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from datetime import datetime

    from scrapy.http import Response

    from crawler.items import Fallback
    from crawler.rendering.rendered import Rendered
    from crawler.storage import DueSource

GOOD = range(200, 300)
RANGE = re.compile(r"bytes 0-(?P<last>\d{1,18})/(?P<length>\d{1,18})")
UNKEPT_HEADERS = frozenset({"set-cookie"})  # a session is nobody's business, and no part of the page


def of_rendered(
    source: DueSource, rendered: Rendered, now: datetime, *, why: str | None = None
) -> PageItem | FailureItem:
    """Return what a document that the browser showed means for `source`."""
    came = {
        "final_url": without_carried(rendered.final_url, source.cited_url),
        "http_status": rendered.status,
        "headers": _kept(rendered.headers),
        "redirects": rendered.redirects,
        "moved": rendered.permanent and _is_elsewhere(source, rendered.final_url),
        "renderer": Renderer.SPLASH,
        "why": why,
        "body": (rendered.html or "").encode(),
        "content_type": "text/html; charset=utf-8",
    }
    return _page_or_failure(source, now, came)


def of_plain(
    source: DueSource, response: Response, now: datetime, *, fallback: Fallback | None, why: str | None = None
) -> PageItem | FailureItem:
    """Return what a plain response means for `source`."""
    came = {**_came(source, response), "renderer": Renderer.HTTP, "fallback": fallback, "why": why}
    came["validators"] = validators_of(came["headers"], response.body)
    return _page_or_failure(source, now, came)


def of_chromium(source: DueSource, response: Response, now: datetime, *, html: str, why: str) -> PageItem | FailureItem:
    """Return what a document that Chromium showed as `html` means for `source`."""
    shown = {"body": html.encode(), "content_type": "text/html; charset=utf-8"}
    came = {**_came(source, response), **shown, "renderer": Renderer.CHROMIUM, "why": why}
    return _page_or_failure(source, now, came)


def _came(source: DueSource, response: Response) -> dict[str, Any]:
    headers = plain_headers(response)
    statuses = response.meta.get("redirect_reasons", [])
    permanent = bool(statuses) and all(status in PERMANENT for status in statuses)
    return {
        "final_url": without_carried(response.url, source.cited_url),
        "http_status": response.status,
        "headers": _kept(headers),
        "redirects": response.meta.get("redirect_urls", []),
        "moved": permanent and _is_elsewhere(source, response.url),
        "body": response.body,
        "content_type": headers.get("content-type"),
    }


def of_nothing(
    source: DueSource,
    now: datetime,
    *,
    verdict: Verdict,
    reason: str,
    renderer: Renderer | None,
    why: str | None = None,
) -> FailureItem:
    """Return the failure of a source from which no response came; no `renderer` where nothing was asked of its host."""
    asked = _asked(source, now)
    return FailureItem(**asked, renderer=renderer, why=why, verdict=verdict, evidence={"reason": reason})


def _page_or_failure(source: DueSource, now: datetime, came: dict[str, Any]) -> PageItem | FailureItem:
    status = came["http_status"]
    if status is None or status not in GOOD:
        verdict, reason = verdicts.of_status(status)
    elif _is_part(status, came["headers"]):
        verdict, reason = Verdict.SERVER_ERROR, verdicts.CUT_OFF
    else:
        return PageItem(**_asked(source, now), **came)
    came["http_status"] = status if status is not None and verdicts.is_status(status) else None
    return FailureItem(**_asked(source, now), **came, verdict=verdict, evidence={"reason": reason})


def _is_part(status: int, headers: dict[str, str]) -> bool:
    """Return whether a response is only a part of the page, though all of it was requested."""
    if status != HTTPStatus.PARTIAL_CONTENT:
        return False
    part = RANGE.fullmatch(headers.get("content-range", "").strip())
    return part is None or int(part["last"]) + 1 != int(part["length"])


def _asked(source: DueSource, now: datetime) -> dict[str, Any]:
    return {"source_id": source.id, "source_url": source.url, "url": source.cited_url, "fetched_at": now}


def _kept(headers: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name not in UNKEPT_HEADERS}


def _is_elsewhere(source: DueSource, final_url: str) -> bool:
    try:
        return canonical_url(final_url) != source.url
    except InvalidURLError:  # about:blank, a host that no one can ask for
        return True
