"""Lists, tables, quotes and what stands within a line come out as Markdown that a reader would have written."""

from __future__ import annotations

import pytest

from crawler.extraction.cleaning.cleaner import clean
from crawler.extraction.dom import parse
from crawler.extraction.idioms.plain import plain_idioms
from crawler.extraction.writing.markdown import to_markdown

URL = "https://e.example/posts/page"


def markdown(markup: str) -> str:
    tree = parse(f"<body>{markup}</body>")
    plain_idioms(tree)
    return to_markdown(clean(tree.find("body"), URL))


@pytest.mark.parametrize(
    ("markup", "written"),
    [
        ("<p>a <mark>b</mark> c</p>", "a <mark>b</mark> c"),
        ("<p>Press <kbd>Ctrl</kbd>.</p>", "Press `Ctrl`."),
        ("<p>H<sub>2</sub>O, x<sup>2</sup></p>", "H<sub>2</sub>O, x<sup>2</sup>"),
        ("<p>Use <code>a`b</code> and <code>``</code>.</p>", "Use ``a`b`` and ` `` `."),
        ("<p>He said <q>no</q>.</p>", "He said “no”."),
        ("<p><ruby>漢字<rt>かんじ</rt></ruby>を</p>", "漢字(かんじ)を"),
        ("<p><ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>を</p>", "漢字（かんじ）を"),
        ("<p>The <abbr title='World Wide Web'>WWW</abbr> is old.</p>", "The WWW is old."),
        ("<h3>Install<a class='headerlink' href='#install'>¶</a></h3><p>x</p>", "### Install\n\nx"),
        ("<h3><a href='#install'>Install</a></h3><p>x</p>", "### Install\n\nx"),
        ("<a href='#install'><h3>Install</h3></a><p>x</p>", "### Install\n\nx"),
        ("<h3>See <a href='/b'>b</a></h3><p>x</p>", "### See [b](https://e.example/b)\n\nx"),
        ("<details><summary>More</summary><p>Folded words.</p></details>", "**More**\n\nFolded words."),
        ("<dl><dt>Term</dt><dd>What it means.</dd></dl>", "**Term**\n\nWhat it means."),
        ("<blockquote><p>One.</p><blockquote><p>Two.</p></blockquote></blockquote>", "> One.\n>\n> > Two."),
    ],
)
def test_what_a_page_marks_is_written(markup: str, written: str) -> None:
    assert markdown(markup) == written


@pytest.mark.parametrize(
    ("markup", "written"),
    [
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
        ("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", "- a\n  - b\n- c"),
        ("<ol start='3'><li>a</li><li>b</li></ol>", "3. a\n4. b"),
        (
            "<ul><li><input type=checkbox checked> done</li><li><label><input type=checkbox> open</label></li></ul>",
            "- [x] done\n- [ ] open",
        ),
        ("<p>Name: <input type='checkbox'> yes</p>", "Name: yes"),
        ("<ol><li><p>a</p><pre>x</pre></li><li><p>b</p></li></ol>", "1. a\n\n   ```\n   x\n   ```\n2. b"),
    ],
)
def test_lists_keep_their_nesting(markup: str, written: str) -> None:
    assert markdown(markup) == written


def row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


@pytest.mark.parametrize(
    ("markup", "written"),
    [
        (
            "<tr><th colspan=2>Wide</th><th>c</th></tr><tr><td rowspan=2>tall</td><td>1</td><td>2</td></tr>"
            + row("3", "4"),
            "| Wide |  | c |\n| --- | --- | --- |\n| tall | 1 | 2 |\n|  | 3 | 4 |",
        ),
        ("<tr><td>h</td><th>1</th></tr>" + row("a|b", "c"), "| h | 1 |\n| --- | --- |\n| a\\|b | c |"),
        (
            row("<pre>int a;\nint b;</pre>", "(C17)") + row("d", "<ul><li>e</li><li>f</li></ul>"),
            "| `int a;`<br>`int b;` | (C17) |\n| --- | --- |\n| d | e<br>f |",
        ),
        (
            "<caption>Heights</caption>" + row("<span style='display: none'>02</span>mill", "4"),
            "Heights\n\n| mill | 4 |\n| --- | --- |",
        ),
        (row("a", "", "") + row("<pre>b</pre>", "", "c"), "| a |  |  |\n| --- | --- | --- |\n| `b` |  | c |"),
        (
            "<tr><th>a</th><th>b</th></tr>" + row("<table><tr><td>1</td><td>2</td></tr></table>", "c"),
            "| a | b |\n| --- | --- |\n| 1<br>2 | c |",
        ),
    ],
)
def test_a_table_of_data_is_a_table(markup: str, written: str) -> None:
    assert markdown(f"<table>{markup}</table>") == written


@pytest.mark.parametrize(
    "markup",
    [
        row("<h2>One</h2><p>Two.</p>", "<p>Three.</p>"),
        row("<h2>One</h2>", "") + row("<p>Two.</p>", "") + row("", "Three."),
        row("<table><tr><td><h2>One</h2></td></tr></table>", "<table><tr><td>Two.</td></tr></table>Three."),
    ],
)
def test_a_table_that_only_lays_out_is_none(markup: str) -> None:
    assert markdown(f"<table>{markup}</table>") == "## One\n\nTwo.\n\nThree."
