from __future__ import annotations

import pytest
from lxml import html

from crawler.platforms import all_platforms
from crawler.platforms.check import faults
from crawler.platforms.recognise import recognise
from crawler.platforms.selectors import compiled, needs, select, values


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://a.tistory.com/1", "tistory"),
        ("https://velog.io/@a/b", "velog"),
        ("https://m.blog.naver.com/a/1", "naver_blog"),
        ("https://unix.stackexchange.com/questions/1", "stack_exchange"),
        ("https://gist.github.com/a/1", "gist"),
        ("https://ko.wikipedia.org/wiki/a", "mediawiki"),
    ],
)
def test_a_platform_is_known_by_its_host(url: str, name: str) -> None:
    platform = recognise(url, html.document_fromstring("<p>"))

    assert platform is not None
    assert platform.name == name


def test_a_host_that_only_ends_like_one_is_not_it() -> None:
    assert recognise("https://nottistory.com/1", html.document_fromstring("<p>")) is None


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ('<meta name="google-adsense-platform-domain" content="tistory.com"><p>', "tistory"),
        ('<div id="postViewArea">', "naver_blog"),
        ('<meta name="generator" content=" Docusaurus v3.1.0"><p>', "docusaurus"),
        ('<link rel="stylesheet" href="../_static/pygments.css?v=1"><p>', "sphinx"),
        ('<meta property="al:android:package" content="com.medium.reader"><p>', "medium"),
        ("<p></p><script>window.__APOLLO_STATE__={'released_at': 1}</script>", "velog"),
    ],
)
def test_a_platform_is_known_by_what_its_page_says(page: str, name: str) -> None:
    platform = recognise("http://127.0.0.1:8000/", html.document_fromstring(page))

    assert platform is not None
    assert platform.name == name


def test_no_platform_of_ours_has_a_fault() -> None:
    assert [fault for platform in all_platforms() for fault in faults(platform)] == []


def test_a_generator_is_looked_for_in_lower_case() -> None:
    generators = [generator for platform in all_platforms() for generator in platform.generators]

    assert generators == [generator.lower() for generator in generators]


def test_the_first_selector_that_finds_something_counts() -> None:
    tree = html.document_fromstring('<p class="a"> </p><p class="b" title="two">one</p>')

    assert values(tree, [".a", ".b"]) == ["one"]
    assert values(tree, [".b@title", ".b"]) == ["two"]


@pytest.mark.parametrize(
    "page",
    [
        '<meta name="generator" content="Made with Hugo"><p>',
        '<div class="vp-doc"><p>',
        "<p>Sign: /_static/pygments.css, generator: mkdocs, ytInitialPlayerResponse</p>",
        '<article class="page"><div class="page-body"><p></div></article>',
    ],
)
def test_a_page_that_only_speaks_of_a_platform_is_none_of_its(page: str) -> None:
    assert recognise("https://notes.example.org/", html.document_fromstring(page)) is None


def test_a_selector_is_looked_for_by_its_classes_and_ids() -> None:
    assert needs("div.a-b[data-x='.c#d'] > #e") == {"a-b", "e"}
    assert needs("a.b:not(.c)") == set()
    assert needs('/html/head/meta[@name=".a"]') == set()


def test_what_an_element_is_within_is_a_condition_on_it() -> None:
    tree = html.document_fromstring('<div class="a"><p><b id="1"></b></p></div><p><b id="2"></b></p>')

    assert [e.get("id") for e in select(tree, [".a b", "div.a > p > b", ".a p b"])] == ["1", "1", "1"]
    assert list(select(tree, [".a > b"])) == []
    assert "descendant-or-self::*/" not in compiled(".a .b > .c").path
