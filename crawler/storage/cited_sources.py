"""The sources that citations stand for: made where they are new, spelled as they were cited last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from crawler.storage.chunks import in_chunks
from crawler.storage.insert import insert_missing
from crawler.storage.known_addresses import adopt
from crawler.storage.records import Source, hash_url
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

    from crawler.storage.reading import FoundCitation

    SourceRow = Row[int, str, str, str | None]


def keep_sources(
    session: Session, found: Iterable[FoundCitation], fresh: Iterable[FoundCitation], now: datetime
) -> dict[str, int]:
    """Return the id of each found citation's source, by its canonical URL; make those that are not there.

    `fresh` are those of them that their note did not hold before: they say how the source is spelled.
    """
    last = {hash_url(citation.source_url): citation for citation in found}
    spelled = {hash_url(citation.source_url): citation for citation in fresh if citation.host}
    ids: dict[str, int] = {}
    for hashes in in_chunks(last):
        held = _load(session, hashes)
        missing = [hash_ for hash_ in hashes if hash_ not in held]
        insert_missing(session, Source, [_row(hash_, last[hash_], now) for hash_ in missing], key="url_hash")
        made = _load(session, missing)
        spelled_anew = {last[hash_].source_url: _spelling(last[hash_]) for hash_ in made}
        adopt(session, {last[hash_].source_url: source.id for hash_, source in made.items()}, spelled_anew, now)
        held |= made
        _respell(session, [(held[hash_], spelled[hash_]) for hash_ in hashes if hash_ in spelled], now)
        ids |= {last[hash_].source_url: source.id for hash_, source in held.items()}
    return ids


def _load(session: Session, hashes: Sequence[str]) -> dict[str, SourceRow]:
    if not hashes:
        return {}
    columns = select(Source.id, Source.url_hash, Source.cited_url, Source.verdict)
    return {source.url_hash: source for source in session.execute(columns.where(Source.url_hash.in_(hashes)))}


def _row(url_hash: str, citation: FoundCitation, now: datetime) -> dict[str, Any]:
    usable = bool(citation.host)
    return {
        "url": citation.source_url,
        "url_hash": url_hash,
        **_spelling(citation),
        "first_seen_at": now,
        "verdict": None if usable else Verdict.INVALID,
        "due_at": now if usable else None,
        "failures": 0,
        "fallback": False,
    }


def _spelling(citation: FoundCitation) -> dict[str, str]:
    """Return the columns that say how a source is asked for."""
    return {"cited_url": citation.values["url"], "host": citation.host}


def _respell(session: Session, pairs: Iterable[tuple[SourceRow, FoundCitation]], now: datetime) -> None:
    respelled = [
        {"id": source.id, **_spelling(citation)}
        for source, citation in pairs
        if source.cited_url != citation.values["url"]
    ]
    if respelled:
        session.execute(update(Source), respelled)
    # What an older parser found unusable may be usable to this one.
    mended = [
        {"id": source.id, "verdict": None, "due_at": now} for source, _ in pairs if source.verdict == Verdict.INVALID
    ]
    if mended:
        session.execute(update(Source), mended)
