"""What MathJax 3 and 4 draw with elements (CHTML), read back as MathML where no source is left beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.etree import Element, SubElement, XPath

from crawler.extraction.formulas.mathml import to_latex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

TOO_DEEP = XPath("boolean(" + "*/" * 120 + "*)")
SAID = XPath("(.//@data-latex)[1]")  # version 4 says it of each part, of the whole first
CODE = re.compile(r"(?:^|\s)mjx-c([0-9A-F]{2,5})(?:\s|$)")
TOKENS = frozenset("mjx-mi mjx-mo mjx-mn mjx-mtext mjx-ms".split())
# What stands where in what is drawn, in the order of MathML's arguments: names of the elements around each.
PARTS = {
    "mjx-mfrac": ("mjx-num", "mjx-den"),
    "mjx-msqrt": ("mjx-box",),
    "mjx-mroot": ("mjx-box", "mjx-root"),
    "mjx-munder": ("mjx-base", "mjx-under"),
    "mjx-mover": ("mjx-base", "mjx-over"),
    "mjx-munderover": ("mjx-base", "mjx-under", "mjx-over"),
}
ROWS = frozenset("mjx-mrow mjx-texatom mjx-mstyle mjx-mpadded mjx-math mjx-inferredmrow".split())
SKIPPED = frozenset(
    "mjx-mspace mjx-surd mjx-nstrut mjx-dstrut mjx-tstrut mjx-line mjx-assistive-mml mjx-mphantom".split()
)


def drawn_to_latex(container: _Element) -> str:
    """Return the formula of an `<mjx-container>` without its source; empty where nothing was drawn yet."""
    if said := next(iter(SAID(container)), None):
        return str(said)
    drawn = next(container.iter("mjx-math"), None)
    if drawn is None or TOO_DEEP(drawn):
        return ""
    formula = Element("math")
    _read(drawn, formula)
    return to_latex(formula)


def _read(drawn: _Element, box: _Element) -> None:
    for child in drawn:
        if child.tag not in SKIPPED and isinstance(child.tag, str):
            _read_one(child, box)


def _read_one(drawn: _Element, box: _Element) -> None:
    tag = drawn.tag
    if tag in TOKENS:
        SubElement(box, tag.removeprefix("mjx-")).text = "".join(_characters(drawn))
    elif tag in PARTS:
        read = SubElement(box, tag.removeprefix("mjx-"))
        for name in PARTS[tag]:
            _read_into(next(_nearest(drawn, name), None), SubElement(read, "mrow"))
    elif tag in {"mjx-msub", "mjx-msup", "mjx-msubsup"}:
        _read_scripts(drawn, box)
    elif tag in {"mjx-mtable", "mjx-mtr", "mjx-mtd", "mjx-mlabeledtr"}:
        _read(drawn, SubElement(box, tag.removeprefix("mjx-")))
    elif tag in ROWS:
        _read(drawn, SubElement(box, "mrow"))
    else:
        _read(drawn, box)


def _read_into(drawn: _Element | None, box: _Element) -> None:
    if drawn is not None:
        _read(drawn, box)


def _read_scripts(drawn: _Element, box: _Element) -> None:
    """Read scripts: the upper one is drawn before the lower one."""
    read = SubElement(box, drawn.tag.removeprefix("mjx-"))
    script = next((child for child in drawn if child.tag == "mjx-script"), None)
    for child in drawn:
        if child is not script and child.tag not in SKIPPED:
            _read_one(child, SubElement(read, "mrow"))
    parts = [part for part in script if part.tag != "mjx-spacer"] if script is not None else []
    for part in reversed(parts):
        _read_one(part, SubElement(read, "mrow"))


def _nearest(drawn: _Element, name: str) -> Iterator[_Element]:
    """Yield the elements of a name that belong to this drawing, not to one within it."""
    for child in drawn:
        if child.tag == name:
            yield child
        elif (
            child.tag not in ROWS and child.tag not in TOKENS and not (child.tag in PARTS and child.tag != "mjx-munder")
        ):
            yield from _nearest(child, name)


def _characters(token: _Element) -> Iterator[str]:
    """Yield the characters of a token, each named by its class where it is only drawn by the style sheet."""
    for drawn in token.iter():
        if drawn.tag == "mjx-c" and not (drawn.text or "").strip():
            code = CODE.search(drawn.get("class", ""))
            yield chr(int(code[1], 16)) if code and int(code[1], 16) < 0x110000 else ""
        elif drawn.tag in {"mjx-c", "mjx-utext"} or drawn is token:
            yield (drawn.text or "").strip()
