"""Which plain pages wait for a browser, and which are whole. The shells are modelled on what builders write."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest
from lxml.html import tostring

from crawler.extraction.dom import parse
from crawler.platforms.recognise import recognise
from crawler.platforms.selectors import select
from crawler.rendering.thin import is_page, look, may_need_more, stands_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

URL = "https://a.example/post/1"
TEXT = "<p>서버는 밤새 말이 없고 로그만 길게 남았다. 아침에 읽어 보니 디스크가 차 있었다.</p>"
MENU = "<nav><a href='/'>Home</a></nav><header>A site with a name and a long claim of what it is about</header>"
BUNDLE = '<script defer src="/static/js/main.3f1c.js"></script>'
MODULE = '<script type="module" crossorigin src="/assets/index-b81f.js"></script>'

SHELLS = {
    "CRA": f"{BUNDLE}<noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>",
    "Vite": f'{MODULE}<div id="app"></div>',
    "Vite with a spinner": f'{MODULE}<div id="app"><p>Loading, please wait …</p></div>',
    "Next": '<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{"props":{}}</script>'
    '<script src="/_next/static/chunks/main.js" async></script>',
    "Nuxt": '<div id="__nuxt"><div class="loader"></div></div><script>window.__NUXT__={}</script>',
    "Gatsby": f'<div id="___gatsby"></div>{BUNDLE}',
    "Angular": '<app-root></app-root><script src="runtime.js" type="module"></script>',
    "SPA with its chrome": f"{MENU}<main></main><footer>{'terms ' * 200}</footer>{BUNDLE}",
    "SPA without a sign": f"{MENU}<div class=page></div>{BUNDLE}",
    "naver's frame": '<script>var blogId = "x";</script><iframe id="mainFrame" src="/PostView.naver?logNo=1"></iframe>',
    "frame set": '<html><head><title>t</title></head><frameset cols="20%,*"><frame src="menu.html">'
    '<frame src="post.html"></frameset></html>',
    "frame without a script": '<iframe src="inner.html"></iframe>',
    "refresh": '<meta http-equiv="Refresh" content="0; url=/new">' + TEXT * 20,
    "redirect by script": "<script>location.replace('/new')</script><p>Moved.</p>",
    "tistory with an empty skin": f'<div class="tt_article_useless_p_margin contents_style"></div>{BUNDLE}'
    f'<div class="sidebar">{TEXT * 30}</div>',
    "page that demands scripts": f"{BUNDLE}<noscript>자바스크립트를 켜 주세요.</noscript>{TEXT * 8}",
}

WHOLE = {
    "an article": f"{MENU}<article><h1>Log</h1>{TEXT * 12}</article>{BUNDLE}",
    "a short page without scripts": f"<h1>Memo</h1>{TEXT}",
    "an empty page without scripts": "<p></p>",
    "a rendered app": f'<div id="root"><main>{TEXT * 12}</main></div>{BUNDLE}'
    "<noscript>You need to enable JavaScript to run this app.</noscript>",
    "comments that demand scripts": f"<article>{TEXT * 20}</article><noscript>Please enable JavaScript to view the "
    f"comments.</noscript>{BUNDLE}",
    "a widget's root": f"<article>{TEXT * 60}</article><div id='app'></div>{BUNDLE}",
    "an article with a film": f'<article>{TEXT * 20}</article><iframe src="https://video.example/1"></iframe>{BUNDLE}',
    "a page that stays fresh": f'<meta http-equiv="refresh" content="300; url=/other">{TEXT * 12}',
    "a page that loads itself again": f'<meta http-equiv="refresh" content="5">{TEXT * 12}',
    "a refresh for those without scripts": f'<noscript><meta http-equiv="refresh" content="0; url=/plain"></noscript>'
    f"{TEXT * 12}",
    "data that is no script": f'<script type="application/ld+json">{{}}</script>{TEXT}',
    "a short post of a known platform": f'<div class="tt_article_useless_p_margin">{TEXT}</div>{BUNDLE}',
    "a picture of a known platform": f'<div class="tt_article_useless_p_margin"><img src="a.png"></div>{BUNDLE}',
}


def thin(markup: str) -> str | None:
    return look(markup.encode(), URL, "text/html; charset=utf-8").thin


@pytest.mark.parametrize("name", SHELLS)
def test_a_shell_is_thin(name: str) -> None:
    assert thin(SHELLS[name])


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_page_is_not(name: str) -> None:
    assert thin(WHOLE[name]) is None


@pytest.mark.parametrize("name", SHELLS)
def test_a_shell_stands_for_nothing_that_its_scripts_make_of_it(name: str) -> None:
    assert not stands_for(SHELLS[name].encode(), f"<article>{TEXT * 12}</article>", URL, "text/html; charset=utf-8")


def test_a_document_stands_for_what_scripts_left_as_it_was_or_nearly() -> None:
    document, kind = f"<article>{TEXT * 12}</article>{BUNDLE}".encode(), "text/html; charset=utf-8"

    assert stands_for(document, f"<article>{TEXT * 12}</article>", URL, kind)
    assert stands_for(document, f"<article>{TEXT * 12}</article><p>3 likes</p>", URL, kind)
    assert not stands_for(document, f"<article>{TEXT * 12}</article><div>{TEXT * 3}</div>", URL, kind)


def test_the_reason_names_what_was_seen() -> None:
    assert thin(SHELLS["CRA"]) == "empty app root #root"
    assert thin(SHELLS["Angular"]) == "empty app root <app-root>"
    assert thin(SHELLS["refresh"]) == "meta refresh"
    assert thin(SHELLS["tistory with an empty skin"]) == "tistory with no content"


def test_scripts_are_modern_where_they_are_modules_with_nothing_beside_them() -> None:
    found = [look(page.encode(), URL, "text/html").modern for page in (MODULE, BUNDLE, MODULE + "<script nomodule>")]

    assert found == [True, False, False]


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 50_000 + "deep",
        "",
        "\0",
        "<meta http-equiv=refresh content='0;url=http://[x'>",
        f"<meta http-equiv=refresh content='{' ' * 100_000}\"x\"y'>",
        f"<meta http-equiv=refresh content='{'0' * 100_000}'>",
    ],
    ids=["deep", "empty", "NUL", "bracket", "blanks", "digits"],
)
def test_no_page_is_too_broken_to_look_at(markup: str) -> None:
    assert thin(markup) is None


def test_a_page_is_html_whatever_its_address_says() -> None:
    assert is_page(b"<!doctype html><p>x", URL, None)
    assert not is_page(b"%PDF-1.4", URL, "text/html")
    assert not is_page(b"\0\0", URL, "video/mp4")


def test_of_saved_pages_no_whole_one_is_thin_and_few_emptied_ones_are_not(shared: Path) -> None:
    whole = [page for page in _saved(shared) if look(page, URL, "text/html").thin]
    emptied = [look(page, URL, "text/html").thin for page in _emptied(shared)]

    print(f"thin: {len(whole)} whole pages taken for thin; {emptied.count(None)} of {len(emptied)} emptied ones missed")
    assert len(whole) == 0
    assert emptied.count(None) <= 9
    assert len(emptied) >= 78


def _saved(shared: Path) -> Iterator[bytes]:
    for path in sorted((shared / "pages").glob("*/*.html*")):
        yield gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def _emptied(shared: Path) -> Iterator[bytes]:
    """Yield those saved pages that have scripts and one element with their content, without what it holds."""
    for page in _saved(shared):
        tree = parse(page.decode("utf-8", "replace"))
        platform = recognise(URL, tree)
        places = list(select(tree, platform.content)) if platform else []
        for selector in ("#app, #root, #__nuxt", "main, [role=main]", "article"):
            places = places or list(select(tree, (selector,)))
        if places and tree.find(".//script") is not None:
            for place in places:
                for child in list(place):
                    place.remove(child)
                place.text = "Loading …"
            yield tostring(tree, encoding="utf-8")


DEMANDS = [
    "JavaScript is not available.",
    "Please enable JS and disable any ad blocker",
    "자바스크립트를 사용할 수 없습니다.",
    "このページを表示するにはスクリプトを有効にしてください。",
    "请启用浏览器的脚本功能",
    "請開啟指令碼",
    "Включите джаваскрипт или скрипты в браузере",
    "يرجى تفعيل جافا سكريبت",
    "กรุณาเปิดใช้งานจาวาสคริปต์",
    "Ενεργοποιήστε τη JavaScript",
]


@pytest.mark.parametrize("demand", DEMANDS)
@pytest.mark.parametrize("script", [BUNDLE, ""])
def test_a_page_that_only_demands_scripts_is_thin_and_goes_up_further(demand: str, script: str) -> None:
    page = (
        f"<html><head><title></title></head><body><noscript><p>{demand}</p></noscript>{script}<div></div></body></html>"
    )
    seen = look(page.encode(), URL, "text/html; charset=utf-8")

    assert (seen.thin is not None, seen.demands) == (True, True)
    assert may_need_more(page.encode())


def test_a_noscript_without_a_demand_needs_no_look() -> None:
    pixel = '<noscript><img src="https://a.example/pixel.gif"></noscript>'
    page = pixel + '<script type="text/javascript">a()</script>' + "<noscript>" * 200_000  # seconds, were all looked at

    assert not may_need_more(page.encode())
    assert not may_need_more(b"<p>No noscript at all.</p>")
    assert not look(pixel.encode(), URL, None).demands


@pytest.mark.parametrize("content", ["0;/there", "0; /there", "0 /there", "3;URL=/there", "0;'/there'", "0.5,/there"])
def test_a_refresh_leads_away_with_url_or_without(content: str) -> None:
    page = f'<html><head><META HTTP-EQUIV="REFRESH" CONTENT="{content}"></head><body></body></html>'

    assert look(page.encode(), URL, None).thin == "meta refresh"
