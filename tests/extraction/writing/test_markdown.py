from __future__ import annotations

import pytest

from crawler.extraction.cleaning.cleaner import clean
from crawler.extraction.dom import parse
from crawler.extraction.writing.markdown import title_line, to_markdown


@pytest.mark.parametrize(
    ("markup", "markdown"),
    [
        ("<b>Title<br></b>text", "**Title**\\\ntext"),
        ("<p><b>Title<br></b></p>", "**Title**"),
        ('<a href="/x">one<br>two</a>', "[one\\\ntwo](https://e.example/x)"),
        ("Call __init__ of a snake_case name", "Call \\_\\_init\\_\\_ of a snake_case name"),
        ('Look!<a href="/x">there</a>', "Look\\![there](https://e.example/x)"),
        ("<b>a</b><i>b</i>", "**a**<em>b</em>"),
        ('<code><a href="/x">f[0]</a></code>', "[`f[0]`](https://e.example/x)"),
        ('<code>f(<a href="/x">T</a>)</code>', "<code>f([T](https://e.example/x))</code>"),
        ('<a href="/)(">x</a>', "[x](<https://e.example/)(>)"),
        ('<a href="/x"><img src="/i.png" alt="a]">[</a>', "[![a\\]](https://e.example/i.png)\\[](https://e.example/x)"),
        ("a | b<br>--- | ---", "a | b\\\n\\--- | ---"),
    ],
)
def test_signs_mean_what_they_meant(markup: str, markdown: str) -> None:
    tree = clean(parse(f"<body>{markup}</body>").find("body"), "https://e.example/")

    assert to_markdown(tree) == markdown


def test_a_title_is_the_text_that_it_is() -> None:
    assert title_line("Vec<T> & *pointers* in C#") == "# Vec\\<T> & \\*pointers\\* in C#"
    assert title_line("[x](javascript:y) #") == "# [x\\](javascript:y) \\#"
