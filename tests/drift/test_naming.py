"""Which titles name one article."""

from __future__ import annotations

import pytest

from crawler.drift.naming import named_alike


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Locks in PostgreSQL", "Locks in PostgreSQL"),
        ("Locks in PostgreSQL", "LOCKS IN PostgreSQL (2026)"),
        ("Locks in PostgreSQL", "Locks in PostgreSQL | The Evening Notes"),
        ("Locks in PostgreSQL - Old Blog", "Locks in PostgreSQL | New Home"),
        ("Locks in PostgreSQL - Databases - The Evening Notes", "Locks of PostgreSQL - The Evening Notes"),
        ("The Evening Notes", "Locks in PostgreSQL - The Evening Notes"),
        ("한빛 블로그", "한빛 블로그"),
        (None, None),
        (" | ", ""),
    ],
)
def test_a_title_may_be_edited_and_get_the_name_of_a_site(old: str | None, new: str | None) -> None:
    assert named_alike(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Locks in PostgreSQL", "Summer dresses"),
        ("Locks - The Evening Notes of Ann", "Dresses - The Evening Notes of Ann"),
        ("Locks · Databases · The Evening Notes", "Dresses · The Evening Notes"),
        ("Locks in PostgreSQL — The Evening Notes", "The Evening Notes"),
        ("잠금 이해하기 | 한빛 블로그", "한빛 블로그"),
        ("Locks in PostgreSQL", None),
        (None, "Locks in PostgreSQL"),
    ],
)
def test_the_name_of_a_site_alone_names_no_article(old: str | None, new: str | None) -> None:
    assert not named_alike(old, new)
