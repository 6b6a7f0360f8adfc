"""Ways in which a page breaks: each takes a page and a source of chance, and returns the page broken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    Breakage = Callable[[bytes, Random], bytes]

DEEP = 50_000  # elements within each other
LARGE = 20_000_000  # bytes
NESTING = (b"<div>", b"<ul><li>", b"<table><tr><td>", b"<b>", b"<blockquote>", b"<a href=x>", b"<svg>", b"<p><span>")
ENCODINGS = ("cp949", "shift_jis", "gb18030", "utf-16", "utf-16-le", "utf-32-be", "latin-1", "big5", "koi8_r", "euc_jp")


def truncated(page: bytes, chance: Random) -> bytes:
    return page[: chance.randrange(len(page))]


def flipped(page: bytes, chance: Random) -> bytes:
    broken = bytearray(page)
    for _ in range(chance.randint(1, 40)):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)


def nested(page: bytes, chance: Random) -> bytes:
    """Open a tag many times where one opens, and close none."""
    tag = chance.choice(list(re.finditer(rb"<(\w+)[^>]*>", page)))
    return page[: tag.end()] + tag[0] * chance.randint(1, 300) + page[tag.end() :]


def attributes_broken(page: bytes, chance: Random) -> bytes:
    """Take some quotes and equals signs away, and double others."""
    return re.sub(rb"[\"'=]", lambda sign: sign[0] * chance.choice((0, 1, 1, 1, 1, 2)), page)


def referenced(page: bytes, chance: Random) -> bytes:
    """Write some bytes as numeric references that may be none."""
    return re.sub(rb"\w", lambda sign: b"&#%d;" % chance.randrange(70_000) if chance.random() < 0.02 else sign[0], page)


def zeroed(page: bytes, chance: Random) -> bytes:
    return re.sub(rb"\w", lambda sign: b"\0" if chance.random() < 0.01 else sign[0], page)


def recoded(page: bytes, chance: Random) -> bytes:
    """Write the page in another encoding than it declares."""
    return page.decode("utf-8", "replace").encode(chance.choice(ENCODINGS), "replace")


def untagged(page: bytes, chance: Random) -> bytes:
    """Lose some tags, at either end of an element."""
    return re.sub(rb"</?\w+[^>]*>", lambda tag: b"" if chance.random() < 0.3 else tag[0], page)


SMALL: tuple[Breakage, ...] = (
    truncated, flipped, nested, attributes_broken, referenced, zeroed, recoded, untagged,
)  # fmt: skip


def deepened(page: bytes, chance: Random) -> bytes:
    """Nest elements DEEP, anywhere in the page."""
    place = chance.randrange(len(page))
    return page[:place] + chance.choice(NESTING) * DEEP + page[place:]


def enlarged(page: bytes, _chance: Random) -> bytes:
    """Repeat the page until it is LARGE."""
    return page * (LARGE // len(page))
