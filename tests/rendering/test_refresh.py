"""Where a page sends the browser by itself."""

from __future__ import annotations

import time

import pytest

from crawler.rendering.refresh import SAMPLE, Refresh, meta_refresh, read_refresh

URL = "https://notes.example.org/a/b"


@pytest.mark.parametrize(
    ("value", "refresh"),
    [
        ("0;url=/there", (0, "/there")),
        ("0;/there", (0, "/there")),
        (" 5 ; URL = '/there' trailing", (5, "/there")),
        ('0;url="/there', (0, "/there")),
        ("0, /there", (0, "/there")),
        ("0 /there", (0, "/there")),
        ("0.5;url=/there", (0, "/there")),
        (".5;url=/there", (0, "/there")),
        ("3;url=http://b.example/?a=1;b=2", (3, "http://b.example/?a=1;b=2")),
        ("0;url=/a\nb", (0, "/ab")),
        ("0;urls/there", (0, "urls/there")),
    ],
)
def test_a_value_is_read_as_browsers_read_it(value: str, refresh: tuple[int, str]) -> None:
    assert read_refresh(value) == refresh


@pytest.mark.parametrize("value", ["", "5", "5;", "5;url=", "0;url=''", ";url=/there", "url=/there", "soon;/x", "-1;/x",
                                   "0x;/there", "9999999999;/there", "٣;/there"])  # fmt: skip
def test_a_value_without_seconds_or_address_is_none(value: str) -> None:
    assert read_refresh(value) is None


@pytest.mark.parametrize(
    "html",
    [
        '<meta http-equiv="refresh" content="0;c">',
        "<META CONTENT='0;URL=c' HTTP-EQUIV=Refresh>",
        "<meta http-equiv=refresh content=0;c>",
        '<meta http-equiv="refresh" content="0;c"/>',
        '<meta name=">" http-equiv="refresh" content="0;c">',
        '<!--> <meta http-equiv="refresh" content="0;c"> -->',
        '<meta http-equiv="refresh" content="30"><meta http-equiv="refresh" content="0;c">',
        '<base href="/a/"><meta http-equiv="refresh" content="0;url=&#x63;">',
    ],
)
def test_a_meta_element_is_found_in_every_spelling(html: str) -> None:
    assert meta_refresh(html.encode(), URL, "text/html") == Refresh(0, "https://notes.example.org/a/c")


@pytest.mark.parametrize(
    "html",
    [
        '<!-- <meta http-equiv="refresh" content="0;c"> -->',
        '<script>document.write(\'<meta http-equiv="refresh" content="0;c">\')</script>',
        '<noscript><meta http-equiv="refresh" content="0;c"></noscript>',
        '<textarea><meta http-equiv="refresh" content="0;c"></textarea>',
        '<p>&lt;meta http-equiv="refresh" content="0;c"&gt;</p>',
        '<metal http-equiv="refresh" content="0;c">',
        '<meta http-equiv="content-type" content="0;c">',
        '<meta name="refresh" content="0;c">',
    ],
)
def test_what_only_looks_like_one_leads_nowhere(html: str) -> None:
    assert meta_refresh(html.encode(), URL, "text/html") is None


@pytest.mark.parametrize(
    "piece",
    ["<!--", "<meta ", '<meta "', "<meta '\"", "<script", "<meta a=", "<meta content='", "=", "<meta " + "a " * 9],
)
def test_a_hostile_page_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        body = b"http-equiv=refresh" + (piece * size)[:size].encode()
        start = time.process_time()
        meta_refresh(body, URL, "text/html")
        return time.process_time() - start

    assert seconds(SAMPLE) < 8 * seconds(SAMPLE // 4) + 0.2
