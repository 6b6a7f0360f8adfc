"""Code blocks, however a page draws them, to plain `<pre><code class="language-…">` with their text to the letter.

What a highlighter adds is taken away: line numbers, copy buttons, one element a line, tables of two columns. Works on
the page's own tree, before anything else looks at it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.etree import XPath
from lxml.html import Element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement


def _class(*names: str) -> str:
    return " or ".join(f'contains(concat(" ", @class, " "), " {name} ")' for name in names)


# Blocks that are no <pre>, or hold several: the frame that a highlighter draws around code and line numbers.
FRAMES = XPath(
    f"//table[{_class('highlighttable', 'rouge-table', 'lntable', 'colorscripter-code-table', 'hljs-ln')}"
    ' or .//td[contains(@class, "gutter")]][.//pre or contains(@class, "colorscripter")]'
    f"|//div[{_class('syntaxhighlighter', 'CodeMirror-code', 'se-code-source', '__se_code_view', 'colorscripter-code')}]"
)
BLOCKS = XPath("//pre|//textarea[@readonly and contains(@class, 'code')]")
NUMBERS = XPath(
    f".//*[{_class('gutter', 'lineno', 'linenos', 'rouge-gutter', 'lnt', 'ln', 'line-number', 'line-numbers')}"
    f" or {_class('line-numbers-rows', 'hljs-ln-numbers', 'CodeMirror-linenumber', 'CodeMirror-gutter-wrapper')}"
    f" or {_class('copy-button', 'copy-btn', 'btn-clipboard', 'toolbar', 'code-header')}"
    ' or (contains(@style, "user-select:none") and normalize-space(translate(., "0123456789", "")) = "")]'
    "|.//button|.//style|.//script"
)
CELLS = XPath(".//td[not(ancestor::table[ancestor::td])]")
LINES = XPath(
    ".//*[self::span or self::code or self::div or self::p][%s]" % f"{_class('line', 'code-line')} or @data-line"
)
BLOCK_TAGS = frozenset("div p li tr".split())
LANGUAGE_ATTRIBUTES = ("data-ke-language", "data-language", "data-lang", "language", "data-code-language")
LANGUAGE_CLASS = re.compile(
    r"(?:^|\s)(?:language|lang|highlight-source|highlight|brush:?|sourceCode)[-_: ]\s*([\w+#.-]+)"
)
NO_LANGUAGES = frozenset(
    "text plain plaintext txt none nohighlight auto source default hljs highlight code block codeblock wrap".split()
)
# Where the class is the bare name, as Tistory and Pandoc write it; other words are a theme's.
BARE_LANGUAGE = frozenset(
    "bash c c# c++ clojure cpp cs csharp css dart diff dockerfile elixir erlang fish fsharp go gradle graphql groovy "
    "haskell html http ini java javascript js json jsx julia kotlin latex lean less lua makefile markdown matlab nasm "
    "objectivec ocaml perl php powershell properties protobuf py python r rb ruby rust sass scala scss sh shell sql "
    "swift toml ts tsx typescript vim xml yaml yml zsh".split()
)


def plain_code(tree: HtmlElement) -> None:
    """Replace every block of code in the tree by its plain form."""
    for frame in FRAMES(tree):
        if frame.getroottree().getroot() is tree and _holds_one_block(frame):
            _replace(frame)
    for block in BLOCKS(tree):
        if not block.get("data-code"):
            _replace(block)


def _holds_one_block(frame: HtmlElement) -> bool:
    """Say whether a table or box is drawn around code alone; a table of prose may hold code as well."""
    return frame.tag != "table" or sum(not _is_numbers(cell) for cell in CELLS(frame)) >= 1


def _replace(block: HtmlElement) -> None:
    language = language_of(block)
    source = _source(block)
    text = code_text(source).strip("\n")
    pre, code = Element("pre", {"data-code": "1"}), Element("code")
    if language:
        code.set("class", f"language-{language}")
    code.text = text.replace("\xa0", " ")
    pre.append(code)
    pre.tail = block.tail
    parent = block.getparent()
    if parent is not None:
        parent.replace(block, pre)


def _source(block: HtmlElement) -> HtmlElement:
    """Return the part that holds the code: in a table the widest cell, else the block."""
    cells = [cell for cell in CELLS(block) if not _is_numbers(cell)]
    return max(cells, key=lambda cell: len(cell.text_content()), default=block)


def _is_numbers(cell: HtmlElement) -> bool:
    return not cell.text_content().strip("0123456789 \n\t\r\xa0")


def code_text(block: HtmlElement) -> str:
    """Return the text of a block with its line breaks, whether they are characters, `<br>` or elements."""
    for extra in NUMBERS(block):
        _drop(extra)
    lines = [line for line in LINES(block) if not LINES(line)]
    if lines and "\n" not in "".join(_between(lines)):
        for line in lines[:-1]:
            line.tail = "\n" + (line.tail or "").strip("\n") if not _ends_line(line) else line.tail
    return "".join(_text(block)).replace("\r\n", "\n")


def _between(lines: list[HtmlElement]) -> Iterator[str]:
    for line in lines[:-1]:
        yield line.tail or ""
        parent = line.getparent()
        yield (parent.tail or "") if parent is not None and parent.tag in {"span", "div"} and len(parent) == 1 else ""


def _ends_line(line: HtmlElement) -> bool:
    return "".join(line.itertext()).endswith("\n")


def _text(element: HtmlElement) -> Iterator[str]:
    """Yield the pieces of text; an element that is a line of its own ends with a line break."""
    last = ""
    for piece in _pieces(element):
        if piece != "\v":
            yield piece
        elif last and not last.endswith("\n"):
            piece = "\n"  # noqa: PLW2901 - the mark becomes the break that it stands for
            yield piece
        if piece != "\v":
            last = piece or last


def _pieces(element: HtmlElement) -> Iterator[str]:
    """Yield texts, "\\n" for a `<br>`, and "\\v" around elements that stand on lines of their own."""
    yield (element.text or "").replace("\v", " ")
    for child in element:
        if child.tag == "br":
            yield "\n"
        elif child.tag in BLOCK_TAGS:
            yield "\v"
            yield from _pieces(child)
            yield "\v"
        elif isinstance(child.tag, str):
            yield from _pieces(child)
        yield (child.tail or "").replace("\v", " ")


def language_of(block: HtmlElement) -> str | None:
    """Return the language that the block, what it holds or what frames it is labelled with."""
    inside = block.iterdescendants("code", "pre")
    around = [e for e in block.iterancestors() if e.tag in {"div", "figure", "code", "pre"}][:3]
    candidates = [block, *inside, *around]
    for element in candidates:
        for name in LANGUAGE_ATTRIBUTES:
            if language := _language(element.get(name, "")):
                return language
        for match in LANGUAGE_CLASS.finditer(element.get("class", "")):
            if language := _language(match[1]):
                return language
    for element in candidates[: len(candidates) - len(around)]:
        for word in element.get("class", "").lower().split():
            if word in BARE_LANGUAGE:
                return word
    return None


def _language(word: str) -> str | None:
    word = word.strip().lower()
    return word if word and word not in NO_LANGUAGES and re.fullmatch(r"[\w+#.-]{1,24}", word) else None


def _drop(element: HtmlElement) -> None:
    """Take an element away and keep the text behind it."""
    if element.getparent() is not None:
        element.drop_tree()
