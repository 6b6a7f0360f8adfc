from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from crawler.extraction.article import Article
from crawler.items import ArticleItem, FailureItem, Renderer
from crawler.storage import read_scope, session_scope, store_results
from crawler.storage.records import Source
from crawler.storage.status import failed_citations, store_status
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from crawler.storage import Sessions

    Came = Callable[[int, Verdict], Source]

URL = "https://a.test/1"
THEN = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def came(sessions: Sessions, crawl_id: int, add_source: Callable[..., int]) -> Came:
    """Return what stores a fetch with this verdict on that day, and returns the source after it."""
    source_id = add_source(URL)
    add_source("https://b.test/1")

    def store(day: int, verdict: Verdict) -> Source:
        said = {"source_id": source_id, "source_url": URL, "url": URL, "renderer": Renderer.HTTP}
        at = THEN + timedelta(days=day)
        failure = FailureItem(**said, fetched_at=at, verdict=verdict, evidence={"reason": "HTTP 404"})
        article = Article(title="A", text="A", markdown="A")
        page = ArticleItem(**said, fetched_at=at, body=b"a", article=article, rules="1")
        with session_scope(sessions) as session:
            store_results(session, crawl_id, [page if verdict == Verdict.OK else failure])
        with read_scope(sessions) as session:
            return session.get_one(Source, source_id)

    return store


def test_a_source_dies_of_several_failures_and_lives_again_with_a_good_fetch(came: Came) -> None:
    assert came(0, Verdict.GONE).failing_since == THEN
    assert came(1, Verdict.GONE).dead_since is None
    dead = came(7, Verdict.SOFT_404)
    assert (dead.failing_since, dead.dead_since) == (THEN, THEN + timedelta(days=7))
    assert came(9, Verdict.GONE).dead_since == THEN + timedelta(days=7)
    alive = came(10, Verdict.OK)
    assert (alive.failing_since, alive.dead_since) == (None, None)
    assert came(11, Verdict.GONE).dead_since is None


def test_failures_before_a_good_fetch_do_not_count(came: Came) -> None:
    for day, verdict in ((0, Verdict.GONE), (1, Verdict.GONE), (2, Verdict.OK), (8, Verdict.GONE), (9, Verdict.GONE)):
        last = came(day, verdict)

    assert (last.dead_since, last.failing_since) == (None, THEN + timedelta(days=8))


def test_who_keeps_us_out_is_never_dead(came: Came) -> None:
    for day in range(0, 100, 20):
        assert came(day, Verdict.BLOCKED).dead_since is None
    assert came(100, Verdict.GONE).dead_since is None


def test_who_answers_again_is_not_dead_any_more_though_it_keeps_us_out(came: Came) -> None:
    for day in (0, 1, 7):
        dead = came(day, Verdict.GONE)

    assert dead.dead_since
    assert came(8, Verdict.OFFLINE).dead_since
    assert came(9, Verdict.BLOCKED).dead_since is None


def test_without_a_network_nothing_begins_to_fail(came: Came) -> None:
    assert came(0, Verdict.OFFLINE).failing_since is None


def test_the_status_counts_and_shows_the_dead(came: Came, sessions: Sessions) -> None:
    for day in (0, 1, 7):
        came(day, Verdict.GONE)

    with read_scope(sessions) as session:
        assert store_status(session)["dead"] == 1
        assert [citation.dead_since for citation in failed_citations(session)] == ["2026-03-08T12:00:00+00:00"]
