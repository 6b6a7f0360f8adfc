"""A picture is an article of itself, whatever its address is spelled with."""

from __future__ import annotations

import pytest

from crawler.extraction import extract

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


@pytest.mark.parametrize(
    ("url", "title", "markdown", "html"),
    [
        ("https://a.test/그.png", "그.png", "https://a.test/그.png", "https://a.test/%EA%B7%B8.png"),
        ("https://a.test/a(b) c.png", "a(b) c.png", "https://a.test/a(b)%20c.png", "https://a.test/a(b)%20c.png"),
        ("https://a.test/b)[x](y.png", "b)[x](y.png", "<https://a.test/b)[x](y.png>", "https://a.test/b)[x](y.png"),
        ("https://a.test/x.png?w=1&h=2", "x.png", "https://a.test/x.png?w=1&h=2", "https://a.test/x.png?w=1&amp;h=2"),
        (
            'https://a.test/"><b>.png',
            '"><b>.png',
            "https://a.test/%22%3E%3Cb%3E.png",
            "https://a.test/%22%3E%3Cb%3E.png",
        ),
    ],
)
def test_a_picture_is_shown_by_its_address(url: str, title: str, markdown: str, html: str) -> None:
    article = extract(PNG, url, "image/png")

    assert (article.title, article.markdown) == (title, f"![]({markdown})")
    assert article.html == f'<p><img src="{html}" alt=""></p>'
    assert article.text == ""
