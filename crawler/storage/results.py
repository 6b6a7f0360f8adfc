"""What a crawl brought, stored: fetches, pages, snapshots, and when each source is due again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from crawler.items import ArticleItem, FailureItem, Fallback, UnchangedItem, Validators
from crawler.storage.deaths import note_deaths, note_failure
from crawler.storage.export import cited_by
from crawler.storage.pages import hash_page, keep_pages, pack_page
from crawler.storage.records import Fetch, Source
from crawler.storage.schedule import GOOD, START, Bounds, asked_pause, count_failures, next_due, next_interval
from crawler.storage.snapshots import find_snapshot, keep_copy, keep_snapshot, load_histories
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from crawler.storage.export import CitedBy
    from crawler.storage.records import Snapshot
    from crawler.storage.snapshots import History

    Item = ArticleItem | FailureItem | UnchangedItem

DEFAULT_BOUNDS = Bounds()


@dataclass(frozen=True)
class Stored:
    """What became of one item."""

    source_id: int
    snapshot_id: int | None  # the snapshot that holds its article; None where it brought none that counts
    new_snapshot: bool
    cited: CitedBy


def store_results(
    session: Session, crawl_id: int, items: Sequence[Item], *, bounds: Bounds = DEFAULT_BOUNDS
) -> list[Stored]:
    """Store a batch in the session's transaction, and say what became of each item, in their order.

    `bounds` are those of the intervals after which sources are due again.

    Storing an item again (same crawl, source and moment) changes nothing.
    """
    known = _load_known(session, crawl_id, items)
    kept = [_store(session, crawl_id, known, item, bounds) for item in items]
    session.flush()  # gives the new snapshots their ids
    note_deaths(session, known.sources.values())
    cited = cited_by(session, known.sources.values())
    return [
        Stored(item.source_id, snapshot.id if snapshot else None, is_new, cited[item.source_id])
        for item, (snapshot, is_new) in zip(items, kept, strict=True)
    ]


@dataclass(frozen=True)
class _Known:
    """What the database holds about a batch before it is stored, kept up as it is stored."""

    page_ids: dict[str, int]  # by hash_page
    sources: dict[int, Source]
    histories: dict[int, History]
    fetched: set[tuple[int, datetime]]  # what this crawl stored already: source and moment


def _load_known(session: Session, crawl_id: int, items: Sequence[Item]) -> _Known:
    pages = {row["hash"]: row for row in (pack_page(*page) for page in map(_page, items) if page)}
    ids = {item.source_id for item in items}
    fetched = select(Fetch.source_id, Fetch.fetched_at).where(Fetch.crawl_id == crawl_id, Fetch.source_id.in_(ids))
    return _Known(
        page_ids=keep_pages(session, list(pages.values())),
        sources={source.id: source for source in session.scalars(select(Source).where(Source.id.in_(ids)))},
        histories=load_histories(session, ids),
        fetched=set(session.execute(fetched)),
    )


def _store(session: Session, crawl_id: int, known: _Known, item: Item, bounds: Bounds) -> tuple[Snapshot | None, bool]:
    """Store one item. Return the snapshot that holds its article, and whether it is new."""
    if isinstance(item, ArticleItem) and item.copy:  # no fetch of the source: nothing else of it changes
        return keep_copy(session, item, item.copy, known.page_ids[hash_page(item.body, item.content_type)])
    history, source = known.histories[item.source_id], known.sources[item.source_id]
    if (item.source_id, item.fetched_at) in known.fetched:
        return find_snapshot(history, item), False
    known.fetched.add((item.source_id, item.fetched_at))
    page = _page(item)
    page_id = known.page_ids[hash_page(*page)] if page else None
    session.add(_fetch(crawl_id, item, page_id))
    before = history.newest
    snapshot = _keep(session, history, item, page_id)
    is_new = snapshot is not None and snapshot is not before
    if snapshot is not None:
        _remember(source, item.validators or Validators())
    _reschedule(source, item, changed=None if snapshot is None or before is None else is_new, bounds=bounds)
    return snapshot, is_new


def _keep(session: Session, history: History, item: Item, page_id: int | None) -> Snapshot | None:
    if isinstance(item, UnchangedItem):
        return history.newest
    return None if page_id is None or isinstance(item, FailureItem) else keep_snapshot(session, history, item, page_id)


def _page(item: Item) -> tuple[bytes, str | None] | None:
    """Return the body that came and its type; None where none came, or none that is worth keeping."""
    if isinstance(item, UnchangedItem) or not item.body:
        return None
    return item.body, item.content_type


def _remember(source: Source, known_by: Validators) -> None:
    """Keep by what the answer that the newest snapshot rests on is known again; nothing is left of an older one."""
    source.etag, source.last_modified, source.body_hash = known_by.etag, known_by.last_modified, known_by.body_hash


def _verdict(item: Item) -> Verdict:
    if isinstance(item, FailureItem):
        return item.verdict
    return Verdict.MOVED if item.moved else Verdict.OK


def _fetch(crawl_id: int, item: Item, page_id: int | None) -> Fetch:
    return Fetch(
        source_id=item.source_id,
        crawl_id=crawl_id,
        page_id=page_id,
        fetched_at=item.fetched_at,
        url=item.url,
        final_url=item.final_url,
        redirects=item.redirects,
        http_status=item.http_status,
        headers=item.headers,
        renderer=item.renderer,
        fallback=item.fallback,
        why=item.why,
        verdict=_verdict(item),
        evidence=item.evidence if isinstance(item, FailureItem) else {},
    )


def _reschedule(source: Source, item: Item, *, changed: bool | None, bounds: Bounds) -> None:
    verdict, now = _verdict(item), item.fetched_at
    source.failures = count_failures(verdict, source.failures)
    interval = None if source.interval is None else timedelta(seconds=source.interval)
    if verdict in GOOD:
        since = now - source.fetched_at if source.fetched_at else None
        interval = next_interval(interval, changed=changed, since=since, bounds=bounds)
        source.interval = round(interval.total_seconds())
    due = next_due(verdict, source.failures, now, interval=interval or START, source_id=source.id)
    if due is not None and (pause := asked_pause(item.http_status, item.headers, now)):
        due = max(due, now + pause)
    source.due_at = due
    source.verdict, source.fetched_at = verdict, now
    source.fallback = item.fallback is Fallback.SPLASH_AWAY
    if verdict in GOOD:
        source.moved_to = item.final_url if verdict is Verdict.MOVED else None
    note_failure(source, verdict, now)
