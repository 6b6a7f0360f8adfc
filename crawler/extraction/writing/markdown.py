"""The cleaned tree as Markdown (CommonMark with tables and strikethrough), escaped only where it is needed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.extraction.cleaning.tree import WITHIN_LINES
from crawler.extraction.writing.links import link, picture
from crawler.extraction.writing.signs import DELIMITER, IN_CODE, with_signs

if TYPE_CHECKING:
    from lxml.html import HtmlElement

DELIMITERS = {"strong": "**", "em": "*", "del": "~~"}
SPECIAL = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|\Z)"  # a backslash before what it would escape, or may once the next element is written
    r"|`|~(?=~)|(?<=~)~"
    r"|(?<!\s)\*|\*(?!\s)"  # a star with white space on both sides is a star
    r"|(?<![^\W_])_(?!\s)|(?<!\s)_(?![^\W_])"  # an underscore within a word is one
    r"|\](?=[(\[:])"
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w+;)"
)
LINE_START = re.compile(
    r"^([#>]|[-+*](?=\s|$)|\d{1,9}(?=[.)](?:\s|$))|=+\s*$|(?=[:| ]*-)[:|-](?=[-:| ]*$)|~{3,})",
    re.MULTILINE,
)
CLOSES_HEADING = re.compile(r"(?<!\S)#+$")
MATH, NOTES, NOTE = "language-math", "footnotes", "fn-"
PUNCTUATION = re.compile(r"[^\w\s]|_")


def to_markdown(tree: HtmlElement) -> str:
    """Write the whole tree; ends without a line break."""
    return with_signs(_join(_blocks(tree)))


def title_line(title: str) -> str:
    """Write what stands above a tree: its title, in plain text."""
    return with_signs(_heading(1, _escaped(title)))


def _join(blocks: list[str], part: str = "\n\n") -> str:
    return part.join(block for block in blocks if block.strip())


def _blocks(box: HtmlElement) -> list[str]:
    """Write each block of a box, and each run of text between blocks."""
    written, run, before, other = [], _words(box.text, next(iter(box), None)), "", False
    for child in box:
        if child.tag in WITHIN_LINES:
            run += _inline(child, run)
        else:
            other = child.tag == before and not other
            written += [_line(run), _block(child, other=other)]
            run, before = "", child.tag if not (child.tail or "").strip() else ""
        run += _words(child.tail, child.getnext())
    return [*written, _line(run)]


def _block(block: HtmlElement, *, other: bool) -> str:
    """Write one block; `other` says that a list must be told apart from the one right above it."""
    match block.tag:
        case "ol" if block.get("class") == NOTES:
            written = "\n\n".join(map(_note, block))
        case "ul" | "ol" as tag:
            written = _list(block, other=other)
        case "table":
            written = _table(block)
        case "pre":
            written = _fenced(block)
        case "hr":
            written = "---"
        case "blockquote":
            written = "\n".join(f"> {line}".rstrip() for line in _join(_blocks(block)).split("\n"))
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6" as tag:
            written = _heading(int(tag[1]), _one_line(block, " "))
        case _:
            written = _join(_blocks(block))
    return written


def _heading(level: int, text: str) -> str:
    return f"{'#' * level} {CLOSES_HEADING.sub(_escape_start, text)}"


def _line(run: str) -> str:
    """End a run of text: what would open a block at the start of a line is escaped."""
    return LINE_START.sub(_escape_start, run.strip())


def _escape_start(match: re.Match[str]) -> str:
    return f"{match[0]}\\" if match[0].isdecimal() else f"\\{match[0]}"


def _list(block: HtmlElement, *, other: bool) -> str:
    number = int(block.get("start") or 1)
    loose = any(sum(child.tag not in {*WITHIN_LINES, "ul", "ol"} for child in item) > 1 for item in block)
    items = []
    for count, item in enumerate(block, number):
        bullet = (f"{count}) " if other else f"{count}. ") if block.tag == "ol" else ("* " if other else "- ")
        text = _join(_blocks(item), "\n\n" if loose or _has_apart(item) else "\n")
        indent = "\n" + " " * len(bullet)
        items.append((bullet + text.replace("\n", indent)).rstrip())
    return re.sub(r"\n +(?=\n)", "\n", ("\n\n" if loose else "\n").join(items))


def _note(item: HtmlElement) -> str:
    """Write a footnote: https://pandoc.org/MANUAL.html#extension-footnotes."""
    text = _join(_blocks(item)).replace("\n", "\n    ")
    return re.sub(r"\n +(?=\n)", "\n", f"[^{item.get('id', '').removeprefix(NOTE)}]: {text}")


def _mark(raised: HtmlElement) -> str | None:
    """Return the number of the note that a `<sup>` refers to."""
    inner = next(iter(raised), None)
    address = inner.get("href", "") if inner is not None else ""
    return address.removeprefix(f"#{NOTE}") if address.startswith(f"#{NOTE}") else None


def _has_apart(item: HtmlElement) -> bool:
    """Say whether an item holds a block that needs a blank line before it."""
    return any(child.tag in {"pre", "table", "blockquote", "hr"} for child in item)


def _table(block: HtmlElement) -> str:
    table = [[_cell(cell) for cell in row] for row in block]
    width = max(map(len, table))
    lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in table]
    return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])


def _cell(cell: HtmlElement) -> str:
    return _one_line(cell, "<br>").replace("|", "\\|")


def _one_line(element: HtmlElement, line_break: str) -> str:
    return " ".join(_text(element).replace("\\\n", line_break).split())


def _fenced(block: HtmlElement) -> str:
    code = block[0]
    text = (code.text or "").translate(IN_CODE)
    longest = max(map(len, re.findall(r"`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{code.get('class', '').removeprefix('language-')}\n{text}\n{fence}"


def _text(element: HtmlElement) -> str:
    """Write what stands within a line."""
    run = _words(element.text, next(iter(element), None))
    for child in element:
        run += _inline(child, run)
        run += _words(child.tail, child.getnext())
    return run.strip()


def _words(text: str | None, after: HtmlElement | None) -> str:
    """Write words; "Look!" and a link after it are no picture."""
    words = _escaped(text or "")
    leads = words.endswith("!") and after is not None and next(after.iter("a"), None) is not None
    return f"{words[:-1]}\\!" if leads else words


def _inline(element: HtmlElement, before: str) -> str:
    """Write an element within a line; `before` is what the line holds so far."""
    match element.tag:
        case "br":
            return "\\\n"
        case "img":
            return picture(element.get("src", ""), _escaped(element.get("alt", "")))
        case "code":
            return _code(element) if MATH not in element.get("class", "") else _formula(element, before)
        case "sup" if (mark := _mark(element)) is not None:
            return f"[^{mark}]"
        case "a":
            return link(element.get("href", ""), _text(element))
        case tag:
            return _marked(tag, _text(element), before[-1:], (element.tail or "")[:1])


def _marked(tag: str, text: str, before: str, after: str) -> str:
    if text and tag in DELIMITERS and _flanks(text, before, after) and not _touches(tag, text, before, after):
        return f"{DELIMITERS[tag]}{text}{DELIMITERS[tag]}"
    return f"<{tag}>{text}</{tag}>" if text else ""


def _touches(tag: str, text: str, before: str, after: str) -> bool:
    """Say whether delimiters would be taken for a part of what stands beside them."""
    return "~" in {text[0], text[-1], before, after} if tag == "del" else before == "*"


def _flanks(text: str, before: str, after: str) -> bool:
    """Say whether delimiters around the text count: with punctuation inside they need a gap or punctuation outside.

    `**강조(x)**는` would show its stars: https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run
    """
    return not ((PUNCTUATION.match(text[0]) and before.isalnum()) or (PUNCTUATION.match(text[-1]) and after.isalnum()))


def _code(element: HtmlElement) -> str:
    """Write code within a line; between backticks there are no links and no pictures."""
    inner = next(element.iterdescendants("a", "img"), None)
    text = element.text_content()
    if inner is None:
        return _verbatim(text)
    if inner.tag == "a" and inner.text_content() == text and inner.find(".//img") is None:
        return link(inner.get("href", ""), _verbatim(text))
    return f"<code>{_text(element)}</code>"


def _verbatim(code: str) -> str:
    text = " ".join(code.split("\n")).translate(IN_CODE)
    if not text.strip():
        return text
    ticks = "`" * next(n for n in range(1, len(text) + 2) if not re.search(rf"(?<!`)`{{{n}}}(?!`)", text))
    pad = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def _formula(element: HtmlElement, before: str) -> str:
    gap = " " if before.endswith(DELIMITER) else ""
    delimiter = DELIMITER * (2 if "math-display" in element.get("class", "") else 1)
    return f"{gap}{delimiter}{(element.text or '').translate(IN_CODE)}{delimiter}"


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\g<0>", text)
