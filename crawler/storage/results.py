"""What a crawl brought, stored: fetches, pages, snapshots, and when each source is due again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from crawler.drift.doubt import Doubt
from crawler.items import ArticleItem, FailureItem, Fallback, UnchangedItem, Validators
from crawler.storage.candidates import discard_candidate, load_candidates, note_candidate
from crawler.storage.confirmation import is_confirmed, next_look
from crawler.storage.deaths import note_deaths, note_failure
from crawler.storage.export import cited_by
from crawler.storage.gate import doubt_about
from crawler.storage.pages import hash_page, keep_pages, pack_page
from crawler.storage.records import Fetch, Source
from crawler.storage.schedule import GOOD, START, Bounds, asked_pause, count_failures, next_due, next_interval
from crawler.storage.snapshots import (
    add_snapshot,
    find_snapshot,
    is_substitute,
    keep_copy,
    known_snapshot,
    load_histories,
)
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from crawler.storage.export import CitedBy
    from crawler.storage.records import Candidate, Snapshot
    from crawler.storage.snapshots import History

    Item = ArticleItem | FailureItem | UnchangedItem

DEFAULT_BOUNDS = Bounds()


@dataclass(frozen=True)
class Stored:
    """What became of one item, for whoever had it stored."""

    source_id: int
    snapshot_id: int | None  # the snapshot that holds its article; None where it brought none that counts
    new_snapshot: bool
    cited: CitedBy
    doubt: Doubt | None = None  # why its article is held back


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
        Stored(item.source_id, each.snapshot_id, each.is_new, cited[item.source_id], each.doubt)
        for item, each in zip(items, kept, strict=True)
    ]


class _Kept(NamedTuple):
    """What an item left."""

    snapshot: Snapshot | None = None  # that holds its article; None where it brought none that counts
    is_new: bool = False
    doubt: Doubt | None = None  # why it is a candidate alone

    @property
    def snapshot_id(self) -> int | None:
        return self.snapshot.id if self.snapshot else None


@dataclass(frozen=True)
class _Known:
    """What the database holds about a batch before it is stored, kept up as it is stored."""

    page_ids: dict[str, int]  # by hash_page
    sources: dict[int, Source]
    histories: dict[int, History]
    candidates: dict[int, Candidate]
    fetched: dict[tuple[int, datetime], Doubt | None]  # what this crawl stored already: source and moment


def _load_known(session: Session, crawl_id: int, items: Sequence[Item]) -> _Known:
    pages = {row["hash"]: row for row in (pack_page(*page) for page in map(_page, items) if page)}
    ids = {item.source_id for item in items}
    candidates = load_candidates(session, ids)
    fetches = select(Fetch).where(Fetch.crawl_id == crawl_id, Fetch.source_id.in_(ids))
    return _Known(
        page_ids=keep_pages(session, list(pages.values())),
        sources={source.id: source for source in session.scalars(select(Source).where(Source.id.in_(ids)))},
        histories=load_histories(session, ids),
        candidates=candidates,
        fetched={(each.source_id, each.fetched_at): _doubt_in(each) for each in session.scalars(fetches)},
    )


def _doubt_in(fetch: Fetch) -> Doubt | None:
    return Doubt(**fetch.evidence) if fetch.verdict == Verdict.DOUBTFUL else None


def _store(session: Session, crawl_id: int, known: _Known, item: Item, bounds: Bounds) -> _Kept:
    if isinstance(item, ArticleItem) and item.copy:  # no fetch of the source: nothing else of it changes
        return _Kept(*keep_copy(session, item, item.copy, known.page_ids[hash_page(item.body, item.content_type)]))
    history, source = known.histories[item.source_id], known.sources[item.source_id]
    if (item.source_id, item.fetched_at) in known.fetched:
        return _Kept(find_snapshot(history, item), doubt=known.fetched[item.source_id, item.fetched_at])
    page = _page(item)
    page_id = known.page_ids[hash_page(*page)] if page else None
    had_article = history.newest is not None
    kept = _keep(session, known, item, page_id)
    known.fetched[item.source_id, item.fetched_at] = kept.doubt
    session.add(_fetch(crawl_id, item, page_id, kept.doubt))
    if kept.snapshot is not None:
        _remember(source, item.validators or Validators())
        if known.candidates.pop(source.id, None):
            discard_candidate(session, source.id)
    candidate = known.candidates.get(source.id) if kept.doubt else None
    changed = kept.is_new if kept.snapshot and had_article else None
    _reschedule(source, item, candidate, changed=changed, bounds=bounds)
    return kept


def _keep(session: Session, known: _Known, item: Item, page_id: int | None) -> _Kept:
    history = known.histories[item.source_id]
    if isinstance(item, UnchangedItem):
        return _Kept(history.newest)
    if page_id is None or isinstance(item, FailureItem) or is_substitute(history, item):
        return _Kept()
    if same := known_snapshot(history, item, page_id):
        return _Kept(same)
    doubt = doubt_about(session, history.article, item)
    if doubt and not _confirms(session, known, item, page_id):
        return _Kept(doubt=doubt)
    return _Kept(add_snapshot(session, history, item, page_id), is_new=True)


def _confirms(session: Session, known: _Known, item: ArticleItem, page_id: int) -> bool:
    """Keep a doubtful item as the source's candidate; return whether it has come often enough to be the article."""
    candidate = note_candidate(session, known.candidates.get(item.source_id), item, page_id)
    known.candidates[item.source_id] = candidate
    return is_confirmed(candidate.days, candidate.first_seen_at, item.fetched_at, item.article.quality)


def _page(item: Item) -> tuple[bytes, str | None] | None:
    """Return the body that came and its type; None where none came, or none that is worth keeping."""
    if isinstance(item, UnchangedItem) or not item.body:
        return None
    return item.body, item.content_type


def _remember(source: Source, known_by: Validators) -> None:
    """Keep by what the answer that the newest snapshot rests on is known again; nothing is left of an older one."""
    source.etag, source.last_modified, source.body_hash = known_by.etag, known_by.last_modified, known_by.body_hash


def _verdict(item: Item, doubt: object) -> Verdict:
    if doubt:
        return Verdict.DOUBTFUL
    if isinstance(item, FailureItem):
        return item.verdict
    return Verdict.MOVED if item.moved else Verdict.OK


def _fetch(crawl_id: int, item: Item, page_id: int | None, doubt: Doubt | None) -> Fetch:
    evidence = item.evidence if isinstance(item, FailureItem) else {}
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
        verdict=_verdict(item, doubt),
        evidence=doubt.evidence if doubt else evidence,
    )


def _reschedule(
    source: Source, item: Item, candidate: Candidate | None, *, changed: bool | None, bounds: Bounds
) -> None:
    """Note the verdict, and when the source is due again; `candidate` is what the item is where it is doubtful."""
    verdict, now = _verdict(item, candidate), item.fetched_at
    source.failures = count_failures(verdict, source.failures)
    interval = None if source.interval is None else timedelta(seconds=source.interval)
    if verdict in GOOD:
        since = now - source.fetched_at if source.fetched_at else None
        interval = next_interval(interval, changed=changed, since=since, bounds=bounds)
        source.interval = round(interval.total_seconds())
    look = next_look(candidate.days, candidate.fetches) if candidate else None
    usual = next_due(verdict, source.failures, now, interval=interval or START, source_id=source.id)
    due = now + look if look else usual
    if due is not None and (pause := asked_pause(item.http_status, item.headers, now)):
        due = max(due, now + pause)
    source.due_at = due
    source.verdict, source.fetched_at = verdict, now
    source.fallback = item.fallback is Fallback.SPLASH_AWAY
    if verdict in GOOD:
        source.moved_to = item.final_url if verdict is Verdict.MOVED else None
    note_failure(source, verdict, now)
