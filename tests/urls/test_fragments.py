"""The part that a citation points at is no part of the page's address."""

from __future__ import annotations

import pytest

from crawler.urls import without_carried


@pytest.mark.parametrize(
    ("address", "asked", "page"),
    [
        ("https://b.test/cron#one", "https://a.test/cron#one", "https://b.test/cron"),
        ("https://b.test/cron#%EC%84%A4%EC%B9%98", "https://a.test/cron#설치", "https://b.test/cron"),
        ("https://b.test/cron#there", "https://a.test/cron#one", "https://b.test/cron#there"),
        ("https://b.test/cron#there", "https://a.test/cron", "https://b.test/cron#there"),
        ("https://b.test/#/cron", "https://a.test/#/cron", "https://b.test/#/cron"),
        ("https://b.test/sheet#gid=0", "https://b.test/sheet#gid=0", "https://b.test/sheet#gid=0"),
        ("https://b.test/cron", "https://a.test/cron#one", "https://b.test/cron"),
    ],
)
def test_only_what_was_carried_along_is_dropped(address: str, asked: str, page: str) -> None:
    assert without_carried(address, asked) == page
