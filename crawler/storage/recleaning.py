"""Articles made again from their stored pages, when the rules have changed since."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, inspect, or_, select
from sqlalchemy.orm import undefer

from crawler.storage.records import Page, Snapshot, Source
from crawler.storage.sessions import read_scope, session_scope
from crawler.storage.snapshots import write_article

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import datetime

    from sqlalchemy import ColumnElement, Select

    from crawler.extraction import Article
    from crawler.platforms import Platform
    from crawler.storage.sessions import Sessions

CHUNK = 16  # pages that are loaded at a time; each may have megabytes
OURS = frozenset({"rules", "content_hash"})  # of a snapshot, and nothing that the page says


class StoredSnapshot(NamedTuple):
    """What an article is made again from."""

    id: int
    source_url: str
    final_url: str
    taken_at: datetime
    content_type: str | None
    body: bytes


class Remade(NamedTuple):
    """What became of an article that was made again."""

    url: str  # canonical
    platform: str | None
    fields: tuple[str, ...]  # of the article, those that changed
    letters: tuple[int, int]  # of its text, before and after
    quality: tuple[float, float]  # the same


def count_snapshots(sessions: Sessions, *, not_by: str | None, platform: Platform | None) -> int:
    """Count what `stored_snapshots` gives."""
    with read_scope(sessions) as session:
        return session.scalar(_chosen(not_by, platform).with_only_columns(func.count())) or 0


def stored_snapshots(sessions: Sessions, *, not_by: str | None, platform: Platform | None) -> Iterator[StoredSnapshot]:
    """Yield the snapshots, oldest first, with their pages: those that the rules `not_by` have not made, or all.

    `platform` chooses those that were cleaned by its rules and those of its hosts.
    """
    last = 0
    while chunk := _load(sessions, _chosen(not_by, platform).where(Snapshot.id > last)):
        yield from chunk
        last = chunk[-1].id


def replace_articles(sessions: Sessions, articles: Mapping[int, Article], rules: str) -> list[Remade]:
    """Put each article into its snapshot, by id, in one transaction; say what changed, in the same order."""
    with session_scope(sessions) as session:
        chosen = select(Snapshot, Source.url).join(Snapshot.source).where(Snapshot.id.in_(articles))
        snapshots = {snapshot.id: (snapshot, url) for snapshot, url in session.execute(chosen)}
        return [_replace(*snapshots[id_], article, rules) for id_, article in articles.items()]


def _chosen(not_by: str | None, platform: Platform | None) -> Select[Snapshot, str, Page]:
    chosen = select(Snapshot, Source.url, Page).join(Snapshot.source).join(Snapshot.page)
    if not_by is not None:
        chosen = chosen.where(Snapshot.rules != not_by)
    return chosen.where(_of_platform(platform)) if platform else chosen


def _of_platform(platform: Platform) -> ColumnElement[bool]:
    hosts = (Source.host == host for host in platform.hosts)
    below = (Source.host.endswith(f".{host}", autoescape=True) for host in platform.hosts)
    return or_(Snapshot.platform == platform.name, *hosts, *below)


def _load(sessions: Sessions, chosen: Select[Snapshot, str, Page]) -> list[StoredSnapshot]:
    with read_scope(sessions) as session:
        rows = session.execute(chosen.order_by(Snapshot.id).limit(CHUNK).options(undefer(Page.body)))
        return [
            StoredSnapshot(
                snapshot.id, url, snapshot.final_url, snapshot.taken_at, page.content_type, zlib.decompress(page.body)
            )
            for snapshot, url, page in rows
        ]


def _replace(snapshot: Snapshot, url: str, article: Article, rules: str) -> Remade:
    letters, quality = len(snapshot.text), snapshot.quality
    write_article(snapshot, article, rules)
    return Remade(
        url=url,
        platform=article.platform,
        fields=tuple(sorted(_changed(snapshot))),
        letters=(letters, len(article.text)),
        quality=(quality, article.quality),
    )


def _changed(snapshot: Snapshot) -> Collection[str]:
    return {each.key for each in inspect(snapshot).attrs if each.history.has_changes()} - OURS
