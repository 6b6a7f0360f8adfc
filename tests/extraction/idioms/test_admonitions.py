"""Notes and warnings in boxes are quotes that begin with their bold title."""

from __future__ import annotations

import pytest

from crawler.extraction import extract

URL = "https://e.example/posts/page"
PROSE = "<p>Some words that say what stands below, so many that the page has something to be read.</p>"


def markdown(markup: str) -> str:
    """Return what stands between the prose."""
    return extract(f"<article>{PROSE}{markup}{PROSE}</article>", URL).markdown.replace(PROSE[3:-4], "").strip()


BODY = "<p>Save your work first.</p>"
ASCIIDOC = (
    "<div class='admonitionblock caution'><table><tr><td class='icon'><div class='title'>Caution</div></td>"
    f"<td class='content'>{BODY}</td></tr></table></div>"
)


@pytest.mark.parametrize(
    ("box", "title"),
    [
        (f"<div class='admonition warning'><p class='admonition-title'>Warning</p>{BODY}</div>", "Warning"),
        (f"<div class='admonition tip'><p class='admonition-title'>Do it so</p>{BODY}</div>", "Do it so"),
        (
            f"<div class='markdown-alert markdown-alert-note'><p class='markdown-alert-title'>Note</p>{BODY}</div>",
            "Note",
        ),
        (
            f"<div class='theme-admonition alert--danger'><p class='admonitionHeading_1'>danger</p>{BODY}</div>",
            "danger",
        ),
        (
            f"<div class='awsdocs-note awsdocs-tip'><div class='awsdocs-note-title'><h6>Look</h6></div>{BODY}</div>",
            "Look",
        ),
        (f"<div class='tip custom-block'><p class='custom-block-title'>TIP</p>{BODY}</div>", "TIP"),
        (
            f"<div class='callout' data-callout='info'><div class='callout-title'><div>Read</div></div>{BODY}</div>",
            "Read",
        ),
        (
            f"<aside class='starlight-aside aside--caution'><p class='starlight-aside__title'>Care</p>{BODY}</aside>",
            "Care",
        ),
        (f"<div class='alert alert-warning' role='alert'>{BODY}</div>", "Warning"),
        (f"<div class='hint hint-info'>{BODY}</div>", "Info"),
        ("<aside class='note'><p><strong>Note:</strong> Save your work first.</p></aside>", None),
        (
            ASCIIDOC,
            "Caution",
        ),
    ],
)
def test_a_box_is_a_quote_with_its_title(box: str, title: str | None) -> None:
    first = f"> **{title}**\n>\n> " if title else "> **Note:** "

    assert markdown(box) == f"{first}Save your work first."


@pytest.mark.parametrize("names", ["box", "alert", "notes", "warning-sign", "theme-note"])
def test_other_boxes_are_none(names: str) -> None:
    assert markdown(f"<div class='{names}'>{BODY}</div>") == "Save your work first."


def test_code_and_lists_within_a_box_stay_in_its_quote() -> None:
    box = "<div class='admonition note'><p class='admonition-title'>Note</p><ul><li>one</li></ul><pre>x\ny</pre></div>"

    assert markdown(box) == "> **Note**\n>\n> - one\n>\n> ```\n> x\n> y\n> ```"


def test_boxes_within_boxes_come_to_an_end() -> None:
    page = "<div class='alert alert-info'><b>x</b>" * 170 + "word " * 100_000

    assert "word word" in extract(f"<article>{page}</article>", URL).text
