"""What is read from the table that render.lua returns."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse

from crawler.rendering.rendered import Rendered, read_answer, read_rendered, rendered_url
from crawler.rendering.splash import SplashJsonResponse

ASKED = "http://a.kr/asked"


def shown(url: str, status: int = 200, **headers: str) -> dict[str, Any]:
    """Return what the history says of a document that the main frame showed."""
    listed = [{"name": name.replace("_", "-"), "value": value} for name, value in headers.items()]
    return {"request": {"url": url}, "response": {"status": status, "headers": listed}}


def read(*history: dict[str, Any], hops: list[tuple[str, int, str]] = [], **fields: Any) -> Rendered:  # noqa: B006 - read only
    """Read a table of these documents and redirects; the browser ended on the last document."""
    url = history[-1]["request"]["url"] if history else ASKED
    listed = [{"url": url, "status": status, "location": location} for url, status, location in hops]
    table = {"url": url, "history": list(history), "hops": listed, "html": "<p>text</p>", **fields}
    return read_rendered({name: value for name, value in table.items() if value is not None}, ASKED)


def test_a_page_is_read_whole() -> None:
    rendered = read(shown(ASKED, Content_Type="text/html; charset=utf-8", ETag='"1"'))

    assert rendered == Rendered(
        final_url=ASKED,
        status=200,
        headers={"content-type": "text/html; charset=utf-8", "etag": '"1"'},
        html="<p>text</p>",
    )


def test_no_document_has_no_status_and_says_what_went_wrong() -> None:
    rendered = read(history=None, html=None, error="network3")

    assert rendered == Rendered(final_url=ASKED, status=None, error="network3")


def test_a_status_of_zero_is_none() -> None:
    assert read(shown(ASKED, status=0)).status is None


def test_redirects_are_followed_from_the_asked_url_to_the_final_one() -> None:
    rendered = read(
        shown("http://b.kr/new?q=1"),
        hops=[
            (ASKED, 301, "/second"),
            ("http://a.kr/second", 308, "//b.kr/third"),
            ("http://b.kr/third", 301, "new?q=1"),
        ],
    )

    assert rendered.redirects == [ASKED, "http://a.kr/second", "http://b.kr/third"]
    assert rendered.permanent
    assert rendered.final_url == "http://b.kr/new?q=1"


def test_redirects_of_the_page_s_parts_are_not_the_page_s() -> None:
    rendered = read(shown(ASKED), hops=[("http://a.kr/logo", 301, "/logo.png"), ("http://a.kr/frame", 302, "/other")])

    assert (rendered.redirects, rendered.permanent) == ([], False)


def test_a_fragment_is_no_part_of_what_was_asked() -> None:
    rendered = read_rendered(
        {"url": "http://a.kr/b#c", "history": [], "hops": [{"url": "http://a.kr/a", "status": 302, "location": "/b"}]},
        "http://a.kr/a#top",
    )

    assert rendered.redirects == ["http://a.kr/a#top"]


def test_one_temporary_redirect_makes_the_way_temporary() -> None:
    rendered = read(shown("http://a.kr/3"), hops=[(ASKED, 301, "/2"), ("http://a.kr/2", 302, "/3")])

    assert (rendered.redirects, rendered.permanent) == ([ASKED, "http://a.kr/2"], False)


def test_a_redirect_by_a_script_comes_after_those_by_http_and_is_not_permanent() -> None:
    rendered = read(shown("http://a.kr/2"), shown("http://b.kr/"), hops=[(ASKED, 301, "/2")])

    assert (rendered.redirects, rendered.permanent) == ([ASKED, "http://a.kr/2"], False)
    assert rendered.final_url == "http://b.kr/"


def test_http_redirects_after_a_script_s_are_on_the_way_too() -> None:
    rendered = read(
        shown("http://a.kr/2"),
        shown("http://b.kr/end"),
        hops=[(ASKED, 301, "/2"), ("http://b.kr/3", 301, "/4"), ("http://b.kr/4", 302, "end#part")],
    )

    assert rendered.redirects == [ASKED, "http://a.kr/2", "http://b.kr/3", "http://b.kr/4"]
    assert not rendered.permanent


def test_a_circle_of_redirects_after_a_script_s_has_an_end() -> None:
    rendered = read(
        shown(ASKED), shown("http://b.kr/"), hops=[("http://b.kr/", 302, "/x"), ("http://b.kr/x", 302, "/")]
    )

    assert rendered.redirects[0] == ASKED
    assert len(rendered.redirects) <= 50


@pytest.mark.parametrize("location", ["http://[broken", "http://[::1]x/", "//[", "http://a.kr:port/", ""])
def test_a_location_that_is_no_url_ends_the_way(location: str) -> None:
    rendered = read(shown(ASKED, status=302), hops=[(ASKED, 302, location)])

    assert rendered.redirects[0] == ASKED
    assert (rendered.status, rendered.final_url) == (302, ASKED)


def test_redirects_without_end_are_not_followed_without_end() -> None:
    rendered = read(shown(ASKED, status=302), hops=[(ASKED, 302, "/asked")] * 500)

    assert 1 < len(rendered.redirects) <= 50
    assert set(rendered.redirects) == {ASKED}


@pytest.mark.parametrize(
    ("content_type", "file", "file_type"),
    [
        ("text/html", None, None),
        ("Text/HTML ; charset=euc-kr", None, None),
        ("application/xhtml+xml", None, None),
        ("", None, None),
        (None, None, None),
        ("text/plain", None, "text/plain"),
        ("application/json", None, "application/json"),
        ("application/pdf", {"url": ASKED, "type": "application/pdf"}, "application/pdf"),
        (None, {"url": ASKED, "type": "image/png"}, "image/png"),
        (None, {"url": ASKED, "type": ""}, None),
    ],
)
def test_a_file_is_told_from_a_page_by_its_type(
    content_type: str | None, file: dict[str, str] | None, file_type: str | None
) -> None:
    headers = {} if content_type is None else {"Content-Type": content_type}

    assert (read(shown(ASKED, **headers), file=file).file_type or None) == file_type


GREETING = "안녕하세요, 글을 읽어 주셔서 감사합니다. 이 글은 오래된 글입니다."


@pytest.mark.parametrize("charset", ["euc-kr", "cp949", "utf-8"])
def test_korean_that_the_browser_had_to_guess_is_put_right(charset: str) -> None:
    data = f"<p>{GREETING}</p>".encode(charset)
    misread = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)  # as WebKit does

    sent = base64.b64encode(data).decode()
    rendered = read(shown(ASKED, Content_Type="text/html"), html=misread, body=sent, charset="ISO-8859-1")

    assert rendered.html == f"<p>{GREETING}</p>"
    assert rendered.document == data


def test_what_the_browser_read_by_a_declaration_stays() -> None:
    latin = "<p>Ça, Ã© and Â» are meant</p>"
    sent = base64.b64encode(latin.encode()).decode()

    assert read(shown(ASKED), html=latin, body=sent, charset="UTF-8").html == latin


def splash_response(status: int, **answer: str) -> SplashJsonResponse:
    return splash_says(status, answer)


def splash_says(status: int, answer: Any) -> SplashJsonResponse:
    request = Request("http://127.0.0.1:8050/execute", meta={"splash": {"magic_response": False, "args": {}}})
    return SplashJsonResponse(request.url, request=request, status=status, body=json.dumps(answer).encode())


def test_only_a_page_of_splash_s_has_a_url_of_its_own() -> None:
    assert rendered_url(splash_response(200, url="http://b.kr/", html="<p>")) == "http://b.kr/"
    assert rendered_url(splash_response(200, url="http://b.kr/", error="network3")) is None
    assert rendered_url(splash_response(504, url="http://b.kr/", html="<p>")) is None
    assert rendered_url(HtmlResponse("http://b.kr/", body=b"{}")) is None


@pytest.mark.parametrize(
    ("status", "answer"),
    [
        (503, {"url": ASKED, "html": "<p>text</p>", "hops": []}),
        (200, [1, 2]),
        (200, {}),
        (200, {"url": None, "html": None, "hops": None}),
        (200, {"url": 7, "html": "<p>text</p>", "hops": []}),
        (200, {"url": ASKED, "hops": [], "history": [{"response": {}}]}),
    ],
)
def test_an_answer_of_another_form_is_none(status: int, answer: Any) -> None:
    assert read_answer(splash_says(status, answer), ASKED) is None


def test_an_answer_of_render_lua_s_is_read() -> None:
    table = {"url": ASKED, "html": "<p>text</p>", "hops": []}

    assert read_answer(splash_says(200, table), ASKED) == read_rendered(table, ASKED)


FAILED = "<html><head><title>Failed loading page</title></head><body><h1>Failed loading page (x)</h1>"


@pytest.mark.parametrize(
    ("status", "ok", "html", "expected"),
    [
        (200, True, "<p>text</p>", "<p>text</p>"),
        (200, False, "<p>half of</p>", None),
        (200, True, FAILED, None),  # a script led there
        (404, False, "<p>Not here</p>", "<p>Not here</p>"),
        (404, False, FAILED, ""),  # a status without a page
        (999, False, FAILED, ""),
    ],
)
def test_a_page_of_splash_s_own_and_one_that_broke_off_are_no_pages(
    status: int, ok: bool, html: str, expected: str | None
) -> None:
    document = shown(ASKED, status=status)
    document["response"]["ok"] = ok

    assert read(document, html=html).html == expected


def test_half_a_compressed_document_may_be_cut() -> None:
    sent = base64.b64encode(b"<html><body><p>half of a page").decode()

    assert read(shown(ASKED, Content_Encoding="gzip"), body=sent).may_be_cut
    assert not read(shown(ASKED), body=sent).may_be_cut
