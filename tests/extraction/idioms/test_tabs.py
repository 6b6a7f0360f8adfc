from __future__ import annotations

import pytest

from crawler.extraction.cleaning.cleaner import clean
from crawler.extraction.dom import parse
from crawler.extraction.idioms.plain import plain_idioms
from crawler.extraction.writing.markdown import to_markdown

MKDOCS = """<div class="tabbed-set"><input type="radio"><input type="radio">
<div class="tabbed-labels"><label>pip</label><label>uv</label></div>
<div class="tabbed-content"><div class="tabbed-block">{}</div><div class="tabbed-block">{}</div></div></div>"""
ARIA = """<div><ul role="tablist"><li role="tab">pip</li><li role="tab">uv</li></ul>
<div><div role="tabpanel">{}</div><div role="tabpanel" hidden>{}</div></div></div>"""


def shown(markup: str) -> str:
    tree = parse(f"<body>{markup}</body>").find("body")
    plain_idioms(tree)
    return to_markdown(clean(tree, "https://e.example/"))


@pytest.mark.parametrize("page", [MKDOCS, ARIA])
def test_each_panel_stands_below_the_name_of_its_tab(page: str) -> None:
    markdown = shown(page.format("<pre><code>pip install x</code></pre>", "<p>No code.</p>"))

    assert markdown == "**pip**\n\n```\npip install x\n```\n\n**uv**\n\nNo code."


def test_tabs_within_a_tab_are_its_own() -> None:
    assert shown(ARIA.format(ARIA.format("a", "b"), "c")) == "**pip**\n\n**pip**\n\na\n\n**uv**\n\nb\n\n**uv**\n\nc"


def test_tabs_whose_panels_are_not_all_there_stay() -> None:
    page = '<div><div role="tablist"><b role="tab">one</b> <b role="tab">two</b></div><p role="tabpanel">x</p></div>'

    assert shown(page) == "**one two**\n\nx"


def test_of_one_panel_the_tab_that_is_selected_is_the_name() -> None:
    page = (
        '<div><p role="tablist"><b role="tab" aria-selected="{}">one</b><b role="tab" aria-selected="{}">two</b></p>{}'
    )
    panel = '<p role="tabpanel">x</p></div>'

    assert shown(page.format("false", "true", panel)) == "**two**\n\nx"


def test_a_panel_that_is_filled_when_it_is_shown_has_no_name() -> None:
    assert shown(ARIA.format("x", "")) == "**pip**\n\nx"
