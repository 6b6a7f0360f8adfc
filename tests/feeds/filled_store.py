"""A small store with one of everything that a feed must tell apart."""

from __future__ import annotations

import unicodedata
import zlib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from crawler.storage.records import Citation, Crawl, Fetch, Note, Page, Snapshot, Source

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

ROOT = "/home/me/notes"
START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
KOREAN_NOTE = unicodedata.normalize("NFD", "파이썬/비동기.md")  # as macOS spells it on disk

READ = "https://goldsony.tistory.com/37"  # cited twice, fetched, moved once
PAPER = "https://papers.kr/a.pdf"  # an article with all that is awkward in a table
GONE = "https://gone.kr/post"  # a 404, its article of earlier kept
NEVER = "https://velog.io/@me/new"  # not fetched yet
DROPPED = "https://old.kr/read"  # no note cites it any more
BROKEN = "http://[broken"  # nothing can ask for it


def fill(session: Session) -> None:
    """Put two notes, six sources and two crawls into an empty store."""
    session.add(Crawl(id=1, root=ROOT, started_at=START, finished_at=START, outcome="finished", counts={}))
    session.add(Crawl(id=2, root=ROOT, started_at=START + timedelta(days=1), counts={"fetched": 3}))
    til, korean = _note(1, "til.md", "TIL"), _note(2, KOREAN_NOTE, "비동기")
    session.add_all([til, korean, Note(**_note_fields(3, "gone.md", "Gone"), gone_at=START)])
    read = _source(1, READ, "ok")
    paper = _source(2, PAPER, "moved")
    gone = _source(3, GONE, "gone")
    never = _source(4, NEVER, None)
    dropped = _source(5, DROPPED, "ok")
    broken = _source(6, BROKEN, "invalid", host="", due_at=None)
    session.add_all([read, paper, gone, never, dropped, broken])
    session.flush()
    session.add_all(
        [
            _citation(til, read, 19, url="https://goldsony.tistory.com/m/37", label="WAS 란?", headings=["TIL", "WAS"]),
            _citation(korean, read, 3, marker="출처:", label="골드소니 🙂"),
            _citation(korean, paper, 7),
            _citation(til, gone, 4, url="http://gone.kr/post#part", weak=True),
            _citation(til, never, 30),
            _citation(til, dropped, 31, closed_at=START),
            _citation(til, broken, 32),
        ]
    )
    _fetch_good(session, read, 1, title="옛 제목", markdown="옛 글")
    _fetch_good(
        session,
        read,
        2,
        title="WAS 란? 🙂",
        authors=["골드소니"],
        published_at=START - timedelta(days=900),
        language="ko",
        images=["data:image/png;base64,AAAA", "https://goldsony.tistory.com/그림 1.png"],
        platform="tistory",
    )
    _fetch_good(session, paper, 2, final_url="https://papers.kr/새/a.pdf", text="=1+1", title="-2+3", html="")
    _fetch_good(session, gone, 1, title="지워진 글")
    session.add(_fetch(gone, 2, verdict="gone", http_status=404, evidence={"reason": "HTTP 404"}))
    _fetch_good(session, dropped, 1)


def _note_fields(id_: int, path: str, title: str) -> dict[str, Any]:
    return {
        "id": id_,
        "root": ROOT,
        "path": path,
        "title": title,
        "content_hash": f"{id_:064}",
        "reading": "1",
        "first_seen_at": START,
    }


def _note(id_: int, path: str, title: str) -> Note:
    return Note(**_note_fields(id_, path, title))


def _source(id_: int, url: str, verdict: str | None, **fields: Any) -> Source:
    host = url.split("/")[2]
    fetched_at = START + timedelta(days=1) if verdict else None
    stated = {"host": host, "due_at": START, "verdict": verdict, "fetched_at": fetched_at, "first_seen_at": START}
    return Source(id=id_, url=url, cited_url=url, **stated | fields)


def _citation(note: Note, source: Source, line: int, **fields: Any) -> Citation:
    stated = {
        "url": source.url,
        "as_written": source.url,
        "label": "",
        "headings": [],
        "marker": None,
        "form": "inline",
        "context": f"줄 {line}",
        "weak": False,
        "first_seen_at": START,
    }
    return Citation(note=note, source=source, line=line, **stated | fields)


def _fetch(source: Source, crawl_id: int, **fields: Any) -> Fetch:
    stated = {
        "url": source.cited_url,
        "final_url": source.cited_url,
        "redirects": [],
        "http_status": 200,
        "headers": {},
        "renderer": "splash",
        "fallback": None,
        "verdict": "ok",
        "evidence": {},
        "fetched_at": START + timedelta(days=crawl_id - 1),
    }
    return Fetch(source_id=source.id, crawl_id=crawl_id, **stated | fields)


def _fetch_good(session: Session, source: Source, crawl_id: int, final_url: str | None = None, **article: Any) -> None:
    final_url = final_url or source.cited_url
    body = f"<p>{source.url} {crawl_id}</p>".encode()
    page = Page(hash=f"{source.id}-{crawl_id}", content_type="text/html", size=len(body), body=zlib.compress(body))
    session.add(page)
    session.flush()
    verdict = source.verdict if source.verdict in {"ok", "moved"} else "ok"
    session.add(_fetch(source, crawl_id, final_url=final_url, verdict=verdict, page_id=page.id))
    stated = {
        "title": None,
        "authors": [],
        "site_name": None,
        "language": None,
        "published_at": None,
        "modified_at": None,
        "canonical_url": None,
        "platform": None,
        "quality": 0.9,
        "quality_reasons": ["links"],
        "text": "글",
        "markdown": "글",
        "html": "<p>글</p>",
        "images": [],
        "raw": {},
        "archived_from": None,
        "content_hash": f"{source.id}{crawl_id}".rjust(64, "a"),
    }
    taken_at = START + timedelta(days=crawl_id - 1)
    about = {"page_id": page.id, "taken_at": taken_at, "rules": "1", "renderer": "splash", "final_url": final_url}
    session.add(Snapshot(source_id=source.id, **about, **stated | article))
    session.flush()
