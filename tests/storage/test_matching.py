from __future__ import annotations

from datetime import UTC, datetime, timedelta

from crawler.storage.matching import HeldCitation, match_citations, match_readdressed
from crawler.storage.reading import FoundCitation

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def held(id_: int, url: str, line: int, closed_at: datetime | None = None) -> HeldCitation:
    return HeldCitation(id_, 1, closed_at, {"url": url, "as_written": url, "line": line})


def found(url: str, line: int) -> FoundCitation:
    return FoundCitation(url, "a.test", {"url": url, "as_written": url, "line": line})


def ids(matches: list[HeldCitation | None]) -> list[int | None]:
    return [match and match.id for match in matches]


def test_a_citation_that_moved_to_another_line_is_the_same() -> None:
    matches, left = match_citations([held(1, "a", 5), held(2, "b", 6)], [found("b", 1), found("a", 2)])

    assert ids(matches) == [2, 1]
    assert left == []


def test_what_is_not_there_any_more_is_left_and_what_is_new_has_no_match() -> None:
    matches, left = match_citations([held(1, "a", 1)], [found("b", 1)])

    assert ids(matches) == [None]
    assert ids(left) == [1]


def test_another_spelling_is_another_citation() -> None:
    written = FoundCitation("a", "a.test", {"url": "a", "as_written": "<a>", "line": 1})

    assert ids(match_citations([held(1, "a", 1)], [written])[0]) == [None]


def test_the_same_url_twice_is_matched_in_order_of_occurrence() -> None:
    matches, left = match_citations([held(2, "a", 9), held(1, "a", 3)], [found("a", 4), found("a", 10), found("a", 11)])

    assert ids(matches) == [1, 2, None]
    assert left == []


def test_an_open_one_is_matched_before_a_closed_one_and_the_last_closed_before_others() -> None:
    rows = [held(1, "a", 1, NOW - timedelta(days=9)), held(2, "a", 2, NOW), held(3, "a", 3)]

    assert ids(match_citations(rows, [found("a", 1), found("a", 2)])[0]) == [3, 2]


def test_an_open_citation_that_got_another_address_of_its_source_is_the_same() -> None:
    left = [held(1, "a", 1, NOW), held(2, "a", 2), held(3, "a", 3)]
    known = {"b": {1}, "c": {7}}

    matches = match_readdressed(left, [found("b", 2), found("c", 4), found("b", 3), found("b", 9)], known)

    assert ids(matches) == [2, None, 3, None]
    assert ids(left) == [1]
