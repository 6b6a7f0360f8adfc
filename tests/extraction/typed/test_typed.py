"""Formulas and footnotes that an author typed in Markdown."""

from __future__ import annotations

import json

import pytest

from crawler.extraction import extract
from crawler.extraction.typed.markdown import markdown_tree


def markdown_of(typed: str) -> str:
    """Return what is kept of a post that was typed on velog."""
    state = json.dumps({"Post:1": {"body": typed, "released_at": ""}})
    page = f"<body><script>window.__APOLLO_STATE__={state}</script></body>"
    return extract(page, "https://velog.io/@a/b").markdown


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("행렬 $A_1 * B * C$는", "행렬 $A_1 * B * C$는"),
        ("식은$x$이고 the $n$th", "식은$x$이고 the $n$th"),
        (r"$\text{if and only if}\ x$", r"$\text{if and only if}\ x$"),
        ("$Loss Function = 2x$", "$Loss Function = 2x$"),
        ("$$\na &= b \\\\\n- c  % why\n$$", "$$a &= b \\\\ - c$$"),
        ("$$ y = 1 $$", "$$y = 1$$"),
        ("> $$\n> z\n> $$", "> $$z$$"),
        ("- item\n  $$\n  z\n\n  = 3\n  $$", "- item\n\n  $$z = 3$$"),
        ("so $$x^2$$ follows", "so\n\n$$x^2$$\n\nfollows"),
        ("| $a$ | b |\n|---|---|\n| c | $d_1$ |", "| $a$ | b |\n| --- | --- |\n| c | $d_1$ |"),
    ],
)
def test_a_typed_formula_is_kept_as_latex(typed: str, kept: str) -> None:
    assert markdown_of(typed) == kept


@pytest.mark.parametrize(
    "words",
    [
        "from $5 and $10, or $5-$10",
        "US$5 (about 6$), $5 (about 6$), $1,000 each month$",
        "$HOME/$USER, $PATH:$HOME",
        "$a and the other$",
        "a $ b $ c",
        "`$x$`, $`y`$",
        "$$ open",
        "$$ a\n\nb $$",
        r"\$x\$",
    ],
)
def test_dollars_that_are_no_formulas_are_text(words: str) -> None:
    assert list(markdown_tree(words).iter("span", "div")) == []


def test_typed_footnotes_stand_at_the_end_with_what_they_hold() -> None:
    typed = (
        "One[^a], two[^B], one again[^a], none[^c].\n\n"
        "[^b]: Second.\n\n    - with a list\n[^A]: First *note*\n  goes on: $m$.\n\nAfter. [^`x`]"
    )

    assert markdown_of(typed) == (
        "One[^1], two[^2], one again[^1], none[^c].\n\nAfter. [^`x`]\n\n"
        "[^1]: First *note*\\\n    goes on: $m$.\n\n[^2]: Second.\n\n    - with a list"
    )


def test_the_page_of_a_markdown_file_has_its_formulas_and_footnotes() -> None:
    typed = "Let $x$ be.[^1] [a](b.md)\n\n![c](c.png)\n\n[^1]: Note."
    article = extract(typed, "https://e.example/docs/a.md", "text/markdown")

    assert article.markdown == typed
    assert article.images == ["https://e.example/docs/c.png"]
    assert article.html == (
        '<p>Let <code class="language-math math-inline">x</code> be.<sup><a href="#fn-1">[1]</a></sup> '
        '<a href="https://e.example/docs/b.md">a</a></p><p><img src="https://e.example/docs/c.png" alt="c"></p>'
        '<ol class="footnotes"><li id="fn-1">Note.</li></ol>'
    )


def test_a_source_that_no_one_typed_is_not_read() -> None:
    state = json.dumps({"Post:1": {"body": "[" * 300_001, "released_at": ""}})
    page = f"<body><div class='atom-one'><p>As shown.</p></div><script>window.__APOLLO_STATE__={state}</script></body>"

    assert extract(page, "https://velog.io/@a/b").markdown == "As shown."
