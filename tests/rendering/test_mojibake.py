"""Pages that a browser decoded by the wrong character set."""

from __future__ import annotations

import pytest

from crawler.rendering.mojibake import put_right, repair


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


@pytest.mark.parametrize("charset", ["cp932", "big5", "gb18030"])
def test_trail_bytes_that_are_ascii_punctuation_are_read_again(charset: str) -> None:
    text = "<p>功表能許蓋</p>" if charset != "cp932" else "<p>ソース表示の十分な予定能力</p>"

    assert repair(as_latin_1(text, charset), charset) == text


KOREAN = "이 글은 서버에서 온 본문이고 로그보다 조금 길다."
JAPANESE = "保存クラスタを四半期ごとに調べたところ、読み込みのほとんどは二段目で処理されていました。"
CHINESE = "我们在这个季度的检查中发现，大多数的读取都是由第二层来完成的，而不是第一层。"
CHINESE_OLD = "我們在這個季度的檢查中發現，大多數的讀取都是由第二層來完成的，而不是第一層。"
RUSSIAN = "Мы сравнили три варианта, прежде чем выбрали тот, который держит горячие строки вместе."
FRENCH = "Près de là, l’été dernier, où les élèves étaient déjà arrivés à l’école."
WRITTEN = "<div>스크립트가 쓴 글 書いた</div>"
# What the page is written in, what the browser read it in, and the text.
MISREAD = [
    ("cp949", "utf-8", KOREAN),
    ("cp949", "iso-8859-1", KOREAN),
    ("cp949", "shift_jis", KOREAN),
    ("utf-8", "windows-949", KOREAN),
    ("utf-8", "iso-8859-1", KOREAN),
    ("cp932", "utf-8", JAPANESE),
    ("cp932", "iso-8859-1", JAPANESE),
    ("euc_jp", "utf-8", JAPANESE),
    ("gb18030", "utf-8", CHINESE),
    ("gb18030", "iso-8859-1", CHINESE),
    ("big5", "iso-8859-1", CHINESE_OLD),
    ("big5", "gbk", CHINESE_OLD),
    ("cp1251", "iso-8859-1", RUSSIAN),
    ("cp1251", "koi8-r", RUSSIAN),
    ("koi8_r", "utf-8", RUSSIAN),
    ("cp1252", "utf-8", FRENCH),
    ("utf-8", "windows-1252", FRENCH),
]


def misread(charset: str, used: str, text: str) -> tuple[bytes, str]:
    """Return a document and what a browser makes of it by the character set that it takes it for."""
    document = f"<html><body><h1>{text}</h1>{''.join(f'<p>{text} {n}</p>' for n in range(9))}</body></html>".encode(
        charset
    )
    codec = {"windows-949": "cp949", "shift_jis": "cp932", "gbk": "gb18030"}.get(used, used)
    if codec in {"iso-8859-1", "windows-1252"}:
        return document, "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in document)
    return document, document.decode(codec, "replace")


@pytest.mark.parametrize(("charset", "used", "text"), MISREAD)
def test_a_misread_page_says_what_its_document_says(charset: str, used: str, text: str) -> None:
    document, html = misread(charset, used, text)

    assert put_right(html, document, "text/html", used) == document.decode(charset)


@pytest.mark.parametrize(("charset", "used", "text"), MISREAD)
def test_text_that_scripts_wrote_into_a_misread_page_stays(charset: str, used: str, text: str) -> None:
    document, html = misread(charset, used, text)

    right = put_right(html.replace("</body>", WRITTEN * 40 + "</body>"), document, "text/html", used)

    assert right == document.decode(charset).replace("</body>", WRITTEN * 40 + "</body>")


def test_escapes_that_the_browser_took_for_ascii_are_read_from_the_document() -> None:
    document, html = misread("iso2022_jp", "iso-8859-1", JAPANESE)

    assert put_right(html, document, "text/html", "ISO-8859-1") == document.decode("iso2022_jp")
    assert put_right(html + "<p>Written by a script. </p>" * 99, document, "text/html", "ISO-8859-1") is None


def test_a_page_that_was_read_right_stays_as_it_is() -> None:
    document = f"<p>{KOREAN}</p>".encode("cp949")

    assert put_right("<p>anything</p>", document, "text/html; charset=euc-kr", "windows-949") == "<p>anything</p>"
    assert put_right("<p>anything</p>", b"<p>ASCII</p>", "text/html", "ISO-8859-1") == "<p>anything</p>"
    assert put_right("<p>anything</p>", KOREAN.encode("utf-16"), "text/html", "UTF-16LE") == "<p>anything</p>"


def test_a_page_that_ran_no_scripts_is_its_document() -> None:
    document = f"<p>{KOREAN}</p>".encode("cp949")

    assert put_right("<p>\ufffd\ufffd</p>", document, "text/html", "none") == f"<p>{KOREAN}</p>"


@pytest.mark.parametrize("charset", [None, "x-user-defined"])
def test_a_page_that_does_not_tell_how_it_was_read_stays(charset: str | None) -> None:
    assert put_right("<p>anything</p>", KOREAN.encode("cp949"), "text/html", charset) == "<p>anything</p>"


def test_a_long_word_takes_no_more_than_its_length() -> None:
    document = b"<p>" + b"a" * 2_000_000 + " 글".encode("cp949") + b"</p>"  # minutes, were each letter a start

    assert put_right(document.decode("utf-8", "replace"), document, "text/html; charset=euc-kr", "utf-8")
