"""One spelling for every percent-encoding of the same characters."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote_to_bytes

if TYPE_CHECKING:
    from re import Match

ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
# Characters that stand for themselves; everything else is encoded.
PLAIN = "!$&'()*+,;=:@/?#[]%-._~"
# Encoded, these are data; bare, they divide the path or the query. They stay as they are written.
PATH_DELIMITERS = frozenset("/?#%")
QUERY_DELIMITERS = frozenset("&=+;#%")


def normal_path(path: str) -> str:
    """Decode, compose (NFC) and encode a path again, so that raw and encoded Hangul are one."""
    return _normal(path, PATH_DELIMITERS)


def normal_query(query: str) -> str:
    """Do the same for a query or a fragment."""
    return _normal(query, QUERY_DELIMITERS)


def _normal(text: str, delimiters: frozenset[str]) -> str:
    if text.isascii() and "%" not in text:
        return quote(text, safe=PLAIN)
    decoded = ESCAPES.sub(lambda run: _decode(run, delimiters), STRAY_PERCENT.sub("%25", text))
    return quote(unicodedata.normalize("NFC", decoded), safe=PLAIN, errors="surrogateescape")


def _decode(run: Match[str], delimiters: frozenset[str]) -> str:
    # Bytes that are no UTF-8 (EUC-KR, say) travel as lone surrogates and are encoded as the same bytes again.
    text = unquote_to_bytes(run[0]).decode("utf-8", "surrogateescape")
    return "".join(quote(c, safe="") if c in delimiters or c < " " else c for c in text)
