"""Compressed bodies unpacked, whatever their headers say, and never more than so many bytes of them. Pure.

A stream without its end is an error: half a page must not become an article. The checksums after it are not read, as
browsers do not read them. Scrapy's own functions return what they can of a broken stream.
"""

from __future__ import annotations

import re
import sys
import zlib
from typing import TYPE_CHECKING

import brotli

from crawler.extraction.binary import is_text
from crawler.extraction.charset import is_unicode

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MAX_LAYERS = 4  # codings on top of each other; two are seen where both the program and its server compress
MAX_PARTS = 16  # members of a gzip file, frames of Zstandard: each one costs a copy of what follows it
GZIP_MAGIC = b"\x1f\x8b\x08"
ZSTD_MAGIC = re.compile(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18", re.DOTALL)
ZSTD_WINDOW = {int(zstd.DecompressionParameter.window_log_max): 23}  # 8 MiB: RFC 9659
PIECE = 1 << 16  # bytes that are fed to a decoder, or taken from it, at once
READABLE = re.compile(r"text/|image/svg|application/(?:[\w.-]+\+)?(?:x-)?(?:json|xml|javascript|pdf)|$")
NEVER_TEXT = b"%PDF-"  # what is no text, and is read all the same


class UnpackingError(ValueError):
    """A compressed body that cannot be unpacked."""


class CutOffError(UnpackingError):
    """A compressed stream that ends before its end."""


class OutgrownError(UnpackingError):
    """A body that is larger than allowed when it is unpacked."""


def unpack(body: bytes, codings: Iterable[str], content_type: str | None, max_bytes: int) -> tuple[bytes, list[str]]:
    """Return a body without the content codings that its headers declare, and those that are unknown.

    `codings` come in the order in which they were applied. A body that was never packed, though declared to be, stays
    as it is. What the headers do not declare is unpacked too. Raises UnpackingError.
    """
    left = [coding for coding in codings if coding not in UNPACKED_CODINGS]
    if len(left) > MAX_LAYERS:
        raise UnpackingError(f"more than {MAX_LAYERS} content codings")
    while left and left[-1] in DECODERS:
        body = _unpack_declared(body, DECODERS[left.pop()], max_bytes)
    return (body if left else unpack_undeclared(body, content_type, max_bytes)), left


def unpack_undeclared(body: bytes, content_type: str | None, max_bytes: int) -> bytes:
    """Return the text, or PDF, that was packed without a header that says so; any other body as it is.

    Raises UnpackingError where half of it came.
    """
    if not READABLE.match((content_type or "").strip().lower()):
        return body
    unpacked = body
    for _ in range(MAX_LAYERS):
        decoder = _decoder_of(unpacked)
        if decoder is None:
            break
        try:
            unpacked = decoder(unpacked, max_bytes)
        except OutgrownError:
            raise
        except UnpackingError:
            if content_type:
                raise
            return body  # a file of any type
    if unpacked is body:
        return body
    return unpacked if unpacked.startswith(NEVER_TEXT) or is_text(unpacked, content_type) else body


def _decoder_of(body: bytes) -> Callable[[bytes, int], bytes] | None:
    """Return the decoder of a format that is known by its first bytes."""
    if body.startswith(GZIP_MAGIC):
        return gunzip
    return unzstd if ZSTD_MAGIC.match(body) else None


def _unpack_declared(body: bytes, decoder: Callable[[bytes, int], bytes], max_bytes: int) -> bytes:
    try:
        return decoder(body, max_bytes) if body else body
    except OutgrownError:
        raise
    except UnpackingError:
        if _was_never_packed(body):
            return body
        raise


def _was_never_packed(body: bytes) -> bool:
    """Return whether a body that its decoder does not take is readable as it is; the start of a packed one is not."""
    if body.startswith(NEVER_TEXT):
        return True
    return is_text(body) and (body.lstrip().startswith(b"<") or is_unicode(body))


def gunzip(body: bytes, max_bytes: int) -> bytes:
    """Unpack all members of a gzip file; what follows them is not read."""
    if not body.startswith(GZIP_MAGIC):
        raise UnpackingError("not gzip")
    members: list[bytes] = []
    while body.startswith(GZIP_MAGIC):
        if len(members) == MAX_PARTS:
            raise UnpackingError(f"more than {MAX_PARTS} members")
        member, rest = _inflate_raw(body[_gzip_header(body) :], max_bytes - sum(map(len, members)))
        members.append(member)
        body = rest[8:]  # checksum and length
    return b"".join(members)


def inflate(body: bytes, max_bytes: int) -> bytes:
    """Unpack "deflate", with a zlib header or, as some servers send it, without."""
    if len(body) > 1 and body[0] & 0x0F == 8 and int.from_bytes(body[:2]) % 31 == 0:
        return _inflate_raw(body[2:], max_bytes)[0]
    return _inflate_raw(body, max_bytes)[0]


def unbrotli(body: bytes, max_bytes: int) -> bytes:
    decoder, pieces, size = brotli.Decompressor(), [], 0
    try:
        piece = decoder.process(body, output_buffer_limit=PIECE)
        while piece:
            pieces.append(piece)
            size = _bounded(size + len(piece), max_bytes)
            piece = b"" if decoder.is_finished() else decoder.process(b"", output_buffer_limit=PIECE)
    except brotli.error as error:
        raise UnpackingError("not Brotli") from error
    if not decoder.is_finished():
        raise CutOffError("Brotli without its end")
    return b"".join(pieces)


def unzstd(body: bytes, max_bytes: int) -> bytes:
    """Unpack all frames of Zstandard; what follows them is not read."""
    if not ZSTD_MAGIC.match(body):
        raise UnpackingError("not Zstandard")
    frames: list[bytes] = []
    while ZSTD_MAGIC.match(body):
        if len(frames) == MAX_PARTS:
            raise UnpackingError(f"more than {MAX_PARTS} frames")
        frame, body = _unpack_frame(body, max_bytes - sum(map(len, frames)))
        frames.append(frame)
    return b"".join(frames)


def _unpack_frame(body: bytes, max_bytes: int) -> tuple[bytes, bytes]:
    """Unpack one frame; return what it held, and what follows it."""
    decoder = zstd.ZstdDecompressor(options=ZSTD_WINDOW)
    pieces: list[bytes] = []
    size = 0
    try:
        while not decoder.eof:
            piece = decoder.decompress(b"" if pieces else body, PIECE)
            pieces.append(piece)
            size = _bounded(size + len(piece), max_bytes)
            if decoder.needs_input and not decoder.eof:
                raise CutOffError("Zstandard without its end")
    except zstd.ZstdError as error:
        raise UnpackingError("not Zstandard") from error
    return b"".join(pieces), decoder.unused_data


DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": gunzip, "x-gzip": gunzip, "deflate": inflate, "br": unbrotli, "zstd": unzstd,
}  # fmt: skip
UNPACKED_CODINGS = frozenset({"", "identity", "none"})


def _inflate_raw(body: bytes, max_bytes: int) -> tuple[bytes, bytes]:
    """Unpack one stream of deflate; return what it held, and what follows it."""
    decoder = zlib.decompressobj(-zlib.MAX_WBITS)
    pieces: list[bytes] = []
    size = 0
    try:
        while not decoder.eof:
            piece = decoder.decompress(decoder.unconsumed_tail if pieces else body, PIECE)
            if not piece and not decoder.eof:
                raise CutOffError("deflate without its end")
            pieces.append(piece)
            size = _bounded(size + len(piece), max_bytes)
    except zlib.error as error:
        raise UnpackingError("not deflate") from error
    return b"".join(pieces), decoder.unused_data


def _gzip_header(body: bytes) -> int:
    """Return the length of a gzip header (RFC 1952, 2.3)."""
    flags, end = body[3] if len(body) > 3 else 0, 10
    if flags & 4:  # extra field
        end += 2 + int.from_bytes(body[end : end + 2], "little")
    for flag in (8, 16):  # file name, comment: each ends with a zero
        if flags & flag:
            end = body.find(b"\0", end) + 1 or len(body)
    return end + 2 if flags & 2 else end


def _bounded(size: int, max_bytes: int) -> int:
    if size > max_bytes:
        raise OutgrownError(f"larger than {max_bytes} bytes")
    return size
