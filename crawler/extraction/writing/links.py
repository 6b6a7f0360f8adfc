"""Links and pictures in Markdown: labels whose brackets pair, addresses that end where they end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.extraction.writing.signs import CLOSES, IN_CODE, OPENS

if TYPE_CHECKING:
    from collections.abc import Iterable

BRACKET = re.compile(r"(?<!\\)((?:\\\\)*)([\[\]])")  # that no backslash escapes
READ_OTHERWISE = re.compile(r"\\(?=[!-/:-@\[-`{-~])|&(?=#?\w+;)")  # in an address


def link(address: str, text: str) -> str:
    """Write a link around Markdown; nothing where that is nothing."""
    return f"[{_label(text)}]({_destination(address)})" if text else ""


def picture(address: str, text: str) -> str:
    """Write a picture; its brackets and those of its Markdown are none that a link around it has to pair."""
    return f"!{OPENS}{_label(text).translate(IN_CODE)}{CLOSES}({_destination(address)})"


def _label(text: str) -> str:
    """Escape the brackets of a label that do not pair."""
    brackets = [match[2] for match in BRACKET.finditer(text)]
    return text if _pair(brackets, "[", "]") else BRACKET.sub(r"\1\\\2", text)


def _pair(signs: Iterable[str], opening: str, closing: str) -> bool:
    """Say whether every opening sign has its closing one behind it."""
    depth = 0
    for sign in signs:
        depth += (sign == opening) - (sign == closing)
        if depth < 0:
            return False
    return depth == 0


def _destination(address: str) -> str:
    """Write an address, which holds no white space and none of `<>`, so that it is read as it is."""
    address = READ_OTHERWISE.sub(r"\\\g<0>", address.translate(IN_CODE))
    return address if _pair(address, "(", ")") else f"<{address}>"
