"""What is written as Markdown is read again as what it was, whatever stands in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from crawler.extraction.cleaning.cleaner import clean
from crawler.extraction.dom import parse
from crawler.extraction.typed.markdown import markdown_tree
from crawler.extraction.writing.markdown import to_markdown

if TYPE_CHECKING:
    from lxml.html import HtmlElement

TOLD = frozenset("h1 h2 h3 h4 h5 h6 ul ol li blockquote pre table tr strong em del code a img hr".split())
SAME = {"s": "del"}
SIGNS = (
    "a b c 한 글 ! __a__ 1. 2) - + * ** _ __ ` `` ~~ ~~~ # ## > < <b> & &amp; | [ ] ( ) ]( ![ \\ \\* ! = --- === : <!--"
    " x.y"
).split()


def tagged(*tags: str) -> st.SearchStrategy[str]:
    return st.sampled_from(tags)


def wrap(tag: str, inner: str) -> str:
    return f"<{tag}>{inner}</{tag}>"


WORDS = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=5).map(
    lambda signs: " ".join(sign.replace("&", "&amp;").replace("<", "&lt;") for sign in signs)
)
MARKED = st.builds(wrap, tagged("strong", "em", "del", "code"), st.one_of(WORDS, WORDS.map("{}<br>".format)))
ADDRESSES = st.sampled_from(["/a_(b)", "/)(", "/\\)", "/a?b&amp;amp;copy;", "/a*b*"])
LINKED = st.builds('<a href="{}">{}</a>'.format, ADDRESSES, WORDS)
PICTURES = WORDS.map(lambda words: f'<img src="/a.png" alt="{words}">'.replace('""', '"'))
PIECES = st.one_of(WORDS, MARKED, LINKED, LINKED.map("<code>x{}</code>".format), PICTURES, st.just("<br>"))
LINES = st.builds(str.join, st.sampled_from([" ", ""]), st.lists(PIECES, min_size=1, max_size=4))
CODE = st.lists(st.sampled_from([*SIGNS, "```", "    x", ""]), min_size=1, max_size=4).map(
    lambda lines: wrap("pre", wrap("code", "\n".join(lines).replace("&", "&amp;").replace("<", "&lt;")))
)
ROWS = st.lists(st.lists(LINES, min_size=2, max_size=2), min_size=2, max_size=3).map(
    lambda rows: wrap("table", "".join(wrap("tr", "".join(wrap("th", cell) for cell in row)) for row in rows))
)
LEAVES = st.one_of(LINES.map(lambda line: wrap("p", line)), st.builds(wrap, tagged("h2", "h3"), LINES), CODE, ROWS)
BLOCKS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda blocks: wrap("blockquote", "".join(blocks))),
        st.builds(
            lambda tag, items: wrap(tag, "".join(wrap("li", item) for item in items)),
            tagged("ul", "ol"),
            st.lists(st.one_of(LINES, st.builds("{}{}".format, LINES, inner)), min_size=1, max_size=3),
        ),
    ),
    max_leaves=6,
)
PAGES = st.lists(BLOCKS, min_size=1, max_size=4).map("".join)


def told(tree: HtmlElement) -> list[str]:
    """Return what a tree says: its elements in order, and all its text without white space."""
    text = re.sub(r"\s+", "", "".join(tree.itertext()))
    alts = [re.sub(r"\s+", "", image.get("alt", "")) for image in tree.iter("img")]
    tags = (SAME.get(element.tag, element.tag) for element in tree.iter())
    return [*(tag for tag in tags if tag in TOLD), text, *alts]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(page=PAGES)
def test_markdown_is_read_again_as_what_it_was(page: str) -> None:
    tree = clean(parse(f"<body>{page}</body>").find("body"), "https://e.example/")

    assert told(markdown_tree(to_markdown(tree))) == told(html.fromstring(html.tostring(tree, encoding="unicode")))
