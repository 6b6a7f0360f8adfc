from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from crawler.extraction.article import Article
from crawler.items import ArticleItem, Copy, FailureItem, Renderer
from crawler.storage import due_source_ids, read_scope, session_scope, store_results, sync_notes
from crawler.storage.export import feed_sources, stored_source
from crawler.storage.fixes import find_fixes
from crawler.storage.records import Citation, Source
from crawler.storage.status import failed_citations, store_status
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from crawler.storage import Sessions, SyncReport

    Fetched = Callable[..., None]

LONG = " ".join(f"word{n}" for n in range(100))
OLD, NEW = "https://blog.dev/old", "https://blog.dev/new"
COPY = "https://web.archive.org/web/20150601000000/https://blog.dev/old"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "notes"


@pytest.fixture
def cite(sessions: Sessions, notes: Path, now: datetime) -> Callable[..., SyncReport]:
    """Return what writes the note anew, so that it cites these, and takes it in on a day from now."""

    def run(*urls: str, day: int = 0) -> SyncReport:
        notes.mkdir(exist_ok=True)
        (notes / "a.md").write_text("\n".join(f"- <{url}>" for url in urls) + "\n", "utf-8")
        at = now + timedelta(days=day)
        return sync_notes(sessions, notes, allowed_private_hosts="", ignore_urls="", now=at)

    return run


@pytest.fixture
def fetched(sessions: Sessions, crawl_id: int, now: datetime) -> Fetched:
    """Return what stores a fetch of the old address: its article, a copy of it, or a failure."""

    def run(day: int, to: str = OLD, *, text: str = LONG, copied: str | None = None, failed: bool = False) -> None:
        with session_scope(sessions) as session:
            source = session.scalars(select(Source).where(Source.url == OLD)).one()
            fields: dict[str, Any] = {
                "source_id": source.id,
                "source_url": source.url,
                "url": source.cited_url,
                "final_url": to,
                "fetched_at": now + timedelta(days=day),
                "renderer": Renderer.HTTP,
            }
            if failed:
                item: Any = FailureItem(**fields, verdict=Verdict.GONE, evidence={"reason": "HTTP 404"})
            else:
                copy = Copy(address=copied, taken_at=now, verdict=Verdict.GONE) if copied else None
                article = Article(title="T", text=text, markdown=text)
                made = {"article": article, "rules": "1", "body": text.encode()}
                item = ArticleItem(**fields, moved=to not in {OLD, source.cited_url}, copy=copy, **made)
            store_results(session, crawl_id, [item])

    return run


def due(sessions: Sessions, notes: Path, now: datetime, **options: Any) -> int:
    with read_scope(sessions) as session:
        chosen = {"refresh": "due", **options}
        return len(due_source_ids(session, root=notes, now=now, splash=False, **chosen))


def test_the_address_to_which_a_source_has_moved_is_its_own(
    sessions: Sessions, notes: Path, now: datetime, cite: Callable[..., SyncReport], fetched: Fetched
) -> None:
    cite(OLD)
    fetched(1)
    fetched(40, NEW)

    report = cite(f"{NEW}#part", day=50)

    assert (report.new_citations, report.closed_citations) == (0, 0)
    assert due(sessions, notes, now + timedelta(days=50)) == 0
    with read_scope(sessions) as session:
        [document] = feed_sources(session)
        assert (document["url"], document["cited_urls"], document["text"]) == (OLD, [f"{NEW}#part"], LONG)
        assert stored_source(session, NEW) == document
        source = session.scalars(select(Source).where(Source.url == OLD)).one()
        assert (source.cited_url, source.host) == (f"{NEW}#part", "blog.dev")  # what is fetched from then on
        citation = session.scalars(select(Citation)).one()
        assert (citation.first_seen_at, citation.url) == (now, f"{NEW}#part")
    assert due(sessions, notes, now + timedelta(days=200)) == 1


def test_where_it_moved_to_something_else_the_address_is_a_source_of_its_own(
    sessions: Sessions, notes: Path, now: datetime, cite: Callable[..., SyncReport], fetched: Fetched
) -> None:
    cite(OLD)
    fetched(1)
    fetched(40, NEW, text="another " + LONG[::-1])
    cite(NEW, day=50)

    assert due(sessions, notes, now + timedelta(days=50)) == 1
    with read_scope(sessions) as session:
        assert [(each["url"], each["text"] is None) for each in feed_sources(session)] == [(OLD, False), (NEW, True)]


def test_the_address_of_a_copy_has_the_copy_for_its_article_and_is_never_due(
    sessions: Sessions, notes: Path, now: datetime, cite: Callable[..., SyncReport], fetched: Fetched
) -> None:
    cite(OLD)
    fetched(1, text="Of its own.")
    for day in (10, 20, 30):
        fetched(day, failed=True)
    fetched(30, text="Copied.", copied=COPY)
    with read_scope(sessions) as session:
        assert store_status(session)["dead"] == 1

    cite(OLD, f"{OLD}#part", day=40)
    cite(COPY, f"{OLD}#part", day=45)
    report = cite(COPY, f"{COPY}#part", day=50)

    assert (report.new_citations, report.closed_citations) == (0, 0)
    assert [due(sessions, notes, now + timedelta(days=999), refresh=each) for each in ("due", "all", "failed")] == [
        0
    ] * 3
    with read_scope(sessions) as session:
        document = stored_source(session, COPY)
        assert document is not None
        assert (document["verdict"], document["text"], document["archived_from"]) == ("ok", "Copied.", COPY)
        assert [tie["line"] for tie in document["notes"]] == [1, 2]
        assert (stored_source(session, OLD) or {})["notes"] == []
        seen = session.scalars(select(Citation.first_seen_at).order_by(Citation.line)).all()
        assert seen == [now, now + timedelta(days=40)]
        assert (list(failed_citations(session)), store_status(session)["dead"]) == ([], 0)
        assert find_fixes(session, notes) == {}


def test_another_citation_of_the_old_address_is_left_as_it_is_and_can_be_fixed_later(
    sessions: Sessions, notes: Path, cite: Callable[..., SyncReport], fetched: Fetched
) -> None:
    cite(OLD)
    fetched(1)
    fetched(40, NEW)

    report = cite(OLD, f"{NEW}#two", day=50)
    fetched(90, f"{NEW}#two")

    assert (report.new_citations, report.closed_citations) == (1, 0)
    with read_scope(sessions) as session:
        [document] = feed_sources(session)
        assert [tie["line"] for tie in document["notes"]] == [1, 2]
        assert document["verdict"] == "ok"
        [fixes] = find_fixes(session, notes).values()
        assert {url: fix.address for url, fix in fixes.items()} == {OLD: NEW}


def test_a_citation_that_is_fixed_later_is_the_one_that_it_was(
    sessions: Sessions, now: datetime, cite: Callable[..., SyncReport], fetched: Fetched
) -> None:
    cite(OLD)
    fetched(1)
    fetched(40, NEW)
    cite(OLD, NEW, day=50)
    fetched(90, NEW)

    report = cite(f"{NEW}#one", NEW, day=100)

    assert (report.new_citations, report.closed_citations) == (0, 0)
    with read_scope(sessions) as session:
        rows = select(Citation.url, Citation.first_seen_at).order_by(Citation.line)
        assert session.execute(rows).all() == [(f"{NEW}#one", now), (NEW, now + timedelta(days=50))]
