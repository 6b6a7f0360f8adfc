"""Candidates: doubtful pages, kept next to the article until they are confirmed, accepted or discarded."""

from __future__ import annotations

import zlib
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import delete, select
from sqlalchemy.orm import undefer

from crawler.drift import compare
from crawler.drift.doubt import MOST
from crawler.items import Renderer
from crawler.storage.confirmation import SAME
from crawler.storage.merges import head_id
from crawler.storage.records import Candidate, Page, Snapshot
from crawler.storage.schedule import START, next_due
from crawler.storage.snapshots import hash_content, write_article
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy.orm import Session

    from crawler.extraction import Article
    from crawler.items import ArticleItem
    from crawler.storage.records import Source


class HeldBack(NamedTuple):
    """A candidate, for whoever decides about it."""

    url: str  # canonical, of its source
    page_id: int
    first_seen_at: datetime
    last_seen_at: datetime
    days: int  # on how many days it came
    final_url: str
    content_type: str | None
    body: bytes  # the page as fetched
    title: str | None
    markdown: str  # of its article, by the rules of when it came
    quality: float


def load_candidates(session: Session, source_ids: Collection[int]) -> dict[int, Candidate]:
    """Return the candidates of these sources, by source, and keep `scrapy accept` away until the transaction ends.

    Read what else depends on them after this.
    """
    chosen = select(Candidate).where(Candidate.source_id.in_(source_ids)).with_for_update()
    return {candidate.source_id: candidate for candidate in session.scalars(chosen)}


def note_candidate(session: Session, before: Candidate | None, item: ArticleItem, page_id: int) -> Candidate:
    """Keep the item's page as its source's candidate, and return that: one that came before, or a new one."""
    content_hash, now = hash_content(item.article), item.fetched_at
    candidate = before or Candidate(source_id=item.source_id, days=0, fetches=0)
    if before is None or not _is_same(before, item, content_hash):
        candidate.first_seen_at, candidate.days = now, 1
    elif now.date() > before.last_seen_at.date():
        candidate.days += 1
    candidate.fetches += 1
    candidate.last_seen_at = now if before is None else max(now, before.last_seen_at)  # a clock may be set back
    candidate.page_id = page_id
    candidate.content_hash = content_hash
    candidate.renderer = item.renderer or Renderer.HTTP
    candidate.final_url = item.final_url or item.url
    candidate.title = item.article.title
    candidate.markdown = item.article.markdown
    candidate.quality = item.article.quality
    session.add(candidate)
    return candidate


def discard_candidate(session: Session, source_id: int) -> None:
    """Forget the candidate of a source; its pages stay with the fetches that brought them."""
    session.execute(delete(Candidate).where(Candidate.source_id == source_id))


def held_back(session: Session, url: str) -> HeldBack | None:
    """Return the candidate of the source that stands for a canonical URL; None where it has none."""
    candidate = session.get(Candidate, head_id(session, url) or 0)
    if candidate is None:
        return None
    page = session.get_one(Page, candidate.page_id, options=[undefer(Page.body)])
    return HeldBack(
        url=candidate.source.url,
        page_id=candidate.page_id,
        first_seen_at=candidate.first_seen_at,
        last_seen_at=candidate.last_seen_at,
        days=candidate.days,
        final_url=candidate.final_url,
        content_type=page.content_type,
        body=zlib.decompress(page.body),
        title=candidate.title,
        markdown=candidate.markdown,
        quality=candidate.quality,
    )


def accept_candidate(session: Session, held: HeldBack, article: Article, rules: str, now: datetime) -> bool:
    """Make the source's article of a candidate; `article` is what these rules make of its page.

    Return whether that was done: not where a crawl has brought another candidate meanwhile, or discarded this one.
    """
    candidate = session.get(Candidate, head_id(session, held.url) or 0, with_for_update=True)
    if candidate is None or candidate.page_id != held.page_id:
        return False
    source = candidate.source
    snapshot = Snapshot(source_id=source.id, page_id=candidate.page_id, taken_at=candidate.last_seen_at)
    snapshot.renderer, snapshot.final_url = candidate.renderer, candidate.final_url
    write_article(snapshot, article, rules)
    session.add(snapshot)
    session.delete(candidate)
    source.etag = source.last_modified = source.body_hash = None  # they are of the article that it replaces
    if source.verdict == Verdict.DOUBTFUL:  # else something else came meanwhile, and that stands
        _call_good(source, now)
    return True


def _call_good(source: Source, now: datetime) -> None:
    """Note that the last fetch of a source brought its article."""
    interval = START if source.interval is None else timedelta(seconds=source.interval)
    source.verdict, source.failures, source.failing_since, source.dead_since = Verdict.OK, 0, None, None
    source.due_at = next_due(Verdict.OK, 0, now, interval=interval, source_id=source.id)


def _is_same(candidate: Candidate, item: ArticleItem, content_hash: str) -> bool:
    if candidate.content_hash == content_hash:
        return True
    return compare(candidate.markdown[:MOST], item.article.markdown[:MOST]).alike >= SAME
