"""What the site answers a request with."""

from __future__ import annotations

import gzip
import itertools
import zlib
from dataclasses import dataclass, field, replace
from email.message import Message
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Mapping

    from tests.site.visit import Visit

HTML = "text/html; charset=utf-8"


class Reply(Protocol):
    """Answers one request, well or badly."""

    def answer(self, visit: Visit) -> None: ...


def stored_brotli(body: bytes) -> bytes:
    """Wrap bytes as a Brotli stream of uncompressed blocks (RFC 7932, section 9.2), which any decoder reads."""
    stream = bytearray()
    for start in range(0, len(body), 1 << 16):
        block = body[start : start + (1 << 16)]
        # From the lowest bit: ISLAST 0, MNIBBLES 0 (4 nibbles), MLEN - 1, ISUNCOMPRESSED 1; the first block also
        # follows the one bit of WBITS.
        header = (len(block) - 1) << 3 | 1 << 19
        stream += (header << 1 if start == 0 else header).to_bytes(3, "little") + block
    return bytes(stream) + (b"\x03" if body else b"\x06")


ENCODERS: Mapping[str, Callable[[bytes], bytes]] = {
    "gzip": lambda body: gzip.compress(body, mtime=0),
    "deflate": zlib.compress,
    "br": stored_brotli,
}


@dataclass(frozen=True, kw_only=True)
class Page:
    """A body with its status and headers, at once, after a delay, or when a gate opens.

    Text is encoded in the charset of its content type. A Content-Length among the headers is sent as it stands,
    right or wrong, and the connection is closed after the body.
    """

    body: bytes | str = ""
    content_type: str = HTML
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0  # seconds
    gate: threading.Event | None = None  # answers when it is set
    encoding: str | None = None  # gzip, deflate or br

    def answer(self, visit: Visit) -> None:
        visit.wait(self.delay)
        if self.gate:
            visit.wait_at(self.gate)
        body = self.content
        headers = {"Content-Type": self.content_type, "Content-Length": str(len(body)), **self.headers}
        if self.encoding:
            headers["Content-Encoding"] = self.encoding
        if "Content-Length" in self.headers:
            headers["Connection"] = "close"
        visit.head(self.status, headers)
        visit.write(body)

    @property
    def content(self) -> bytes:
        """The body as it is sent."""
        body = self.body if isinstance(self.body, bytes) else self.body.encode(charset_of(self.content_type))
        return ENCODERS[self.encoding](body) if self.encoding else body


def charset_of(content_type: str) -> str:
    """Return the charset that a content type names, else UTF-8."""
    header = Message()
    header["Content-Type"] = content_type
    return header.get_content_charset("utf-8")


@dataclass(frozen=True)
class Validated:
    """A page that says by what it is known again, and answers 304 to who knows it."""

    page: Page
    etag: str | None = None
    last_modified: str | None = None

    def answer(self, visit: Visit) -> None:
        validators = {"ETag": self.etag, "Last-Modified": self.last_modified}
        headers = {name: value for name, value in validators.items() if value}
        if self._is_known_to(visit):
            visit.head(304, headers)
        else:
            replace(self.page, headers={**self.page.headers, **headers}).answer(visit)

    def _is_known_to(self, visit: Visit) -> bool:
        asked = visit.headers
        if "If-None-Match" in asked:
            return self.etag is not None and asked["If-None-Match"] == self.etag
        return self.last_modified is not None and asked.get("If-Modified-Since") == self.last_modified


@dataclass(frozen=True)
class Redirect:
    """Sends the client elsewhere."""

    to: str
    status: int = 301

    def answer(self, visit: Visit) -> None:
        Page(status=self.status, headers={"Location": self.to}).answer(visit)


@dataclass(frozen=True)
class Hang:
    """Takes the request and says nothing, until the site closes."""

    def answer(self, visit: Visit) -> None:
        visit.wait(None)


@dataclass(frozen=True)
class Reset:
    """Cuts the connection in place of an answer."""

    def answer(self, visit: Visit) -> None:
        visit.reset()


@dataclass(frozen=True)
class Drip:
    """Sends a body in small pieces with a pause after each."""

    body: bytes
    piece: int = 64  # bytes
    pause: float = 0.1  # seconds

    def answer(self, visit: Visit) -> None:
        visit.head(200, {"Content-Type": HTML, "Content-Length": str(len(self.body))})
        for start in range(0, len(self.body), self.piece):
            visit.write(self.body[start : start + self.piece])
            visit.wait(self.pause)


@dataclass(frozen=True)
class Stream:
    """Sends a body of so many bytes in chunks, without saying beforehand how long it is."""

    size: int | None  # bytes; None: without an end
    content_type: str = "text/html"
    piece: bytes = b"<p>more and more and more of the same</p>\n" * 1500

    def answer(self, visit: Visit) -> None:
        visit.head(200, {"Content-Type": self.content_type, "Transfer-Encoding": "chunked"})
        if visit.command == "HEAD":
            return
        for sent in itertools.count(0, len(self.piece)):
            left = len(self.piece) if self.size is None else self.size - sent
            piece = self.piece[: max(left, 0)]
            visit.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            if not piece:
                break


@dataclass(frozen=True)
class CookieWall:
    """Sends a client round in a circle until it brings back the cookie that it was given."""

    body: str
    cookie: str = "visited=yes"

    def answer(self, visit: Visit) -> None:
        if self.cookie in visit.headers.get("Cookie", ""):
            Page(body=self.body).answer(visit)
        else:
            Page(status=302, headers={"Location": visit.path, "Set-Cookie": f"{self.cookie}; Path=/"}).answer(visit)


CONDITIONS = ("If-None-Match", "If-Modified-Since")


@dataclass(frozen=True, kw_only=True)
class Raw:
    """Sends a whole HTTP answer verbatim, from the status line to the body, and closes the connection."""

    answered: bytes
    conditional: bytes | None = None  # the answer to a request with conditions
    cookie: str = ""  # name=value
    with_cookie: bytes | None = None  # the answer to a request that has this cookie
    reset: bool = False  # cuts the connection where it would close it

    def answer(self, visit: Visit) -> None:
        visit.close_connection = True
        visit.wfile.write(self._chosen(visit))
        if self.reset:
            visit.wait(0.3)  # for the client to read what came
            visit.reset()

    def _chosen(self, visit: Visit) -> bytes:
        if self.with_cookie is not None and self.cookie in visit.headers.get("Cookie", ""):
            return self.with_cookie
        if self.conditional is not None and any(name in visit.headers for name in CONDITIONS):
            return self.conditional
        return self.answered
