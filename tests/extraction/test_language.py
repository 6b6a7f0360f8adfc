from __future__ import annotations

import pytest

from crawler.extraction import extract
from crawler.extraction.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("오늘의 한 줄 일기", "ko"),
        ("Docker와 Kubernetes를 Ubuntu 서버에 설치하고 Nginx Ingress를 연결하는 방법", "ko"),
        ("これはテストの文章です", "ja"),
        ("The pool is closed and the lamp on it was lit by the keeper", "en"),
        ("Der Pool ist geschlossen und die Lampe wurde nicht von dem Wärter gelöscht", "de"),
        ("Basen jest zamknięty, ale nie dlatego, że lampa na nim się nie pali od wczoraj", "pl"),
        ("for (int i = 0; i <= n; i++) { a = a + s[i]; z = z * k; o = v; } w = a; z = s; o = k", None),
        ("x = 1", None),
    ],
)
def test_a_text_says_its_language_or_nothing(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_the_lang_attribute_is_not_asked() -> None:
    page = '<html lang="en"><h1>백업이 비어 있던 날</h1><p>cron은 조용히 실패한다.</p>'

    assert extract(page, "https://a.test/").language == "ko"


def test_code_does_not_decide() -> None:
    code = "the_of = and_to + that_is(with_the, for_it)  # the value of it is in the list and that is it\n" * 5

    article = extract(f"<h1>테스트</h1><p>반환값을 확인한다.</p><pre>{code}</pre>", "https://a.test/")

    assert article.language == "ko"
