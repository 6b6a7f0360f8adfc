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


# The frame that a highlighter draws around code and its line numbers.
TABLES = XPath(
    f"//table[{_class('highlighttable', 'rouge-table', 'lntable', 'colorscripter-code-table', 'hljs-ln')}"
    ' or (.//td[contains(@class, "gutter") or contains(@class, "blob-num")])]'
)
BOXES = XPath(
    '//div[contains(@class, "ode") or contains(@class, "syntaxhighlighter")]'
    f"[{_class('syntaxhighlighter', 'CodeMirror-code', 'se-code-source', '__se_code_view', 'colorscripter-code')}]"
)
BLOCKS = XPath("//pre[not(@data-code)]")
# A <code> that is a block by its style, or by its lines and its being alone.
LONE = XPath('//code[not(ancestor::pre) and (contains(@style, "white-space") or contains(text(), "\n"))]')
BLOCK_CLASS = XPath(f"//code[{_class('block', 'code-block')}][not(ancestor::pre) and not(.//pre)]")
ROWS = XPath("./tr|./tbody/tr")
NUMBERS = XPath(
    f".//*[{_class('gutter', 'lineno', 'linenos', 'rouge-gutter', 'lnt', 'ln', 'line-number', 'line-numbers')}"
    f" or {_class('line-numbers-rows', 'hljs-ln-numbers', 'CodeMirror-linenumber', 'CodeMirror-gutter-wrapper')}"
    f" or {_class('copy-button', 'copy-btn', 'btn-clipboard', 'toolbar', 'code-header')}"
    ' or (contains(@style, "user-select:none") and normalize-space(translate(., "0123456789", "")) = "")]'
    "|.//button|.//style|.//script"
)
LINES = XPath(
    f".//*[self::span or self::code or self::div or self::p][{_class('line', 'code-line')} or @data-line]"
    f"[not(.//*[{_class('line', 'code-line')} or @data-line])]"
)
BLOCK_TAGS = frozenset("div p li tr".split())
LANGUAGE_ATTRIBUTES = ("data-ke-language", "data-language", "data-lang", "language", "data-code-language")
LANGUAGE_CLASS = re.compile(r"(?:^|\s)(?:language|lang|highlight-source|highlight|brush|sourceCode)[-_:]\s*([\w+#.-]+)")
NO_LANGUAGES = frozenset(
    "text plain plaintext txt none nohighlight auto source default hljs highlight code block codeblock wrap".split()
)
# Where the class is the bare name, as Tistory and Pandoc write it; other words are a theme's.
BARE_LANGUAGES = frozenset(
    "bash c c# c++ clojure cpp cs csharp css dart diff dockerfile elixir erlang fish fsharp go gradle graphql groovy "
    "haskell html http ini java javascript js json jsx julia kotlin latex lean less lua makefile markdown matlab nasm "
    "objectivec ocaml perl php powershell properties protobuf py python r rb ruby rust sass scala scss sh shell sql "
    "swift toml ts tsx typescript vim xml yaml yml zsh".split()
)


def plain_code(tree: HtmlElement) -> None:
    """Replace every block of code in the tree by its plain form."""
    for frame in (*TABLES(tree), *BOXES(tree)):
        _replace(frame, _table_text(frame) if frame.tag == "table" else code_text(frame))
    for block in BLOCKS(tree):
        _replace(block, code_text(block))
    for lone in (*BLOCK_CLASS(tree), *filter(_is_alone, LONE(tree))):
        _replace(lone, code_text(lone).strip())


def _replace(block: HtmlElement, text: str) -> None:
    parent = block.getparent()
    if parent is None:  # it went with the frame that it was in
        return
    pre, code = Element("pre", {"data-code": "1"}), Element("code")
    if language := language_of(block):
        code.set("class", f"language-{language}")
    code.text = text.replace("\xa0", " ").strip("\n")
    pre.append(code)
    pre.tail = block.tail
    parent.replace(block, pre)


def _is_alone(code: HtmlElement) -> bool:
    """Say whether lines of code are all that their block holds."""
    parent = code.getparent()
    return (
        parent is not None
        and parent.tag in {"div", "p", "figure", "td", "section"}
        and "\n" in code.text_content().strip()
        and parent.text_content().strip() == code.text_content().strip()
    )


def _table_text(table: HtmlElement) -> str:
    """Return the code of a table: the widest cell of each row that is no line number."""
    lines = []
    for row in ROWS(table):
        cells = [cell for cell in row if cell.tag == "td" and not _is_number(cell)]
        if cells:
            cell = max(cells, key=lambda cell: len(cell.text_content()))
            inner = cell.find(".//pre")
            lines.append(code_text(cell if inner is None else inner).strip("\n"))
    return "\n".join(lines)


def _is_number(cell: HtmlElement) -> bool:
    return not cell.text_content().strip("0123456789 \n\t\r\xa0")


def code_text(block: HtmlElement) -> str:
    """Return the text of a block with its line breaks, whether they are characters, `<br>` or elements."""
    for extra in NUMBERS(block):
        if extra.getparent() is not None:
            extra.drop_tree()
    lines = LINES(block)
    if not any("\n" in text for line in lines[:-1] for text in ("".join(line.itertext()), *_after(line))):
        for line in lines[:-1]:
            line.tail = f"\n{line.tail or ''}"
    return "".join(_text(block)).replace("\r\n", "\n")


def _after(line: HtmlElement) -> Iterator[str]:
    """Yield what follows a line, up to the end of the elements that end with it."""
    yield line.tail or ""
    parent = line.getparent()
    if parent is not None and parent.tag == "span" and parent[-1] is line:
        yield parent.tail or ""


def _text(block: HtmlElement) -> Iterator[str]:
    """Yield the pieces of text, and a line break where an element that is a line of its own begins or ends."""
    at_start = True
    for piece in _pieces(block):
        if piece is None:
            if not at_start:
                at_start = True
                yield "\n"
        elif piece:
            at_start = piece.endswith("\n")
            yield piece


def _pieces(element: HtmlElement) -> Iterator[str | None]:
    """Yield texts, a line break for a `<br>`, and None at the edges of elements that stand on lines of their own."""
    yield element.text or ""
    for child in element:
        if child.tag == "br":
            yield "\n"
        elif child.tag in BLOCK_TAGS:
            yield None
            yield from _pieces(child)
            yield None
        else:
            yield from _pieces(child)
        yield child.tail or ""


def language_of(block: HtmlElement) -> str | None:
    """Return the language that the block, what it holds or what frames it is labelled with."""
    own = [block, *block.iterdescendants("code", "pre")]
    around = [e for e in block.iterancestors() if e.tag in {"div", "figure", "code", "pre"}][:3]
    labels = (label for element in (*own, *around) for label in _labels(element))
    words = (word for element in own for word in element.get("class", "").lower().split())
    return next(filter(None, map(_language, labels)), None) or next((w for w in words if w in BARE_LANGUAGES), None)


def _labels(element: HtmlElement) -> Iterator[str]:
    for name in LANGUAGE_ATTRIBUTES:
        yield element.get(name, "")
    for match in LANGUAGE_CLASS.finditer(element.get("class", "")):
        yield match[1]


def _language(label: str) -> str | None:
    word = label.strip().lower()
    return word if word not in NO_LANGUAGES and re.fullmatch(r"[\w+#.-]{1,24}", word) else None
