from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from crawler.extraction.metadata.dates import parse_date

KST = timezone(timedelta(hours=9))
NOW = datetime(2024, 3, 10, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2022-12-20T12:04:11+09:00", "2022-12-20T12:04:11+09:00"),
        ("2023-05-16T23:34:50.051Z", "2023-05-16T23:34:50.051000+00:00"),
        ("2021-06-03", "2021-06-03T00:00:00+09:00"),
        ("2022. 12. 20. 12:04", "2022-12-20T12:04:00+09:00"),
        ("2021년 3월 14일 오후 5:22", "2021-03-14T17:22:00+09:00"),
        ("2013-10-24 03:00:00", "2013-10-24T03:00:00+09:00"),
        ("Mar 14. 2021", "2021-03-14T00:00:00+09:00"),
        ("14 March 2021", "2021-03-14T00:00:00+09:00"),
        ("Sun, 14 Mar 2021 17:22:00 +0900", "2021-03-14T17:22:00+09:00"),
        ("3시간 전", "2024-03-10T09:00:00+09:00"),
        ("어제", "2024-03-09T12:00:00+09:00"),
        ("2 days ago", "2024-03-08T12:00:00+09:00"),
        ("vor 3 Stunden", "2024-03-10T09:00:00+09:00"),
        ("3時間前", "2024-03-10T09:00:00+09:00"),
        ("14. März 2021, 17:22 Uhr", "2021-03-14T17:22:00+09:00"),
        ("1er mars 2021 à 17h22", "2021-03-01T17:22:00+09:00"),
        ("14 de marzo de 2021", "2021-03-14T00:00:00+09:00"),
        ("14 марта 2021 в 17:22", "2021-03-14T17:22:00+09:00"),
        ("Maret 30, 2015", "2015-03-30T00:00:00+09:00"),
        ("2021年3月14日 下午5:22", "2021-03-14T17:22:00+09:00"),
        ("2021년 3월 14일 17시 22분", "2021-03-14T17:22:00+09:00"),
        ("14.03.2021", "2021-03-14T00:00:00+09:00"),
        ("20210314", "2021-03-14T00:00:00+09:00"),
        ("14 مارس 2021", "2021-03-14T00:00:00+09:00"),
        ("14 मार्च 2021, 17:22", "2021-03-14T17:22:00+09:00"),
        ("14 Μαρτίου 2021", "2021-03-14T00:00:00+09:00"),
        ("14 במרץ 2021", "2021-03-14T00:00:00+09:00"),
        ("14/03/2021", "2021-03-14T00:00:00+09:00"),
        ("Wed Nov 20 2019 08:00:58 GMT+0000", "2019-11-20T08:00:58+00:00"),
        ("10:01 pm PST, Tuesday, November 19, 2019", "2019-11-19T22:01:00-08:00"),
    ],
)
def test_a_date_is_read_as_it_is_meant(written: str, meant: str) -> None:
    found = parse_date(written, zone=KST, fetched_at=NOW)

    assert found is not None
    assert found.isoformat() == meant


@pytest.mark.parametrize(
    ("written", "language", "meant"),
    [
        ("21.03.14", "ko", "2021-03-14"),
        ("'21. 3. 14. 17:22", "ko", "2021-03-14"),
        ("21.03.14", "en", None),
        ("21.13.40", "ko", None),
        ("3/4/2021", "en", None),
        ("3/4/2021", None, None),
        ("3/4/2021", "fr", "2021-04-03"),
        ("3/14/2021", "en", "2021-03-14"),
    ],
)
def test_what_numbers_mean_depends_on_the_language(written: str, language: str | None, meant: str | None) -> None:
    found = parse_date(written, language=language)

    assert (found and found.date().isoformat()) == meant


@pytest.mark.parametrize("written", ["3개월 전", "2 years ago", "last month"])
def test_a_time_ago_that_does_not_say_the_day_is_none(written: str) -> None:
    assert parse_date(written, fetched_at=NOW) is None


@pytest.mark.parametrize(
    "written", ["", "soon", "20221220120411", "20211314", "12345678", "2022-13-40", "21.03.14", "© 2019", "3시간 전"]
)
def test_what_is_no_date_is_none(written: str) -> None:
    assert parse_date(written, zone=KST) is None
