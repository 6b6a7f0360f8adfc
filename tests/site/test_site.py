from __future__ import annotations

import http.client
import socket
import threading
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

import brotli
import pytest
from pypdf import PdfReader

from tests.site import CookieWall, Drip, Hang, Page, Redirect, Reset, Site, Stream, pages, scenes
from tests.site.replies import stored_brotli

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message


def get(url: str, **headers: str) -> tuple[int, Message, bytes]:
    request = urllib.request.Request(url, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return response.status, response.headers, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


@contextmanager
def connected(site: Site) -> Iterator[http.client.HTTPConnection]:
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=10)
    yield connection
    connection.close()


def test_a_page_is_served_as_it_was_put_there(site: Site) -> None:
    url = site.page("/a", "<p>가</p>", status=203, headers={"X-Made-By": "hand"})

    status, headers, body = get(url)

    assert (status, headers["Content-Type"], headers["X-Made-By"]) == (203, "text/html; charset=utf-8", "hand")
    assert body.decode() == "<p>가</p>"


def test_an_unknown_path_is_a_404(site: Site) -> None:
    assert get(site.url("/nowhere"))[0] == 404


def test_text_is_encoded_in_the_charset_of_its_content_type(site: Site) -> None:
    url = site.page("/cp949", pages.CP949_TEXT, content_type="text/html; charset=cp949")

    assert get(url)[2] == pages.CP949_TEXT.encode("cp949")


def test_hosts_of_loopback_are_told_apart(site: Site) -> None:
    site.page("/", "first", host="127.0.0.2")
    site.page("/", "second", host="127.0.0.3")

    assert get(site.url("/", "127.0.0.2"))[2] == b"first"
    assert get(site.url("/", "127.0.0.3"))[2] == b"second"
    assert get(site.url("/", "127.0.0.4"))[0] == 404
    assert [request.host for request in site.requests] == ["127.0.0.2", "127.0.0.3", "127.0.0.4"]


def test_robots_differ_by_host(site: Site) -> None:
    site.robots("User-agent: *\nDisallow: /", host="127.0.0.2")

    assert get(site.url("/robots.txt", "127.0.0.2"))[2] == b"User-agent: *\nDisallow: /"
    assert get(site.url("/robots.txt", "127.0.0.3"))[0] == 404


def test_a_route_with_a_query_goes_before_the_one_without(site: Site) -> None:
    site.page("/view", "any")
    site.page("/view?no=2", "two")

    assert [get(site.url(f"/view?no={number}"))[2] for number in (1, 2)] == [b"any", b"two"]


def test_several_replies_are_given_in_turn_and_the_last_one_stays(site: Site) -> None:
    url = site.add("/shaky", Page(status=500), Page(status=503), Page(body="well"))

    assert [get(url)[0] for _ in range(4)] == [500, 503, 200, 200]


def test_a_request_is_recorded_with_its_headers_and_body(site: Site) -> None:
    data = urllib.request.Request(site.url("/form?a=1"), data=b"b=2", headers={"User-Agent": "tester"})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(data, timeout=10)
    refused.value.close()
    [request] = site.requests

    assert (request.method, request.path, request.body) == ("POST", "/form?a=1", b"b=2")
    assert request.headers["user-agent"] == "tester"


def test_requests_are_found_by_pattern(site: Site) -> None:
    for path in ("/p/1", "/q/1", "/p/2"):
        get(site.url(path))

    assert [request.path for request in site.seen("/p/*")] == ["/p/1", "/p/2"]


def test_waiting_ends_when_the_requests_have_come(site: Site) -> None:
    with ThreadPoolExecutor() as threads:
        threads.submit(get, site.url("/late"))
        [request] = site.wait_for(1, "/late")

    assert request.path == "/late"


def test_waiting_for_a_request_that_never_comes_is_an_error(site: Site) -> None:
    with pytest.raises(TimeoutError, match="0 of 1"):
        site.wait_for(1, timeout=0)


def test_the_peak_says_how_many_requests_were_open_at_once(site: Site) -> None:
    gate = threading.Event()
    url = site.page("/slow", "done", gate=gate)
    with ThreadPoolExecutor() as threads:
        answers = [threads.submit(get, url) for _ in range(3)]
        site.wait_for(3)
        gate.set()

    assert [answer.result()[2] for answer in answers] == [b"done"] * 3
    assert site.peak() == 3
    assert get(url)[2] == b"done"
    assert site.peak("/other") == 0


def test_a_connection_is_kept_for_the_next_request(site: Site) -> None:
    site.page("/a", "a")
    with connected(site) as connection:
        connection.request("GET", "/a")
        first = connection.getresponse().read()
        address = connection.sock.getsockname()
        connection.request("GET", "/a")
        second = connection.getresponse().read()

        assert (first, second, connection.sock.getsockname()) == (b"a", b"a", address)


def test_a_hanging_request_ends_with_the_site() -> None:
    with ThreadPoolExecutor() as threads, Site() as site:
        answer = threads.submit(get, site.add("/hang", Hang()))
        site.wait_for(1)
        assert not answer.done()

    assert isinstance(answer.exception(), http.client.RemoteDisconnected)


def test_a_gate_that_stays_shut_does_not_keep_the_site_from_closing() -> None:
    with ThreadPoolExecutor() as threads, Site() as site:
        threads.submit(get, site.page("/", gate=threading.Event()))
        site.wait_for(1)

    assert site.closing.is_set()


def test_an_error_in_a_reply_is_raised_when_the_site_closes() -> None:
    content_type = "text/html; charset=no-such-charset"

    with (
        pytest.raises(LookupError, match="no-such-charset"),
        Site() as site,
        pytest.raises(http.client.RemoteDisconnected),
    ):
        get(site.page("/", "text", content_type=content_type))


def test_a_reset_connection_is_an_error_for_the_client(site: Site) -> None:
    with pytest.raises(ConnectionResetError):
        get(site.add("/reset", Reset()))


def test_a_wrong_content_length_cuts_the_body_short(site: Site) -> None:
    url = site.page("/cut", "half of it", headers={"Content-Length": "1000"})

    with pytest.raises(http.client.IncompleteRead):
        get(url)


def test_a_dripping_body_arrives_whole(site: Site) -> None:
    assert get(site.add("/drip", Drip(b"0123456789", piece=3, pause=0.001)))[2] == b"0123456789"


def test_a_stream_is_as_long_as_was_said(site: Site) -> None:
    assert len(get(site.add("/stream", Stream(size=200_000)))[2]) == 200_000


def test_an_endless_stream_goes_on_until_the_client_leaves(site: Site) -> None:
    site.add("/endless", Stream(size=None))
    with connected(site) as connection:
        connection.request("GET", "/endless")

        assert len(connection.getresponse().read(1_000_000)) == 1_000_000


@pytest.mark.parametrize("size", [0, 1, 65_536, 65_537, 200_000])
def test_the_brotli_of_the_site_is_brotli(size: int) -> None:
    body = bytes(range(256)) * (size // 256 + 1)

    assert brotli.decompress(stored_brotli(body[:size])) == body[:size]


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_a_body_can_be_compressed(site: Site, encoding: str) -> None:
    status, headers, body = get(site.page("/z", "text", encoding=encoding))

    assert (status, headers["Content-Encoding"], int(headers["Content-Length"])) == (200, encoding, len(body))
    assert body != b"text"


def test_a_redirect_names_its_target(site: Site) -> None:
    site.add("/old", Redirect("/new", 307))
    with connected(site) as connection:
        connection.request("HEAD", "/old")
        response = connection.getresponse()

        assert (response.status, response.headers["Location"]) == (307, "/new")


def test_a_redirect_chain_ends_at_an_article(site: Site) -> None:
    body = get(scenes.redirect_chain(site, "/chain", 3))[2]

    assert b"At the end of the chain" in body
    assert [request.path for request in site.requests] == ["/chain", "/chain/1", "/chain/2", "/chain/3"]


def test_a_redirect_loop_has_no_end(site: Site) -> None:
    assert get(scenes.redirect_loop(site, "/loop"))[0] == 302
    assert len(site.requests) > 3


def test_a_cookie_wall_opens_for_the_cookie_alone(site: Site) -> None:
    url = site.add("/wall", CookieWall("inside"))

    assert get(url, Cookie="visited=yes")[2] == b"inside"
    assert get(url)[0] == 302


def test_a_busy_site_says_when_to_come_again(site: Site) -> None:
    url = scenes.busy_then(site, "/busy", Page(body="now"), times=2, retry_after="7")
    answers = [get(url) for _ in range(3)]

    assert [(status, headers["Retry-After"]) for status, headers, _ in answers] == [(429, "7"), (429, "7"), (200, None)]


def test_an_undeclared_charset_is_named_nowhere(site: Site) -> None:
    url = site.page("/euc-kr", pages.undeclared("euc-kr", pages.KOREAN_TEXT), content_type="text/html")
    _, headers, body = get(url)

    assert headers["Content-Type"] == "text/html"
    assert b"charset" not in body
    assert pages.KOREAN_TEXT in body.decode("euc-kr")


def test_frames_stand_in_one_another(site: Site) -> None:
    get(scenes.nested_frames(site, "/frames", 2, "the text"))

    assert b'src="/frames/1"' in get(site.url("/frames"))[2]
    assert b'src="/frames/2"' in get(site.url("/frames/1"))[2]
    assert b"the text" in get(site.url("/frames/2"))[2]


def test_the_assets_of_a_page_are_there(site: Site) -> None:
    scenes.with_assets(site, "/rich", 20)
    types = {get(site.url(f"/rich/asset-{n}.{suffix}"))[1]["Content-Type"] for n, suffix in ((18, "css"), (19, "js"))}

    assert types == {"text/css", "text/javascript"}
    assert get(site.url("/rich"))[2].count(b"/rich/asset-") == 20


def test_the_pdf_of_the_site_is_a_pdf() -> None:
    reader = PdfReader(BytesIO(pages.pdf("Hello, PDF")), strict=True)

    assert [page.extract_text() for page in reader.pages] == ["Hello, PDF"]


def test_an_attachment_has_a_name(site: Site) -> None:
    headers = get(scenes.attachment(site, "/download", b"\x00\x01", "data.bin"))[1]

    assert headers["Content-Disposition"] == 'attachment; filename="data.bin"'


def test_a_closed_site_leaves_its_port_free() -> None:
    with Site() as site:
        get(site.page("/", "here"))

    with Site(site.port) as again, socket.create_connection(("127.0.0.1", again.port), timeout=5):
        assert again.port == site.port
