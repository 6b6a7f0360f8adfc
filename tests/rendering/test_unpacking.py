"""Compressed bodies, declared or not, whole or cut off."""

from __future__ import annotations

import gzip
import zlib

import brotli
import pytest
from backports import zstd

from crawler.rendering.unpacking import (
    MAX_LAYERS,
    MAX_PARTS,
    CutOffError,
    OutgrownError,
    UnpackingError,
    unpack,
    unpack_undeclared,
)
from tests.site import pages

HTML = "text/html; charset=utf-8"
ENOUGH = 1 << 20
TEXT = pages.article("Packed", *(f"{pages.ENGLISH_TEXT} {number}" for number in range(40))).encode()
RAW = zlib.compressobj(wbits=-zlib.MAX_WBITS)
PACKED = {
    "gzip": (gzip.compress(TEXT), "gzip"),
    "x-gzip": (gzip.compress(TEXT), "x-gzip"),
    "gzip in two members, with padding": (gzip.compress(TEXT[:999]) + gzip.compress(TEXT[999:]) + bytes(9), "gzip"),
    "zlib": (zlib.compress(TEXT), "deflate"),
    "raw deflate": (RAW.compress(TEXT) + RAW.flush(), "deflate"),
    "br": (brotli.compress(TEXT), "br"),
    "zstd": (zstd.compress(TEXT), "zstd"),
    "zstd in two frames": (zstd.compress(TEXT[:999]) + zstd.compress(TEXT[999:]), "zstd"),
}
each_packed = pytest.mark.parametrize(("packed", "coding"), PACKED.values(), ids=PACKED)


@each_packed
def test_a_declared_coding_is_undone(packed: bytes, coding: str) -> None:
    assert unpack(packed, [coding], HTML, ENOUGH) == (TEXT, [])


@each_packed
@pytest.mark.parametrize("share", [0.02, 0.3, 0.5, 0.9])
def test_a_stream_without_its_end_is_no_body(packed: bytes, coding: str, share: float) -> None:
    with pytest.raises(UnpackingError):
        unpack(packed[: int(len(packed.rstrip(b"\0")) * share)], [coding], HTML, ENOUGH)


@each_packed
def test_no_more_is_unpacked_than_allowed(packed: bytes, coding: str) -> None:
    with pytest.raises(OutgrownError):
        unpack(packed, [coding], HTML, len(TEXT) - 1)


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "deflate", "br", "zstd"])
@pytest.mark.parametrize("body", [TEXT, pages.article("한글", "본문").encode("euc-kr"), b"plain words", b""])
def test_text_that_was_never_packed_stays_as_it_is(body: bytes, coding: str) -> None:
    assert unpack(body, [coding], HTML, ENOUGH) == (body, [])


@pytest.mark.parametrize("codings", [["gzip", "gzip"], ["gzip"], []])
def test_gzip_inside_gzip_is_undone_whatever_is_declared(codings: list[str]) -> None:
    assert unpack(gzip.compress(gzip.compress(TEXT)), codings, HTML, ENOUGH) == (TEXT, [])


def test_several_codings_are_undone_in_turn() -> None:
    assert unpack(gzip.compress(brotli.compress(TEXT)), ["br", "gzip"], HTML, ENOUGH) == (TEXT, [])


def test_an_unknown_coding_is_named_and_its_bytes_stay() -> None:
    assert unpack(b"\x1f\x9d\x90odd", ["compress"], HTML, ENOUGH) == (b"\x1f\x9d\x90odd", ["compress"])


@pytest.mark.parametrize("packed", [gzip.compress(TEXT), zstd.compress(TEXT)], ids=["gzip", "zstd"])
@pytest.mark.parametrize("content_type", [HTML, "text/plain", "application/json", "application/pdf", None])
def test_text_that_was_packed_without_a_word_is_unpacked(packed: bytes, content_type: str | None) -> None:
    assert unpack_undeclared(packed, content_type, ENOUGH) == TEXT


def test_a_pdf_that_was_packed_without_a_word_is_unpacked() -> None:
    assert unpack_undeclared(gzip.compress(pages.pdf("Hello")), "text/html", ENOUGH) == pages.pdf("Hello")


@pytest.mark.parametrize("content_type", ["application/gzip", "application/octet-stream", "application/x-tar"])
def test_a_packed_file_stays_a_file(content_type: str) -> None:
    assert unpack_undeclared(gzip.compress(TEXT), content_type, ENOUGH) == gzip.compress(TEXT)


def test_what_is_no_text_when_it_is_unpacked_stays_packed() -> None:
    film = gzip.compress(bytes(range(256)) * 100)

    assert unpack_undeclared(film, HTML, ENOUGH) == film


def test_half_a_page_that_was_packed_without_a_word_is_no_body() -> None:
    with pytest.raises(CutOffError):
        unpack_undeclared(gzip.compress(TEXT)[:100], HTML, ENOUGH)


def test_broken_sums_after_a_whole_stream_are_not_read() -> None:
    assert unpack(gzip.compress(TEXT)[:-8] + b"12345678", ["gzip"], HTML, ENOUGH) == (TEXT, [])


@pytest.mark.parametrize("nothing", [gzip.compress(b""), zstd.compress(b"")], ids=["gzip", "zstd"])
def test_parts_without_number_are_given_up(nothing: bytes) -> None:
    with pytest.raises(UnpackingError, match=str(MAX_PARTS)):
        unpack_undeclared(nothing * (MAX_PARTS + 1), HTML, ENOUGH)


def test_layers_without_number_are_given_up() -> None:
    with pytest.raises(UnpackingError, match=str(MAX_LAYERS)):
        unpack(TEXT, ["gzip"] * (MAX_LAYERS + 1), HTML, ENOUGH)
