from __future__ import annotations

import pytest

from crawler.notes import extract_citations
from crawler.notes.rewriting import rewrite

OLD, NEW = "https://old.kr/p", "https://new.kr/q"


def changed(text: str, *, old: str = OLD, new: str = NEW) -> str:
    return rewrite(text, lambda citation: new if citation.url == old else None, extract_citations).text


@pytest.mark.parametrize(
    "text",
    [
        "출처: {}\n",
        "See <{}>.",
        "[글]({}) 그리고 [다른 글](https://old.kr/page)",
        '- [글](<{}> "제목")\n',
        "[글][a]\n\n[a]: {} 'title'\n",
        "[^1] 각주\n\n[^1]: {}\n",
        '<a href="{}">글</a>',
        "---\nsource: {}\n---\n",
        "| a | b |\n| - | - |\n| [글]({}) | x |\n",
        "```python\n# 출처: {}\n```\n",
        "\ufeff# CRLF\r\n\r\n{}\r\n끝\r",
    ],
)
def test_an_address_is_replaced_in_every_form_and_nothing_else_is(text: str) -> None:
    assert changed(text.format(OLD)) == text.format(NEW)


def test_an_address_that_another_one_begins_with_is_told_from_it() -> None:
    assert changed(f"[a]({OLD}age) [b]({OLD})") == f"[a]({OLD}age) [b]({NEW})"


def test_a_definition_serves_all_its_references() -> None:
    result = rewrite(f"[a][x]\n\n[b][x]\n\n[x]: {OLD}\n", lambda _: NEW, extract_citations)

    assert result.text == f"[a][x]\n\n[b][x]\n\n[x]: {NEW}\n"
    assert [(citation.line, address) for citation, address in result.done] == [(1, NEW), (3, NEW)]


def test_what_is_code_or_a_comment_stays() -> None:
    assert changed(f"`{OLD}` <!-- {OLD} --> {OLD}") == f"`{OLD}` <!-- {OLD} --> {NEW}"


def test_a_label_that_spells_the_address_stays() -> None:
    assert changed(f"[{OLD}]({OLD})") == f"[{OLD}]({NEW})"


def test_signs_of_markdown_in_the_new_address_are_escaped() -> None:
    assert changed(f"[a]({OLD})", new="https://new.kr/a (b)|c") == "[a](https://new.kr/a%20%28b%29%7Cc)"


def test_a_place_that_would_be_read_otherwise_is_left() -> None:
    text = f"{OLD}/을"
    result = rewrite(text, lambda _: "not a url", extract_citations)

    assert (result.text, result.done) == (text, [])
    assert [citation.url for citation in result.left] == [citation.url for citation in extract_citations(text)]


def test_rewriting_twice_changes_nothing_more() -> None:
    once = changed(f"[a]({OLD}) {OLD}")

    assert changed(once) == once == f"[a]({NEW}) {NEW}"
