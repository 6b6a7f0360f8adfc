from __future__ import annotations

import zlib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import func, select

from crawler.extraction.article import Article
from crawler.items import ArticleItem, FailureItem, Fallback, Renderer, UnchangedItem, Validators
from crawler.storage import Stored, StoreError, finish_crawl, read_scope, session_scope, start_crawl, store_results
from crawler.storage.records import Crawl, Fetch, Page, Snapshot, Source
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from crawler.storage import Sessions

    AddSource = Callable[..., int]
    Store = Callable[..., list[Stored]]

URL = "https://a.test/1"
THEN = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)


def article(source_id: int, *, title: str = "Title", text: str = "Text.", **fields: Any) -> ArticleItem:
    values = {
        "source_url": URL,
        "url": URL,
        "final_url": URL,
        "http_status": 200,
        "fetched_at": THEN,
        "renderer": Renderer.SPLASH,
        "body": f"<h1>{title}</h1>{text}".encode("utf-8", "replace"),
        "content_type": "text/html; charset=utf-8",
        "rules": "1",
        **fields,
    }
    return ArticleItem(source_id=source_id, article=Article(title=title, text=text, markdown=text), **values)


def failure(source_id: int, verdict: Verdict = Verdict.GONE, **fields: Any) -> FailureItem:
    values = {"fetched_at": THEN, "renderer": Renderer.HTTP, "evidence": {"reason": "404 Not Found"}, **fields}
    return FailureItem(source_id=source_id, source_url=URL, url=URL, verdict=verdict, **values)


@pytest.fixture
def store(sessions: Sessions, crawl_id: int) -> Store:
    def run(*items: ArticleItem | FailureItem | UnchangedItem, crawl: int = crawl_id) -> list[Stored]:
        with session_scope(sessions) as session:
            return store_results(session, crawl, items)

    return run


@pytest.fixture
def source_id(add_source: AddSource) -> int:
    return add_source(URL)


def count(sessions: Sessions, record: type[Any]) -> int:
    with read_scope(sessions) as session:
        return session.scalar(select(func.count()).select_from(record))


def load(sessions: Sessions, source_id: int) -> Source:
    with read_scope(sessions) as session:
        return session.get_one(Source, source_id)


def test_an_article_becomes_a_fetch_a_page_and_a_snapshot(sessions: Sessions, store: Store, source_id: int) -> None:
    item = article(source_id, redirects=["http://a.test/1"], headers={"server": "nginx"})
    item.article.authors.append("김")
    [stored] = store(item)

    assert stored.new_snapshot
    with read_scope(sessions) as session:
        fetch = session.scalars(select(Fetch)).one()
        snapshot = session.get_one(Snapshot, stored.snapshot_id)
        assert (fetch.source_id, fetch.verdict, fetch.http_status, fetch.fetched_at) == (source_id, "ok", 200, THEN)
        assert (fetch.redirects, fetch.headers) == (["http://a.test/1"], {"server": "nginx"})
        assert (fetch.renderer, fetch.fallback, fetch.evidence) == ("splash", None, {})
        assert zlib.decompress(fetch.page.body) == item.body
        assert (fetch.page.size, fetch.page.content_type) == (len(item.body), "text/html; charset=utf-8")
        assert snapshot.page is fetch.page
        assert (snapshot.title, snapshot.markdown, snapshot.authors) == ("Title", "Text.", ["김"])
        assert (snapshot.rules, snapshot.renderer, snapshot.final_url) == ("1", "splash", URL)
        assert snapshot.taken_at == THEN


def test_a_good_fetch_sets_the_source_at_rest(sessions: Sessions, store: Store, add_source: AddSource) -> None:
    source_id = add_source(URL, failures=3, verdict="timeout")
    store(article(source_id))

    source = load(sessions, source_id)
    assert (source.verdict, source.failures, source.fallback) == ("ok", 0, False)
    assert source.fetched_at == THEN
    assert THEN + timedelta(days=24) <= source.due_at <= THEN + timedelta(days=30)


def test_a_page_that_moved_for_good_says_so(sessions: Sessions, store: Store, source_id: int) -> None:
    store(article(source_id, moved=True, final_url="https://b.test/1"))

    assert load(sessions, source_id).verdict == "moved"


def test_a_failure_is_a_fetch_with_its_evidence_and_touches_no_snapshot(
    sessions: Sessions, store: Store, source_id: int
) -> None:
    store(article(source_id))
    later = THEN + timedelta(days=30)
    [stored] = store(failure(source_id, fetched_at=later, http_status=404, body=b"<h1>404</h1>"))

    assert (stored.snapshot_id, stored.new_snapshot) == (None, False)
    with read_scope(sessions) as session:
        fetch = session.scalars(select(Fetch).order_by(Fetch.id.desc())).first()
        assert (fetch.verdict, fetch.evidence, fetch.http_status) == ("gone", {"reason": "404 Not Found"}, 404)
        assert zlib.decompress(fetch.page.body) == b"<h1>404</h1>"
        assert session.scalars(select(Snapshot.title)).all() == ["Title"]
        source = session.get_one(Source, source_id)
        assert (source.verdict, source.failures, source.due_at) == ("gone", 1, later + timedelta(days=1))


def test_failures_in_a_row_back_off(sessions: Sessions, store: Store, source_id: int) -> None:
    for day in range(3):
        store(failure(source_id, Verdict.TIMEOUT, fetched_at=THEN + timedelta(days=day)))

    source = load(sessions, source_id)
    assert (source.failures, source.due_at) == (3, THEN + timedelta(days=2 + 4))


def test_without_a_network_the_source_stays_due(sessions: Sessions, store: Store, source_id: int) -> None:
    store(failure(source_id, Verdict.OFFLINE, renderer=None))

    source = load(sessions, source_id)
    assert (source.verdict, source.failures, source.due_at) == ("offline", 0, THEN)


def test_the_same_content_makes_no_new_snapshot_and_the_fetch_points_at_its_page(
    sessions: Sessions, store: Store, source_id: int
) -> None:
    [first] = store(article(source_id))
    later = article(source_id, fetched_at=THEN + timedelta(days=1), body=b"<h1>Title</h1>Text. <i>now with an ad</i>")
    [second] = store(later)

    assert second == Stored(source_id, first.snapshot_id, new_snapshot=False, cited=first.cited)
    assert (count(sessions, Snapshot), count(sessions, Page), count(sessions, Fetch)) == (1, 2, 2)


@pytest.mark.parametrize("change", [{"title": "Another"}, {"text": "Another."}])
def test_other_content_makes_a_new_snapshot(
    sessions: Sessions, store: Store, source_id: int, change: dict[str, str]
) -> None:
    store(article(source_id))
    [stored] = store(article(source_id, fetched_at=THEN + timedelta(days=1), **change))

    assert stored.new_snapshot
    assert count(sessions, Snapshot) == 2


def test_content_that_returns_to_what_it_was_is_a_version_again(
    sessions: Sessions, store: Store, source_id: int
) -> None:
    for day, text in enumerate(["One.", "Two.", "One."]):
        store(article(source_id, text=text, fetched_at=THEN + timedelta(days=day)))

    assert (count(sessions, Snapshot), count(sessions, Page)) == (3, 2)


def test_newer_rules_on_the_same_page_replace_the_article_inside_its_snapshot(
    sessions: Sessions, store: Store, source_id: int
) -> None:
    [first] = store(article(source_id, body=b"page"))
    item = article(source_id, body=b"page", text="Cleaned better.", rules="2", fetched_at=THEN + timedelta(days=1))
    [second] = store(item)

    assert (second.snapshot_id, second.new_snapshot) == (first.snapshot_id, False)
    with read_scope(sessions) as session:
        snapshot = session.scalars(select(Snapshot)).one()
        assert (snapshot.markdown, snapshot.rules, snapshot.taken_at) == ("Cleaned better.", "2", THEN)


def test_one_page_of_two_sources_is_kept_once(sessions: Sessions, store: Store, add_source: AddSource) -> None:
    store(*(article(add_source(f"https://a.test/{n}")) for n in range(2)))

    assert (count(sessions, Page), count(sessions, Snapshot)) == (1, 2)


def test_a_plain_fetch_without_splash_never_replaces_a_rendering(
    sessions: Sessions, store: Store, source_id: int
) -> None:
    store(article(source_id))
    plain = article(
        source_id,
        text="A shell.",
        renderer=Renderer.HTTP,
        fallback=Fallback.SPLASH_AWAY,
        fetched_at=THEN + timedelta(days=1),
    )
    [stored] = store(plain)

    assert (stored.snapshot_id, stored.new_snapshot) == (None, False)
    with read_scope(sessions) as session:
        assert session.scalars(select(Snapshot.markdown)).all() == ["Text."]
        assert session.get_one(Source, source_id).fallback
    store(article(source_id, fetched_at=THEN + timedelta(days=2)))
    assert not load(sessions, source_id).fallback


def test_a_plain_fetch_without_splash_is_better_than_nothing(sessions: Sessions, store: Store, source_id: int) -> None:
    plain = {"renderer": Renderer.HTTP, "fallback": Fallback.SPLASH_AWAY}
    store(article(source_id, **plain))
    [stored] = store(article(source_id, text="Changed.", fetched_at=THEN + timedelta(days=1), **plain))

    assert stored.new_snapshot
    assert count(sessions, Snapshot) == 2


def test_a_plain_fetch_of_what_is_no_page_replaces_a_rendering(store: Store, source_id: int) -> None:
    store(article(source_id))
    pdf = {"content_type": "application/pdf", "renderer": Renderer.HTTP, "fallback": Fallback.NOT_RENDERED}
    [stored] = store(article(source_id, text="A PDF now.", fetched_at=THEN + timedelta(days=1), **pdf))

    assert stored.new_snapshot


def test_storing_again_changes_nothing(sessions: Sessions, store: Store, source_id: int, add_source: AddSource) -> None:
    other = add_source("https://a.test/2")
    items = [article(source_id), failure(other)]
    [first, _] = store(*items)
    [again, failed] = store(*items)

    assert again == Stored(source_id, first.snapshot_id, new_snapshot=False, cited=first.cited)
    assert (failed.snapshot_id, failed.new_snapshot) == (None, False)
    assert (count(sessions, Fetch), count(sessions, Snapshot), count(sessions, Page)) == (2, 1, 1)
    assert load(sessions, other).failures == 1


def test_one_batch_may_hold_one_source_twice(sessions: Sessions, store: Store, source_id: int) -> None:
    later = THEN + timedelta(minutes=1)
    [one, same, two] = store(article(source_id), article(source_id), article(source_id, text="Two.", fetched_at=later))

    assert (one.new_snapshot, same.new_snapshot, two.new_snapshot) == (True, False, True)
    assert one.snapshot_id == same.snapshot_id != two.snapshot_id
    assert (count(sessions, Fetch), count(sessions, Snapshot)) == (2, 2)


def test_each_item_comes_with_the_notes_that_cite_its_source_now(store: Store, add_source: AddSource) -> None:
    cited = add_source("https://a.test/1")
    left = add_source("https://a.test/2", closed=True)
    [first, second] = store(article(cited), failure(left))

    assert second.cited.notes == []
    assert first.cited.notes == [
        {
            "path": f"note-{cited}.md",
            "title": "A note",
            "line": 3,
            "label": "the source",
            "headings": ["A note", "Sources"],
            "marker": "출처:",
            "context": "출처: the source",
        }
    ]


def test_what_a_database_refuses_is_stored_without_it(sessions: Sessions, store: Store, source_id: int) -> None:
    item = article(
        source_id, title="T\x00\ud83d", body=b"page", headers={"x-\x00": "\ud83d"}, content_type="text/html\x00"
    )
    item.article.raw.update({"nul\x00": ["\x00", float("nan"), {"deep": "\udc00"}, THEN.date()]})
    store(item)

    with read_scope(sessions) as session:
        snapshot = session.scalars(select(Snapshot)).one()
        assert snapshot.title == "T\ufffd\ufffd"
        assert snapshot.raw == {"nul\ufffd": ["\ufffd", None, {"deep": "\ufffd"}, "2026-03-01"]}
        assert session.scalars(select(Fetch.headers)).one() == {"x-\ufffd": "\ufffd"}
    [again] = store(article(source_id, title="T\x00\ud83d", body=b"page", fetched_at=THEN + timedelta(days=1)))
    assert not again.new_snapshot


def test_a_batch_is_stored_as_a_whole_or_not_at_all(sessions: Sessions, store: Store, source_id: int) -> None:
    without_zone = (THEN + timedelta(days=1)).replace(tzinfo=None)
    bad = failure(source_id, fetched_at=without_zone)
    with pytest.raises(StoreError):
        store(article(source_id), bad)

    assert (count(sessions, Fetch), count(sessions, Snapshot), count(sessions, Page)) == (0, 0, 0)
    assert load(sessions, source_id).verdict is None


def test_a_crawl_is_recorded_from_its_start_to_its_end(sessions: Sessions, tmp_path: Path, now: datetime) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "link").symlink_to("notes")
    crawl_id = start_crawl(sessions, root=tmp_path / "link", now=now)
    with read_scope(sessions) as session:
        crawl = session.get_one(Crawl, crawl_id)
        assert (crawl.root, crawl.started_at, crawl.finished_at) == (str(tmp_path / "notes"), now, None)

    finish_crawl(sessions, crawl_id, outcome="finished", counts={"stored": 3}, now=now + timedelta(hours=1))

    with read_scope(sessions) as session:
        crawl = session.get_one(Crawl, crawl_id)
        assert (crawl.outcome, crawl.counts, crawl.finished_at) == ("finished", {"stored": 3}, now + timedelta(hours=1))


def unchanged(source_id: int, days: float, **fields: Any) -> UnchangedItem:
    values = {"http_status": 304, "renderer": Renderer.HTTP, "fetched_at": THEN + timedelta(days=days), **fields}
    return UnchangedItem(source_id=source_id, source_url=URL, url=URL, **values)


def test_what_was_found_unchanged_is_a_fetch_without_a_page(sessions: Sessions, store: Store, source_id: int) -> None:
    [first] = store(article(source_id))
    [again] = store(unchanged(source_id, 29))

    assert again == Stored(source_id, first.snapshot_id, new_snapshot=False, cited=first.cited)
    assert (count(sessions, Fetch), count(sessions, Page), count(sessions, Snapshot)) == (2, 1, 1)
    source = load(sessions, source_id)
    assert (source.verdict, source.fetched_at) == ("ok", THEN + timedelta(days=29))


def test_intervals_follow_how_often_a_source_changes(sessions: Sessions, store: Store, source_id: int) -> None:
    def days() -> float:
        return (load(sessions, source_id).interval or 0) / 86_400

    store(article(source_id))
    assert days() == 30
    store(unchanged(source_id, 29))
    assert days() == 45
    store(failure(source_id, fetched_at=THEN + timedelta(days=70)))
    assert days() == 45
    for day in (71, 90):
        store(article(source_id, text=f"Text of day {day}.", fetched_at=THEN + timedelta(days=day)))
    assert days() == 11.25


def test_only_what_the_newest_snapshot_rests_on_is_known_again(
    sessions: Sessions, store: Store, source_id: int
) -> None:
    def known() -> tuple[str | None, str | None]:
        source = load(sessions, source_id)
        return source.etag, source.body_hash

    store(article(source_id, validators=Validators('"1"', None, "one")))
    store(failure(source_id, fetched_at=THEN + timedelta(days=1), validators=Validators('"bad"', None, "bad")))
    assert known() == ('"1"', "one")
    store(unchanged(source_id, 2, validators=Validators('"2"', None, "one")))
    assert known() == ('"2"', "one")
    away = {"renderer": Renderer.HTTP, "fallback": Fallback.SPLASH_AWAY, "validators": Validators('"3"', None, "x")}
    store(article(source_id, text="A shell.", fetched_at=THEN + timedelta(days=3), **away))
    assert known() == ('"2"', "one")
    store(article(source_id, text="Rendered.", fetched_at=THEN + timedelta(days=4)))
    assert known() == (None, None)


def test_what_ticks_makes_no_snapshot(sessions: Sessions, store: Store, source_id: int) -> None:
    store(article(source_id, text="Text.\n\n조회 12 · 댓글 3"))
    [stored] = store(article(source_id, text="Text.\n\n조회 13 · 댓글 4", fetched_at=THEN + timedelta(days=1)))

    assert not stored.new_snapshot


def test_a_host_that_says_when_to_come_again_is_believed(sessions: Sessions, store: Store, source_id: int) -> None:
    store(failure(source_id, Verdict.BLOCKED, http_status=429, headers={"retry-after": "432000"}))

    assert load(sessions, source_id).due_at == THEN + timedelta(days=5)
