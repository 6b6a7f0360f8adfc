"""What an archive says in links: its copies of a resource, each with its time (RFC 7089, RFC 8288)."""

from __future__ import annotations

import re
from datetime import UTC, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

LINK = re.compile(r"<([^<>]*)>([^<]*)")
PARAMETER = re.compile(r";\s*(\w+)\s*=\s*(?:\"([^\"]*)\"|([^\s;,]+))")
LINK_FORMAT = "application/link-format"
# A copy's address as most archives write it: its time, how it is shown (`id_`: as it was), and what it is a copy of.
TIMED = re.compile(r"(?<=/)(\d{14})(?:[a-z]{2}_)?(?=/https?:/)")


class Link(NamedTuple):
    """One link of a Link header or of a document in link format."""

    url: str
    relations: frozenset[str]
    at: datetime | None  # of a copy: when the archive took it
    since: datetime | None  # of a time map: when the first copy in it was taken, where that is said
    until: datetime | None  # the same of the last one
    type: str | None


def read_links(text: str) -> Iterator[Link]:
    """Yield the links of a Link header, or of a time map in link format; what is none is passed over."""
    for url, rest in LINK.findall(text):
        said = {name.lower(): quoted or bare for name, quoted, bare in PARAMETER.findall(rest)}
        if "rel" in said:
            at, since, until = (read_time(said.get(name)) for name in ("datetime", "from", "until"))
            yield Link(url.strip(), frozenset(said["rel"].lower().split()), at, since, until, said.get("type"))


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


def time_maps(links: Iterable[Link]) -> Iterator[Link]:
    """Yield the lists of copies among these links: of one that comes in pages the other pages."""
    for link in links:
        if "timemap" in link.relations and "self" not in link.relations and link.type in {None, LINK_FORMAT}:
            yield link


def distance(time_map: Link, wanted: datetime) -> timedelta:
    """Return how far from a time the copies in a time map are at least; nothing where it does not say."""
    before = time_map.since - wanted if time_map.since else timedelta()
    after = wanted - time_map.until if time_map.until else timedelta()
    return max(timedelta(), before, after)


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
