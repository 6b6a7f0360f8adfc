"""The crawl's report, posted to an address of the user's. Its URL is a secret: no log line and no error holds it."""

from __future__ import annotations

import json
import logging
import re
import time
from http import HTTPStatus
from http.client import HTTPException
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from crawler.exceptions import UsageError
from crawler.feeds.report_page import summary_lines

if TYPE_CHECKING:
    from collections.abc import Callable

logger = logging.getLogger(__name__)

SECONDS = 10.0  # for connecting, and for each wait for an answer
PAUSE = 2.0  # seconds before it is tried once more
WORTH_RETRYING = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.REQUEST_TIMEOUT})
LONGEST = 2000  # characters of the text: Discord takes no more
FORM = re.compile(r"https?://[^@/?#\s]+([/?][!-~]*)?", re.IGNORECASE)


class _StayHere(HTTPRedirectHandler):
    """Follows no redirect: the report goes where the user said."""

    def redirect_request(self, *_: Any) -> None:
        return None


def check_webhook(url: str) -> None:
    """Raise UsageError for what nothing can be posted to; the empty string is no webhook at all."""
    if url and not (FORM.fullmatch(url) and _has_place(url)):
        raise UsageError("WEBHOOK_URL is no http:// or https:// URL in ASCII, without a user (its value is not shown)")


def post_report(url: str, report: dict[str, Any], *, pause: Callable[[float], None] = time.sleep) -> bool:
    """Post the report. Where that fails, twice at the most, it is one line in the log."""
    request = Request(  # noqa: S310  check_webhook lets no other scheme through
        url, _body(report), {"Content-Type": "application/json", "User-Agent": "Refkeep"}
    )
    problem, again = _post(request)
    if again:
        pause(PAUSE)
        problem, again = _post(request)
    if problem:
        logger.warning("the report did not reach the webhook on %s: %s", urlsplit(url).hostname, problem)
    return problem is None


def _has_place(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _body(report: dict[str, Any]) -> bytes:
    """Write the report under `report`; chat programs show `text` (Slack, Mattermost …) or `content` (Discord)."""
    text = "\n".join(line for line in (f"Refkeep {report['started_at']}", *summary_lines(report)) if line)
    shown = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
    return json.dumps({"text": shown, "content": shown, "report": report}).encode("ascii")


def _post(request: Request) -> tuple[str | None, bool]:
    """Return what went wrong, if anything, and whether it may go well another time."""
    try:
        build_opener(_StayHere).open(request, timeout=SECONDS).close()
    except HTTPError as error:
        error.close()
        return f"HTTP {error.code}", error.code in WORTH_RETRYING or error.code >= HTTPStatus.INTERNAL_SERVER_ERROR
    except URLError as error:
        return _kind(error.reason), True
    except (OSError, HTTPException) as error:
        return _kind(error), True
    return None, False


def _kind(error: object) -> str:
    """Name an error without its text, which may hold the URL."""
    return getattr(error, "strerror", None) or type(error).__name__
