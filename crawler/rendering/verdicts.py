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
REFUSED = 999  # what LinkedIn says to whom it does not let in
NETWORK = (  # what a host's fault looks like, and our own network's as well
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    OSError,
)
CUT_OFF, TOO_LARGE = "no whole answer came", "larger than DOWNLOAD_MAXSIZE"
EXCEPTIONS: tuple[tuple[type[Exception], Verdict, str], ...] = (
    (DownloadTimeoutError, Verdict.TIMEOUT, "no answer in time"),
    (CannotResolveHostError, Verdict.GONE, "the host has no address (DNS)"),
    (DownloadCancelledError, Verdict.OK, TOO_LARGE),
    (IgnoreRequest, Verdict.SERVER_ERROR, "redirects that lead nowhere"),
    (ResponseDataLossError, Verdict.SERVER_ERROR, CUT_OFF),
    (DownloadConnectionRefusedError, Verdict.SERVER_ERROR, "the connection was refused"),
)
UNANSWERED = (*NETWORK, DownloadCancelledError, IgnoreRequest, ResponseDataLossError)  # no whole answer came


def of_status(status: int | None) -> tuple[Verdict, str]:
    """Return the verdict of an HTTP status that brought no page, and the sentence that says why."""
    if status in GONE:
        return Verdict.GONE, f"HTTP {status}"
    if status is None:
        return Verdict.SERVER_ERROR, "no document came"
    if not is_status(status):
        return Verdict.SERVER_ERROR, "the status is no HTTP status"
    if 300 <= status < 400:
        return Verdict.SERVER_ERROR, f"HTTP {status}: redirects that lead nowhere"
    if 400 <= status < 500 or status == REFUSED:
        return Verdict.BLOCKED, f"HTTP {status}"
    return Verdict.SERVER_ERROR, f"HTTP {status}"


def is_status(number: int) -> bool:
    """Return whether a number can be an HTTP status: one of three digits."""
    return 100 <= number <= 999


def is_loop(error: BaseException) -> bool:
    """Return whether an exception is for redirects without an end."""
    return isinstance(error, IgnoreRequest) and error.__cause__ is None


def of_exception(error: BaseException) -> tuple[Verdict, str]:
    """Return the verdict of an exception that Scrapy's downloader raised."""
    if _outgrew(error):
        return Verdict.OK, TOO_LARGE
    for kind, verdict, reason in EXCEPTIONS:
        if isinstance(error, kind):
            return verdict, reason
    what = "the connection failed" if isinstance(error, UNANSWERED) else "the answer cannot be read"
    return Verdict.SERVER_ERROR, f"{what} ({type(error).__name__})"


def _outgrew(error: BaseException) -> bool:
    """Tell a body that was too large when it was unpacked from redirects without an end: Scrapy ignores both."""
    return isinstance(error, IgnoreRequest) and error.__cause__ is not None
