from __future__ import annotations

import pytest
from lxml import html

from crawler.extraction import extract
from crawler.extraction.writing.markup import to_html

MANY = 200_000
URL = "https://e.example/page"


def test_what_could_act_is_taken_away() -> None:
    tree = html.fromstring(
        '<article><p onclick="x()">a<script>x()</script><a href="javascript:x()">b</a></p></article>'
    )

    assert to_html(tree) == "<p>a<a>b</a></p>"


def test_so_many_ampersands_are_sanitised_as_well() -> None:
    tree = html.fromstring('<article><p onclick="x()">text</p><img alt="picture"></article>')
    tree[0].text = "a & " * MANY
    tree[1].set("alt", "&<" * MANY)

    assert to_html(tree) == f'<p>{"a &amp; " * MANY}</p><img alt="{"&amp;&lt;" * MANY}">'


def test_so_many_scripts_of_old_come_to_an_end() -> None:
    tree = html.fromstring("<article><img><pre>&amp;{x}</pre></article>")
    tree[0].set("src", "https://e.example/?" + "&{" * MANY)

    assert to_html(tree) == f'<img src="https://e.example/?{"&amp;%7B" * MANY}"><pre>&amp;{{x}}</pre>'


@pytest.mark.parametrize("content_type", ["text/html", "text/markdown", "text/plain"])
def test_a_page_of_ampersands_comes_to_an_end(content_type: str) -> None:
    article = extract("<p onclick='x()'>" + "a & " * MANY + "</p><script>x()</script>", URL, content_type)

    assert article.html.count("&amp;") == MANY
    assert "<p onclick" not in article.html
    assert "<script" not in article.html


@pytest.mark.parametrize("text", ['a < b > c & d " e', "&lt;b&gt; &amp;amp; &quot;", "&{x} &nbsp; \xa0 &#1; &"])
def test_a_text_is_the_same_in_html(text: str) -> None:
    tree = html.fromstring('<article><p></p><a href="https://e.example/?a=1&amp;lt=2">x</a></article>')
    tree[0].text = text

    written = html.fromstring(to_html(tree))

    assert written.text_content() == text + "x"
    assert written.find("a").get("href") == "https://e.example/?a=1&lt=2"
