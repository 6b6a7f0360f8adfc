"""What happened to a source in a crawl."""

from __future__ import annotations

from typing import Any

import pytest

from crawler.storage.happenings import Seen, happenings
from crawler.verdict import Verdict

A, B = "https://a.kr/1", "https://b.kr/1"
NOTHING = {"address": A, "address_before": A, "died": False, "rescued": False, "merged": False}


def happened(
    verdict: str, before: str | None, *, had_article: bool = False, has_snapshot: bool = False, **fields: Any
) -> list[str]:
    known = Verdict(before) if before else None
    stated = NOTHING | fields | {"had_article": had_article, "has_snapshot": has_snapshot}
    return [str(each) for each in happenings(Seen(verdict=Verdict(verdict), before=known, **stated))]


@pytest.mark.parametrize(
    ("verdict", "before", "article", "expected"),
    [
        ("ok", None, "first", ["new"]),
        ("ok", "ok", "same", []),
        ("ok", "ok", "another", ["changed"]),
        ("ok", "gone", "same", ["back"]),
        ("ok", "timeout", "another", ["back", "changed"]),
        ("ok", "gone", "first", ["back", "new"]),
        ("ok", None, "none", ["wordless"]),
        ("ok", "ok", "none", []),
        ("ok", "gone", "none", ["back", "wordless"]),
        ("gone", None, "none", ["failed"]),
        ("gone", "ok", "same", ["failed"]),
        ("gone", "server_error", "same", []),
        ("gone", "blocked", "same", ["failed"]),
        ("blocked", "ok", "same", ["blocked"]),
        ("captcha", "gone", "same", ["blocked"]),
        ("robots", None, "none", ["blocked"]),
        ("blocked", "captcha", "same", []),
        ("offline", "ok", "same", []),
        ("offline", None, "none", []),
    ],
)
def test_a_fetch_is_held_against_the_one_before(
    verdict: str, before: str | None, article: str, expected: list[str]
) -> None:
    had, has = {"first": (False, True), "same": (True, False), "another": (True, True), "none": (False, False)}[article]

    assert happened(verdict, before, had_article=had, has_snapshot=has) == expected


def test_it_moves_when_it_leads_to_an_address_that_it_did_not_lead_to() -> None:
    assert happened("moved", "ok", address=B, had_article=True) == ["moved"]
    assert happened("moved", None, address=B, has_snapshot=True, address_before=None) == ["moved", "new"]
    assert happened("moved", "moved", address=B, address_before=A, had_article=True) == ["moved"]
    assert happened("moved", "moved", address=B, address_before=B, had_article=True) == []


def test_death_is_no_mere_failure_and_a_rescue_stands_beside_it() -> None:
    assert happened("gone", "gone", died=True, had_article=True) == ["died"]
    assert happened("gone", "ok", died=True, rescued=True, had_article=True) == ["died", "rescued"]


def test_a_merge_is_told() -> None:
    assert happened("moved", "ok", merged=True, address=B, had_article=True) == ["moved", "merged"]
