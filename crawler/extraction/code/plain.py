"""Code blocks, however a page draws them, to plain `<pre><code class="language-…">` with their text to the letter.

What a highlighter adds is taken away: line numbers, copy buttons, the language's name in a header, one element a line,
tables of two columns. Works on the page's own tree, before anything else looks at it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import XPath
from lxml.html import Element

from crawler.extraction.cleaning.tree import HEADINGS
from crawler.extraction.code.frame import strip_frame
from crawler.extraction.code.language import known_language, language_of
from crawler.extraction.code.text import ROWS, code_text, core_of, is_numbers
from crawler.extraction.dom import holds_more

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement


def _class(*names: str) -> str:
    return " or ".join(f'contains(concat(" ", @class, " "), " {name} ")' for name in names)


BOXES = (
    "syntaxhighlighter", "CodeMirror", "cm-editor", "monaco-editor", "ace_editor", "se-code-source", "__se_code_view",
    "colorscripter-code", "crayon-main", "fragment",
)  # fmt: skip
CANDIDATES = XPath(
    f".//pre|.//code[not(ancestor::pre)]|.//div[{_class(*BOXES)}]"
    f"|.//div[({_class('notion-code-block')}) and ({_class('line-numbers')})]"
    f"|.//div[({_class('code-block')}) and @data-lang]"  # of Writerside
    f"|.//table[.//pre or .//code or {_class('colorscripter-code-table')} or .//td[{_class('blob-code')}]]"
)
TABLE = XPath(
    f"boolean(self::*[{_class('highlighttable', 'rouge-table', 'lntable', 'colorscripter-code-table', 'hljs-ln')}]"
    f' or .//td[contains(@class, "gutter") or contains(@class, "blob-num") or {_class("linenos")}])'
)
DOXYGEN = XPath('boolean(self::*[not(contains(@class, "fragment"))] or div[@class="line"])')
STYLED = XPath(
    'boolean(self::*[contains(@style, "white-space") or contains(@style, "display:block") or '
    f'contains(@style, "display: block") or {_class("block", "code-block")}])'
)
BROKEN = XPath('boolean(contains(., "\n") or .//br)')
AROUND_LONE = frozenset("div p figure td section".split())
COLUMNS = 2
FEW = 4  # elements beside a lone <code>


def plain_code(tree: HtmlElement) -> None:
    """Replace every block of code in the tree by its plain form."""
    done: HtmlElement | None = None
    for block in CANDIDATES(tree):
        if (done is None or done not in block.iterancestors()) and _is_block(block):
            _replace(block)
            done = block


def _is_block(element: HtmlElement) -> bool:
    if element.getparent() is None:  # it went with what came before
        return False
    match element.tag:
        case "pre":
            return True
        case "code":
            return _is_of_verso(element) or _is_lone(element)
        case "table":
            return bool(TABLE(element)) or _has_two_columns(element)
        case _:
            return bool(DOXYGEN(element))


def _is_lone(code: HtmlElement) -> bool:
    """Say whether a `<code>` is all that its block holds, and is a block by its style or its lines."""
    parent = code.getparent()
    return (
        parent.tag in AROUND_LONE
        and not holds_more(parent, FEW)
        and (STYLED(code) or BROKEN(code))
        and next(code.iter("pre"), None) is None
        and parent.text_content().strip() == code.text_content().strip() != ""
    )


def _is_of_verso(element: HtmlElement) -> bool:
    names = element.get("class", "").split()
    return {"hl", "lean"}.issubset(names) and not {"block", "lean-output"}.isdisjoint(names)


def _has_two_columns(table: HtmlElement) -> bool:
    """Say whether a table is a column of numbers beside one of code."""
    cells = [cell for row in ROWS(table) for cell in row]
    return len(cells) == COLUMNS and is_numbers(cells[0]) and next(cells[1].iter("pre"), None) is not None


def _replace(block: HtmlElement) -> None:
    if _is_gutter(block):
        block.drop_tree()
        return
    parts = [block, *_continued(block)]
    language = language_of(block)
    text = "\n".join(map(code_text, parts)).strip("\n")
    if not text and next(block.iter("img"), None) is not None:
        block.tag = "div"
        return
    label = _label_within(block) or strip_frame(block)
    for part in parts[1:]:
        part.drop_tree()
    pre, code = Element("pre", {"data-code": "1"}), Element("code")
    if language := language or label:
        code.set("class", f"language-{language}")
    code.text = text
    pre.append(code)
    pre.tail = block.tail
    block.getparent().replace(block, pre)


def _label_within(block: HtmlElement) -> str | None:
    """Return the language that a block names above its code."""
    text = core_of(block).text_content()
    above = block.text_content().partition(text)[0].strip() if text else ""
    return known_language(above.partition("\n")[0])


def _is_gutter(block: HtmlElement) -> bool:
    """Say whether a `<pre>` holds the numbers of the lines beside it."""
    if block.tag != "pre" or not is_numbers(block):
        return False
    after = (e.getnext() for e in (block, block.getparent()) if e is not None)
    first = (next(e.iter("pre", *HEADINGS), None) for e in after if e is not None)
    return any(e is not None and e.tag == "pre" for e in first)


def _continued(block: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the blocks that go on with this one: Verso writes each command, and what it answers, as one of its own."""
    if not _is_of_verso(block):
        return
    before = block
    for after in block.itersiblings():
        if (before.tail or "").strip() or not _is_of_verso(after):
            return
        yield after
        before = after
