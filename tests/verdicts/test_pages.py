"""Saved pages are judged to be what they are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from crawler.extraction.judging.judgement import QUOTE
from tests.verdicts.saved import ARTICLE, golden_pages, saved_pages

if TYPE_CHECKING:
    from tests.verdicts.saved import SavedPage

SAVED, GOLDEN = saved_pages(), golden_pages()


@pytest.mark.parametrize("page", SAVED + GOLDEN, ids=lambda page: page.name)
def test_a_page_is_judged_to_be_what_it_is(page: SavedPage) -> None:
    assert page.judged == page.kind


def test_there_are_enough_of_each() -> None:
    counts = Counter(page.kind for page in SAVED + GOLDEN)

    assert all(counts[kind] >= 50 for kind in ("soft_404", "parked", "login", "captcha", "blocked"))
    assert counts[ARTICLE] >= 150


@pytest.mark.parametrize("page", [page for page in SAVED if page.kind != ARTICLE], ids=lambda page: page.name)
def test_the_evidence_is_a_sentence_and_a_short_quote_and_never_the_page(page: SavedPage) -> None:
    assert page.judgement
    evidence = page.judgement.evidence

    assert len(evidence["reason"].split()) >= 3
    assert len(evidence.get("found", "")) <= QUOTE
    assert "<body" not in str(evidence)
