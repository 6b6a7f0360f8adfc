"""An archive's own things taken out of a copy: its banner, its scripts, its addresses in place of the page's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.archive.memento import TIMED

if TYPE_CHECKING:
    from collections.abc import Iterator

# What archives put into a page, from comment to comment.
INSERTS = (
    (b"<!-- BEGIN WAYBACK TOOLBAR INSERT -->", b"<!-- END WAYBACK TOOLBAR INSERT -->"),
    (b"<!-- WB Insert -->", b"<!-- End WB Insert -->"),
    (b"<!-- BEGIN WB BANNER -->", b"<!-- END WB BANNER -->"),
)
BANNER = re.compile(
    rb"<div\b[^<>]*\bid\s*=\s*[\"']?(?:wm-ipp-base|wm-ipp-print|donato|_wb_plain_banner|_wb_frame_top_banner)\b[^<>]*>",
    re.IGNORECASE,
)
DIV = re.compile(rb"<(/?)div\b", re.IGNORECASE)


def unwrap(body: bytes, address: str) -> bytes:
    """Return the page as it was, of a copy at this address; in any encoding that writes ASCII as ASCII."""
    for begin, end in INSERTS:
        body = _without_insert(body, begin, end)
    return _with_own_links(_without_banners(body), address)


def _without_insert(body: bytes, begin: bytes, end: bytes) -> bytes:
    before, found, rest = body.partition(begin)
    _, closed, after = rest.partition(end)
    return before + after if found and closed else body


def _without_banners(body: bytes) -> bytes:
    kept, last = [], 0
    for start, end in _banners(body):
        kept.append(body[last:start])
        last = end
    return b"".join((*kept, body[last:]))


def _banners(body: bytes) -> Iterator[tuple[int, int]]:
    """Yield where each banner begins and ends, up to one that is never closed."""
    after: int | None = 0
    while after is not None and (banner := BANNER.search(body, after)):
        after = _end_of_div(body, banner.start())
        if after is not None:
            yield banner.start(), after


def _end_of_div(body: bytes, start: int) -> int | None:
    depth = 0
    for tag in DIV.finditer(body, start):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return body.find(b">", tag.end()) + 1 or len(body)
    return None


def _with_own_links(body: bytes, address: str) -> bytes:
    """Write the page's own URLs where the archive's lead to copies of them."""
    found = TIMED.search(address)
    if found is None:
        return body
    scheme, _, rest = address[: found.start()].partition("://")
    host, slash, path = rest.partition("/")
    root = rf"(?:(?:{re.escape(scheme)}:)?//{re.escape(host)})?{re.escape(slash + path)}"
    rewritten = rf"(?<![\w/.:]){root}\d{{1,14}}(?:[a-z]{{2}}_)?/(?=https?:/|//)"
    return re.sub(rewritten.encode(), b"", body)
