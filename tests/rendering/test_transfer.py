"""What a document tells of its transfer: whole or cut, text or not."""

from __future__ import annotations

import gzip
from typing import Any

import pytest

from crawler.rendering.transfer import is_error_page, is_sound, may_be_cut

PAGE = "<!doctype html><html><body><p>안녕하세요, 본문입니다.</p></body></html>"
ERROR_PAGE = """<html><head><title>Failed loading page</title></head>
                <body>
                    <h1>Failed loading page (Frame load interrupted by policy change)</h1>
                    <h2>http://a.kr/</h2>
                    <p>WebKit error #102</p>
                </body></html>"""


def test_the_page_that_splash_shows_for_a_failed_load_is_known() -> None:
    assert is_error_page(ERROR_PAGE)
    assert not is_error_page(PAGE)
    assert not is_error_page("<html><head><title>Failed loading page</title></head><body><h1>How to mend it</h1>")
    assert not is_error_page(f"<html><body><article>{ERROR_PAGE}</article></body></html>")


@pytest.mark.parametrize(
    ("response", "coding", "document", "sound"),
    [
        ({"status": 200, "ok": True}, "", PAGE.encode(), True),
        ({"status": 200}, "gzip", PAGE.encode(), True),  # the browser has unpacked it
        ({"status": 200, "ok": True}, "utf-8", PAGE.encode(), True),  # what no coding is, some servers write
        ({"status": 200, "ok": True}, "", PAGE.encode("cp949"), True),
        ({"status": 200, "ok": True}, "", PAGE.encode("utf-16"), True),
        ({"status": 200, "ok": True}, "", "漢字と仮名".encode("iso2022_jp") * 20, True),
        ({"status": 404, "ok": False}, "", None, True),  # an error has its page
        ({"status": 200, "ok": False}, "", None, False),  # broken off
        ({"status": 200, "ok": True}, "", gzip.compress(PAGE.encode(), mtime=0), False),
        ({"status": 200, "ok": True}, "x-gzip", gzip.compress(PAGE.encode(), mtime=0), False),
        ({"status": 200, "ok": True}, "br", b"\x8b\x02\x80" + PAGE.encode(), False),
        ({"status": 200, "ok": True}, "gzip, gzip", PAGE.encode(), False),
        ({"status": 200, "ok": True}, "ZSTD", PAGE.encode(), False),
    ],
)
def test_a_document_is_sound_when_it_came_whole_and_as_text(
    response: dict[str, Any], coding: str, document: bytes | None, sound: bool
) -> None:
    assert is_sound(response, {"content-encoding": coding}, document) is sound


@pytest.mark.parametrize(
    ("coding", "document", "cut"),
    [
        ("gzip", PAGE[:-20], True),
        ("GZIP", "", True),
        ("deflate", PAGE[:-20], True),
        ("gzip", PAGE, False),
        ("gzip", PAGE + "\n<!-- served in 0.2 s -->" + " " * 3000, False),
        ("gzip", "<html><frameset cols=1><frame src=a></FRAMESET >", False),
        ("", PAGE[:-20], False),  # its length was declared, or its chunks were: the browser would have told
    ],
)
def test_half_a_compressed_body_shows_in_its_missing_end(coding: str, document: str, cut: bool) -> None:
    assert may_be_cut({"content-encoding": coding}, document.encode()) is cut
