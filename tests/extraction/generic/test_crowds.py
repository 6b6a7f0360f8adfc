from __future__ import annotations

from lxml import html

from crawler.extraction.generic.crowds import thin_out


def thinned(markup: str) -> str:
    tree = html.fromstring(f"<div>{markup}</div>")
    thin_out(tree)
    return html.tostring(tree, encoding="unicode")


def test_the_words_of_a_crowded_line_are_one_text_between_what_is_no_word() -> None:
    line = "a <i>b</i> " * 60

    assert thinned(f"{line}<p>c</p>{line}") == f"<div>{'a b ' * 60}<p>c</p>{'a b ' * 60}</div>"


def test_a_crowd_of_links_is_one_link() -> None:
    assert thinned("<a href='/x'>bb</a>," * 101) == f'<div><a href="#">{"bb," * 101}</a></div>'


def test_a_line_of_few_elements_stays() -> None:
    line = "a <i>b</i> " * 100

    assert thinned(line) == f"<div>{line}</div>"
