"""What `feed_sources` says of each source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from crawler.exceptions import UsageError
from crawler.storage.export import SOURCE_FIELDS, count_sources, feed_sources, stored_page, stored_source
from tests.feeds.filled_store import BROKEN, DROPPED, GONE, KOREAN_NOTE, NEVER, PAPER, READ, ROOT

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def by_url(session: Session) -> dict[str, dict[str, Any]]:
    return {source["url"]: source for source in feed_sources(session)}


def test_every_source_is_there_in_the_order_in_which_it_was_first_cited(session: Session) -> None:
    urls = [source["url"] for source in feed_sources(session)]

    assert urls == [READ, PAPER, GONE, NEVER, DROPPED, BROKEN]
    assert count_sources(session) == 6


def test_a_source_has_its_last_fetch_its_newest_article_and_all_who_cite_it(session: Session) -> None:
    source = by_url(session)[READ]

    assert source == {
        "url": READ,
        "cited_urls": [READ, "https://goldsony.tistory.com/m/37"],
        "final_url": READ,
        "verdict": "ok",
        "http_status": 200,
        "title": "WAS 란? 🙂",
        "authors": ["골드소니"],
        "site_name": None,
        "language": "ko",
        "published_at": "2023-09-13T09:00:00+00:00",
        "modified_at": None,
        "fetched_at": "2026-03-02T09:00:00+00:00",
        "renderer": "splash",
        "platform": "tistory",
        "quality": 0.9,
        "quality_reasons": ["links"],
        "text": "글",
        "markdown": "글",
        "html": "<p>글</p>",
        "images": ["data:image/png;base64,AAAA", "https://goldsony.tistory.com/그림 1.png"],
        "content_hash": "12".rjust(64, "a"),
        "archived_from": None,
        "notes": [
            {
                "path": "til.md",
                "title": "TIL",
                "line": 19,
                "label": "WAS 란?",
                "headings": ["TIL", "WAS"],
                "marker": None,
                "context": "줄 19",
            },
            {
                "path": KOREAN_NOTE,
                "title": "비동기",
                "line": 3,
                "label": "골드소니 🙂",
                "headings": [],
                "marker": "출처:",
                "context": "줄 3",
            },
        ],
    }
    assert tuple(source) == SOURCE_FIELDS


def test_a_source_that_is_gone_keeps_its_article_under_the_verdict_of_today(session: Session) -> None:
    source = by_url(session)[GONE]

    assert (source["verdict"], source["http_status"], source["title"]) == ("gone", 404, "지워진 글")


def test_a_source_not_fetched_yet_has_neither_verdict_nor_article(session: Session) -> None:
    source = by_url(session)[NEVER]

    assert {name for name, value in source.items() if value} == {"url", "cited_urls", "notes"}


def test_a_source_that_no_note_cites_any_more_has_no_notes_and_the_spelling_that_was_fetched(session: Session) -> None:
    source = by_url(session)[DROPPED]

    assert (source["notes"], source["cited_urls"]) == ([], [DROPPED])


@pytest.mark.parametrize(
    "path",
    ["파이썬/비동기.md", KOREAN_NOTE, f"./{KOREAN_NOTE}", f"{ROOT}/파이썬/비동기.md", f"{ROOT}/x/../{KOREAN_NOTE}"],
)
def test_a_note_is_found_however_its_path_is_spelled(session: Session, path: str) -> None:
    urls = [source["url"] for source in feed_sources(session, note=path)]

    assert urls == [READ, PAPER]
    assert count_sources(session, note=path) == 2


def test_a_source_chosen_by_note_still_names_every_note(session: Session) -> None:
    (read, _) = feed_sources(session, note=KOREAN_NOTE)

    assert [tie["path"] for tie in read["notes"]] == ["til.md", KOREAN_NOTE]


@pytest.mark.parametrize("path", ["no.md", "gone.md", "il.md", "", "%"])
def test_an_unknown_note_is_named_at_once(session: Session, path: str) -> None:
    with pytest.raises(UsageError, match=r"^no note '.*' in the store: give its path"):
        feed_sources(session, note=path)


def test_one_source_is_found_by_its_canonical_url(session: Session) -> None:
    assert stored_source(session, GONE) == by_url(session)[GONE]
    assert stored_source(session, "https://unknown.kr") is None


def test_the_page_of_the_newest_snapshot_is_read_back(session: Session) -> None:
    page = stored_page(session, READ)

    assert page == (f"<p>{READ} 2</p>".encode(), "text/html", READ)
    assert stored_page(session, NEVER) is None
