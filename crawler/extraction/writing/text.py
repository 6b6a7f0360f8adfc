"""The cleaned tree as plain text: blocks parted by an empty line, items and rows by a line break, cells by a tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extraction.cleaning.tree import runs

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def to_text(box: HtmlElement) -> str:
    """Write the words of the tree and nothing else; pictures and rules have none."""
    part = "\n" if box.tag in {"ul", "ol", "li", "table"} else "\n\n"
    texts = []
    for run in runs(box, _inline):  # no expression: each would be one more of Python's calls for every level
        texts.append(run if isinstance(run, str) else _block(run))  # noqa: PERF401
    return part.join([text for text in texts if text.strip()])


def _block(block: HtmlElement) -> str:
    if block.tag == "pre":
        return "".join(block.itertext())
    if block.tag == "li" and (note := block.get("id")):
        return f"[{note.removeprefix('fn-')}] {to_text(block)}"
    if block.tag == "tr":
        return "\t".join(_inline_of(cell).replace("\n", " ") for cell in block)
    return to_text(block)


def _inline_of(element: HtmlElement) -> str:
    return (element.text or "") + "".join(_inline(child) + (child.tail or "") for child in element)


def _inline(element: HtmlElement) -> str:
    return "\n" if element.tag == "br" else _inline_of(element)
