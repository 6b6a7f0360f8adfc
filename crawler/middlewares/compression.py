"""Compressed bodies, unpacked strictly: Scrapy's own middleware returns the first half of a page as a page."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from scrapy.exceptions import IgnoreRequest, ResponseDataLossError
from scrapy.http import TextResponse
from scrapy.responsetypes import responsetypes

from crawler.rendering.splash import is_sent_to_splash
from crawler.rendering.unpacking import OutgrownError, UnpackingError, unpack

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

ACCEPTED = b"gzip, deflate, br, zstd"


class CompressionMiddleware:
    """Unpacks bodies, also those that no header declares, within DOWNLOAD_MAXSIZE.

    A stream that is cut off or broken is a transfer that failed. The body of an error, which is only looked at, is
    dropped then, and that of a redirect is not read at all.
    """

    def __init__(self, max_bytes: int) -> None:
        self.max_bytes = max_bytes

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler.settings.getint("DOWNLOAD_MAXSIZE"))

    def process_request(self, request: Request) -> None:
        request.headers.setdefault("Accept-Encoding", ACCEPTED)

    def process_response(self, request: Request, response: Response) -> Response:
        if is_sent_to_splash(request) or not response.body:
            return response
        if _is_redirect(response):
            return _with_body(response, b"", [])
        body, left = self._unpack(request, response)
        return response if body is response.body else _with_body(response, body, left)

    def _unpack(self, request: Request, response: Response) -> tuple[bytes, list[str]]:
        max_bytes = request.meta.get("download_maxsize", self.max_bytes)
        content_type = (response.headers.get("Content-Type") or b"").decode("latin-1")
        try:
            return unpack(response.body, _codings(response), content_type or None, max_bytes)
        except UnpackingError as error:
            if response.status >= HTTPStatus.MULTIPLE_CHOICES:
                return b"", []
            if isinstance(error, OutgrownError):
                raise IgnoreRequest(f"{response.url}: {error}") from error
            raise ResponseDataLossError(f"{response.url}: {error}") from error


def _codings(response: Response) -> list[str]:
    lines = b",".join(response.headers.getlist("Content-Encoding")).decode("latin-1")
    return [coding.strip().lower() for coding in lines.split(",")]


def _is_redirect(response: Response) -> bool:
    return 300 <= response.status < 400 and "Location" in response.headers


def _with_body(response: Response, body: bytes, codings: list[str]) -> Response:
    """Return the response as it would be if its body had come like this."""
    headers = response.headers.copy()
    headers.pop("Content-Encoding", None)
    if codings:
        headers["Content-Encoding"] = ", ".join(codings)
    kind = responsetypes.from_args(headers=headers, url=response.url, body=body)
    fields: dict[str, Any] = {"encoding": None} if issubclass(kind, TextResponse) else {}
    return response.replace(cls=kind, body=body, headers=headers, **fields)
