"""Dates that generic pages show under a label."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawler.extraction import extract

URL = "https://e.example/page"
ENGLISH = (
    "<p>" + "This is what the page is about, and it is long enough to be taken for the content of it. " * 8 + "</p>"
)
KOREAN = "<p>" + "이것은 이 글의 본문이며 무엇에 관한 글인지 알 수 있을 만큼 충분히 길게 쓴 문장이다. " * 8 + "</p>"


def dates_of(line: str, content: str = ENGLISH) -> tuple[str | None, str | None]:
    page = f"<title>A title</title><body><article><h1>A title</h1>{line}{content}</article>"
    article = extract(page, URL)
    return tuple(time.isoformat() if time else None for time in (article.published_at, article.modified_at))


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("<p>기사입력 2020.05.08. 오전 9:12</p>", "2020-05-08T09:12:00+09:00", None),
        ("<p>작성일 : 2021-03-14 17:22</p>", "2021-03-14T17:22:00+09:00", None),
        ("<dl><dt>등록일</dt><dd>2021년 3월 14일 오후 5:22</dd></dl>", "2021-03-14T17:22:00+09:00", None),
        (
            "<div>홍길동 기자 <span>입력 2021.03.14 17:22</span> <span>수정 2021.03.15 08:00</span></div>",
            "2021-03-14T17:22:00+09:00",
            "2021-03-15T08:00:00+09:00",
        ),
        ("<p>마지막 편집일시 : 2016년 10월 8일 10:47 오후</p>", None, "2016-10-08T22:47:00+09:00"),
        ("<p>Posted on 2021-03-14 17:22 UTC</p>", "2021-03-14T17:22:00+00:00", None),
    ],
)
def test_a_labelled_date_of_a_korean_page_is_in_korean_time(
    line: str, published: str | None, modified: str | None
) -> None:
    assert dates_of(line, KOREAN) == (published, modified)


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("<p>Posted on Mar 14, 2021</p>", "2021-03-14T00:00", None),
        ("<div>By Jane | <i>Published:</i> <time>Sunday, March 14, 2021</time></div>", "2021-03-14T00:00", None),
        ("<p>Veröffentlicht am 14. März 2021</p>", "2021-03-14T00:00", None),
        ("<p>Publié le 14 mars 2021 à 17h22</p>", "2021-03-14T17:22", None),
        ("<p>Last updated: 2023-02-01</p>", None, "2023-02-01T00:00"),
        ("<p>Published 14 March 2021 · Updated 1 February 2023</p>", "2021-03-14T00:00", "2023-02-01T00:00"),
        ("<p>작성일 : 2021-03-14 17:22</p>", "2021-03-14T17:22", None),
    ],
)
def test_a_labelled_date_of_another_page_is_in_utc(line: str, published: str | None, modified: str | None) -> None:
    assert dates_of(line) == tuple(time and f"{time}:00+00:00" for time in (published, modified))


@pytest.mark.parametrize(
    ("line", "content", "published"),
    [
        (
            '<div class="post-meta">By Jane on Monday, March 14th, 2021 at 5:22 p.m.</div>',
            ENGLISH,
            "2021-03-14T17:22:00+00:00",
        ),
        (
            '<div class="info"><span class="num_date">2021. 3. 14. 17:22</span></div>',
            KOREAN,
            "2021-03-14T17:22:00+09:00",
        ),
        ('<p class="date">21.03.14</p>', KOREAN, "2021-03-14T00:00:00+09:00"),
        ('<p class="date">21.03.14</p>', ENGLISH, None),
        ('<p class="meta">2021-03-14 to 2021-03-20</p>', ENGLISH, None),
        ('<p class="comment-meta">March 14, 2021</p>', ENGLISH, None),
        ("<p>March 14, 2021</p>", ENGLISH, None),
    ],
)
def test_a_date_without_a_label_counts_where_its_line_is_marked_as_one_of_dates(
    line: str, content: str, published: str | None
) -> None:
    assert dates_of(line, content) == (published, None)


def test_a_label_above_the_title_or_beside_the_byline_counts() -> None:
    above = f"<title>A title</title><body><p>Posted on Mar 14, 2021</p><h1>A title</h1>{ENGLISH}"
    beside = f"<body><h1>Site</h1>{ENGLISH * 3}<div><a rel=author>Jane</a></div><div>Posted on Mar 14, 2021</div>"

    assert [extract(page, URL).raw["published_at"] for page in (above, beside)] == ["Mar 14, 2021"] * 2


@pytest.mark.parametrize(
    "line",
    [
        "<p>Mar 14, 2021</p>",
        "<p>The standard was published on March 14, 2021</p>",
        "<p>Published on March 14, 2021, this book tells of many a thing</p>",
        "<p>Published on March 14, 2021 it was soon forgotten by those who had read it.</p>",
        "<p>한국은행, 화폐 발행 2021년 3월 14일</p>",
        "<p>발행 2021년 3월 14일부터</p>",
        "<p>Posted on Mar 14, 2021</p><p>Posted on Mar 15, 2021</p>",
        "<h2>Another post</h2><p>Posted on Mar 14, 2021</p>",
        f"{ENGLISH}<div></div>{'<p>more</p>' * 20}<p>Posted on Mar 14, 2021</p>",
        "<p>Posted on 2021-13-40</p>",
        "<p>Last updated: today</p>",
    ],
)
def test_no_date_is_made_of_what_is_no_label_of_the_article(line: str) -> None:
    assert dates_of(line) == (None, None)


def test_what_the_page_declares_outweighs_what_it_shows() -> None:
    page = f"<meta name=date content=2020-01-01><h1>A title</h1><p>Posted on Mar 14, 2021</p>{ENGLISH}"

    assert extract(page, URL).raw["published_at"] == "2020-01-01"


@pytest.mark.parametrize(
    "line",
    [
        "<p>Last updated on <time datetime='2024-02-01T00:00:00Z'>Feb 1</time></p>",
        "<p><span>마지막 수정:</span> <b><time datetime='2024-02-01T00:00:00Z'>2월 1일</time></b></p>",
        "<p>Updated <!-- by a plugin --><time datetime='2024-02-01T00:00:00Z'>a month ago</time></p>",
    ],
)
def test_the_only_time_of_a_page_is_none_of_publishing_where_it_says_so(line: str) -> None:
    assert dates_of(line) == (None, "2024-02-01T00:00:00+00:00")


def test_of_two_times_the_one_of_the_last_change_leaves_the_other() -> None:
    line = "<time datetime='2024-01-01T00:00:00Z'>Jan 1</time> (updated <time datetime='2024-02-01T00:00:00Z'></time>)"

    assert dates_of(line) == ("2024-01-01T00:00:00+00:00", "2024-02-01T00:00:00+00:00")


def test_a_time_marked_as_that_of_the_last_change_is_one_beside_that_of_publishing() -> None:
    line = (
        "<time class='entry-date published' datetime='2024-01-01T00:00:00Z'>Jan 1</time>"
        "<time class='updated' datetime='2024-02-01T00:00:00Z'>Feb 1</time>"
    )

    assert dates_of(line) == ("2024-01-01T00:00:00+00:00", "2024-02-01T00:00:00+00:00")


def test_a_marked_line_that_names_the_last_change_says_nothing_of_publishing() -> None:
    assert dates_of("<p class='meta'>Last modified: May 6, 2021</p>") == (None, "2021-05-06T00:00:00+00:00")


def test_the_time_of_a_comment_is_that_of_the_comment() -> None:
    comment = "<div class='comment'><time datetime='2024-02-01T00:00:00Z'>Feb 1</time><p>Nice.</p></div>"

    assert dates_of("", ENGLISH + comment) == (None, None)


def test_a_time_ago_that_is_marked_as_a_date_counts_back_from_the_fetch() -> None:
    page = f"<title>A title</title><article><h1>A title</h1><span class='date'>3시간 전</span>{KOREAN}</article>"
    article = extract(page, URL, fetched_at=datetime(2024, 3, 10, 3, tzinfo=UTC))

    assert article.published_at == datetime(2024, 3, 10, 0, tzinfo=UTC)
    assert extract(page, URL).published_at is None


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2021/03/14/the-road/", "2021-03-14"),
        ("blog/2021/3/14/road.html", "2021-03-14"),
        ("2021/03/14/", None),
        ("2021/03/14/page/2/", None),
        ("2021/03/the-road", None),
        ("2021/13/14/the-road", None),
    ],
)
def test_the_day_in_the_address_of_a_post_counts_where_nothing_else_says_one(path: str, day: str | None) -> None:
    page = f"<title>A title</title><article><h1>A title</h1>{ENGLISH}</article>"
    article = extract(page, f"https://e.example/{path}")

    assert article.raw.get("published_at") == day
