"""What an archive says in links: its copies of a resource, each with its time (RFC 7089, RFC 8288)."""

from __future__ import annotations

import re
from datetime import UTC
from email.utils import format_datetime, parsedate_to_datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

LINK = re.compile(r"<([^<>]*)>([^<]*)")
RELATIONS = re.compile(r";\s*rel\s*=\s*(?:\"([^\"]*)\"|([^\s;,]+))", re.IGNORECASE)
DATETIME = re.compile(r";\s*datetime\s*=\s*\"([^\"]*)\"", re.IGNORECASE)
# A copy's address as most archives write it: its time, how it is shown (`id_`: as it was), and what it is a copy of.
TIMED = re.compile(r"(?<=/)(\d{14})(?:[a-z]{2}_)?(?=/https?:/)")


class Link(NamedTuple):
    """One link of a Link header or of a document in link format."""

    url: str
    relations: frozenset[str]
    at: datetime | None  # of a copy: when the archive took it


def read_links(text: str) -> Iterator[Link]:
    """Yield the links of a Link header, or of a time map in link format; what is none is passed over."""
    for url, parameters in LINK.findall(text):
        if found := RELATIONS.search(parameters):
            relations = frozenset((found[1] or found[2] or "").lower().split())
            at = DATETIME.search(parameters)
            yield Link(url.strip(), relations, read_time(at[1]) if at else None)


def read_time(text: str | None) -> datetime | None:
    """Read a time as HTTP writes it (Memento-Datetime); None where it is none."""
    try:
        time = parsedate_to_datetime(text or "")
        return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def write_time(time: datetime) -> str:
    """Write an aware time as HTTP does (Accept-Datetime)."""
    return format_datetime(time.astimezone(UTC).replace(microsecond=0), usegmt=True)


def copies(links: Iterable[Link]) -> dict[str, datetime]:
    """Return the copies among these links, address → when it was taken."""
    return {link.url: link.at for link in links if link.at is not None and "memento" in link.relations}


def nearest(held: dict[str, datetime], wanted: datetime, but: Iterable[str]) -> str | None:
    """Return the address of the copy nearest to the time, of two as near the older; none of `but`, however shown."""
    passed = {shown(address) for address in but}
    left = [(abs(at - wanted), at, address) for address, at in held.items() if shown(address) not in passed]
    return min(left)[2] if left else None


def as_it_was(address: str) -> str:
    """Return the address of a copy without what the archive adds to it; the address itself where none is known."""
    return TIMED.sub(r"\1id_", address, count=1)


def is_as_it_was(address: str) -> bool:
    """Say whether this is an address of a copy without what the archive adds to it."""
    return TIMED.search(address) is not None and as_it_was(address) == address


def shown(address: str) -> str:
    """Return the address of a copy as people read it, with the archive's banner."""
    return TIMED.sub(r"\1", address, count=1)


def copied_url(address: str) -> str | None:
    """Return the URL of which this is the address of a copy, where it says so."""
    found = TIMED.search(address)
    return address[found.end() + 1 :] if found else None
