"""Bytes that are text, and bytes that are not."""

from __future__ import annotations

import codecs
import gzip
import random

import pytest

from crawler.extraction.binary import is_text
from crawler.extraction.errors import UnsupportedContentError
from crawler.extraction.kinds import Kind, kind_of
from tests.site import pages

JAPANESE = "保存クラスタを四半期ごとに調べたところ、読み込みのほとんどは二段目で処理されていました。"
TEXTS = {
    "empty": b"",
    "ascii": pages.article("Log", pages.ENGLISH_TEXT).encode(),
    "utf-8": pages.KOREAN_TEXT.encode(),
    "cp949": pages.CP949_TEXT.encode("cp949"),
    "iso-2022-jp": pages.article("日本", JAPANESE).encode("iso-2022-jp"),
    "shift_jis": JAPANESE.encode("shift_jis"),
    "gb18030": "存储集群的季度回顾显示，大多数读取由第二层提供。".encode("gb18030"),
    "utf-16 with a mark": codecs.BOM_UTF16_BE + pages.KOREAN_TEXT.encode("utf-16-be"),
    "utf-16 without a mark": pages.article("한글", pages.KOREAN_TEXT).encode("utf-16-le"),
    "a stray control character": pages.ENGLISH_TEXT.encode() + b"\x08",
    "a log with colours": b"\x1b[32mok\x1b[0m built in 2 s\n" * 20,
}
NOISE = random.Random(1).randbytes(3000)
BINARIES = {
    "noise": NOISE,
    "gzip": gzip.compress(pages.article("Log", pages.ENGLISH_TEXT * 9).encode()),
    "zeros": bytes(500),
    "a PNG": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\x06" + NOISE,
    "a page and then noise": pages.article("Log", pages.ENGLISH_TEXT).encode() + NOISE,
    "a mark and then noise": codecs.BOM_UTF16_LE + NOISE,
}


@pytest.mark.parametrize("body", TEXTS.values(), ids=TEXTS)
def test_text_is_text_in_every_charset(body: bytes) -> None:
    assert is_text(body)


@pytest.mark.parametrize("body", BINARIES.values(), ids=BINARIES)
def test_bytes_of_no_text_are_seen(body: bytes) -> None:
    assert not is_text(body)


@pytest.mark.parametrize("content_type", ["text/html", "text/plain", "text/markdown", "application/json"])
def test_bytes_of_no_text_are_of_no_kind_of_text(content_type: str) -> None:
    with pytest.raises(UnsupportedContentError, match="not text"):
        kind_of(NOISE, "https://notes.example.org/post/1", content_type)


def test_an_image_in_place_of_a_page_is_none_and_one_that_is_named_so_is_an_image() -> None:
    with pytest.raises(UnsupportedContentError, match="not text"):
        kind_of(BINARIES["a PNG"], "https://notes.example.org/post/1", "text/html; charset=utf-8")

    assert kind_of(BINARIES["a PNG"], "https://notes.example.org/1.png?s=2", "text/html") is Kind.IMAGE
    assert kind_of(BINARIES["a PNG"], "https://notes.example.org/1", "image/png") is Kind.IMAGE
