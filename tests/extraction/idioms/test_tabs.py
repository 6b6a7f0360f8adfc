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


def test_a_tab_shows_the_panel_that_it_names() -> None:
    tabs = '<ul role="tablist"><li><a role="tab" href="#a{0}">A</a></li><li><a role="tab" href="#b{0}">B</a></li></ul>'
    panels = '<div class="tab-content"><p role="tabpanel" id="b{0}">b{0}</p><p role="tabpanel" id="a{0}">a{0}</p></div>'
    page = f"<div>{tabs.format(1)}{panels.format(1)}{tabs.format(2)}{panels.format(2)}</div>"

    assert shown(page) == "**B**\n\nb1\n\n**A**\n\na1\n\n**B**\n\nb2\n\n**A**\n\na2"


def test_a_panel_with_its_name_above_it_has_it_once() -> None:
    assert (
        shown(ARIA.format("<b>pip</b> x", "<pre><span>uv</span> add</pre>"))
        == "**pip** x\n\n**uv**\n\n```\nuv add\n```"
    )


def test_of_one_panel_the_tab_that_is_selected_is_the_name() -> None:
    page = (
        '<div><p role="tablist"><b role="tab" aria-selected="{}">one</b><b role="tab" aria-selected="{}">two</b></p>{}'
    )
    panel = '<p role="tabpanel">x</p></div>'

    assert shown(page.format("false", "true", panel)) == "**two**\n\nx"


def test_a_panel_that_is_filled_when_it_is_shown_has_no_name() -> None:
    assert shown(ARIA.format("x", "")) == "**pip**\n\nx"
