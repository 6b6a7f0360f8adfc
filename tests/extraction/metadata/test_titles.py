from __future__ import annotations

import pytest

from crawler.extraction import extract
from crawler.extraction.metadata.titles import best_title, without_site

SITES = frozenset({"새벽노트", "entermedia"})


@pytest.mark.parametrize(
    ("title", "heads", "freed"),
    [
        ("cron이 조용할 때 | 새벽 노트", [], "cron이 조용할 때"),
        ("새벽 노트 :: cron이 조용할 때", [], "cron이 조용할 때"),
        ("A - B - Entermedia", [], "A - B"),
        ("The Review: A bigger role for a rocket", ["A bigger role for a rocket"], "A bigger role for a rocket"),
        ("Take C.A.R.E. - the fair", ["Take C.A.R.E. - the fair"], "Take C.A.R.E. - the fair"),
        ("Go: The Good Parts", ["Go: The Good Parts", "The Good Parts"], "Go: The Good Parts"),
        ("Go: a tour", [], "Go: a tour"),
        ("C++ - what is it", [], "C++ - what is it"),
    ],
)
def test_the_sites_name_goes_and_nothing_else(title: str, heads: list[str], freed: str) -> None:
    assert without_site(title, SITES, heads) == freed


def test_a_title_that_is_only_the_sites_name_gives_way() -> None:
    assert best_title(["새벽 노트", "cron - 새벽 노트"], SITES, []) == "cron"
    assert best_title(["새벽 노트"], SITES, ["새벽노트", "cron"]) == "cron"
    assert best_title(["새벽 노트"], SITES, []) == "새벽 노트"


def test_a_site_is_known_by_its_host() -> None:
    page = "<title>악녀의 덫 - Entermedia</title><h1><img src=logo.png></h1><p>글</p>"

    assert extract(page, "http://www.entermedia.co.kr/1").title == "악녀의 덫"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("https://a.test/", None),
        ("/post/1", "https://a.test/post/1"),
        ("http://localhost:4000/post/1", None),
        ("https://elsewhere.test/", "https://elsewhere.test/"),
        ("http://[", None),
    ],
)
def test_a_canonical_address_that_every_page_of_a_template_has_is_not_believed(said: str, kept: str | None) -> None:
    article = extract(f'<link rel="canonical" href="{said}"><p>Text</p>', "https://a.test/post/1")

    assert article.canonical_url == kept


def test_a_heading_that_announces_another_page_is_no_title() -> None:
    heads = (
        "<h1><a href='/'>Night notes</a></h1><h2><a href='/12'>How cron fails</a></h2><h2><a href='/11'>nginx</a></h2>"
    )
    page = f"<html><head><title>Night notes</title></head><body>{heads}<h2>All posts</h2></body></html>"

    assert extract(page, "https://nightnotes.example/").title == "All posts"
    assert extract(page.replace("<h2>All posts</h2>", ""), "https://nightnotes.example/").title == "Night notes"
