from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from crawler.extraction.article import Article
from crawler.items import ArticleItem, Renderer
from crawler.platforms import platform_of
from crawler.storage import read_scope, session_scope, store_results
from crawler.storage.recleaning import CHUNK, count_snapshots, replace_articles, stored_snapshots
from crawler.storage.records import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable

    from crawler.storage import Sessions

    AddSource = Callable[..., int]
    Add = Callable[..., int]

THEN = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)


@pytest.fixture
def add(sessions: Sessions, crawl_id: int, add_source: AddSource) -> Add:
    """Return what stores an article that rules "1" made, and returns its snapshot's id."""

    def run(url: str, *, rules: str = "1", **fields: Any) -> int:
        item = ArticleItem(
            source_id=add_source(url),
            source_url=url,
            url=url,
            final_url=f"{url}/final",
            fetched_at=THEN,
            renderer=Renderer.SPLASH,
            body=f"<p>{url}".encode(),
            content_type="text/html",
            article=Article(title="Title", text="Text.", markdown="Text.", **fields),
            rules=rules,
        )
        with session_scope(sessions) as session:
            return store_results(session, crawl_id, [item])[0].snapshot_id or 0

    return run


def urls(sessions: Sessions, not_by: str | None = "2", platform: str | None = None) -> list[str]:
    chosen: dict[str, Any] = {"not_by": not_by, "platform": platform_of(platform) if platform else None}
    found = [snapshot.source_url for snapshot in stored_snapshots(sessions, **chosen)]
    assert count_snapshots(sessions, **chosen) == len(found)
    return found


def test_what_other_rules_made_is_given_with_its_page(sessions: Sessions, add: Add) -> None:
    id_ = add("https://a.test/1")
    add("https://a.test/2", rules="2")

    assert list(stored_snapshots(sessions, not_by="2", platform=None)) == [
        (id_, "https://a.test/1", "https://a.test/1/final", THEN, "text/html", b"<p>https://a.test/1")
    ]
    assert urls(sessions, not_by=None) == ["https://a.test/1", "https://a.test/2"]


def test_more_than_are_loaded_at_once_are_given_once_each(sessions: Sessions, add: Add) -> None:
    stored = [f"https://a.test/{number}" for number in range(2 * CHUNK + 1)]
    for url in stored:
        add(url)

    assert urls(sessions) == stored


def test_a_platform_is_its_hosts_and_what_was_known_as_it(sessions: Sessions, add: Add) -> None:
    add("https://a.tistory.com/1")
    add("https://own.domain/2", platform="tistory")
    add("https://nottistory.com/3")
    add("https://a.test/4", platform="velog")

    assert urls(sessions, platform="tistory.com") == ["https://a.tistory.com/1", "https://own.domain/2"]


def test_the_article_is_replaced_inside_its_snapshot(sessions: Sessions, add: Add) -> None:
    id_ = add("https://a.test/1", quality=0.5)
    new = Article(title="Title", text="A new text.", markdown="A new text.", quality=0.75, platform="velog")
    [remade] = replace_articles(sessions, {id_: new}, "2")

    assert remade == ("https://a.test/1", "velog", ("markdown", "platform", "quality", "text"), (5, 11), (0.5, 0.75))
    with read_scope(sessions) as session:
        snapshot = session.get_one(Snapshot, id_)
        assert (snapshot.rules, snapshot.text, snapshot.taken_at) == ("2", "A new text.", THEN)
        assert snapshot.final_url == "https://a.test/1/final"
    assert urls(sessions) == []


def test_an_article_that_comes_out_the_same_has_changed_in_nothing(sessions: Sessions, add: Add) -> None:
    id_ = add("https://a.test/1")
    [remade] = replace_articles(sessions, {id_: Article(title="Title", text="Text.", markdown="Text.")}, "2")

    assert remade.fields == ()
    assert urls(sessions) == []
