"""Addresses that are a known source's: where it has moved to, where an archive keeps our copy of it, its merged ones.

A note that begins to cite one of them, by `scrapy fix` or by hand, cites nothing that would have to be fetched.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, literal, select, update

from crawler.storage.chunks import in_chunks
from crawler.storage.merges import STANDS, absorbed_by, absorbed_ids, merge
from crawler.storage.merging import address_key, own_snapshots
from crawler.storage.records import Merge, Snapshot, Source, hash_url
from crawler.storage.sameness import Claim, Texts, evidence_of
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from sqlalchemy.orm import Session


@dataclass(frozen=True)
class KnownAddress:
    """Whose address it is."""

    source_id: int
    source_ids: frozenset[int]  # it, and those for which it stands
    copy_id: int | None = None  # the snapshot that an archive keeps there; None: it is the source's own


def known_addresses(session: Session, keys: Collection[str]) -> dict[str, KnownAddress]:
    """Return which of these canonical URLs are a known source's."""
    if not keys:
        return {}
    moved = select(Source.id, Source.url, Source.moved_to, literal(None)).where(
        Source.verdict == Verdict.MOVED, Source.moved_to.is_not(None), Source.id.not_in(absorbed_ids())
    )
    copied = select(Source.id, Source.url, Snapshot.archived_from, Snapshot.id).join(Snapshot.source)
    copied = copied.where(Snapshot.archived_from.is_not(None))
    found: dict[str, tuple[int, int | None]] = {}
    for id_, url, address, copy_id in (*session.execute(moved), *session.execute(copied)):
        key = address_key(address)
        if key in keys and key is not None and key != url:  # a copy's own source has it as well
            found[key] = (id_, copy_id)
    found |= {url: (id_, None) for url, id_ in _merged(session, keys).items()}
    heads = {id_ for id_, _ in found.values()}
    absorbed = absorbed_by(session, heads)
    standing = {head: frozenset({head, *(id_ for id_, into in absorbed.items() if into == head)}) for head in heads}
    return {key: KnownAddress(id_, standing[id_], copy_id) for key, (id_, copy_id) in found.items()}


def _merged(session: Session, keys: Collection[str]) -> dict[str, int]:
    """Return those of the canonical URLs that are of sources which are one with others, each with that which stands."""
    found: dict[str, int] = {}
    for side in (Merge.source_id, Merge.into_id):
        rows = select(Source.url, Merge.into_id).select_from(Source).join(Merge, (side == Source.id) & STANDS)
        for hashes in in_chunks(map(hash_url, keys)):
            found |= dict(session.execute(rows.where(Source.url_hash.in_(hashes))).all())
    return found


def adopt(session: Session, made: Mapping[str, int], spelled: Mapping[str, dict[str, Any]], now: datetime) -> None:
    """Give new sources, by their canonical URLs, what is known of their addresses.

    That to which a source has moved is one with it, and how the source is asked for from now on; `spelled` holds the
    columns that say how. That of a copy has the copy for its article, and is never due: no archive edits what it keeps.
    """
    for key, known in known_addresses(session, made.keys()).items():
        if known.copy_id is not None:
            _give_copy(session, made[key], known.copy_id)
        elif (evidence := _evidence(session, known.source_id, key)) and merge(
            session, made[key], known.source_id, evidence, now
        ):
            session.execute(update(Source).where(Source.id == known.source_id).values(**spelled[key]))


def _give_copy(session: Session, source_id: int, copy_id: int) -> None:
    columns = [column for column in Snapshot.__table__.columns if column.name not in {"id", "source_id"}]
    values = session.execute(select(*columns).where(Snapshot.id == copy_id)).mappings().one()
    session.execute(insert(Snapshot).values(**values, source_id=source_id))
    known = {"verdict": Verdict.OK, "fetched_at": values["rescued_at"], "due_at": None}
    session.execute(update(Source).where(Source.id == source_id).values(**known))


def _evidence(session: Session, source_id: int, key: str) -> dict[str, Any] | None:
    """Return why a source and the address to which its redirects lead are one: what came from there is the source's."""
    own = own_snapshots(session, source_id)
    if not own:
        return None
    url = session.get_one(Source, source_id).url
    before = next((each.text for each in own if address_key(each.final_url) == url), None)
    return evidence_of(Claim("redirect", url, key), Texts(before, own[0].text, own[0].text, None))
