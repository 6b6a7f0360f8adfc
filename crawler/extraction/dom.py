"""Text to a tree that is safe to walk and to copy.

It is never deeper than DEPTH, never larger than LIMIT allows, and holds none of the characters that XML forbids, which
lxml reads but refuses to write.
"""

from __future__ import annotations

import re
from html import escape
from itertools import dropwhile, islice
from typing import TYPE_CHECKING

from lxml import etree, html
from lxml.etree import SubElement, XPath

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

LIMIT = 1_500_000  # characters of markup that are read, after what is no content was taken out of a longer page
MOST = 30_000  # elements that are kept; a second's work
DEPTH = 180  # elements within each other: a walker takes up to four of Python's 1,000 calls for each

# What a custom element shows, as a server writes it: https://html.spec.whatwg.org/#attr-template-shadowrootmode
SHADOW_ROOTS = XPath("//template[@shadowrootmode or @shadowroot]")
OF_HEAD = frozenset("title meta link script style base noscript template".split())
TOO_DEEP = XPath("boolean(" + "/*" * (DEPTH + 1) + ")")

# lxml.html's own asks Python for the class of each element, at every touch, for the sake of forms.
ONE_CLASS = etree.ElementDefaultClassLookup(element=html.HtmlElement, comment=html.HtmlComment)

BULK = re.compile(
    r"data:[\w.+-]+/[\w.+-]+;base64,[A-Za-z0-9+/=]{200,}|<(style|svg)\b(?>(?:[^<]|<(?!/?\1\b))*)</\1\s*>", re.IGNORECASE
)
# What holds text alone, its markup as written: libxml2 has forgotten it.
# https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody
VERBATIM = re.compile(r"<(/?)xmp\b[^<>]*>", re.IGNORECASE)
WRAPPERS = re.compile(r"</?(?:div|span|font|section|center|b|i|u|em|strong|small|big)\b[^<>]*>", re.IGNORECASE)
TAGS = re.compile(r"<[^<>]*>")

# What is no XML: https://www.w3.org/TR/xml/#charsets. Tabs and feeds part words, other characters stand in the midst of
# them and go; a reference leaves a space, so that what is around it never makes another: &#&#8;8;
CONTROLS = bytes({*range(32)} - set(b"\t\n\v\f\r"))
SPACES = bytes.maketrans(b"\v\f", b"  ")
NONCHARACTERS = re.compile("\ufffe|\uffff".encode())
REFERENCES = re.compile(
    rb"&#(?:0*(?:[1-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)"
    rb"|[xX]0*(?:[1-8bcefBCEF]|1[\da-fA-F]|[fF]{3}[eEfF])(?![\da-fA-F]));?"
)


def holds_more(element: HtmlElement, number: int) -> bool:
    """Say whether an element has more children than that; `len` would count them all, at each asking."""
    return next(islice(element, number, None), None) is not None


def parse(source: str) -> HtmlElement:
    """Parse a page, which has a body. One nested too deep loses wrappers, at worst all its tags, and keeps its text."""
    if len(source) > LIMIT:
        source = BULK.sub("", source)[:LIMIT]
    if "<xmp" in source or "<XMP" in source:
        source = _as_pre(source)
    for text in _less_and_less(source):
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        parser.set_element_class_lookup(ONE_CLASS)
        tree = _document(text, parser)
        if not (_was_cut(parser) or TOO_DEEP(tree)):
            break
    _give_body(tree)
    _join(tree)
    _cut(tree)
    _give_body(tree)
    for root in SHADOW_ROOTS(tree):
        root.tag = "slot"  # an element that is only what it holds
    return tree


def _as_pre(source: str) -> str:
    """Write verbatim text as a `<pre>` whose markup is escaped."""
    parts: list[str] = []
    end, opening = 0, None
    for tag in VERBATIM.finditer(source):
        if opening is None:
            opening = None if tag[1] else tag
        elif tag[1]:
            text = escape(source[opening.end() : tag.start()], quote=False)
            parts += (source[end : opening.start()], f"<pre>{text}</pre>")
            end, opening = tag.end(), None
    return "".join((*parts, source[end:]))


def _give_body(tree: HtmlElement) -> None:
    """Make sure of a body, and that it holds the content of a page that does not write its tag.

    libxml2 knows only HTML 4: an `<article>` is none of the elements that end the head for it.
    """
    body, head = tree.find("body"), tree.find("head")
    if body is None:
        body = SubElement(tree, "body")
    strays = [] if head is None else list(dropwhile(lambda element: element.tag in OF_HEAD, head))
    for place, stray in enumerate(strays):
        body.insert(place, stray)


def _join(tree: HtmlElement) -> None:
    """Put documents that follow the first one into its body, as browsers do; libxml2 makes each a root of its own."""
    body = tree.find("body")
    for other in list(tree.itersiblings()):
        body.append(other)
        for part in (other, *other.iterchildren("body")):
            part.tag = "div"


def _was_cut(parser: html.HTMLParser) -> bool:
    """Say whether libxml2 has stopped at its own limit of depth, and dropped what follows."""
    return any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)


def _cut(tree: HtmlElement) -> None:
    """Take away what follows the last element that is kept."""
    last = next(islice(tree.iter(), MOST, None), None)
    if last is not None:
        for element in (last, *last.iterancestors()):
            for beyond in list(element.itersiblings()):
                beyond.getparent().remove(beyond)


def _less_and_less(source: str) -> Iterator[str]:
    yield source
    yield WRAPPERS.sub("\n", source)
    yield TAGS.sub("\n", source)


def _document(text: str, parser: html.HTMLParser) -> HtmlElement:
    """Parse from bytes, as lxml refuses text with an XML declaration."""
    try:
        tree = html.document_fromstring(_as_xml(text.encode("utf-8", "replace")), parser=parser)
    except etree.ParserError:
        tree = html.document_fromstring("<body></body>")
    return tree


def _as_xml(markup: bytes) -> bytes:
    """Take out what is no XML, as characters and as numeric references."""
    return REFERENCES.sub(b" ", NONCHARACTERS.sub(b"", markup.translate(SPACES, CONTROLS)))
