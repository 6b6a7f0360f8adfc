"""Answers that are not what they say, asked for plainly: the text that was meant, or no article and none replaced."""

from __future__ import annotations

import gzip
import random
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import brotli
import pytest
from backports import zstd
from sqlalchemy import select

from crawler.storage.export import feed_sources
from crawler.storage.records import Source
from tests.plugins.splash import CASE_HOSTS
from tests.site import Raw, Site, pages
from tests.spiders.conftest import Crawls

if TYPE_CHECKING:
    from crawler.storage.records import Fetch

ENGLISH = "The quarterly review of the storage cluster showed that most reads were served from the second tier. " * 6
KOREAN = "저장소 묶음을 분기마다 살펴보니 읽기의 대부분은 두 번째 단계에서 처리되고 있었다. " * 6
JAPANESE = "保存クラスタを四半期ごとに調べたところ、読み込みのほとんどは二段目で処理されていました。" * 6
CHINESE = "我们每个季度都会检查存储集群，发现大部分的读取都是由第二层来处理的，这个结果说明了很多问题。" * 6
TAIWANESE = "我們每個季度都會檢查儲存叢集，發現大部分的讀取都是由第二層來處理的，這個結果說明了很多問題。" * 6
FRENCH = "L’équipe a relevé, à la fin de l’été, que la mémoire cachée où l’on écrit était déjà pleine à côté. " * 6
RUSSIAN = "Каждый квартал мы проверяем хранилище и видим, что почти все чтения обслуживает второй уровень. " * 6
HTML, UNDECLARED = "text/html; charset=utf-8", "text/html"
NOISE = random.Random(7).randbytes(2500)


def page(text: str = ENGLISH) -> bytes:
    return pages.article("A note on storage", text).encode()


def http(
    body: bytes = b"", *headers: str, status: str = "200 OK", kind: str | None = HTML, length: int | None = None
) -> bytes:
    """Return a whole answer; `length` is its Content-Length where that is not the body's."""
    said = [] if any(header.startswith("Transfer-Encoding") for header in headers) else [
        f"Content-Length: {len(body) if length is None else length}"
    ]  # fmt: skip
    lines = [f"HTTP/1.1 {status}", *([f"Content-Type: {kind}"] if kind else []), *headers, *said, "Connection: close"]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def coded(body: bytes, coding: str, **fields: Any) -> bytes:
    return http(body, f"Content-Encoding: {coding}", **fields)


def chunked(*chunks: bytes, end: bytes = b"0\r\n\r\n") -> bytes:
    body = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks)
    return http(body + end, "Transfer-Encoding: chunked")


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


def half(body: bytes) -> bytes:
    return body[: len(body) // 2]


def meta(content: str, http_equiv: str = "refresh", head: str = "") -> bytes:
    return f'<html><head>{head}<meta http-equiv="{http_equiv}" content="{content}"></head><body></body></html>'.encode()


LONG = page(" ".join(f"{ENGLISH} {number}" for number in range(60)))
# The text that must come, and the answer; what is led to is at /there of the same host.
GOOD: dict[str, tuple[str, bytes]] = {
    "gzip": (ENGLISH, coded(gzip.compress(page()), "gzip")),
    "x-gzip": (ENGLISH, coded(gzip.compress(page()), "x-gzip")),
    "GZIP in capitals": (ENGLISH, coded(gzip.compress(page()), "GZIP")),
    "deflate": (ENGLISH, coded(zlib.compress(page()), "deflate")),
    "raw deflate": (ENGLISH, coded(raw_deflate(page()), "deflate")),
    "br": (ENGLISH, coded(brotli.compress(page()), "br")),
    "zstd": (ENGLISH, coded(zstd.compress(page()), "zstd")),
    "gzip twice, declared once": (ENGLISH, coded(gzip.compress(gzip.compress(page())), "gzip")),
    "gzip twice, declared twice": (ENGLISH, coded(gzip.compress(gzip.compress(page())), "gzip, gzip")),
    "br in gzip": (ENGLISH, coded(gzip.compress(brotli.compress(page())), "br, gzip")),
    "gzip undeclared": (KOREAN, http(gzip.compress(page(KOREAN)), kind=UNDECLARED)),
    "gzip undeclared, without a type": (ENGLISH, http(gzip.compress(page()), kind=None)),
    "zstd undeclared": (ENGLISH, http(zstd.compress(page()))),
    "gzip of euc-kr, undeclared": (KOREAN, http(gzip.compress(page(KOREAN).decode().encode("euc-kr")))),
    "gzip with a wrong sum": (ENGLISH, coded(gzip.compress(page())[:-8] + b"12345678", "gzip")),
    "gzip in chunks": (ENGLISH, chunked(gzip.compress(page())[:90], gzip.compress(page())[90:])),
    "gzip declared, and none": (ENGLISH, coded(page(), "gzip")),
    "br declared, and none": (ENGLISH, coded(page(), "br")),
    "deflate declared, and none": (KOREAN, coded(page(KOREAN), "deflate")),
    "zstd declared, and none": (ENGLISH, coded(page(), "zstd")),
    "a charset declared as a coding": (ENGLISH, coded(page(), "UTF-8")),
    "no coding declared as one": (ENGLISH, coded(page(), "none")),
    "a redirect that declares gzip": (ENGLISH, coded(b"moved", "gzip", status="302 Found\r\nLocation: /there")),
    "a redirect whose gzip is half": (
        ENGLISH,
        coded(half(gzip.compress(page())), "gzip", status="307 Moved\r\nLocation: /there"),
    ),
    "early hints": (ENGLISH, b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n" + http(page())),
    "go on": (ENGLISH, b"HTTP/1.1 100 Continue\r\n\r\n" + http(page())),
    "three interim answers": (
        ENGLISH,
        b"HTTP/1.1 102 Processing\r\n\r\n" + b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 2 + http(page()),
    ),
    "a header line of 40 KB": (ENGLISH, http(page(), f"Content-Security-Policy: img-src {'a.example ' * 4000}")),
    "a cookie of 60 KB": (ENGLISH, http(page(), f"Set-Cookie: a={'b' * 60_000}")),
    "the whole page as a part": (ENGLISH, http(page(), f"Content-Range: bytes 0-{len(page()) - 1}/{len(page())}",
                                               status="206 Partial Content")),
    "refresh header": (ENGLISH, http(b"<p>Loading</p>", "Refresh: 0; url=/there")),
    "refresh header without url": (ENGLISH, http(b"<p>Loading</p>", "Refresh: 3;/there")),
    "refresh header in quotes": (ENGLISH, http(b"<p>Loading</p>", "refresh: 1;URL='/there'")),
    "refresh header on text": (ENGLISH, http(b"Loading", "Refresh: 0; url=there", kind="text/plain")),
    "meta refresh without url": (ENGLISH, http(meta("0;/there", "REFRESH"))),
    "meta refresh with a comma": (ENGLISH, http(meta("1, url = /there"))),
    "meta refresh with a blank": (ENGLISH, http(meta("0 /there"))),
    "meta refresh with entities": (ENGLISH, http(meta("0;url=&#47;there"))),
    "meta refresh from a base": (ENGLISH, http(meta("0;there", head='<base href="/">'))),
    "meta refresh behind a long head": (ENGLISH, http(meta("0;/there", head=f"<style>{'p{}' * 3000}</style>"))),
    "the page reloads itself": (ENGLISH, http(page(), "Refresh: 5")),
    "the page reloads its own address": (ENGLISH, http(page(), "Refresh: 5; url=/here")),
    "refresh after a long time": (ENGLISH, http(page(), "Refresh: 300; url=/advertisement")),
    "meta refresh in a comment": (ENGLISH, http(b"<!-- " + meta("0;/advertisement") + b" -->" + page())),
    "meta refresh without scripts": (
        ENGLISH,
        http(page().replace(b"<head>", b"<head><noscript>" + meta("0;/advertisement") + b"</noscript>")),
    ),
    "refresh to no address": (ENGLISH, http(page(), "Refresh: 0; url=http://[bad/")),
    "refresh to a script": (ENGLISH, http(page(), "Refresh: 0; url=javascript:history.back()")),
    "euc-kr under utf-8": (KOREAN, http(page(KOREAN).decode().encode("euc-kr"))),
    "euc-kr undeclared": (KOREAN, http(page(KOREAN).decode().encode("euc-kr"), kind=UNDECLARED)),
    "big5 undeclared": (TAIWANESE, http(page(TAIWANESE).decode().encode("big5"), kind=UNDECLARED)),
    "big5 under utf-8": (TAIWANESE, http(page(TAIWANESE).decode().encode("big5"))),
    "gbk undeclared": (CHINESE, http(page(CHINESE).decode().encode("gbk"), kind=UNDECLARED)),
    "gbk under latin-1": (CHINESE, http(page(CHINESE).decode().encode("gbk"), kind="text/html; charset=iso-8859-1")),
    "iso-2022-jp undeclared": (JAPANESE, http(page(JAPANESE).decode().encode("iso-2022-jp"), kind=UNDECLARED)),
    "shift_jis undeclared": (JAPANESE, http(page(JAPANESE).decode().encode("shift_jis"), kind=UNDECLARED)),
    "shift_jis under utf-8": (JAPANESE, http(page(JAPANESE).decode().encode("shift_jis"))),
    "euc-jp under shift_jis": (
        JAPANESE, http(page(JAPANESE).decode().encode("euc_jp"), kind="text/html; charset=shift_jis"),
    ),
    "windows-1252 under utf-8": (FRENCH, http(page(FRENCH).decode().encode("cp1252"))),
    "windows-1251 under utf-8": (RUSSIAN, http(page(RUSSIAN).decode().encode("cp1251"))),
    "utf-8 under euc-kr": (KOREAN, http(page(KOREAN), kind="text/html; charset=euc-kr")),
    "utf-16 without a mark": (KOREAN, http(page(KOREAN).decode().encode("utf-16-le"))),
    "utf-16 of the other order": (ENGLISH, http(page().decode().encode("utf-16-be"), kind=UNDECLARED)),
    "utf-16 with a mark": (JAPANESE, http(page(JAPANESE).decode().encode("utf-16"))),
    "utf-16 of plain words": (ENGLISH, http(ENGLISH.encode("utf-16-le"), kind="text/plain")),
    "utf-16 of Korean words": (KOREAN, http(KOREAN.encode("utf-16-be"), kind="text/plain; charset=utf-16be")),
    "utf-16 declared, and none": (KOREAN, http(page(KOREAN), kind="text/html; charset=utf-16")),
    "an unknown charset": (KOREAN, http(page(KOREAN), kind="text/html; charset=utf8mb4")),
    "a stray zero": (ENGLISH, http(page().replace(b"</h1>", b"\0</h1>"))),
}  # fmt: skip
RESET = "a connection that is cut, without a length"
CUT, NOT_TEXT = ("server_error", "no whole answer came"), ("ok", "the bytes are not text")
NO_STATUS = ("server_error", "no HTTP status")
# The verdict, a part of the reason, and the answer.
BAD: dict[str, tuple[tuple[str, str], bytes]] = {
    "half of gzip": (CUT, coded(half(gzip.compress(LONG)), "gzip")),
    "half of x-gzip": (CUT, coded(half(gzip.compress(LONG)), "x-gzip")),
    "half of deflate": (CUT, coded(half(zlib.compress(LONG)), "deflate")),
    "half of raw deflate": (CUT, coded(half(raw_deflate(LONG)), "deflate")),
    "half of br": (CUT, coded(half(brotli.compress(LONG)), "br")),
    "half of zstd": (CUT, coded(half(zstd.compress(LONG)), "zstd")),
    "half of gzip, undeclared": (CUT, http(half(gzip.compress(LONG)))),
    "half of gzip, in chunks with an end": (CUT, chunked(half(gzip.compress(LONG)))),
    "half of the inner gzip": (CUT, coded(gzip.compress(half(gzip.compress(LONG))), "gzip")),
    "gzip with noise in it": (CUT, coded(gzip.compress(LONG)[:200] + NOISE, "gzip")),
    "noise declared as br": (CUT, coded(NOISE, "br")),
    "shorter than declared": (CUT, http(LONG, length=len(LONG) + 1)),
    "nothing of what was declared": (CUT, http(b"", length=500)),
    "gzip shorter than declared": (CUT, coded(gzip.compress(LONG), "gzip", length=99_999)),
    "chunks without an end": (CUT, chunked(LONG, end=b"")),
    "a chunk that is cut off": (CUT, chunked(LONG, end=b"ffff\r\nand then")),
    RESET: (("server_error", ""), http(LONG).replace(b"Content-Length", b"X-Length")),
    "a part that nobody requested": (
        CUT, http(page(), f"Content-Range: bytes 0-{len(page()) - 1}/99999", status="206 Partial Content"),
    ),
    "noise": (NOT_TEXT, http(NOISE)),
    "noise without a charset": (NOT_TEXT, http(NOISE, kind=UNDECLARED)),
    "a head and then noise": (NOT_TEXT, http(b"<!doctype html><html><body><p>" + NOISE)),
    "zeros": (NOT_TEXT, http(bytes(4000))),
    "a PNG": (NOT_TEXT, http(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + NOISE)),
    "a JPEG": (NOT_TEXT, http(b"\xff\xd8\xff\xe0\0\x10JFIF\0" + NOISE)),
    "a zip file": (NOT_TEXT, http(b"PK\x03\x04\x14\0\0\0\x08\0" + NOISE)),
    "brotli undeclared": (NOT_TEXT, http(brotli.compress(LONG))),
    "an unknown coding": (NOT_TEXT, coded(b"\x1f\x9d\x90" + NOISE, "compress")),
    "noise as plain text": (NOT_TEXT, http(NOISE, kind="text/plain")),
    "gzip of noise": (NOT_TEXT, coded(gzip.compress(NOISE), "gzip")),
    "999": (("blocked", "HTTP 999"), http(page(), status="999 Request denied")),
    "1000": (NO_STATUS, http(page(), status="1000 Odd")),
    "a status of ten digits": (NO_STATUS, http(page(), status="9999999999 Odd")),
    "0": (NO_STATUS, http(page(), status="0 Odd")),
    "-200": (NO_STATUS, http(page(), status="-200 x")),
    "42": (NO_STATUS, http(page(), status="42 Odd")),
    "600": (("server_error", "HTTP 600"), http(page(), status="600 Odd")),
    "a status in words": (("server_error", "connection failed"), http(page(), status="OK")),
    "412 to everyone": (("blocked", "HTTP 412"), http(page(), status="412 Precondition Failed")),
    "a 404 whose gzip is half": (
        ("gone", "HTTP 404"), coded(half(gzip.compress(LONG)), "gzip", status="404 Not Found"),
    ),
    "a redirect to itself": (("server_error", "lead nowhere"), http(status="302 Found\r\nLocation: /here")),
}  # fmt: skip


def _with_etag(answer: bytes) -> bytes:
    return answer.replace(b"Connection: close", b'ETag: "bad"\r\nConnection: close', 1)


@dataclass
class Found:
    """What two crawls left of the sources, by their names."""

    sources: dict[str, dict[str, Any]]
    fetches: dict[str, list[Fetch]]
    etags: dict[str, str | None]  # that the next crawl sends


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """Crawl all of them twice: each good answer, each bad one, and each bad one after a good page."""
    settings = {"SPLASH_URL": "", "ARCHIVE_URL": "", "IGNORE_URLS": "", "PLATFORMS_DIR": "", "RENDER_POLICY": ""}
    crawls = Crawls(tmp_path_factory.mktemp("honest"), settings)
    hosts = dict(zip((*GOOD, *BAD), CASE_HOSTS * 2, strict=False))
    before = http(page(KOREAN), 'ETag: "good"')
    with Site() as site:
        site.add("/there", Raw(answered=http(page())))
        urls = {name: site.add("/here", Raw(answered=answer), host=hosts[name]) for name, (_, answer) in GOOD.items()}
        for name, (_, answer) in BAD.items():
            site.add("/bad", Raw(answered=answer.replace(b"/here", b"/bad"), reset=name == RESET), host=hosts[name])
            urls[name] = site.url("/bad", hosts[name])
            urls[f"later {name}"] = site.add("/later", Raw(answered=before), host=hosts[name])
        crawls.note("a.md", *urls.values())
        crawls.run()
        for name, (_, answer) in BAD.items():
            later = Raw(answered=_with_etag(answer.replace(b"/here", b"/later")), reset=name == RESET)
            site.add("/later", later, host=hosts[name])
        crawls.run("-a", "refresh=all")
    with crawls.reading() as session:
        etags = dict(session.execute(select(Source.cited_url, Source.etag)).all())
        sources = {url: source for source in feed_sources(session) for url in source["cited_urls"]}
    fetches = crawls.fetches()
    return Found(
        {name: sources[url] for name, url in urls.items()},
        {name: [fetch for fetch in fetches if fetch.url == url] for name, url in urls.items()},
        {name: etags[url] for name, url in urls.items()},
    )


@pytest.mark.parametrize("name", GOOD)
def test_the_text_that_was_meant_is_the_article(found: Found, name: str) -> None:
    source = found.sources[name]

    assert GOOD[name][0].strip() in (source["text"] or "")
    assert {fetch.verdict for fetch in found.fetches[name]} == {"ok"}


@pytest.mark.parametrize("name", BAD)
def test_an_answer_that_is_broken_is_no_article(found: Found, name: str) -> None:
    (verdict, reason), _ = BAD[name]

    assert not found.sources[name]["text"]
    assert not found.sources[name]["content_hash"]
    assert [fetch.verdict for fetch in found.fetches[name]] == [verdict] * 2
    assert all(reason in fetch.evidence["reason"] for fetch in found.fetches[name])


@pytest.mark.parametrize("name", BAD)
def test_an_answer_that_is_broken_replaces_no_article(found: Found, name: str) -> None:
    later = f"later {name}"

    assert KOREAN.strip() in found.sources[later]["text"]
    assert [fetch.verdict for fetch in found.fetches[later]] == ["ok", BAD[name][0][0]]
    assert found.etags[later] == '"good"'
