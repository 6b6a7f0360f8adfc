from __future__ import annotations

import pytest

from crawler.extraction import extract
from crawler.extraction.addresses import absolute

PROSE = f"<p>{'Words that stand here for what somebody wrote. ' * 20}</p>"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("/a b", "https://e.example/a%20b"),
        ("  /a\n\n# b", "https://e.example/a#%20b"),
        ('/a"<b>`', "https://e.example/a%22%3Cb%3E%60"),
        ("/a\x01\x00\ufffe", "https://e.example/a%01%00%EF%BF%BE"),
        ("/한글", "https://e.example/한글"),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("http://[broken", None),
    ],
)
def test_an_address_holds_nothing_that_ends_it(written: str, meant: str | None) -> None:
    assert absolute(written, "https://e.example/page") == meant


@pytest.mark.parametrize(
    "embed",
    [
        '<iframe src="https://w.soundcloud.com/player/?url=https%3A//a.b/%01c"></iframe>',
        '<img src="https://dthumb-phinf.pstatic.net/?src=http%3A//a.b/%00c.png">',
        '<img src="https://a.b/_next/image?url=/%01c.png">',
        '<img src="https://a.b/cdn-cgi/image/w=3/https://a.b/%0A%0A%23 %01c.png">',
        '<img src="https://substackcdn.com/image/fetch/w/https%3A%2F%2Fa.b%2F%0A%0A%23%20c.png">',
        '<img src="https://latex.codecogs.com/svg.latex?%01x+y%0A%0A#">',
    ],
)
def test_what_an_address_has_encoded_breaks_no_article(embed: str) -> None:
    body = f'<div class="contents_style">{PROSE}<p>A {embed} b</p></div>'

    markdown = extract(body, "https://e.tistory.com/1").markdown

    assert len(markdown.split("\n\n")) <= 4  # the words, and the embed with or without what is around it
    assert "\x01" not in markdown
