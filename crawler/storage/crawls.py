"""The crawls, each from its start to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crawler.storage.records import Crawl
from crawler.storage.sessions import session_scope

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from crawler.storage.sessions import Sessions


def start_crawl(sessions: Sessions, *, root: Path, now: datetime) -> int:
    """Record that a crawl of this notes folder begins, and return its id."""
    with session_scope(sessions) as session:
        crawl = Crawl(root=str(root.resolve()), started_at=now, counts={})
        session.add(crawl)
        session.flush()
        return crawl.id


def finish_crawl(sessions: Sessions, crawl_id: int, *, outcome: str, counts: Mapping[str, Any], now: datetime) -> None:
    """Record how the crawl ended (Scrapy's reason for closing) and what it did, by name."""
    with session_scope(sessions) as session:
        crawl = session.get_one(Crawl, crawl_id)
        crawl.finished_at, crawl.outcome, crawl.counts = now, outcome, dict(counts)
