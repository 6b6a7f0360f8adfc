from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from crawler.exceptions import UsageError
from crawler.extraction.article import Article
from crawler.items import ArticleItem, Renderer
from crawler.storage import due_source_ids, finish_crawl, read_scope, session_scope, start_crawl, store_results
from crawler.storage.drift import drift_of, drifting_sources
from crawler.storage.export import count_sources, feed_articles, feed_sources, stored_source
from crawler.storage.merges import merge, standing_merges, undo_merges
from crawler.storage.merging import merge_fetched
from crawler.storage.status import store_status

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from crawler.storage import Sessions

    AddSource = Callable[..., int]
    Crawl = Callable[..., int]

LONG = " ".join(f"word{n}" for n in range(100))
OLD, NEW, THIRD = "https://a.test/37", "https://a.test/entry/cron", "https://a.test/third"


def page(source_id: int, url: str, **fields: object) -> ArticleItem:
    """Return a source's page; `to`: where a permanent redirect led, `canonical`: what it calls itself."""
    to, canonical, text = (
        fields.get(name, value) for name, value in (("to", url), ("canonical", None), ("text", LONG))
    )
    return ArticleItem(
        source_id=source_id,
        source_url=url,
        url=url,
        final_url=str(to),
        moved=to != url,
        fetched_at=fields["at"],  # type: ignore[arg-type]
        renderer=Renderer.HTTP,
        body=f"{url} {text}".encode(),
        rules="1",
        article=Article(title="T", text=str(text), markdown=str(text), canonical_url=canonical),  # type: ignore[arg-type]
    )


@pytest.fixture
def crawl(sessions: Sessions, now: datetime) -> Crawl:
    """Return what stores pages in a crawl of their own, and says how many sources were merged after it."""

    def run(*pages: Callable[[datetime], ArticleItem], day: int = 0) -> int:
        at = now + timedelta(days=day)
        crawl_id = start_crawl(sessions, root=Path("/notes"), now=at)
        with session_scope(sessions) as session:
            store_results(session, crawl_id, [each(at) for each in pages])
        finish_crawl(sessions, crawl_id, outcome="finished", counts={}, now=at)
        return merge_fetched(sessions, crawl_id, now=at)

    return run


def due(sessions: Sessions, now: datetime) -> list[int]:
    with read_scope(sessions) as session:
        return list(due_source_ids(session, root=Path("/notes"), now=now, refresh="all", splash=False))


@pytest.fixture
def pair(add_source: AddSource) -> tuple[int, int]:
    return add_source(OLD), add_source(NEW)


def merged_pair(crawl: Crawl, pair: tuple[int, int], day: int = 0) -> int:
    old, new = pair
    return crawl(
        lambda at: page(old, OLD, at=at, canonical=NEW), lambda at: page(new, NEW, at=at, canonical=NEW), day=day
    )


def test_two_addresses_of_one_page_are_one_source_from_then_on(
    sessions: Sessions, crawl: Crawl, pair: tuple[int, int], now: datetime
) -> None:
    assert merged_pair(crawl, pair) == 1

    assert due(sessions, now) == [pair[1]]
    with read_scope(sessions) as session:
        [document] = feed_sources(session)
        assert [each["url"] for each in feed_articles(session)] == [NEW]
        assert (document["url"], document["cited_urls"]) == (NEW, [NEW, OLD])
        assert [tie["path"] for tie in document["notes"]] == [f"note-{pair[0]}.md", f"note-{pair[1]}.md"]
        assert stored_source(session, OLD) == document
        assert count_sources(session) == 1
        assert [each["url"] for each in feed_sources(session, note=f"note-{pair[0]}.md")] == [NEW]
        status = store_status(session)
        assert (status["sources"], status["merged"], status["verdicts"]) == (1, 1, {"ok": 1})
        drift = drift_of(session, OLD)
        assert drift is not None
        assert drift.url == NEW
        assert sum(len(citations) for _, citations in drift.cited) == 2


def test_a_source_that_only_an_absorbed_address_cites_is_still_fetched(
    sessions: Sessions, add_source: AddSource, crawl: Crawl, now: datetime
) -> None:
    pair = add_source(OLD), add_source(NEW, closed=True)
    assert merged_pair(crawl, pair) == 1

    assert due(sessions, now) == [pair[1]]


def test_a_permanent_redirect_on_one_host_merges_and_one_to_another_content_does_not(
    crawl: Crawl, pair: tuple[int, int], add_source: AddSource
) -> None:
    old, new = pair
    third = add_source(THIRD)
    crawl(lambda at: page(third, THIRD, at=at, text="another " + LONG[::-1]))

    assert (
        crawl(
            lambda at: page(old, OLD, at=at, to=NEW),
            lambda at: page(new, NEW, at=at),
            lambda at: page(third, THIRD, at=at, to=NEW),
            day=1,
        )
        == 1
    )


def test_an_undone_merge_parts_them_and_is_not_made_again(
    sessions: Sessions, crawl: Crawl, pair: tuple[int, int], now: datetime
) -> None:
    merged_pair(crawl, pair)
    with session_scope(sessions) as session:
        assert undo_merges(session, OLD, now) == [OLD]

    assert merged_pair(crawl, pair, day=1) == 0
    assert sorted(due(sessions, now)) == sorted(pair)
    with read_scope(sessions) as session:
        assert {each["url"]: each["cited_urls"] for each in feed_sources(session)} == {OLD: [OLD], NEW: [NEW]}
        assert list(standing_merges(session)) == []


def test_what_cites_an_absorbed_address_goes_back_to_what_that_one_was(
    sessions: Sessions, crawl: Crawl, pair: tuple[int, int]
) -> None:
    old, new = pair
    crawl(lambda at: page(old, OLD, at=at, text=f"{LONG} as it was cited"))
    with read_scope(sessions) as session:
        assert list(drifting_sources(session)) == []

    assert crawl(lambda at: page(old, OLD, at=at, to=NEW), lambda at: page(new, NEW, at=at), day=300) == 1

    with read_scope(sessions) as session:
        [drift] = drifting_sources(session)
        [(version, citations)] = drift.cited
        assert (drift.url, drift.now.text, version.text) == (NEW, LONG, f"{LONG} as it was cited")
        assert [seen.path for seen in citations] == [f"note-{old}.md", f"note-{new}.md"]


def test_two_addresses_fetched_in_one_crawl_are_no_two_versions(
    sessions: Sessions, crawl: Crawl, pair: tuple[int, int]
) -> None:
    old, new = pair
    merged = crawl(
        lambda at: page(old, OLD, at=at, canonical=NEW, text=f"{LONG} on a telephone"),
        lambda at: page(new, NEW, at=at + timedelta(minutes=9), canonical=NEW),
    )

    assert merged == 1
    with read_scope(sessions) as session:
        assert list(drifting_sources(session)) == []


def test_what_is_not_merged_cannot_be_undone(sessions: Sessions, pair: tuple[int, int], now: datetime) -> None:
    with session_scope(sessions) as session, pytest.raises(UsageError, match="merged with no other source"):
        undo_merges(session, OLD, now)


def test_there_are_no_chains_and_no_circles(
    sessions: Sessions, add_source: AddSource, pair: tuple[int, int], now: datetime
) -> None:
    old, new = pair
    third, fourth = add_source(THIRD), add_source("https://a.test/fourth")
    why = {"kind": "redirect"}
    with session_scope(sessions) as session:
        merge(session, old, new, why, now)
        made = merge(session, new, third, why, now)
        assert made is not None
        assert (made.source_id, made.into_id) == (third, new)  # the one that stands for others goes on standing
        assert merge(session, fourth, new, why, now) is not None
        heads = {each.into for each in standing_merges(session)}

    assert heads == {NEW}
    assert due(sessions, now) == [new]


def test_two_that_both_stand_for_others_stay_two(
    sessions: Sessions, add_source: AddSource, pair: tuple[int, int], now: datetime
) -> None:
    old, new = pair
    third, fourth = add_source(THIRD), add_source("https://a.test/fourth")
    with session_scope(sessions) as session:
        merge(session, old, new, {"kind": "redirect"}, now)
        merge(session, third, fourth, {"kind": "redirect"}, now)

        assert merge(session, new, fourth, {"kind": "redirect"}, now) is None


def test_two_pages_that_each_call_the_other_canonical_are_merged_once(crawl: Crawl, pair: tuple[int, int]) -> None:
    old, new = pair

    assert crawl(lambda at: page(old, OLD, at=at, canonical=NEW), lambda at: page(new, NEW, at=at, canonical=OLD)) == 1
