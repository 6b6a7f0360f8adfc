"""Since when a source fails, and since when it is dead."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from crawler.storage.records import Fetch, Source
from crawler.storage.schedule import ABSENT, DEAD_FAILURES, GOOD, GUARDED, NEUTRAL, SILENT, is_dead
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy.orm import Session

COUNTED = ABSENT | SILENT


def note_failure(source: Source, verdict: Verdict, at: datetime) -> None:
    """Keep when the failures in a row began. A good fetch clears it; where somebody keeps us out, nobody is dead.

    A neutral verdict changes nothing.
    """
    if verdict in GOOD:
        source.failing_since = None
    elif verdict not in NEUTRAL:
        source.failing_since = source.failing_since or at
    if verdict in GOOD | GUARDED:
        source.dead_since = None


def note_deaths(session: Session, sources: Iterable[Source]) -> None:
    """Mark those of the sources as dead whose failures, the stored last one included, are enough."""
    suspects = {source.id: source for source in sources if _may_be_dead(source)}
    fetches = (
        select(Fetch.source_id, Fetch.verdict, Fetch.fetched_at)
        .join(Fetch.source)
        .where(Fetch.source_id.in_(suspects), Fetch.verdict.in_(COUNTED), Fetch.fetched_at >= Source.failing_since)
    )
    failures: dict[int, list[tuple[Verdict, datetime]]] = defaultdict(list)
    for source_id, verdict, at in session.execute(fetches) if suspects else ():
        failures[source_id].append((Verdict(verdict), at))
    for source_id, source in suspects.items():
        if is_dead(failures[source_id]):
            source.dead_since = source.fetched_at


def _may_be_dead(source: Source) -> bool:
    return source.dead_since is None and source.verdict in COUNTED and source.failures >= DEAD_FAILURES
