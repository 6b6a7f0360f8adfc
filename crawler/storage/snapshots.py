"""Snapshots: the versions of a source's article. A new one only where the cleaned content changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import load_only

from crawler.extraction.ticking import steady, steady_line
from crawler.items import ArticleItem, Renderer, UnchangedItem, is_html
from crawler.storage.column_types import storable
from crawler.storage.records import Snapshot

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from crawler.extraction.article import Article
    from crawler.items import Copy, FetchItem

# What is loaded of a newest snapshot; its text only where what came has another hash.
COMPARED = (
    Snapshot.source_id,
    Snapshot.page_id,
    Snapshot.taken_at,
    Snapshot.content_hash,
    Snapshot.archived_from,
    Snapshot.canonical_url,
    Snapshot.published_at,
    Snapshot.modified_at,
)


def hash_content(article: Article) -> str:
    """Return what tells one version of an article from another: the SHA-256 of title and Markdown, in hex."""
    return hashlib.sha256(storable(f"{article.title or ''}\0{article.markdown}").encode()).hexdigest()


def article_ids() -> Select[int]:
    """Select, for each source, the id of the snapshot that is its article: a copy only where it has none of its own."""
    own = func.max(Snapshot.id).filter(Snapshot.archived_from.is_(None))
    return select(func.coalesce(own, func.max(Snapshot.id))).group_by(Snapshot.source_id)


@dataclass
class History:
    """What a source's next snapshot depends on."""

    newest: Snapshot | None = None  # of its own
    copy: Snapshot | None = None  # the newest that came from an archive
    rendered: bool = False  # one of its snapshots was made by more than a plain fetch

    @property
    def article(self) -> Snapshot | None:
        """What a new snapshot would replace, as `article_ids` chooses it."""
        return self.newest or self.copy


def load_histories(session: Session, source_ids: Collection[int]) -> dict[int, History]:
    """Return the history of each of these sources."""
    histories = {id_: History() for id_ in source_ids}
    is_copy = Snapshot.archived_from.is_not(None)
    ids = select(func.max(Snapshot.id)).where(Snapshot.source_id.in_(source_ids)).group_by(Snapshot.source_id, is_copy)
    for snapshot in session.scalars(select(Snapshot).where(Snapshot.id.in_(ids)).options(load_only(*COMPARED))):
        history = histories[snapshot.source_id]
        if snapshot.archived_from is None:
            history.newest = snapshot
        else:
            history.copy = snapshot
    rendered = select(Snapshot.source_id).where(Snapshot.source_id.in_(source_ids), Snapshot.renderer != Renderer.HTTP)
    for source_id in session.scalars(rendered.distinct()):
        histories[source_id].rendered = True
    return histories


def find_snapshot(history: History, item: FetchItem) -> Snapshot | None:
    """Return the newest snapshot where it holds this item's article, or what was found unchanged."""
    newest = history.newest
    if newest is None or isinstance(item, UnchangedItem):
        return newest
    return newest if isinstance(item, ArticleItem) and _holds(newest, item.article) else None


def shows_newest(session: Session, source_id: int, article: Article) -> bool:
    """Return whether an article is the one that the source's newest snapshot holds."""
    newest = load_histories(session, [source_id])[source_id].newest
    return newest is not None and _holds(newest, article)


def _holds(snapshot: Snapshot, article: Article) -> bool:
    """Compare a snapshot with an article; its text is loaded only where the hashes differ."""
    if snapshot.content_hash == hash_content(article):
        return True
    title, markdown = storable(article.title or ""), storable(article.markdown)
    return steady_line(snapshot.title or "") == steady_line(title) and _said(snapshot.markdown) == _said(markdown)


def _said(markdown: str) -> list[str]:
    """Return the lines that hold something: where an advertisement came or went, empty ones did."""
    return list(filter(str.strip, steady(markdown).split("\n")))


def is_substitute(history: History, item: ArticleItem) -> bool:
    """Return whether the item is a plain fetch in the place of a rendering, which never replaces a rendered page."""
    return history.rendered and item.fallback is not None and is_html(item.content_type)


def known_snapshot(history: History, item: ArticleItem, page_id: int) -> Snapshot | None:
    """Return the newest snapshot where it holds the item's article, or where rules that have changed made that of it.

    In the second case the page is the same, and its article is replaced inside the snapshot.
    """
    newest = history.newest
    if same := find_snapshot(history, item):
        return same
    if newest is not None and newest.page_id == page_id:
        _describe(newest, item)
        return newest
    return None


def add_snapshot(session: Session, history: History, item: ArticleItem, page_id: int) -> Snapshot:
    """Return a new snapshot of the item's article, the source's newest."""
    snapshot = Snapshot(source_id=item.source_id, page_id=page_id, taken_at=item.fetched_at)
    _describe(snapshot, item)
    session.add(snapshot)
    history.newest, history.rendered = snapshot, history.rendered or item.renderer != Renderer.HTTP
    return snapshot


def keep_copy(session: Session, item: ArticleItem, copy: Copy, page_id: int) -> tuple[Snapshot, bool]:
    """Return the snapshot of an archive's copy, and whether it is new. No snapshot of the source's own gives way to it.

    It is kept beside one of the same content: its address is what a note can cite when the source is gone.
    """
    held = select(Snapshot).where(Snapshot.source_id == item.source_id, Snapshot.archived_from == copy.address)
    if snapshot := session.scalars(held).first():
        return snapshot, False
    snapshot = Snapshot(source_id=item.source_id, page_id=page_id, taken_at=copy.taken_at)
    snapshot.archived_from, snapshot.rescued_at = copy.address, item.fetched_at
    _describe(snapshot, item)
    session.add(snapshot)
    return snapshot, True


def _describe(snapshot: Snapshot, item: ArticleItem) -> None:
    snapshot.renderer = item.renderer or Renderer.HTTP
    snapshot.final_url = item.final_url or item.url
    write_article(snapshot, item.article, item.rules)


def write_article(snapshot: Snapshot, article: Article, rules: str) -> None:
    """Put the article that these rules made into its snapshot."""
    snapshot.rules = rules
    snapshot.content_hash = hash_content(article)
    snapshot.title = article.title
    snapshot.authors = article.authors
    snapshot.site_name = article.site_name
    snapshot.language = article.language
    snapshot.published_at = article.published_at
    snapshot.modified_at = article.modified_at
    snapshot.canonical_url = article.canonical_url
    snapshot.platform = article.platform
    snapshot.quality = article.quality
    snapshot.quality_reasons = article.quality_reasons
    snapshot.text = article.text
    snapshot.markdown = article.markdown
    snapshot.html = article.html
    snapshot.images = article.images
    snapshot.raw = article.raw
