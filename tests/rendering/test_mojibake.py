"""Bytes of Korean, shown by a browser as Latin-1."""

from __future__ import annotations

import pytest

from crawler.rendering.mojibake import repair


def as_latin_1(text: str, charset: str) -> str:
    """Spell `text` as WebKit does when it takes its bytes for windows-1252 (holes stay control characters)."""
    return "".join(
        bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in text.encode(charset)
    ).replace("\xa0", "&nbsp;")


@pytest.mark.parametrize(
    "text",
    [
        "<p>한국어 본문입니다.</p>",
        "똠방각하 펲시콜라, 설믜",  # CP949's own syllables: trail bytes that are ASCII letters
        "한글abc와 def한글 (괄호) <b>굵게</b>",
        "각ABC 힣z",
        "plain ASCII &amp; nothing else",
    ],
)
def test_misread_cp949_is_read_again(text: str) -> None:
    assert repair(as_latin_1(text, "cp949"), "cp949") == text


def test_misread_utf_8_is_read_again() -> None:
    assert repair(as_latin_1("<h1>제목 – “인용”</h1>", "utf-8"), "utf-8") == "<h1>제목 – “인용”</h1>"


def test_what_scripts_wrote_stays() -> None:
    assert repair("<p>스크립트가 쓴 글</p>" + as_latin_1("본문", "cp949"), "cp949") == "<p>스크립트가 쓴 글</p>본문"


def test_a_run_that_is_no_such_text_stays() -> None:
    assert repair("café ÿ", "cp949") == "café ÿ"
