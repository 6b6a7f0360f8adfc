"""What a rendered document shows of its transfer: whether it came whole, and as text. Pure.

A browser is lenient: it shows what it got of a body, and a page of its own where nothing came. The plain path is
strict. So a document that is not whole and readable is left to a plain request, which tells what is wrong with it.
"""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from crawler.extraction.binary import is_text

if TYPE_CHECKING:
    from collections.abc import Mapping

UNDONE = frozenset({"", "identity", "gzip", "deflate"})  # the content codings that Splash's browser undoes
CODINGS = frozenset("br zstd dcb dcz compress x-compress x-gzip bzip2 x-bzip2 xz lzma gzip deflate".split())
# What Splash shows of a document that did not load: splash/engines/webkit/webpage.py
ERROR_PAGE = re.compile(
    r"\s*+(?:<html>)?\s*+<head>\s*+<title>Failed loading page</title>\s*+</head>\s*+"
    r"<body>\s*+<h1>Failed loading page \("
)
END = re.compile(rb"</(?:html|body|frameset)\s*+>", re.IGNORECASE)
END_WITHIN = 4096  # bytes after a document's end tag: comments and counters that servers append


def is_error_page(html: str) -> bool:
    """Return whether a page is what Splash shows in place of one that did not load."""
    return ERROR_PAGE.match(html) is not None


def is_sound(response: Mapping[str, Any], headers: Mapping[str, str], document: bytes | None) -> bool:
    """Return whether a document came whole, as text that the browser could read. `response` is the HAR's."""
    if not response.get("ok", True) and _is_good(response.get("status")):
        return False  # it broke off
    coding = headers.get("content-encoding", "").strip().lower()
    if coding not in UNDONE and not CODINGS.isdisjoint(re.split(r"[\s,]+", coding)):
        return False
    return document is None or is_text(document)


def may_be_cut(headers: Mapping[str, str], document: bytes | None) -> bool:
    """Return whether half a compressed body may have come: the browser does not tell, and the end is missing."""
    if document is None or headers.get("content-encoding", "").strip().lower() not in {"gzip", "deflate"}:
        return False
    return END.search(document.replace(b"\0", b"")[-END_WITHIN:]) is None


def _is_good(status: int | None) -> bool:
    return status is not None and status < HTTPStatus.BAD_REQUEST
