r"""Formulas, however a page writes or draws them, to `<span data-tex="inline">x^2</span>` (or "display"): their LaTeX.

Their source is looked for where typesetters leave it: MathJax's scripts, the annotation that KaTeX writes, attributes,
the text or the address of a picture, `\(…\)` in the text. Only MathML without one is translated. What is drawn beside
the source, for the eye or for a screen reader, goes. Works on the page's own tree, before anything else looks at it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from lxml.etree import XPath
from lxml.html import Element, fromstring

from crawler.extraction.formulas.chtml import drawn_to_latex
from crawler.extraction.formulas.delimiters import bare, plain_delimiters
from crawler.extraction.formulas.equations import unwrap_equations
from crawler.extraction.formulas.images import latex_of_image
from crawler.extraction.formulas.latex import COMMAND, tidy
from crawler.extraction.formulas.mathml import to_latex
from crawler.extraction.formulas.mathml_tree import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

ATTRIBUTES = (
    "data-tex data-latex data-math data-formula data-katex data-entry data-equation data-equation-content".split()
)
MARKS = frozenset({*ATTRIBUTES, "data-module"})
TAGS = frozenset({"math", "mjx-container", "math-renderer"})
# Classes of an element that is one formula.
FRAMES = frozenset(
    "katex-display katex mathjax mathjax_display mathjax_svg mathjax_svg_display mathjax_chtml mjx-chtml mjxc-display "
    "mathjax_mathml mwe-math-element ztext-math hurmet-tex temml tex latex math math-inline math-display arithmatex "
    "js-render-math language-math mq-math-mode katex-block katex-inline ql-img-inline-formula "
    "ql-img-displayed-equation equation_image texrender mimetex".split()
)
DRAWN = frozenset(
    "mathjax mathjax_display mathjax_svg mathjax_svg_display mathjax_chtml mjx-chtml mjxc-display".split()
)
DISPLAY = frozenset(
    "katex-display mathjax_display mathjax_svg_display mjxc-display math-display display katex-block display-math "
    "mwe-math-element-block mwe-math-fallback-image-display js-display-math tml-display "
    "ql-img-displayed-equation".split()
)
# Words that a theme may give to anything: what is within such an element is looked at for itself.
WORDS_OF_THEMES = frozenset("tex latex math temml display language-math".split())
BARE_CLASSES = frozenset("math-inline math-display js-render-math language-math".split())  # no delimiters in them
BLOCKS = frozenset("div p section center figure pre".split())
MATH = XPath('descendant-or-self::*[self::math or contains(name(), ":math")]')
ANNOTATION = XPath('(.//annotation[contains(@encoding, "tex") or contains(@encoding, "TeX")])[1]')
# MathJax's script and what MathQuill keeps to be copied.
SOURCE = XPath(
    '(.//script[starts-with(@type, "math/")] | .//*[contains(concat(" ", @class, " "), " mq-selectable ")])[1]'
)
IMAGES = XPath(".//img")


def plain_formulas(tree: HtmlElement) -> None:
    """Replace every formula in the tree by its plain form."""
    tables: dict[HtmlElement, None] = {}
    gone: set[HtmlElement] = set()  # what was found within a formula is no formula of its own
    for element in [e for e in tree.iter() if _may_be(e)]:
        if element in gone or (latex := _latex(element)) is None:
            continue
        gone.update(element.iterdescendants())
        if latex:
            plain = _replace(element, latex)
            tables.update(dict.fromkeys(plain.iterancestors("table")))
        else:
            element.drop_tree()
    plain_delimiters(tree)
    unwrap_equations(tables)


def _may_be(element: HtmlElement) -> bool:
    """Say at little cost whether an element may be a formula; most are none. (One XPath for all takes longer.)"""
    tag = element.tag
    if tag in TAGS or ":math" in tag or (tag == "img" and "src" in element.attrib):
        return True
    return any(
        name in MARKS
        or (name == "class" and ("ath" in value or "tex" in value))
        or (name == "type" and value.startswith("math/"))
        for name, value in element.items()
    )


def _latex(element: HtmlElement) -> str | None:
    """Return the source of the formula that an element is, empty where it only draws one, None where it is none."""
    tag, classes = name_of(element), _classes(element)
    if tag == "script":
        return _of_script(element)
    if tag == "img":
        return tidy(latex) if (latex := latex_of_image(element, framed=bool(classes & FRAMES))) else None
    if "mathjax_preview" in classes or (classes & DRAWN and tag != "mjx-container" and _is_twin(element)):
        return "" if _is_twin(element) else None
    if tag not in {"math", "mjx-container", "math-renderer"} and not classes & FRAMES:
        return _of_attributes(element)
    return _of_frame(element, classes)


def _classes(element: HtmlElement) -> set[str]:
    return set(element.get("class", "").lower().split())


def _is_twin(element: HtmlElement) -> bool:
    """Say whether the script that an element was drawn from stands beside it."""
    after = element.getnext()
    for _ in range(3):
        if after is None or after.get("type", "").startswith("math/"):
            break
        after = after.getnext() if _classes(after) & DRAWN else None
    return after is not None


def _of_script(script: HtmlElement) -> str | None:
    kind = script.get("type", "")
    if kind.startswith("math/mml"):
        return _of_markup(script.text or "")
    if kind.startswith("math/"):
        return tidy((script.text or "").replace("<![CDATA[", "").replace("]]>", ""))
    return _of_module(script) if "formula" in script.get("data-module", "")[:200] else None


def _of_module(script: HtmlElement) -> str | None:
    """Return the formula of naver's editor, which its page draws later from what it has in an attribute."""
    try:
        drawn = json.loads(script.get("data-module", ""))["data"]["html"]
    except (ValueError, KeyError, TypeError):
        return None
    if not isinstance(drawn, str) or not drawn.strip() or next(_plain_beside(script), None) is not None:
        return None
    return next((tidy(source.text_content()) for source in SOURCE(fromstring(f"<div>{drawn}</div>"))), None)


def _plain_beside(script: HtmlElement) -> Iterator[HtmlElement]:
    parent = script.getparent()
    return (span for span in parent.iter("span") if span.get("data-tex")) if parent is not None else iter(())


def _of_markup(markup: str) -> str | None:
    if not markup.strip():
        return None
    formulas = MATH(fromstring(f"<div>{markup}</div>"))
    return _of_math(formulas[0]) if formulas else None


def _of_attributes(element: HtmlElement) -> str | None:
    """Return what an attribute says that is meant for a formula; other attributes may have the same name."""
    for name in ATTRIBUTES:
        value = element.get(name, "")
        if value and name != "data-entry" and (name in {"data-tex", "data-latex"} or _is_latex(element, value)):
            return tidy(value) or None
    return None


def _is_latex(element: HtmlElement, value: str) -> bool:
    """Say whether a value is LaTeX: by its signs, or by its standing on an element without words of its own."""
    return bool(COMMAND.search(value)) or not element.text_content().strip()


def _of_frame(frame: HtmlElement, classes: set[str]) -> str | None:
    """Return the source of the one formula in a frame; None where it holds more, or only words."""
    written = next((value for name in ATTRIBUTES if (value := frame.get(name, ""))), "")
    if written and not written.isdecimal():
        return tidy(written) or None
    if drawn := frame.get("data-mathml"):
        return _of_markup(drawn)
    if name_of(frame) != "math" and not classes & FRAMES - WORDS_OF_THEMES:
        return _of_words(frame, classes)
    if (source := next(iter(SOURCE(frame)), None)) is not None:
        return _of_script(source) if source.tag == "script" else tidy(source.text_content()) or None
    if formulas := MATH(frame):
        return _of_math(formulas[0]) if len(formulas) == 1 else None
    return tidy(drawn_to_latex(frame)) if frame.tag == "mjx-container" else _of_words(frame, classes)


def _of_words(frame: HtmlElement, classes: set[str]) -> str | None:
    images = [image for image in IMAGES(frame) if image.get("alt")]
    if "mwe-math-element" in classes and images:
        return tidy(images[0].get("alt")) or None
    text = frame.text_content().strip()
    inner = bare(text)
    return tidy(inner) if (inner != text or (classes & BARE_CLASSES and not len(frame))) and inner else None


def _of_math(formula: HtmlElement) -> str:
    annotation = next(iter(ANNOTATION(formula)), None)
    if annotation is not None and (annotation.text or "").strip():
        return tidy(annotation.text)
    said = formula.get("data-latex") or formula.get("alttext") or ""
    return tidy(said if COMMAND.search(said) or formula.get("data-latex") else "") or to_latex(formula)


def _replace(element: HtmlElement, latex: str) -> HtmlElement:
    """Put the plain form in the place of a formula."""
    display = _is_display(element)
    while (parent := element.getparent()) is not None and _only(parent, element):
        display = display or bool(_classes(parent) & DISPLAY)
        if parent.tag not in {"span", "a", "pre"}:
            break
        element = parent
    plain = Element("span", {"data-tex": "display" if display else "inline"})
    plain.text, plain.tail = latex, element.tail
    element.getparent().replace(element, plain)
    return plain


def _only(parent: HtmlElement, element: HtmlElement) -> bool:
    """Say whether a wrapper that is for formulas holds nothing else."""
    return (
        bool(
            _classes(parent) & (FRAMES | DISPLAY)
            or any(name in parent.attrib for name in ATTRIBUTES)
            or parent.tag == "pre"
        )
        and not (parent.text or "").strip()
        and all(_is_nothing(other) or other is element for other in parent)
        and not any((other.tail or "").strip() for other in parent)
    )


def _is_nothing(element: HtmlElement) -> bool:
    """Say whether an element only draws what another is the source of."""
    return element.get("aria-hidden") == "true" or element.tag in {"img", "script", "svg"}


def _is_display(element: HtmlElement) -> bool:
    said = {element.get(name, "") for name in ("display", "mode", "data-math-style", "data-display")}
    inner = next((formula.get("display", "") for formula in MATH(element)), "")
    text = "" if element.tag in {"img", "script"} else (element.text or "").strip()
    return (
        bool(said & {"block", "true", "display"})
        or inner == "block"
        or "mode=display" in element.get("type", "")
        or bool(_classes(element) & DISPLAY or element.get("data-module"))
        or text.startswith(("$$", "\\[", "\\begin"))
        or element.tag in BLOCKS - {"p"}
        or (element.tag in {"img", "p"} and _is_alone(element))
    )


def _is_alone(element: HtmlElement) -> bool:
    parent = element.getparent()
    alone = element.getprevious() is None and element.getnext() is None and not (element.tail or "").strip()
    return element.tag == "p" or (parent.tag in BLOCKS and alone and not (parent.text or "").strip())
