"""The text of a page's main part, block by block, with links and without what surrounds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import iterwalk

from crawler.extraction.judging.voice import ALL_HEADINGS, INLINE, STRAIGHT, is_fringe, is_hidden

if TYPE_CHECKING:
    from lxml.html import HtmlElement

READ = 4_000  # characters of a page's main part: no wall says more
UNREAD = frozenset("script style noscript template nav footer aside svg iframe object head title button select".split())
WITHIN_A_LINE = INLINE | {"a"}


def text_of(
    root: HtmlElement, asked: HtmlElement | None, unread: frozenset[str] = UNREAD
) -> tuple[tuple[str, ...], tuple[bool, ...], int | None]:
    """Return a page's text, of its main part unless less is `unread`, its headings, and what stands before a field."""
    lines, headed, before, length = [""], [False], None, 0
    walker = iterwalk(root, events=("start", "end"))
    for event, element in walker:
        starts = event == "start"
        if element.tag not in WITHIN_A_LINE and lines[-1]:
            lines.append("")
            headed.append(False)
        if element.tag in ALL_HEADINGS:
            headed[-1] = starts
        if element is asked and starts:
            before = len(lines) - (not lines[-1])
        if starts and (element.tag in unread or (element is not root and _is_left_out(element, unread))):
            walker.skip_subtree()
            continue
        text = element.text if starts else element.tail if element is not root else None
        if text and (words := " ".join(text[:READ].split())):
            lines[-1] = f"{lines[-1]} {words}".strip()
            length += len(words)
            if length > READ:
                break
    kept = [(line.translate(STRAIGHT), is_heading) for line, is_heading in zip(lines, headed, strict=True) if line]
    return tuple(line for line, _ in kept), tuple(is_heading for _, is_heading in kept), before


def _is_left_out(element: HtmlElement, unread: frozenset[str]) -> bool:
    return ("footer" in unread and is_fringe(element)) or is_hidden(element)
