"""A page that its browser decoded by the wrong character set, put right. Pure.

A browser believes a declaration, or takes Latin-1 where there is none; the plain path looks at the bytes. Where the two
differ, the text of the document is replaced, and text that scripts wrote stays.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from itertools import filterfalse

from w3lib.encoding import read_bom, resolve_encoding

from crawler.extraction.charset import ESCAPED, WIDE, decode, detect
from crawler.rendering.thin import holds_all_of

NO_SCRIPTS = "none"  # render.lua's answer for a page that runs no scripts
LATIN = "cp1252"
OWN_NAMES = {"windows-949": "cp949"}  # WebKit's names that Python does not know
KNOWN_SHARE = 0.9  # share of a document's words that are found in the rendered page, at least

# What WebKit makes of the bytes 0x80 to 0x9F: windows-1252, and the control character itself where that has a hole.
_BYTE_OF = {bytes([byte]).decode("cp1252", errors="ignore") or chr(byte): byte for byte in range(0x80, 0xA0)}
_BYTE_OF |= {chr(byte): byte for byte in range(0xA0, 0x100)}
# Entities are how a serialised document writes some of them; ASCII between two of them may be a trail byte of CP949,
# Shift_JIS, Big5 or GB 18030.
_MISREAD = f"[{re.escape(''.join(_BYTE_OF))}]|&nbsp;"
_RUN = re.compile(f"(?:{_MISREAD})(?:{_MISREAD}|[0-9@-~](?={_MISREAD}))*[@-~]?")
# A word of a document, in its bytes and in the text that a browser makes of them.
_WORD_BYTES = re.compile(rb"[^\0-\x20<>&;\"']++")
_WORD_TEXT = re.compile(r"[^\0-\x20<>&;\"']++")
_LOST = re.compile("\ufffd+")


def put_right(html: str, document: bytes, content_type: str | None, charset: str | None) -> str | None:
    """Return a rendered page with its document's text decoded right; None where no part of the page tells it.

    `charset` is what the browser read the document in, or NO_SCRIPTS; None: the page did not tell.
    """
    used, has_mark = _codec_of(charset), read_bom(document)[0] is not None  # a mark the browser heeds as well
    if has_mark or (used is None and charset != NO_SCRIPTS):
        return html
    right = detect(document, content_type)
    if used is None:  # the page is its document
        return html if right == "utf-8" else decode(document, content_type)
    if used == right or (read := document.decode(used, "replace")) == document.decode(right, "replace"):
        return html
    has_words = not right.startswith((*ESCAPED, *WIDE))  # not spoilt by bytes that the browser took for markup
    if used == LATIN and has_words:
        return repair(html, right)
    retold, share = retell(html, document, used, right) if has_words else (None, 0.0)
    if share < 1 and holds_all_of(read, html):
        return decode(document, content_type)
    return retold if share >= KNOWN_SHARE else None


def repair(html: str, charset: str) -> str:
    """Return `html` with every run of misread characters decoded as `charset`; a run that is none of it stays."""
    return _RUN.sub(lambda match: _decode(match[0], charset), html)


def retell(html: str, document: bytes, used: str, right: str) -> tuple[str, float]:
    """Return `html` with each misread word of its document replaced, and what share of the words was found in it.

    Words that became the same when bytes were lost are told apart by their order.
    """
    meant: dict[str, deque[str]] = defaultdict(deque)
    for word in filterfalse(bytes.isascii, _WORD_BYTES.findall(document)):
        meant[_as_read(word.decode(used, "replace"))].append(word.decode(right, "replace"))
    found = 0

    def right_word(match: re.Match[str]) -> str:
        nonlocal found
        known = None if match[0].isascii() else meant.get(_as_read(match[0]))
        if not known:
            return match[0]
        found += 1
        return known.popleft() if len(known) > 1 else known[0]

    total = sum(map(len, meant.values()))
    return _WORD_TEXT.sub(right_word, html), found / total if total else 0.0


def _as_read(word: str) -> str:
    """Return a word as it is compared: browsers and Python count lost bytes differently."""
    return _LOST.sub("\ufffd", word)


def _codec_of(charset: str | None) -> str | None:
    """Return Python's name of a browser's character set; None where there is none or it is unknown."""
    return resolve_encoding(OWN_NAMES.get(charset.lower(), charset)) if charset else None


def _decode(run: str, charset: str) -> str:
    data = bytes(_BYTE_OF.get(character) or ord(character) for character in run.replace("&nbsp;", "\xa0"))
    for end in (len(data), len(data) - 1):  # a letter at the end is a trail byte, or the next word's first letter
        try:
            return data[:end].decode(charset) + data[end:].decode("ascii")
        except UnicodeDecodeError:
            continue
    return run
