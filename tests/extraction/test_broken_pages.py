"""No page is an error: whatever stands in it, wherever its bytes broke."""

from __future__ import annotations

import json
import random
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.breakage import SMALL
from crawler.extraction import UnsupportedContentError, extract, extract_and_judge
from crawler.extraction.judging import Answer

if TYPE_CHECKING:
    from benchmarks.breakage import Breakage

URL = "https://e.example/page"
PAGES = Path(__file__).resolve().parent.parent / "pages"
NAMES = sorted(folder.name for folder in PAGES.iterdir() if folder.is_dir())
MUTANTS = 64  # of each page

PLACES = (
    "<article><p>{}</p></article>",
    "<article><pre>{}</pre></article>",
    "<article><pre><code class='language-{}'>x</code></pre></article>",
    "<article><p>words <img src='/a.png' alt='{}'></p></article>",
    "<article><p>words <img src='/{}'></p></article>",
    "<article><p>words <a href='/{}'>link</a></p></article>",
    "<article><p>words <a href=/{} >link</a></p></article>",
    "<title>{}</title><article><p>words</p></article>",
    "<meta name=author content='{}'><meta name=date content='{}'><article><p>words</p></article>",
    "<base href='https://e.example/{}'><article><p>words <a href='b'>link</a></p></article>",
)
CODE_POINTS = st.one_of(
    st.integers(0, 40), st.sampled_from([0x7F, 0x80, 0x9F, 0xD800, 0xDFFF, 0xFFFD, 0xFFFE, 0xFFFF, 0x10FFFF, 0x110000])
)
REFERENCES = st.builds(
    str.format, st.sampled_from(["&#{};", "&#{} ", "&#x{:x};", "&#X{:X}", "&#0{};", "&#&#{};8;"]), CODE_POINTS
)
WORDS = st.lists(st.one_of(st.text(st.characters(), max_size=8), REFERENCES, st.sampled_from(list("\0\b\v\f\x1b<>&'"))))


def article_or_refusal(body: bytes | str) -> None:
    with suppress(UnsupportedContentError):
        extract(body, URL, "text/html")


@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(words=WORDS)
def test_any_text_may_stand_anywhere(place: str, words: list[str]) -> None:
    article_or_refusal(place.replace("{}", "".join(words)))


@pytest.mark.parametrize(
    "written", ["\b", "\x1b", "\0", "\uffff", "&#8;", "&#x1B;", "&#xFFFF;", "&#65534 ", "&#&#8;8;"]
)
def test_what_is_no_xml_costs_no_words(written: str) -> None:
    page = f"<article><p>some {written} words</p><pre>a{written} = 1</pre><img alt='{written}' src='/{written}a.png'>"
    article = extract(page, URL)

    assert re.findall(r"\w{2,}", article.text) == ["some", "words"]
    assert "= 1" in article.text
    assert len(article.images) == 1


def test_a_form_feed_parts_attributes_and_words() -> None:
    assert extract("<article><p\fclass=a>one\ftwo&#12;three</p></article>", URL).text == "one two three"


def test_what_is_no_xml_is_taken_out_of_an_embedded_source_as_well() -> None:
    post = {"Post:1": {"body": "some <b>&#8;words</b>\n\n<div>and\x1b more</div>", "released_at": "2021-03-14"}}
    page = f"<html><body><script>window.__APOLLO_STATE__={json.dumps(post)}</script></body></html>"

    assert extract(page, "https://velog.io/@who/post").markdown == "some **words**\n\nand more"


@pytest.mark.parametrize("tag", ["leaf", "nest", "wrapper", "skipped", "row", "x-y"])
def test_an_element_that_is_none_of_html_holds_words(tag: str) -> None:
    assert extract(f"<article><p>some <{tag}>words</{tag}></p></article>", URL).text == "some words"


@pytest.mark.parametrize(
    "markup",
    [
        "<ol start={}><li>words",
        "<table><tr><th colspan={}>words<th rowspan={}>words",
        "<meta name=date content='14 Mar 2021 17:22 +{}'><p>words",
        "<p>words<img src=a.png srcset='a.png {}w'>",
    ],
)
def test_a_number_may_be_too_long(markup: str) -> None:
    assert "words" in extract(f"<article>{markup.replace('{}', '9' * 5_000)}</article>", URL).text


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("mutate", SMALL)
def test_a_golden_page_may_break_anywhere(name: str, mutate: Breakage) -> None:
    chance = random.Random(name)
    page = (PAGES / name / "page.html").read_bytes()
    for _ in range(MUTANTS // len(SMALL)):
        article_or_refusal(mutate(page, chance))


def test_a_body_may_be_beyond_what_is_read() -> None:
    assert extract(b"<html><head>" + b"<meta name=a>" * 60_000 + b"</head><body><p>words</p>", URL).title is None


@pytest.mark.parametrize("bulk", ["<style>.a>b{{}}{}</style>", "<svg><g><path d='{}'/></g></svg>"])
def test_what_is_no_content_does_not_push_the_article_out_of_a_long_page(bulk: str) -> None:
    page = f"<body>{bulk.format('m0 0' * 500_000)}<article><p>The words of the article.</p></article>"

    assert extract(page, URL).text == "The words of the article."


PROSE = "<p>Words of an article that go on for long enough to be taken for prose by any extractor there is.</p>" * 4


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "markup",
    [
        f"<div class='admonition note'><p class='title{'_a' * 200}!'>words</p></div>",
        f"<pre><span class='select-none'>a@{'1' * 200_000} </span>x = 1</pre>",
        f"<p>words<span class='note'>[note{chr(10) * 200_000}<span class='footnote'>b</span></span></p>",
        f"<p>words<img src='{'https://postfiles.pstatic.net/' * 20_000}'></p>",
        f"<span class='math inline'>\\({{\\displaystyle{' ' * 200_000}}}x</span>" * 20,
        f"<h1>{'#' * 200_000}x</h1>",
        f"<base href='/{'a' * 200_000}/'>" + "<p>a <a href=a>b</a></p>" * 5_000,
        f"<script src='/{'.awswaf.com/-' * 30_000}'></script>",
        f"<p>{'<a href=/a>1</a> ' * 18_000}</p>",
        f"<p>{'<i>a</i> ' * 18_000}</p>",
        "<p>14 कखगघचछजझटठडढतथ 14 कखगघचछजझटठडढतथ 14 कखगघचछजझटठडढतथ</p>" * 10_000,
        f"<p>{'a [1] ' * 120_000}</p><hr><p>[1] The one note.</p>",
    ],
    ids=range(12),
)
def test_no_text_makes_cleaning_take_long(markup: str) -> None:
    answer = Answer(url=URL, final_url=URL, status=200)
    article, _ = extract_and_judge(f"<article>{PROSE}{markup}</article>".encode(), answer)

    assert article.text


@pytest.mark.timeout(60)
def test_no_address_makes_judging_take_long() -> None:
    answer = Answer(url=URL, final_url=f"https://e.example/{'a/' * 100_000} ", status=200)
    _, judgement = extract_and_judge(f"<article>{PROSE}</article>".encode(), answer)

    assert judgement is None


@pytest.mark.timeout(60)
def test_no_markdown_makes_reading_take_long() -> None:
    assert (
        extract(f"# C# {'#' * 100_000}\n\n# {'# ' * 50_000}x", "https://e.example/a.md", "text/markdown").title == "C#"
    )
