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
NEAREST = 5  # copies that are looked at in the order of their nearness
STEP = 8  # after them: at least 1 day from every bad copy, then 8, 64 and 512 days
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
    """Return the copies among these links: address, as people read it → when it was taken."""
    return {shown(link.url): link.at for link in links if link.at is not None and "memento" in link.relations}


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


def nearest(
    held: dict[str, datetime], wanted: datetime, but: Iterable[str], *, apart: timedelta = timedelta()
) -> str | None:
    """Return the address of the copy nearest to the time, of two as near the older; none of `but`, however shown.

    With `apart`, it was taken at least so far from each of those; where no copy was, it is the farthest from them.
    """
    passed = {shown(address) for address in but}
    times = [held[address] for address in passed if address in held]
    left = [(abs(at - wanted), at, address) for address, at in held.items() if address not in passed]
    if not (left and times and apart):
        return min(left)[2] if left else None
    gaps = {address: min(abs(at - time) for time in times) for _, at, address in left}
    far = [each for each in left if gaps[each[2]] >= apart]
    return min(far)[2] if far else max(gaps, key=gaps.__getitem__)


def spacing(looked_at: int) -> timedelta:
    """Return how far from every bad copy the next one should be, after so many bad copies.

    First the nearest copies are looked at, one after the other: a bad hour or day of a site is soon over. Then the
    steps grow, because a site that is broken for weeks has many copies of it.
    """
    return timedelta(days=STEP ** (looked_at - NEAREST)) if looked_at >= NEAREST else timedelta()


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
