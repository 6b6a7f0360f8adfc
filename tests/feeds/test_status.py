"""What the store says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.storage.engine import open_engine
from crawler.storage.sessions import make_sessions, read_scope
from crawler.storage.status import failed_citations, store_status
from tests.feeds.filled_store import BROKEN, ROOT

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def test_it_counts_what_is_there_now(session: Session) -> None:
    assert store_status(session) == {
        "notes": 2,
        "citations": 6,
        "weak": 1,
        "unusable": 1,
        "sources": 6,
        "dead": 0,
        "merged": 0,
        "verdicts": {"ok": 2, "gone": 1, "invalid": 1, "moved": 1, "not_fetched": 1},
        "hosts": {"gone.kr": 1, "goldsony.tistory.com": 1, "old.kr": 1, "papers.kr": 1, "velog.io": 1},
        "last_crawl": {
            "id": 2,
            "notes": ROOT,
            "started_at": "2026-03-02T09:00:00+00:00",
            "finished_at": None,
            "outcome": None,
            "fetches": 3,
            "counts": {"fetched": 3},
        },
    }


def test_a_failed_citation_is_named_with_its_place(session: Session) -> None:
    assert list(failed_citations(session)) == [
        (ROOT, "til.md", 4, "gone", "http://gone.kr/post#part", None),
        (ROOT, "til.md", 32, "invalid", BROKEN, None),
    ]


def test_an_empty_store_counts_zero(database_url: str) -> None:
    engine = open_engine(database_url)
    with read_scope(make_sessions(engine)) as session:
        status = store_status(session)
    engine.dispose()

    assert status == {
        "notes": 0,
        "citations": 0,
        "weak": 0,
        "unusable": 0,
        "sources": 0,
        "dead": 0,
        "merged": 0,
        "verdicts": {},
        "hosts": {},
        "last_crawl": None,
    }
