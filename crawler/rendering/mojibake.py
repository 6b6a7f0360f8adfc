"""Korean that a browser read as Latin-1, put right.

A page without a declared character set is Latin-1 to WebKit. Each byte became one character, so each run of such
characters is its bytes again; text that scripts wrote is beyond that range and stays.
"""

from __future__ import annotations

import re

# What WebKit makes of the bytes 0x80 to 0x9F: windows-1252, and the control character itself where that has a hole.
_BYTE_OF = {bytes([byte]).decode("cp1252", errors="ignore") or chr(byte): byte for byte in range(0x80, 0xA0)}
_BYTE_OF |= {chr(byte): byte for byte in range(0xA0, 0x100)}
# Entities are how a serialised document writes some of them; ASCII between two of them may be a trail byte of CP949.
_MISREAD = f"[{re.escape(''.join(_BYTE_OF))}]|&nbsp;"
_RUN = re.compile(f"(?:{_MISREAD})(?:{_MISREAD}|[A-Za-z](?={_MISREAD}))*[A-Za-z]?")


def repair(html: str, charset: str) -> str:
    """Return `html` with every run of misread characters decoded as `charset`; a run that is none of it stays."""
    return _RUN.sub(lambda match: _decode(match[0], charset), html)


def _decode(run: str, charset: str) -> str:
    data = bytes(_BYTE_OF.get(character) or ord(character) for character in run.replace("&nbsp;", "\xa0"))
    for end in (len(data), len(data) - 1):  # a letter at the end is a trail byte, or the next word's first letter
        try:
            return data[:end].decode(charset) + data[end:].decode("ascii")
        except UnicodeDecodeError:
            continue
    return run
