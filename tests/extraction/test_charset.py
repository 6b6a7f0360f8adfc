from __future__ import annotations

import pytest

from crawler.extraction import decode

KOREAN = "<p>한글로 쓴 글은 어디에서나 똑같이 읽힌다. 펲시와 똠방각하도 그렇다.</p>"
JAPANESE = "<p>これはどこでも同じように読まれる日本語の文章です。</p>"
CHINESE = "<p>这是中文的文章。服务器的日志在这里，我们来看一下它是怎么工作的。</p>"
RUSSIAN = "<p>Это статья о том, как сервер пишет свой журнал. Москва, Россия.</p>"
TAIWANESE = "<p>這是中文的文章。伺服器的日誌在這裡，我們來看一下它是怎麼工作的。</p>"
FRENCH = "<p>Été à la plage, où l’on mange des crêpes à côté du château.</p>"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (KOREAN, "cp949"),
        (KOREAN, "utf-8"),
        (KOREAN, "utf-8-sig"),
        ("<p>렌더링된 본문</p>", "cp949"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (CHINESE, "gb18030"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (FRENCH, "cp1252"),
    ],
)
def test_a_page_without_a_declaration_is_read_by_its_content(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


WRITTEN = (
    (KOREAN, "cp949"),
    (KOREAN, "utf-16-le"),
    ("<p>한글로 쓴 글은 어디에서나 똑같이 읽힌다.</p>", "iso2022_kr"),
    ("<p>짧은 글</p>", "utf-16-be"),
    (JAPANESE, "shift_jis"),
    (JAPANESE, "euc_jp"),
    (JAPANESE, "iso2022_jp"),
    (JAPANESE, "utf-16-be"),
    (CHINESE, "gb18030"),
    (TAIWANESE, "big5"),
    (RUSSIAN, "koi8_r"),
    ("<p>It’s a page with “quotes” – and a dash.</p>", "utf-32-le"),
)
DECLARED = ("utf-8", "iso-8859-1", "euc-kr", "shift_jis", "gb2312", "windows-1251", "big5", "utf-16", "us-ascii", "x")


@pytest.mark.parametrize("declared", DECLARED)
@pytest.mark.parametrize(("text", "encoding"), WRITTEN)
def test_a_wrong_declaration_does_not_win_over_the_bytes(text: str, encoding: str, declared: str) -> None:
    assert decode(text.encode(encoding), f"text/html; charset={declared}") == text
    assert decode(f'<meta charset="{declared}">{text}'.encode(encoding)).endswith(text)


def test_a_few_zero_bytes_do_not_make_utf16() -> None:
    page = b"<html><body><p>a\0 page\0 with\0 some</p>\0</body></html>"

    assert decode(page) == page.decode()


def test_a_declaration_in_the_page_is_read() -> None:
    page = '<meta charset="windows-1251"><p>Привет, мир</p>'

    assert decode(page.encode("cp1251")) == page


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("windows-1255", "הגשר המסתובב הישן מעל הנהר ייסגר ביום שני"),
        ("windows-1256", "أعلن المجلس يوم الخميس أن الجسر سيغلق"),
        ("iso-8859-7", "Η παλιά γέφυρα πάνω από το ποτάμι κλείνει"),
        ("tis-620", "สะพานเก่าข้ามแม่น้ำจะปิดวันจันทร์"),
        ("windows-1254", "Eski döner köprü pazartesi günü kapanıyor, ağır taşıtlar için"),
        ("iso-8859-2", "Stary most zostanie w poniedziałek zamknięty dla całego ruchu"),
    ],
)
def test_an_alphabet_that_is_declared_is_believed(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), f"text/html; charset={encoding}") == text


def test_utf8_wins_over_a_declared_euc_kr() -> None:
    assert decode(KOREAN.encode(), "text/html; charset=euc-kr") == KOREAN


def test_a_broken_byte_is_replaced() -> None:
    assert decode(b"<p>" + "가나다라마바사".encode() * 40 + b"\xff</p>").endswith("\ufffd</p>")
