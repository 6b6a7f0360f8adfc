"""Code blocks, however a page draws them, to plain `<pre><code class="language-…">` with their text to the letter.

What a highlighter adds is taken away: line numbers, copy buttons, the language's name in a header, one element a line,
tables of two columns. Works on the page's own tree, before anything else looks at it.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from lxml.etree import XPath
from lxml.html import Element

from crawler.extraction.cleaning.tree import HEADINGS
from crawler.extraction.code.frame import strip_frame
from crawler.extraction.code.language import known_language, language_of
from crawler.extraction.code.text import ROWS, UNSEEN, are_numbers, code_text, core_of, is_numbers
from crawler.extraction.dom import holds_more

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement


def _class(*names: str) -> str:
    return " or ".join(f'contains(concat(" ", @class, " "), " {name} ")' for name in names)


BOXES = frozenset(
    "syntaxhighlighter CodeMirror cm-editor monaco-editor ace_editor se-code-source __se_code_view colorscripter-code "
    "crayon-main fragment dp-highlighter".split()
)
OF_NOTION = frozenset({"notion-code-block", "line-numbers"})
BLOCKS = ("pre", "listing", "code", "table", "div", "p", "section")  # that may be one, or hold one line by line
HOLDS_CODE = XPath(
    f"boolean(.//pre or .//code or self::*[{_class('colorscripter-code-table')}] or .//td[{_class('blob-code')}])"
)
SIGNATURES = XPath(f".//div[{_class('gist-meta')}]")  # "view raw a.js hosted with ❤ by GitHub", below a gist
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
BREAKS_LINES = XPath('boolean(contains(@style, "white-space") and contains(@style, "pre") and contains(., "\n"))')
AROUND_LONE = frozenset("div p figure td section".split())
COLUMNS = 2
FEW = 4  # elements beside a lone <code>


def plain_code(tree: HtmlElement) -> None:
    """Replace every block of code in the tree by its plain form."""
    for signature in SIGNATURES(tree):
        signature.drop_tree()
    done: HtmlElement | None = None
    shown: HtmlElement | None = None  # the plain form of the block before
    for block in [element for element in tree.iter(*BLOCKS) if _may_be_block(element)]:
        if (done is None or done not in block.iterancestors()) and _is_block(block):
            hidden = bool(UNSEEN.search(block.get("style", "")))
            plain = _replace(block)
            if hidden and plain is not None and shown is not None and plain[0].text == shown[0].text:
                _take_language(shown[0], plain[0])  # the hidden one is what the one before was drawn from
                plain.drop_tree()
            else:
                shown = plain
            done = block


def _may_be_block(element: HtmlElement) -> bool:
    """Say at little cost whether an element may be a block; most are none. (One XPath for all takes longer.)"""
    match element.tag:
        case "pre" | "listing" | "code":
            return True
        case "table":
            return bool(HOLDS_CODE(element))
        case "div" if _is_box(element) or "monospace" in element.get("style", ""):
            return True
        case _:
            first = next(iter(element), None)
            return first is not None and first.tag == "code"


def _is_box(element: HtmlElement) -> bool:
    """Say whether an element is the box of an editor or a highlighter, by its class."""
    said = element.get("class", "")
    names = said.split()
    return bool(names) and (
        not BOXES.isdisjoint(names)
        or "geshifilter-" in said
        or OF_NOTION.issubset(names)
        or ("code-block" in names and "data-lang" in element.attrib)  # of Writerside
    )


def _is_block(element: HtmlElement) -> bool:
    if element.getparent() is None:  # it went with what came before
        return False
    match element.tag:
        case "pre" | "listing":
            return True
        case "code":
            return _is_of_verso(element) or _is_lone(element) or bool(BREAKS_LINES(element))
        case "table":
            return bool(TABLE(element)) or _has_two_columns(element)
        case _ if _is_box(element):
            return bool(DOXYGEN(element))
        case _:
            is_typed = "monospace" in element.get("style", "") and BREAKS_LINES(element)
            return bool(is_typed) or _holds_lines(element)


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


def _holds_lines(box: HtmlElement) -> bool:
    """Say whether a box holds nothing but several `<code>`, each of them a line."""
    texts = (box.text, *(child.tail for child in box))
    lines = [child.tag for child in box]
    return (
        not any(text and not text.isspace() for text in texts)
        and lines.count("code") > 1
        and all(tag == ("br" if at % 2 else "code") for at, tag in enumerate(lines))
    )


def _is_of_verso(element: HtmlElement) -> bool:
    names = element.get("class", "").split()
    return {"hl", "lean"}.issubset(names) and not {"block", "lean-output"}.isdisjoint(names)


def _has_two_columns(table: HtmlElement) -> bool:
    """Say whether a table is a column of numbers beside one of code, in one row or in a row for each line."""
    cells = [list(row) for row in ROWS(table)]
    if any(len(row) != COLUMNS or next(row[1].iter("pre"), None) is None for row in cells):
        return False
    return are_numbers(row[0] for row in cells)


def _take_language(drawn: HtmlElement, source: HtmlElement) -> None:
    if "class" in source.attrib:
        drawn.set("class", source.get("class"))


def _replace(block: HtmlElement) -> HtmlElement | None:
    """Put the plain form in the place of a block and return it, None where the block is no code."""
    if _is_gutter(block):
        block.drop_tree()
        return None
    parts = [block, *_continued(block)]
    language = language_of(block)
    text = "\n".join(map(code_text, parts)).strip("\n")
    if not text and next(block.iter("img"), None) is not None:
        block.tag = "div"
        return None
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
    return pre


def _label_within(block: HtmlElement) -> str | None:
    """Return the language that a block names above its code."""
    core = core_of(block)
    above = takewhile(lambda element: element is not core, block.iter())
    return next(filter(None, (known_language(element.text or "") for element in above)), None)


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
