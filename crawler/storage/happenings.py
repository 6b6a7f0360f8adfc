"""What a crawl found to have happened to a source, told from what was known of it before. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from crawler.storage.schedule import GOOD, GUARDED
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

KEPT_OUT = GUARDED | {Verdict.ROBOTS}


class Happening(StrEnum):
    """What can happen to a source, what wants the reader's attention most first."""

    DIED = "died"  # enough failures have come together in this crawl
    RESCUED = "rescued"  # an archive's copy stands in for it now
    MOVED = "moved"  # permanent redirects lead to an address that they did not lead to before
    MERGED = "merged"  # it was found to be the same as another source
    BACK = "back"  # it came, and had failed before
    HELD_BACK = "held_back"  # a page came that is so unlike the article that it does not replace it yet
    CHANGED = "changed"  # its article is another than the one that was kept
    NEW = "new"  # its first article
    FAILED = "failed"  # it had not failed before
    BLOCKED = "blocked"  # somebody keeps us out who did not before: a ban, a login, a captcha, robots.txt
    WORDLESS = "wordless"  # it is alive, and no article can be made of it


@dataclass(frozen=True)
class Seen:
    """A source in a crawl, and what was known of it before."""

    verdict: Verdict
    before: Verdict | None  # of the last fetch before the crawl that the network did not hinder
    address: str | None  # where it was in the end
    address_before: str | None
    died: bool  # it is dead since this crawl
    rescued: bool
    merged: bool
    had_article: bool  # before the crawl
    has_snapshot: bool  # that this crawl took of the source itself


def happenings(seen: Seen) -> tuple[Happening, ...]:
    """Return what happened to a source in a crawl, in their order; nothing where it is as it was."""
    return tuple(_happenings(seen))


def _happenings(seen: Seen) -> Iterator[Happening]:
    if seen.died:
        yield Happening.DIED
    if seen.rescued:
        yield Happening.RESCUED
    if seen.verdict == Verdict.MOVED and (seen.before, seen.address_before) != (Verdict.MOVED, seen.address):
        yield Happening.MOVED
    if seen.merged:
        yield Happening.MERGED
    if seen.verdict in GOOD:
        yield from _good(seen)
    elif seen.verdict == Verdict.DOUBTFUL:
        yield Happening.HELD_BACK
    elif not seen.died:
        yield from _bad(seen)


def _good(seen: Seen) -> Iterator[Happening]:
    if seen.before is not None and seen.before not in GOOD and not _is_confirmed(seen):
        yield Happening.BACK
    if seen.has_snapshot:
        yield Happening.CHANGED if seen.had_article else Happening.NEW
    elif not seen.had_article and seen.before not in GOOD:
        yield Happening.WORDLESS


def _is_confirmed(seen: Seen) -> bool:
    """Return whether a page that was held back is the article now; it was there all the time."""
    return seen.before == Verdict.DOUBTFUL and seen.has_snapshot


def _bad(seen: Seen) -> Iterator[Happening]:
    was_well = seen.before is None or seen.before in GOOD | {Verdict.DOUBTFUL}
    if seen.verdict in KEPT_OUT:
        if seen.before not in KEPT_OUT:
            yield Happening.BLOCKED
    elif seen.verdict != Verdict.OFFLINE and (was_well or seen.before in KEPT_OUT):
        yield Happening.FAILED
