"""The queue: which sources are to be asked for now, and in which order."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sqlalchemy import func, or_, select

from crawler.items import Validators
from crawler.storage.chunks import in_chunks
from crawler.storage.merges import head_of
from crawler.storage.records import Citation, Note, Snapshot, Source
from crawler.storage.schedule import GOOD

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

Refresh = Literal["due", "all", "failed"]

_STREAM = 2_000  # rows in memory at once


@dataclass(frozen=True, slots=True)
class Before:
    """What is stored of a source that was fetched before."""

    final_url: str  # of its newest snapshot that is no archive's
    renderer: str  # the same
    validators: Validators  # of the last good plain answer


@dataclass(frozen=True, slots=True)
class DueSource:
    """What a request needs to know of its source."""

    id: int
    url: str  # canonical
    cited_url: str  # what is fetched
    host: str  # of the cited URL
    platform: str | None = None  # by its newest snapshot
    before: Before | None = None  # None: it has no such snapshot, or one that was made for want of Splash


def due_source_ids(
    session: Session,
    *,
    root: Path | None,
    now: datetime,
    refresh: Refresh,
    splash: bool,
    hosts: Collection[str] = (),
    limit: int | None = None,
) -> array[int]:
    """Return the ids of the sources to ask for, hosts taking turns, those that wait longest first: 8 bytes each.

    Only what a note in this folder (None: in any) cites now. `hosts` stand for themselves and what is below them.
    With `splash`, what was fetched plainly only because Splash was away is due as well.
    """
    turn = func.row_number().over(partition_by=Source.host, order_by=(Source.due_at, Source.id))
    wanted = (
        select(Source.id)
        .where(is_cited(root), Source.due_at.is_not(None), _is_chosen(refresh, now, splash=splash))
        .order_by(turn, Source.due_at, Source.id)
        .limit(limit)
    )
    if hosts:
        wanted = wanted.where(or_(*(is_below(host.lower()) for host in hosts)))
    return array("q", session.scalars(wanted.execution_options(yield_per=_STREAM)))


def unknown_hosts(session: Session, *, root: Path, hosts: Collection[str]) -> list[str]:
    """Return those of `hosts` on which the notes of this folder cite nothing."""
    cited = select(Source.id).where(is_cited(root)).limit(1)
    return [host for host in hosts if session.scalar(cited.where(is_below(host.lower()))) is None]


def cited_hosts(session: Session, *, root: Path) -> list[str]:
    """Return the hosts that the notes of this folder cite, the one with most sources first."""
    hosts = select(Source.host).where(is_cited(root), Source.host != "").group_by(Source.host)
    return list(session.scalars(hosts.order_by(func.count().desc(), Source.host)))


def load_due(session: Session, ids: Sequence[int]) -> list[DueSource]:
    """Return these sources, in this order."""
    own = Snapshot.source_id == Source.id, Snapshot.archived_from.is_(None)
    newest = select(func.max(Snapshot.id)).where(*own).correlate(Source).scalar_subquery()
    rows = select(Source, Snapshot.platform, Snapshot.final_url, Snapshot.renderer)
    rows = rows.outerjoin(Snapshot, Snapshot.id == newest)
    found: dict[int, DueSource] = {}
    for chunk in in_chunks(ids):
        chosen = rows.where(Source.id.in_(chunk))
        found.update((source.id, _due_source(source, *newest)) for source, *newest in session.execute(chosen))
    return [found[id_] for id_ in ids]


def _due_source(source: Source, platform: str | None, final_url: str | None, renderer: str | None) -> DueSource:
    before = None
    if final_url is not None and renderer is not None and not source.fallback:
        validators = Validators(source.etag, source.last_modified, source.body_hash)
        before = Before(final_url, renderer, validators)
    return DueSource(source.id, source.url, source.cited_url, source.host, platform, before)


def is_cited(root: Path | None) -> ColumnElement[bool]:
    """Match the sources that a note in this folder (None: in any) cites now, itself or one that it stands for.

    An absorbed source is none of them: what cites it cites the one that stands for it.
    """
    cited = select(head_of(Citation)).select_from(Citation).join(Citation.note).where(Citation.closed_at.is_(None))
    if root is not None:
        cited = cited.where(Note.root == str(root.resolve()))
    return Source.id.in_(cited.where(Note.gone_at.is_(None)))


def _is_chosen(refresh: Refresh, now: datetime, *, splash: bool) -> ColumnElement[bool]:
    match refresh:
        case "all":
            return Source.due_at.is_not(None)
        case "failed":
            return Source.verdict.not_in(GOOD)
        case "due" if splash:
            return or_(Source.due_at <= now, Source.fallback)
        case "due":
            return Source.due_at <= now


def is_below(host: str) -> ColumnElement[bool]:
    """Match the host and its subdomains; on any port where none is given."""
    matches = [Source.host == host, Source.host.endswith(f".{host}", autoescape=True)]
    if ":" not in host:
        matches += [
            Source.host.startswith(f"{host}:", autoescape=True),
            Source.host.contains(f".{host}:", autoescape=True),
        ]
    return or_(*matches)
