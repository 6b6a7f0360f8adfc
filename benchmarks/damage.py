"""What goes wrong with pages, done to whole ones: each function takes a page's HTML and returns a damaged one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

PROSE = 40  # letters from which on a text is taken for prose
MOST = 0.7  # share of a page's prose that its article holds
TEASER = 2  # texts that a teaser has
NOT_FOUND = {True: "요청하신 페이지를 찾을 수 없습니다.", False: "Sorry, the page you requested could not be found."}
MORE = {True: "더 보기", False: "Continue reading"}
AROUND = {
    True: ("공유하기", "구독하기", "'개발' 카테고리의 다른 글", "댓글 12", "관련 글", "이전 글", "다음 글"),
    False: ("Share this", "Follow us on", "Related posts", "Leave a reply", "Subscribe to our newsletter", "Tweet"),
}
APP = '<html><head><title>App</title></head><body><div id="root"></div><script src="/a.js"></script></body></html>'


def broken_off(source: str) -> str:
    """End the page in the middle of its prose."""
    places = [source.find(text.strip()[:PROSE]) for _, text in _prose(_box(_tree(source)))]
    found = sorted(place for place in places if place > 0)
    return source[: found[len(found) // 2] if found else len(source) // 2]


def emptied(source: str) -> str:
    """Take the article out and leave what is around it, as a wrong container does."""
    box = _box(_tree(source))
    _clear(box)
    return _written(box)


def not_found(source: str) -> str:
    """Say in the place of the article that there is none."""
    box = _box(_tree(source))
    _clear(box)
    _add(box, NOT_FOUND[_is_korean(source)])
    return _written(box)


def teaser(source: str) -> str:
    """Leave the first of the prose, and a way to the rest."""
    box = _box(_tree(source))
    kept = [text for _, text in _prose(box)][:TEASER]
    _clear(box)
    for text in kept:
        _add(box, text)
    _add(box, MORE[_is_korean(source)])
    return _written(box)


def overgrown(source: str) -> str:
    """Put what stands around articles between the prose."""
    box = _box(_tree(source))
    for number, (element, _) in enumerate(list(_prose(box))):
        if element.tag == "p":
            for words in AROUND[_is_korean(source)][number % 2 :: 2]:
                line = html.Element("p")
                line.text = words
                element.addnext(line)
    return _written(box)


def garbled(source: str) -> str:
    """Read the page's UTF-8 as Latin-1."""
    return source.encode("utf-8", "replace").decode("latin-1")


def app_root(_source: str) -> str:
    """Leave what a page has before its scripts ran."""
    return APP


ALL = (broken_off, emptied, not_found, teaser, overgrown, garbled, app_root)


def _tree(source: str) -> HtmlElement:
    return html.document_fromstring(source.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))


def _written(inside: HtmlElement) -> str:
    return "<!DOCTYPE html>" + html.tostring(inside.getroottree(), encoding="unicode")


def _box(tree: HtmlElement) -> HtmlElement:
    """Return the smallest element that holds most of the page's prose."""
    box = tree.find("body")
    while True:
        whole = _weight(box)
        inner = next((child for child in box if _weight(child) > MOST * whole), None)
        if inner is None or not whole:
            return box
        box = inner


def _weight(element: HtmlElement) -> int:
    return sum(len(text) for _, text in _prose(element))


def _prose(box: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Yield each long text below an element, with the element that it is in or behind."""
    for element in box.iter():
        if isinstance(element.tag, str) and element.tag not in {"script", "style", "noscript"}:
            for text in (element.text, element.tail if element is not box else None):
                if text and len(text.strip()) >= PROSE:
                    yield element, text


def _clear(box: HtmlElement) -> None:
    tail, tag = box.tail, box.tag
    box.clear()
    box.tail, box.tag = tail, tag


def _add(box: HtmlElement, words: str) -> None:
    line = html.Element("p")
    line.text = words
    box.append(line)


def _is_korean(source: str) -> bool:
    return sum("가" <= letter <= "힣" for letter in source) > PROSE * 5
