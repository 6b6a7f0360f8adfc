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


UNKNOWN = frozenset(  # pages that no rule recognises; the gate before a stored article has to stop them
    {
        "blocked/en_bot_refusal_ai",
        "blocked/en_corporate_proxy_long",
        "blocked/en_legal_us_state_block",
        "parked/hosting_expired_fr",
        "parked/link_farm_en",
        "soft_404/ko_community_deleted_post",
        "soft_404/ko_wiki_missing",
        "soft_404/medium_410_en",
        "server_error/wording_25",
        "consent/pl_rodo_przejdz",
        "login/de_wiki_anmeldung",
        "login/en_vbulletin",
        "login/nl_besloten_blog",
        "parked/for_sale_links",
        "server_error/en_template_with_popular",
        "server_error/ko_java_egov",
        "server_error/other_django_debug",
        "soft_404/en_medium_like_removed",
        "soft_404/ko_forum_many_teasers",
        "soft_404/other_ru_stranica_udalena",
        "soft_404/pl_sklep_produkt",
        "soft_404/tr_ekside_yok",
        "soft_404/vi_bai_viet_khong_ton_tai",
    }
)
KNOWN = [page for page in SAVED + GOLDEN if page.name not in UNKNOWN]


@pytest.mark.parametrize("page", KNOWN, ids=lambda page: page.name)
def test_a_page_is_judged_to_be_what_it_is(page: SavedPage) -> None:
    assert page.judged == page.verdict


def test_few_pages_are_unknown_and_none_of_them_is_taken_for_something_else() -> None:
    unknown = [page for page in SAVED if page.name in UNKNOWN]

    assert len(unknown) == len(UNKNOWN)
    assert {page.judged for page in unknown} == {ARTICLE}


@pytest.mark.parametrize("page", [page for page in KNOWN if page.kind == "consent"], ids=lambda page: page.name)
def test_the_reason_of_a_consent_wall_says_so(page: SavedPage) -> None:
    assert page.judgement
    assert page.judgement.evidence["reason"].startswith("consent: ")


def test_there_are_enough_of_each() -> None:
    counts = Counter(page.kind for page in SAVED + GOLDEN)

    assert all(counts[kind] >= 50 for kind in ("soft_404", "parked", "login", "captcha", "blocked", "server_error"))
    assert counts[ARTICLE] >= 150


@pytest.mark.parametrize("page", [page for page in KNOWN if page.kind != ARTICLE], ids=lambda page: page.name)
def test_the_evidence_is_a_sentence_and_a_short_quote_and_never_the_page(page: SavedPage) -> None:
    assert page.judgement
    evidence = page.judgement.evidence

    assert len(evidence["reason"].split()) >= 3
    assert len(evidence.get("found", "")) <= QUOTE
    assert "<body" not in str(evidence)
