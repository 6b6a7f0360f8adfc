"""Verdicts that a failed fetch shows by itself, without looking into a page."""

from __future__ import annotations

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)

from crawler.verdict import Verdict

GONE = frozenset({404, 410})
NETWORK = (  # what a host's fault looks like, and our own network's as well
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    OSError,
)
UNANSWERED = (*NETWORK, DownloadCancelledError, IgnoreRequest, ResponseDataLossError)  # no whole answer came


def of_status(status: int | None) -> tuple[Verdict, str]:
    """Return the verdict of an HTTP status that brought no page, and the sentence that says why."""
    if status in GONE:
        return Verdict.GONE, f"HTTP {status}"
    if status is None:
        return Verdict.SERVER_ERROR, "no document came"
    if 300 <= status < 400:
        return Verdict.SERVER_ERROR, f"HTTP {status}: redirects that lead nowhere"
    if 400 <= status < 500:
        return Verdict.BLOCKED, f"HTTP {status}"
    return Verdict.SERVER_ERROR, f"HTTP {status}"


def of_exception(error: BaseException) -> tuple[Verdict, str]:
    """Return the verdict of an exception that Scrapy's downloader raised."""
    if isinstance(error, DownloadTimeoutError):
        return Verdict.TIMEOUT, "no answer in time"
    if isinstance(error, CannotResolveHostError):
        return Verdict.GONE, "the host has no address (DNS)"
    if isinstance(error, DownloadCancelledError) or _outgrew(error):
        return Verdict.OK, "larger than DOWNLOAD_MAXSIZE"
    if isinstance(error, IgnoreRequest):
        return Verdict.SERVER_ERROR, "redirects that lead nowhere"
    if isinstance(error, DownloadConnectionRefusedError):
        return Verdict.SERVER_ERROR, "the connection was refused"
    what = "the connection failed" if isinstance(error, UNANSWERED) else "the answer cannot be read"
    return Verdict.SERVER_ERROR, f"{what} ({type(error).__name__})"


def _outgrew(error: BaseException) -> bool:
    """Tell a body that was too large when it was unpacked from redirects without an end: Scrapy ignores both."""
    return isinstance(error, IgnoreRequest) and error.__cause__ is not None
