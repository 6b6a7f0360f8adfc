"""The one place that knows how Scrapy reads HTTP: headers without an end are given up before they fill the memory.

One line may be as long as all headers together: some sites send 40 KB of policy, and Twisted stops at 16 KiB.

Scrapy 2.19 bounds bodies alone, and Twisted each line of the headers: https://github.com/scrapy/scrapy/pull/7813.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
)
from scrapy.exceptions import DownloadFailedError
from twisted.internet.error import ConnectionLost
from twisted.internet.protocol import connectionDone
from twisted.python.failure import Failure
from twisted.web.http import _IdentityTransferDecoder

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

MAX_BYTES = 1 << 20  # browsers take a quarter of it


class BoundedDownloadHandler(HTTP11DownloadHandler):
    """Scrapy's handler, whose connections give up on headers of more than MAX_BYTES."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool._factory = _Factory  # noqa: SLF001  as Scrapy sets its own


class _Factory(_LenientHTTP11ClientFactory):
    def buildProtocol(self, addr: Any) -> _Protocol:  # noqa: N802  Twisted's name
        return _Protocol(self._quiescentCallback)  # type: ignore[no-untyped-call]


class _Protocol(_LenientHTTP11ClientProtocol):
    _came = 0  # bytes, until the body begins

    def request(self, request: Any) -> Any:
        self._came = 0
        answered = super().request(request)
        if self._parser is not None:
            self._parser.MAX_LENGTH = MAX_BYTES  # of a line
        return answered

    def dataReceived(self, data: bytes) -> None:  # noqa: N802  Twisted's name
        if self._parser is not None and self._parser.line_mode:
            self._came += len(data)
        if self._came > MAX_BYTES:
            self._giveUp(Failure(DownloadFailedError("headers without an end")))  # type: ignore[no-untyped-call]
        else:
            super().dataReceived(data)  # type: ignore[no-untyped-call]

    def connectionLost(self, reason: Failure = connectionDone) -> None:  # noqa: N802  Twisted's name
        """Take a connection that was reset for a body that is cut off, where no length says so.

        Over TLS a reset looks like the end that many servers leave out, which browsers forgive.
        """
        body = getattr(self._parser, "bodyDecoder", None)
        is_plain = not hasattr(self.transport, "getPeerCertificate")
        if isinstance(reason.value, ConnectionLost) and is_plain and isinstance(body, _IdentityTransferDecoder):
            body.contentLength = body.contentLength or 1  # one byte more than came
        super().connectionLost(reason)  # type: ignore[no-untyped-call]
