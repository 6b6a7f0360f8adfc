r"""Formulas that a page leaves in its text for a typesetter: `\(…\)`, `\[…\]`, `$$…$$`, `$…$`, `\begin{align}…`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.etree import XPath
from lxml.html import Element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    Piece = tuple[str, str]  # "" | "inline" | "display", text

TYPESETTER = XPath(
    'boolean(//script[contains(@src, "athjax") or contains(@src, "athJax") or contains(@src, "katex")'
    ' or contains(@src, "KaTeX") or contains(@src, "temml") or contains(@type, "mathjax") or contains(., "MathJax")'
    ' or contains(., "renderMathInElement")] | //link[contains(@href, "katex")])'
)
WITH_DELIMITERS = XPath(
    r".//body//text()[contains(., '$') or contains(., '\(') or contains(., '\[') or contains(., '\begin{')]"
    "[not(ancestor::*[self::pre or self::code or self::script or self::style or self::textarea or self::kbd"
    " or self::samp or self::tt or self::option or @data-tex or contains(@class, 'tex2jax_ignore')"
    " or contains(@class, 'mathjax_ignore')])]"
)
OPENING = re.compile(
    r"(?<!\\)(?:\$\$|\$(?=[^\s$])|\\\(|\\\[|\\begin\{(?=(?:equation|align|gather|multline|eqnarray|alignat|flalign)\*?\}))"
)
CLOSING = {"$$": "$$", "$": "$", "\\(": "\\)", "\\[": "\\]", "\\begin{": "\\end{"}
PAIRS = (("$$", "$$"), ("\\[", "\\]"), ("\\(", "\\)"), ("$", "$"))
LONGEST = {"$": 500}  # characters; a price and the next one are further apart, or not alone
LONG = 5_000
# What dollars that are none of a typesetter's stand around: "$5 (about 6$", "$HOME/$USER", "$a and the other$".
COMMANDS = re.compile(r"\\[A-Za-z]+\*?\s*(?:\{[^{}]*\})?")
SENTENCE = re.compile(r"[A-Za-z]{2}[,.;:]? +[A-Za-z]{2,}[,.;:]? +[A-Za-z]{2}|\A\d.*[\s(][^\W\d_]{3}", re.DOTALL)
PATH_SIGNS = frozenset("/:;=,.\"'@-")


def bare(text: str) -> str:
    """Return a formula without the delimiters around it."""
    for opening, closing in PAIRS:
        if len(text) > len(opening + closing) and text.startswith(opening) and text.endswith(closing):
            return text[len(opening) : -len(closing)].strip()
    return text


def plain_delimiters(tree: HtmlElement) -> None:
    """Put a plain formula in the place of each one in the text, where the page loads a typesetter."""
    if not TYPESETTER(tree):
        return
    for text in WITH_DELIMITERS(tree):
        pieces = list(formulas_in(text))
        if any(kind for kind, _ in pieces):
            _insert(text.getparent(), pieces, tail=text.is_tail)


def formulas_in(text: str) -> Iterator[Piece]:
    """Yield the parts of a text, and what each is: words, or a formula."""
    closings: dict[str, int] = {}  # where each delimiter is next: a text of 100,000 openings is read once
    at = done = 0
    while match := OPENING.search(text, at):
        opening, start = match[0], match.end()
        if closings.get(opening, -1) < start:
            found = text.find(CLOSING[opening], start)
            closings[opening] = found if found >= 0 else len(text)
        end = closings[opening]
        after = formula_end(text, opening, start, end)
        if not after:
            at = start
            continue
        yield "", text[done : match.start()]
        whole = opening == "\\begin{"
        written = text[match.start() : after] if whole else text[start:end]
        yield "display" if opening not in {"$", "\\("} else "inline", written.strip()
        at = done = after
    yield "", text[done:]


def formula_end(text: str, opening: str, start: int, end: int) -> int:
    """Return where the delimiters end of a formula from `start` to `end`; 0 where it is none."""
    inner = text[start : min(end, start + LONG)]
    if end >= len(text) or end - start > LONGEST.get(opening, LONG) or not inner.strip():
        return 0
    after = end + len(CLOSING[opening])
    if opening == "\\begin{":
        name = inner[: inner.find("}") + 1]
        return after + len(name) if text.startswith(name, after) else 0
    if opening == "$":
        before, behind = text[start - 2 : start - 1], text[after : after + 1]
        parted = not (before.isascii() and before.isalnum()) and not behind.isdecimal() and behind != "$"
        return after if parted and not inner[-1].isspace() and inner[-1] != "\\" and _is_formula(inner, behind) else 0
    return after


def _is_formula(inner: str, behind: str) -> bool:
    """Say whether what stands between two single dollars is no price, no path of a shell and no sentence."""
    letters = COMMANDS.sub(" ", inner)
    word_behind = behind.isascii() and behind.isalpha()
    return not ("\n\n" in inner or SENTENCE.search(letters) or (word_behind and inner[-1] in PATH_SIGNS))


def _insert(parent: HtmlElement, pieces: list[Piece], *, tail: bool) -> None:
    """Write the pieces of a text back: as the text of its parent, or as what follows it."""
    last: HtmlElement | None = parent if tail else None
    for kind, written in pieces:
        if kind:
            formula = Element("span", {"data-tex": kind})
            formula.text = " ".join(written.split())
            parent.insert(0, formula) if last is None else last.addnext(formula)
            last = formula
        elif last is None:
            parent.text = written
        else:
            last.tail = written
