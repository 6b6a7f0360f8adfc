from __future__ import annotations

import pytest

from crawler.storage.sameness import Claim, Texts, evidence_of, overlap

LONG = " ".join(f"word{n}" for n in range(100))
OTHER = " ".join(f"else{n}" for n in range(100))
HERE, THERE = "https://a.test/1", "https://a.test/entry/one"


def shown(kind: str, key: str = THERE, **texts: str | None) -> bool:
    known = {"before": LONG, "now": LONG, "other": LONG, "other_key": None, **texts}
    return evidence_of(Claim(kind, HERE, key), Texts(**known)) is not None  # type: ignore[arg-type]


def test_on_one_host_a_permanent_redirect_is_enough() -> None:
    assert shown("redirect", before=None, other="Too short to compare.")
    assert shown("redirect", before="Short.", other="Too short to compare.")


def test_a_canonical_link_on_one_host_takes_the_other_pages_agreement() -> None:
    short = {"before": "Short.", "now": "Short.", "other": "Short."}

    assert shown("canonical", **short, other_key=THERE)
    assert shown("canonical", **short, other_key=HERE)
    assert not shown("canonical", **short)
    assert not shown("canonical", **short, other_key="https://a.test/third")


@pytest.mark.parametrize("kind", ["redirect", "canonical"])
def test_across_hosts_the_contents_must_agree(kind: str) -> None:
    moved = "https://b.test/one"

    assert shown(kind, moved)
    assert shown(kind, moved, other=f"{LONG} and a word")
    assert not shown(kind, moved, other=f"{LONG} {OTHER}", other_key=moved)
    assert not shown(kind, moved, before="Short.", other="Short.", other_key=moved)


@pytest.mark.parametrize("kind", ["redirect", "canonical"])
def test_what_had_another_content_before_is_no_other_source_now(kind: str) -> None:
    assert not shown(kind, before=OTHER, now=LONG, other_key=THERE)


@pytest.mark.parametrize("key", ["https://a.test", "https://a.test/", "https://b.test", "https://a.test/posts"])
def test_nothing_is_one_with_a_front_page_or_the_folder_that_it_lies_in(key: str) -> None:
    claim = Claim("redirect", "https://a.test/posts/1", key)

    assert evidence_of(claim, Texts(before=LONG, now=LONG, other=LONG, other_key=key)) is None


def test_a_page_chosen_by_a_query_is_no_front_page() -> None:
    assert shown("redirect", "https://a.test/?p=12")


def test_overlap_is_a_share_of_runs_of_words() -> None:
    assert overlap(LONG, LONG.upper()) == 1
    assert overlap(LONG, OTHER) == 0
    assert overlap(LONG, "Short.") is None
