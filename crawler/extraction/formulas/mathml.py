r"""MathML to LaTeX, as the converters of other tools spell it: `\frac{a}{b}`, `\left(x\right)`, `x_{1}^{2}`.

Presentation MathML (https://www.w3.org/TR/mathml-core/) and what older writers use; what is unknown is read as a row.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.etree import XPath

from crawler.extraction.formulas.mathml_tree import (
    SPACE,
    UNSEEN,
    WRAPPERS,
    bracket_of,
    children_of,
    name_of,
    pairs_of,
    table_in,
    text_of,
)  # fmt: skip
from crawler.extraction.formulas.symbols import ACCENTS, CLOSING, FUNCTIONS, LIMITS, OPENING, VARIANTS, spelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element as Element

MATRICES = {"(": "pmatrix", "[": "bmatrix", "|": "vmatrix", "‖": "Vmatrix", "{": "Bmatrix"}
ENCLOSURES = {
    "top": "\\overline", "bottom": "\\underline", "box": "\\boxed", "roundedbox": "\\boxed", "radical": "\\sqrt",
    "updiagonalstrike": "\\cancel", "downdiagonalstrike": "\\bcancel", "horizontalstrike": "\\cancel",
}  # fmt: skip
TOO_DEEP = XPath("boolean(" + "*/" * 80 + "*)")  # for Python's stack: a writer takes up to five calls for a level
ESCAPED, BACKSLASHED = re.compile(r"[#$%&_{}]"), r"\\\g<0>"
LINE_BREAK = r" \\ "


def to_latex(formula: Element) -> str:
    """Return a `<math>` element as LaTeX on one line, without dollars; empty where nothing is in it."""
    if TOO_DEEP(formula):
        return spelled(text_of(formula))
    content = children_of(formula)
    while len(content) == 1 and name_of(content[0]) in WRAPPERS:
        content = children_of(content[0])
    if len(content) == 1 and name_of(content[0]) == "mtable":
        return _equations(content[0])
    return SPACE.sub(" ", _row(content)).strip()


def _convert(element: Element) -> str:
    return WRITERS.get(name_of(element), _wrapped)(element)


def _wrapped(element: Element) -> str:
    children = children_of(element)
    return _row(children) if children else spelled(text_of(element))


def _row(children: list[Element]) -> str:
    """Write elements side by side; brackets that pair grow with what they hold, one alone is closed by nothing."""
    signs = [bracket_of(child) for child in children]
    pairs = pairs_of(signs)
    closed = set(pairs.values())
    parts, at = [], 0
    while at < len(children):
        end = pairs.get(at)
        if end == at + 2 and (table := table_in(children[at + 1])) is not None and signs[at] in MATRICES:
            parts.append(_matrix(table, MATRICES[signs[at]]))
            at = end
        elif signs[at] == "{" and end is None and at + 2 == len(children) and table_in(children[at + 1]) is not None:
            parts.append(_matrix(table_in(children[at + 1]), "cases"))
            at += 1
        else:
            paired = "\\left" if at in pairs else "\\right" if at in closed else ""
            parts.append(f"{paired}{spelled(signs[at])}" if paired else _convert(children[at]))
        at += 1
    return " ".join(filter(None, parts))


def _matrix(table: Element | None, environment: str) -> str:
    rows = LINE_BREAK.join(" & ".join(cells) for cells in _rows(table))
    return f"\\begin{{{environment}}} {rows} \\end{{{environment}}}"


def _equations(table: Element) -> str:
    """Write a table that is the whole formula: lines of equations, or one with its number."""
    rows = list(_rows(table))
    if len(rows) == 1:
        return " ".join(rows[0])
    lines = [SPACE.sub(" ", " & ".join(cells)).strip() for cells in rows]
    return f"\\begin{{aligned}}{LINE_BREAK.join(lines)}\\end{{aligned}}"


def _rows(table: Element | None) -> Iterator[list[str]]:
    for row in children_of(table) if table is not None else ():
        cells = [_row(children_of(cell)) if name_of(cell) == "mtd" else _convert(cell) for cell in children_of(row)]
        yield [*cells[1:], *cells[:1]] if name_of(row) == "mlabeledtr" else cells  # the number stands first


def _identifier(element: Element) -> str:
    text = text_of(element)
    if text in FUNCTIONS:
        return f"\\{text}"
    return _varied(element, spelled(text), upright=len(text) == 1 and text.isascii() and text.isalpha())


def _number(element: Element) -> str:
    return _varied(element, spelled(text_of(element)), upright=False)


def _varied(element: Element, latex: str, *, upright: bool) -> str:
    variant = element.get("mathvariant", "")
    command = "\\mathrm" if variant == "normal" and upright else VARIANTS.get(variant)
    return f"{command}{{{latex}}}" if command and latex else latex


def _operator(element: Element) -> str:
    text = text_of(element)
    if text in OPENING:
        return f"\\left{spelled(text)}\\right."
    if text in CLOSING:
        return f"\\left.\\right{spelled(text)}"
    return f"\\{text}" if text in FUNCTIONS else spelled(text)


def _words(element: Element) -> str:
    """Write text: the blanks around it count, as most writers mean them; signs alone need no command."""
    text = SPACE.sub(" ", "".join(element.itertext()))
    if any(character.isalpha() for character in text):
        return f"\\text{{{ESCAPED.sub(BACKSLASHED, text)}}}"
    return " ".join("\\text{ }" if part == " " else spelled(part) for part in re.findall(r" |[^ ]+", text))


def _fraction(element: Element) -> str:
    over, under = _arguments(element, 2)
    if element.get("bevelled") == "true":
        return f"{over}/{under}"
    bare = element.get("linethickness", "").strip() in {"0", "0px", "0pt", "0em"}
    command = r"\genfrac{}{}{0pt}{}" if bare else r"\frac"
    return f"{command}{{{over}}}{{{under}}}"


def _arguments(element: Element, count: int) -> list[str]:
    """Return what an element takes, by place; what is missing is empty."""
    children = [child for child in element if name_of(child) not in {"", "script", "style"}]
    written = [_convert(child) if name_of(child) not in UNSEEN else "" for child in children[:count]]
    return [SPACE.sub(" ", part).strip() for part in written] + [""] * (count - len(written))


def _root(element: Element) -> str:
    base, index = _arguments(element, 2)
    return f"\\sqrt[{index}]{{{base}}}"


def _square_root(element: Element) -> str:
    return f"\\sqrt{{{_wrapped(element)}}}"


def _braced(base: Element | None, written: str) -> str:
    """Put what a script stands at into braces where it is more than one thing."""
    if base is None or not written:
        return "{}"
    inner = children_of(base)
    while len(inner) == 1 and name_of(inner[0]) in WRAPPERS:
        inner = children_of(inner[0])
    fenced = inner and pairs_of([bracket_of(child) for child in inner]).get(0) == len(inner) - 1
    return f"{{{written}}}" if len(inner) > 1 and name_of(base) in WRAPPERS and not fenced else written


def _first(element: Element) -> Element | None:
    return next((child for child in element if name_of(child)), None)


def _script(marks: str) -> Callable[[Element], str]:
    """Return a writer of scripts at `marks`, in the order of the arguments."""

    def write(element: Element) -> str:
        base, *scripts = _arguments(element, 1 + len(marks))
        written = _braced(_first(element), base)
        for mark, script in zip(marks, scripts, strict=True):
            if mark == "^" and script and not script.strip("' "):
                written += script.replace(" ", "")
            elif script:
                written += f"{mark}{{{script}}}"
        return written

    return write


def _limits(element: Element, places: str) -> str:
    base, *scripts = _arguments(element, 1 + len(places))
    if base in LIMITS or len(places) > 1:
        named = zip(places, scripts, strict=True)
        return (base or "{}") + "".join(f"{'_' if p == 'u' else '^'}{{{s}}}" for p, s in named if s)
    command = ACCENTS[places].get(scripts[0])
    return (
        f"{command}{{{base}}}" if command else f"\\{'under' if places == 'u' else 'over'}set{{{scripts[0]}}}{{{base}}}"
    )


def _scripts_all_round(element: Element) -> str:
    children = [child for child in element if name_of(child)]
    split = next((at for at, child in enumerate(children) if name_of(child) == "mprescripts"), len(children))
    before, after = children[split + 1 :], children[1:split]
    base = _braced(_first(element), _arguments(element, 1)[0])
    return f"{'{}' if before else ''}{_pairs_of_scripts(before)}{base}{_pairs_of_scripts(after)}"


def _pairs_of_scripts(scripts: list[Element]) -> str:
    written = ["" if name_of(script) in UNSEEN else _convert(script) for script in scripts]
    return "".join(f"{'_^'[at % 2]}{{{script}}}" for at, script in enumerate(written) if script)


def _fenced(element: Element) -> str:
    opening, closing = element.get("open", "("), element.get("close", ")")
    children = children_of(element)
    if len(children) == 1 and (table := table_in(children[0])) is not None:
        if opening in MATRICES and closing:
            return _matrix(table, MATRICES[opening])
        if opening == "{":
            return _matrix(table, "cases")
    separators = "".join(element.get("separators", ",").split())
    written = ""
    for at, child in enumerate(children):
        written += (f" {separators[min(at, len(separators)) - 1]} " if at and separators else " ") + _convert(child)
    return f"\\left{spelled(opening) or '.'}{written} \\right{spelled(closing) or '.'}"


def _enclosed(element: Element) -> str:
    written = _wrapped(element)
    for notation in element.get("notation", "longdiv").split():
        written = f"{ENCLOSURES[notation]}{{{written}}}" if notation in ENCLOSURES else written
    return written


def _chosen(element: Element) -> str:
    return next((_convert(child) for child in children_of(element)), "")


WRITERS: dict[str, Callable[[Element], str]] = {
    "mi": _identifier, "mn": _number, "mo": _operator, "mtext": _words, "ms": _words, "mfrac": _fraction,
    "mroot": _root, "msqrt": _square_root, "msub": _script("_"), "msup": _script("^"), "msubsup": _script("_^"),
    "munder": lambda element: _limits(element, "u"), "mover": lambda element: _limits(element, "o"),
    "munderover": lambda element: _limits(element, "uo"), "mmultiscripts": _scripts_all_round,
    "mtable": lambda element: _matrix(element, "matrix"), "mfenced": _fenced, "menclose": _enclosed,
    "maction": _chosen, "mphantom": lambda element: f"\\phantom{{{_wrapped(element)}}}",
}  # fmt: skip
