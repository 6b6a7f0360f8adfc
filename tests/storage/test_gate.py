"""What the store does with a page that is unlike the article that it would replace."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from crawler.commands.accept import accept
from crawler.exceptions import JobError
from crawler.extraction.article import Article
from crawler.items import ArticleItem, Copy, FailureItem, Renderer, UnchangedItem, Validators
from crawler.storage import read_scope, session_scope, store_results
from crawler.storage.candidates import accept_candidate, held_back
from crawler.storage.export import stored_source
from crawler.storage.records import Candidate, Fetch, Snapshot, Source
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from crawler.storage import Sessions, Stored

    Come = Callable[..., Stored]

URL = "https://a.test/1"
THEN = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
POST = "Cron runs a job with a short search path, so name each program by its whole path or set the path first. " * 4
SHOP = "Our new collection of summer dresses has arrived: linen, cotton and silk, with free shipping this weekend. " * 4
CASINO = (
    "Spin the wheel and win at the best tables in town, with a welcome bonus for each new player who joins now. " * 4
)
KNOWN = Validators(etag='"1"', last_modified="Sun, 01 Mar 2026 12:00:00 GMT", body_hash="a")


def page(text: str, day: float = 0, title: str = "A title", **fields: Any) -> ArticleItem:
    described = {name: fields.pop(name) for name in list(fields) if name in Article.__slots__}
    values = {
        "source_url": URL,
        "url": URL,
        "final_url": URL,
        "http_status": 200,
        "fetched_at": THEN + timedelta(days=day),
        "renderer": Renderer.HTTP,
        "body": f"<title>{title}</title><p>{text}".encode(),
        "content_type": "text/html",
        "rules": "1",
        "validators": KNOWN,
        **fields,
    }
    known = {"canonical_url": URL, "published_at": THEN, "quality": 1.0}
    article = Article(**{"title": title, "text": text, "markdown": text, **known, **described})
    return ArticleItem(source_id=1, article=article, **values)


def shop(day: float, **fields: Any) -> ArticleItem:
    return page(SHOP, day, "Summer dresses", **fields)


def unchanged(day: float) -> UnchangedItem:
    return UnchangedItem.of_page(page(POST, day))


def gone(day: float) -> FailureItem:
    return FailureItem.of_page(page("", day, body=b""), Verdict.GONE, "HTTP 404")


@pytest.fixture
def come(sessions: Sessions, crawl_id: int, add_source: Callable[..., int]) -> Come:
    """Store that an item came; the source has an article already."""
    add_source(URL)

    def run(item: ArticleItem | FailureItem | UnchangedItem) -> Stored:
        with session_scope(sessions) as session:
            return store_results(session, crawl_id, [item])[0]

    run(page(POST))
    return run


@pytest.fixture
def source(sessions: Sessions) -> Callable[[], Source]:
    def read() -> Source:
        with read_scope(sessions) as session:
            return session.scalars(select(Source)).one()

    return read


@pytest.fixture
def candidate(sessions: Sessions) -> Callable[[], Candidate | None]:
    def read() -> Candidate | None:
        with read_scope(sessions) as session:
            return session.scalars(select(Candidate)).one_or_none()

    return read


def article_of(sessions: Sessions) -> str:
    with read_scope(sessions) as session:
        document = stored_source(session, URL)
        assert document
        return str(document["text"])


def test_a_page_that_is_unlike_the_article_is_held_back(sessions: Sessions, come: Come, candidate: Any) -> None:
    stored = come(shop(30))

    assert (stored.snapshot_id, stored.new_snapshot) == (None, False)
    assert stored.doubt
    assert article_of(sessions) == POST
    held = candidate()
    assert (held.title, held.markdown, held.days, held.first_seen_at) == (
        "Summer dresses",
        SHOP,
        1,
        THEN + timedelta(days=30),
    )
    with read_scope(sessions) as session:
        fetch = session.scalars(select(Fetch).order_by(Fetch.id.desc())).first()
        assert fetch
        assert (fetch.verdict, fetch.page_id) == (Verdict.DOUBTFUL, held.page_id)
        assert fetch.evidence["reason"] == (
            "another text than the kept article, under the title “Summer dresses”: 0% of its words came again"
        )


def test_what_a_doubtful_answer_is_known_by_is_not_remembered(come: Come, source: Any) -> None:
    come(shop(30, validators=Validators(etag='"2"', last_modified=None, body_hash="b")))

    assert (source().etag, source().body_hash) == ('"1"', "a")


def test_a_doubtful_source_is_due_after_one_two_and_four_days_and_then_as_usual(come: Come, source: Any) -> None:
    due = []
    for day in (30, 31, 33, 37, 67):
        come(shop(day, quality=0.5))
        due.append((source().due_at - source().fetched_at).days)

    assert due[:3] == [1, 2, 4]
    assert 23 <= due[3] <= 30
    assert 23 <= due[4] <= 30


def test_a_page_that_comes_for_a_week_becomes_the_article(
    sessions: Sessions, come: Come, source: Any, candidate: Any
) -> None:
    verdicts = []
    for day in (30, 31, 33, 37):
        come(shop(day, validators=Validators(etag=f'"{day}"')))
        verdicts.append(source().verdict)

    assert verdicts == ["doubtful"] * 3 + ["ok"]
    assert article_of(sessions) == SHOP
    assert candidate() is None
    assert source().etag == '"37"'


def test_repeats_within_a_day_confirm_nothing(sessions: Sessions, come: Come, candidate: Any) -> None:
    for hour in range(5):
        come(shop(30 + hour / 24))
    come(shop(38))

    assert article_of(sessions) == POST
    assert candidate().days == 2


def test_a_clock_that_is_set_back_adds_no_day(come: Come, candidate: Any) -> None:
    for day in (30, 29, 30.1):
        come(shop(day))

    assert (candidate().days, candidate().last_seen_at) == (1, THEN + timedelta(days=30.1))


def test_a_page_of_poor_quality_is_never_confirmed(sessions: Sessions, come: Come) -> None:
    for day in range(30, 60):
        come(shop(day, quality=0.59))

    assert article_of(sessions) == POST


def test_what_changes_a_little_from_day_to_day_is_one_candidate(sessions: Sessions, come: Come) -> None:
    for day in (30, 31, 33, 37):
        text = f"{SHOP} Now in stock since day {day}."
        come(page(text, day, "Summer dresses"))

    assert article_of(sessions).endswith("day 37.")


def test_another_candidate_restarts_the_count(sessions: Sessions, come: Come, candidate: Any) -> None:
    for day in (30, 31, 33):
        come(shop(day))
    come(page(CASINO, 37, "Spin and win"))
    come(shop(38))

    assert article_of(sessions) == POST
    held = candidate()
    assert (held.title, held.days, held.first_seen_at) == ("Summer dresses", 1, THEN + timedelta(days=38))


@pytest.mark.parametrize("again", [page(POST, 33), unchanged(33), page(f"{POST} One more word.", 33)])
def test_the_article_that_comes_again_discards_the_candidate(
    come: Come, candidate: Any, source: Any, again: ArticleItem | UnchangedItem
) -> None:
    come(shop(30))
    come(again)

    assert candidate() is None
    assert source().verdict == "ok"


def test_a_failure_in_between_leaves_the_candidate(sessions: Sessions, come: Come, candidate: Any) -> None:
    come(shop(30))
    come(gone(31))
    for day in (33, 37):
        come(shop(day))

    assert article_of(sessions) == SHOP


def test_a_doubtful_page_never_counts_towards_death(come: Come, source: Any) -> None:
    for day in (30, 34):
        come(gone(day))
    failing_since = source().failing_since
    for day in range(40, 120, 10):
        come(shop(day, quality=0.1))

    assert (source().failures, source().failing_since, source().dead_since) == (2, failing_since, None)


def test_a_later_version_by_its_own_date_replaces_the_article_at_once(sessions: Sessions, come: Come) -> None:
    come(page(SHOP, 30, modified_at=THEN + timedelta(days=20)))

    assert article_of(sessions) == SHOP


def test_the_same_without_a_later_date_is_held_back(sessions: Sessions, come: Come) -> None:
    come(page(SHOP, 30))

    assert article_of(sessions) == POST


def test_a_copy_from_an_archive_is_an_article_that_a_new_owner_does_not_replace(
    sessions: Sessions, crawl_id: int, add_source: Callable[..., int]
) -> None:
    add_source(URL)
    copy = Copy(address="https://archive.test/1", taken_at=THEN, verdict=Verdict.GONE)
    with session_scope(sessions) as session:
        store_results(session, crawl_id, [page(POST, copy=copy)])

    with session_scope(sessions) as session:
        [stored] = store_results(session, crawl_id, [shop(30)])

    assert stored.doubt
    assert article_of(sessions) == POST


def test_a_wall_that_an_older_release_took_for_an_article_holds_nothing_back(
    sessions: Sessions, crawl_id: int, add_source: Callable[..., int]
) -> None:
    add_source(URL)
    said = "Please enter the characters you see below. Sorry, we just need to make sure you're not a robot."
    wall = f"<title>Robot check</title><h1>Robot check</h1><p>{said}</p><form action=/captcha><input></form>".encode()
    with session_scope(sessions) as session:
        store_results(session, crawl_id, [page(said, title="Robot check", body=wall)])

    with session_scope(sessions) as session:
        [stored] = store_results(session, crawl_id, [page(POST, 30, "Cron")])

    assert stored.new_snapshot


def test_what_is_stored_again_is_doubtful_again(sessions: Sessions, come: Come, candidate: Any) -> None:
    first, again = come(shop(30)), come(shop(30))

    assert first.doubt == again.doubt
    assert candidate().fetches == 1


def test_a_candidate_that_is_accepted_is_the_article(
    sessions: Sessions, come: Come, source: Any, candidate: Any
) -> None:
    come(shop(30))
    now = THEN + timedelta(days=31)
    with session_scope(sessions) as session:
        held = held_back(session, URL)
        assert held
        accepted = accept_candidate(session, held, shop(30).article, "1", now)

    assert accepted
    assert (article_of(sessions), candidate()) == (SHOP, None)
    assert (source().verdict, source().etag) == ("ok", None)
    assert source().due_at > now + timedelta(days=20)
    with read_scope(sessions) as session:
        texts = [snapshot.text for snapshot in session.scalars(select(Snapshot).order_by(Snapshot.id))]
        assert texts == [POST, SHOP]


def test_what_came_after_a_candidate_stands_when_that_is_accepted(
    sessions: Sessions, come: Come, source: Any, candidate: Any
) -> None:
    come(shop(30))
    for day in (40, 45, 50):
        come(gone(day))
    dead = source()
    with session_scope(sessions) as session:
        held = held_back(session, URL)
        assert held
        assert accept_candidate(session, held, shop(30).article, "1", THEN + timedelta(days=51))

    assert (article_of(sessions), candidate()) == (SHOP, None)
    assert dead.dead_since
    assert (source().verdict, source().dead_since, source().due_at) == ("gone", dead.dead_since, dead.due_at)


def test_a_page_without_an_article_is_not_accepted(sessions: Sessions, come: Come, candidate: Any) -> None:
    come(shop(30, body=b"<body></body>"))  # these rules find less in it than those that the crawl had

    with pytest.raises(JobError, match="no article"):
        accept(sessions, URL, THEN)
    assert candidate()


def test_a_crawl_waits_for_a_candidate_that_is_being_accepted(
    sessions: Sessions, come: Come, candidate: Any, source: Any
) -> None:
    come(shop(30))
    with ThreadPoolExecutor() as pool, session_scope(sessions) as session:
        held = held_back(session, URL)
        assert held
        assert accept_candidate(session, held, shop(30).article, "1", THEN + timedelta(days=31))
        session.flush()
        coming = pool.submit(come, page(f"{SHOP} Now in stock.", 31, "Summer dresses"))
        wait([coming], timeout=0.3)  # it waits for this transaction; where the machine is busy, it comes after it
        session.commit()

    assert coming.result().new_snapshot
    assert (source().verdict, candidate()) == ("ok", None)


def test_a_candidate_that_was_replaced_meanwhile_is_not_accepted(sessions: Sessions, come: Come) -> None:
    come(shop(30))
    with read_scope(sessions) as session:
        held = held_back(session, URL)
    come(page(CASINO, 31, "Spin and win"))

    assert held
    with session_scope(sessions) as session:
        assert not accept_candidate(session, held, shop(30).article, "1", THEN)
    assert article_of(sessions) == POST
