"""After a crawl: which of the sources that it fetched are one with another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, select

from crawler.exceptions import InvalidURLError
from crawler.storage.chunks import in_chunks
from crawler.storage.merges import STANDS, absorbed_ids, merge
from crawler.storage.records import Fetch, Merge, Snapshot, Source, hash_url
from crawler.storage.sameness import Claim, Texts, evidence_of
from crawler.storage.schedule import GOOD
from crawler.storage.sessions import read_scope, session_scope
from crawler.storage.snapshots import article_ids
from crawler.urls import canonical_url
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from crawler.storage.sessions import Sessions


class _Claiming(NamedTuple):
    source_id: int
    claim: Claim


def merge_fetched(sessions: Sessions, crawl_id: int, *, now: datetime) -> int:
    """Merge the sources of a crawl that are one with another, and return how many were."""
    merged = 0
    with read_scope(sessions) as session:
        claiming = list(_claiming(session, crawl_id))
    for chunk in in_chunks(claiming):
        with session_scope(sessions) as session:
            merged += _merge(session, chunk, now)
    return merged


def _claiming(session: Session, crawl_id: int) -> Iterator[_Claiming]:
    """Yield what the crawl's good fetches say of other addresses: few do."""
    last = select(func.max(Fetch.id)).where(Fetch.crawl_id == crawl_id).group_by(Fetch.source_id)
    article = article_ids().where(Snapshot.source_id == Source.id).correlate(Source).scalar_subquery()
    fetched = (
        select(Source.id, Source.url, Fetch.verdict, Fetch.final_url, Snapshot.canonical_url)
        .select_from(Fetch)
        .join(Fetch.source)
        .outerjoin(Snapshot, Snapshot.id == article)
        .where(Fetch.id.in_(last), Fetch.verdict.in_(GOOD), Source.id.not_in(absorbed_ids()))
        .order_by(Source.id)
    )
    for source_id, url, verdict, final_url, canonical in session.execute(fetched.execution_options(yield_per=1000)):
        said = {"redirect": final_url if verdict == Verdict.MOVED else None, "canonical": canonical}
        for kind, address in said.items():
            key = address_key(address)
            if key and key != url:
                yield _Claiming(source_id, Claim(kind, url, key))


def address_key(address: str | None) -> str | None:
    """Return the canonical URL of an address; None where there is none, or no one can ask for it."""
    try:
        return canonical_url(address) if address else None
    except InvalidURLError:
        return None


def _merge(session: Session, claiming: Sequence[_Claiming], now: datetime) -> int:
    hashes = {hash_url(each.claim.key) for each in claiming}
    columns = select(Source.url, Source.id).where(Source.url_hash.in_(hashes), Source.verdict.in_(GOOD))
    others = dict(session.execute(columns).all())
    heads = dict(session.execute(select(Merge.source_id, Merge.into_id).where(STANDS)).all()) if others else {}
    merged = 0
    for source_id, claim in claiming:
        other_id = others.get(claim.key)
        if other_id is None or source_id in heads or heads.get(other_id, other_id) == source_id:
            continue
        evidence = _evidence(session, source_id, other_id, claim)
        if evidence and (made := merge(session, source_id, heads.get(other_id, other_id), evidence, now)):
            heads[made.source_id] = made.into_id
            merged += 1
    return merged


def _evidence(session: Session, source_id: int, other_id: int, claim: Claim) -> dict[str, Any] | None:
    own, other = own_snapshots(session, source_id), own_snapshots(session, other_id)
    if not other:
        return None
    texts = Texts(
        before=next((each.text for each in own if address_key(each.final_url) == claim.url), None),
        now=own[0].text if own else None,
        other=other[0].text,
        other_key=address_key(other[0].canonical_url),
    )
    return evidence_of(claim, texts)


def own_snapshots(session: Session, source_id: int) -> Sequence[Snapshot]:
    """Return the source's own snapshots, the newest first."""
    own = select(Snapshot).where(Snapshot.source_id == source_id, Snapshot.archived_from.is_(None))
    return session.scalars(own.order_by(Snapshot.id.desc())).all()
