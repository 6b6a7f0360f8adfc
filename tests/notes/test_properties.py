"""What holds for every text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from crawler.notes import Form, extract_citations
from crawler.notes.blocks import BlockReader

PIECES = st.sampled_from(
    "https://spring.io/x http://a.kr/글 www.a.com [ ] ( ) [a]( [a][1] [1]: ![ < > <a href=' </a> <!-- --> %% ``` ~~~ ` "
    "** _ # ## > - 1. --- === | \\ &amp; 출처: 에서 [^1]: \" ' {x} <pre> </pre> a".split()
)
SPACES = st.sampled_from([" ", "    ", "\t", "\n", "\n\n", "\r\n"])
NOTES = st.one_of(st.text(), st.lists(PIECES | SPACES, max_size=40).map("".join))


@given(NOTES)
def test_any_text_can_be_read(note: str) -> None:
    lines = note.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")

    for citation in extract_citations(note):
        assert 1 <= citation.line <= len(lines)
        assert citation.url.startswith(("http://", "https://")) or citation.label != citation.url
        if citation.form is not Form.REFERENCE:
            assert " ".join(citation.as_written.split()) in " ".join(lines[citation.line - 1].split())


BLOCKS = st.sampled_from(
    [
        *["text", "text\ntext", "", "# a", "### b", "a\n===", "***", "    code", "\tcode"],
        *["```\ncode\n\n```", "~~~py\n# c\n~~~", "- ```\n  c\n  ```"],
        *["- a", "- a\n\n  b", "  - a", "      - a: b", "1. a", "10) a", "* * a", "> a", "> # b", "> - a\nlazy"],
    ]
)


@given(st.lists(BLOCKS, max_size=12).map("\n".join))
def test_text_and_code_are_what_commonmark_says(note: str) -> None:
    lines = note.split("\n")
    reader = BlockReader(lines, range(len(lines)), len(lines))
    reader.read()
    ours = {
        number
        for block in reader.blocks
        if block.kind.value == "text"
        for number in range(block.start, block.start + len(block.lines))
    }

    assert ours == _text_lines(note)


def _text_lines(note: str) -> set[int]:
    """Return the lines that markdown-it-py takes as text, without the underlines of headings."""
    found: set[int] = set()
    for token in MarkdownIt("commonmark").parse(note):
        if token.type == "inline" and token.map and token.content:
            found.update(range(token.map[0], token.map[0] + token.content.count("\n") + 1))
    return found
