"""What a note says around a citation: title, headings, label, marker, form, context."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from crawler.notes import Form, extract_citations, parse_note

if TYPE_CHECKING:
    from crawler.notes import Citation

URL = "https://spring.io/x"


def only(note: str) -> Citation:
    (citation,) = extract_citations(note)
    return citation


@pytest.mark.parametrize(
    ("note", "title"),
    [
        ("---\ntitle: '머리 글'\n---\n# 제목", "머리 글"),
        ("## 작은\n\n# **큰** `제목` #", "큰 제목"),
        ("제목\n===\n글", "제목"),
        ("## 작은\n### 더", "작은"),
        ("```\n# 주석\n```\n글", "파일"),
        ("\ufeff# 제목\r\n글", "제목"),
        ("", "파일"),
    ],
)
def test_a_note_has_a_title(note: str, title: str) -> None:
    assert parse_note(note, fallback_title="파일").title == title


@pytest.mark.parametrize(
    ("note", "headings"),
    [
        (f"# a\n## b\n## c\n### d\n{URL}", ("a", "c", "d")),
        (f"## b\n# a\n{URL}", ("a",)),
        (f"a\n==\nb\n--\n{URL}", ("a", "b")),
        (f"# a\n글\n글\n---\n{URL}", ("a",)),
        (f"# a\n- # b\n  {URL}", ("a", "b")),
        (f"# a\n- ## b\n- {URL}", ("a",)),
        (f"# `@mock.patch` [글](b.md) {{#id}}\n{URL}", ("@mock.patch 글",)),
        (f"# a\n```\n# b\n```\n{URL}", ("a",)),
        (f"#a\n{URL}", ()),
        (f"# a\n## [b]({URL})", ("a", "b")),
    ],
)
def test_the_headings_above_are_kept(note: str, headings: tuple[str, ...]) -> None:
    assert only(note).headings == headings


@pytest.mark.parametrize(
    ("note", "marker"),
    [
        (f"출처: {URL}", "출처:"),
        (f"***출처 : [a]({URL})***", "출처 :"),
        (f"- **Reference**: {URL}", "Reference:"),
        (f"(이미지 출처: {URL})", "출처:"),
        (f"[출처]({URL})", "출처"),
        (f"[[참고 자료]]({URL})", "참고 자료"),
        (f"[출처: 블로그]({URL})", "출처:"),
        (f"원문 링크: {URL}", "원문 링크:"),
        (f"[이미지 출처]({URL})", "출처"),
        (f"[그림 출처 : {URL}]({URL}y)", "출처 :"),
        (f"[{URL}?source:1]({URL})", None),
        (f"참고\n\n{URL}", "참고"),
        (f"- **Ref.**\n  - {URL}", "Ref"),
        (f"> [!cite]- 참고 자료\n> {URL}", "참고 자료"),
        (f"<summary>참고 자료</summary>\n\n<div markdown='1'>\n\n- {URL}\n</div>", "참고 자료"),
        (f"## 참고한 글들\n{URL}", "참고한 글들"),
        (f"## 📚 References\n- {URL}", "📚 References"),
        (f"## 참고 및 출처\n### 블로그\n- {URL}", "참고 및 출처"),
        (f"## 레퍼런스 ##\n* {URL}", "레퍼런스"),
        (f"---\nsource: {URL}\n---", "source:"),
        (f"---\nreferences:\n  - {URL}\n---", "references"),
        (f"```\n# 출처: {URL}\n```", "출처:"),
        (f"글\n\n    참고 : {URL}", "참고 :"),
        (f"More: {URL}", None),
        (f"## Resources\n{URL}", None),
        (f"## Preferences\nhref: {URL}", None),
        (f"참고로 글\n{URL}", None),
        (f"출처\n\n글\n\n{URL}", None),
    ],
)
def test_the_nearest_marker_is_kept(note: str, marker: str | None) -> None:
    assert only(note).marker == marker


def test_a_marker_on_the_line_before_holds_for_the_list_below() -> None:
    note = f"**출처**\n- {URL}1\n- {URL}2\n\n- {URL}3\n\n글\n\n- {URL}4"

    assert [citation.marker for citation in extract_citations(note)] == ["출처", "출처", "출처", None]


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(f"글 {URL}", id="text behind a list"),
        pytest.param(f"[^1]: {URL}", id="a footnote"),
        pytest.param(f"> - {URL}", id="a quote"),
    ],
)
def test_a_marker_on_the_line_before_holds_for_nothing_else(below: str) -> None:
    note = f"출처\n\n- {URL}1\n{URL}2\n- {URL}3\n\n  {URL}4\n\n{below}"

    assert [citation.marker for citation in extract_citations(note)] == [*["출처"] * 4, None]


@pytest.mark.parametrize(
    ("note", "label"),
    [
        (f"[**a** `b*` _c_]({URL})", "a b* c"),
        (f"[a\nb]({URL})", "a b"),
        (f"[![그림](t.png)]({URL})", "그림"),
        (f"[[글]]({URL})", "[글]"),
        (f"[]({URL})", URL),
        (f"<{URL}>", URL),
        (f'<a href="{URL}"><b>a</b> &amp; b</a>', "a & b"),
        (f"[a *b*][1]\n\n[1]: {URL}", "a b"),
    ],
)
def test_a_label_is_plain_text(note: str, label: str) -> None:
    assert only(note).label == label


@pytest.mark.parametrize(
    ("note", "form"),
    [
        (f"[a]({URL})", Form.INLINE),
        (f"<{URL}>", Form.AUTOLINK),
        (URL, Form.BARE),
        (f"[a][1]\n\n[1]: {URL}", Form.REFERENCE),
        (f"<a href={URL}>a</a>", Form.HTML),
        (f"[^1]: [a]({URL})", Form.FOOTNOTE),
        (f"[[a]]({URL})", Form.WIKILINK),
        (f"---\nurl: {URL}\n---", Form.FRONTMATTER),
        (f"```\n# {URL}\n```", Form.COMMENT),
    ],
)
def test_the_form_is_told(note: str, form: Form) -> None:
    assert only(note).form == form


def test_the_context_is_the_line() -> None:
    assert only(f"# a\n  - 글 [a]({URL}) 글  \n글").context == f"- 글 [a]({URL}) 글"


def test_the_context_of_a_long_line_is_the_sentence() -> None:
    around = "앞의 문장이다. " * 50

    assert only(f"{around}여기 [a]({URL})에 있다. {around}").context == f"여기 [a]({URL})에 있다."


def test_a_wrapper_is_kept_as_written() -> None:
    wrapped = "https://www.google.com/url?q=https://spring.io/x&sa=D"

    assert (only(wrapped).url, only(wrapped).as_written) == (URL, wrapped)


def test_allowed_private_hosts_are_cited() -> None:
    note = "http://127.0.0.1:8080/a http://127.0.0.1:9/b http://wiki.local/c http://example.com/d http://[::1]:8080/e http://[::1]/f"

    found = extract_citations(note, allowed_private_hosts=["127.0.0.1:8080", "wiki.local:80", "[::1]:8080"])

    assert [citation.url for citation in found] == [
        "http://127.0.0.1:8080/a",
        "http://wiki.local/c",
        "http://[::1]:8080/e",
    ]


def test_ignored_urls_are_left() -> None:
    note = "https://github.com/me/a https://www.acmicpc.net/problem/1 https://github.com/you/b"

    found = extract_citations(note, ignore_urls=["https://github.com/me/*", "acmicpc.net/problem/*"])

    assert [citation.url for citation in found] == ["https://github.com/you/b"]


def test_line_ends_of_windows_count_once() -> None:
    assert [c.line for c in extract_citations(f"# a\r\n\r\n{URL}\r\n[a]({URL})")] == [3, 4]
