from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from crawler.extraction.dates import parse_date

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
    ],
)
def test_a_date_is_read_as_it_is_meant(written: str, meant: str) -> None:
    found = parse_date(written, zone=KST, fetched_at=NOW)

    assert found is not None
    assert found.isoformat() == meant


@pytest.mark.parametrize("written", ["", "soon", "20221220120411", "2022-13-40", "21.03.14", "© 2019", "3시간 전"])
def test_what_is_no_date_is_none(written: str) -> None:
    assert parse_date(written, zone=KST) is None
