from __future__ import annotations

import pytest

from crawler.extraction import extract
from crawler.extraction.metadata.author_names import Site, people

SITE = Site(names=frozenset({"cnn", "clevelandcom"}), organisations=frozenset({"cnn"}))


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ada Byron and Alan Turing", ["Ada Byron", "Alan Turing"]),
        ("ADA BYRON and ALAN TURING, Associated Press", ["ADA BYRON", "ALAN TURING"]),
        ("Ada Byron, Alan Turing & Kurt Gödel", ["Ada Byron", "Alan Turing", "Kurt Gödel"]),
        ("Jill Disis, CNN Business", ["Jill Disis"]),
        ("Troy L. Smith, Cleveland.com", ["Troy L. Smith"]),
        ("Posted by: Ada Byron | Monday", ["Ada Byron"]),
        ("Ada Byron, PhD", ["Ada Byron"]),
        ("Smith, John", ["Smith, John"]),
        ("홍길동 기자 gildong@paper.kr", ["홍길동"]),
        ("홍길동, 김철수 기자", ["홍길동", "김철수"]),
        ("글쓴이 : 새벽반", ["새벽반"]),
        ("von Jane Doe", ["Jane Doe"]),
        ("Par Anne Petit", ["Anne Petit"]),
        ("Von Kármán", ["Von Kármán"]),
        ("By Ada Byron, Transport Correspondent", ["Ada Byron"]),
        ("Ada Byron (ada@example.org)", ["Ada Byron"]),
        ("https://www.facebook.com/ada", []),
        ("admin", []),
        ("관리자", []),
        ("CNN", []),
        ("2 min read", []),
        ("Ada is a writer who lives in London with her cats", []),
        ("rmb8090", ["rmb8090"]),
    ],
)
def test_a_byline_is_read_as_names(byline: str, names: list[str]) -> None:
    assert people([byline], SITE) == names


def test_an_address_as_author_gives_way_to_the_next_that_names_someone() -> None:
    page = (
        '<meta property="article:author" content="https://facebook.com/ada"><h1>Cron</h1>'
        '<p class="byline">By <a href="/ada">Ada Byron</a><br>Monday</p><p>Text</p>'
    )

    assert extract(page, "https://a.test/1").authors == ["Ada Byron"]


@pytest.mark.parametrize("name", ["author vcard", "autor", "post-auteur", "reporter", "journalist-name"])
def test_a_byline_is_known_by_its_class(name: str) -> None:
    page = f'<h1>Cron</h1><p class="meta"><span class="{name}"><a class="url fn">ada_b</a></span></p><p>Text</p>'

    assert extract(page, "https://a.test/1").authors == ["ada_b"]


def test_who_wrote_a_comment_or_a_teaser_is_not_the_author() -> None:
    page = (
        '<h1>Cron</h1><p>Text</p><div class="comment"><b class="author">Visitor</b></div>'
        '<div class="related-posts"><span class="author">Someone</span></div><aside><b class="author">Me</b></aside>'
    )

    assert extract(page, "https://a.test/1").authors == []


def test_the_bylines_of_a_listing_are_no_authors() -> None:
    page = "".join(f'<h2>Post {n}</h2><b class="author">Writer {chr(65 + n)}</b>' for n in range(6))

    assert extract(page, "https://a.test/1").authors == []


def test_the_author_that_a_newspaper_names_for_its_advertisers_counts() -> None:
    page = '<head><meta property="dable:author" content="홍길동"></head><body><p>본문</p></body>'

    assert extract(page, "https://news.example/1").authors == ["홍길동"]
