from __future__ import annotations

from datetime import UTC, datetime

from crawler.extraction import extract
from crawler.extraction.metadata.trusted_date import read_dates

NOW = datetime(2024, 3, 10, tzinfo=UTC)


def test_the_first_that_can_be_read_counts() -> None:
    assert read_dates(["soon", "2021-03-14T17:22Z", "2020-01-01T00:01Z"])[0] == "2021-03-14T17:22Z"


def test_a_bare_day_gives_way_to_a_time_of_that_day() -> None:
    assert read_dates(["2021-03-14", "2021-03-14T17:22Z"])[0] == "2021-03-14T17:22Z"
    assert read_dates(["2021-03-14", "2021-05-01T17:22Z"])[0] == "2021-03-14"


def test_a_time_after_the_fetch_has_not_happened() -> None:
    assert read_dates(["2030-01-01", "2024-03-01"], fetched_at=NOW)[0] == "2024-03-01"
    assert read_dates(["2030-01-01"], fetched_at=NOW) == ("2030-01-01", None)


def test_a_clock_may_be_a_day_ahead() -> None:
    assert read_dates(["2024-03-10T20:00Z"], fetched_at=NOW)[1] is not None


def test_a_change_before_publishing_is_none_and_stays_as_written() -> None:
    page = (
        '<meta property="article:published_time" content="2024-03-02T00:00Z">'
        '<meta property="article:modified_time" content="2024-03-01T00:00Z"><p>Text</p>'
    )

    article = extract(page, "https://a.test/1")

    assert (article.modified_at, article.raw["modified_at"]) == (None, "2024-03-01T00:00Z")
