"""Tistory: blogs under tistory.com and under domains of their own."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import TYPE_CHECKING

from crawler.platforms.platform import Platform
from crawler.platforms.posts import posts

if TYPE_CHECKING:
    from urllib.parse import SplitResult

# What follows a post's buttons is the skin's, also where the post left elements open, which then hold it.
END = '/descendant::div[contains(@class, "container_postbtn") or contains(@class, "another_category")][1]/following::*'

# The posts of a home or a category that shows them whole.
LISTED = (
    '/html/body[starts-with(@id, "tt-body-") and @id != "tt-body-page"]'
    '//*[contains(concat(" ", @class, " "), " contents_style ")]'
)
# No page that lists posts, whose days are theirs.
SINGLE = "body" + "".join(f":not(#tt-body-{kind})" for kind in ("index", "category", "tag", "archive", "search"))


def key(url: SplitResult) -> SplitResult:
    """Say a mobile address as its desktop one: `/m/12` is `/12`, `/m` the blog's home."""
    return url._replace(path=url.path.removeprefix("/m")) if f"{url.path}/".startswith("/m/") else url


PLATFORM = Platform(
    name="tistory",
    hosts=("tistory.com",),
    rendered=True,
    tracking=frozenset({"category"}),
    key=key,
    signs=(
        '/html/head/meta[@content="tistory.com" or @content="https://www.tistory.com" or @content="@TISTORY"]',
        '/html/head/script[contains(@src, "tistory_admin/")]',
        ".tt_article_useless_p_margin",
        ".blogview_content",
        "#tistorySnsLayer",  # what every skin is given, whatever became of the page's head
        "#tistoryEtcLayer",
    ),
    parts=posts(
        each=(LISTED,),
        title=("./preceding::*[self::h1 or self::h2 or self::h3 or self::h4][a][1]/a",),
        body=("./self::*",),
    ),
    content=(".contents_style", ".tt_article_useless_p_margin", ".blogview_content", ".article_view", ".area_view"),
    drop=(
        ".container_postbtn",
        ".another_category",
        END,
        ".revenue_unit_wrap",
        ".revenue_unit_info",
        "ins.adsbygoogle",
        "ins.kakao_ad_area",
        "div[data-tistory-react-app]",
        'div[id^="entry"][id$="Comment"]',
        ".btn-toggle-moreless",
        ".moreless_top",  # "접기", around the text that was folded before 2019; what it is called stays
        ".moreless_bottom",
        ".entry-ccl",  # the licence's badge
        ".daum_like_wrapper",
        ".tt-share-entry-with-sns",  # buttons of before 2016
        ".google-auto-placed",
        "iframe[src*='adfit']",
        "#tistorySnsLayer",
        "#tistoryEtcLayer",
    ),
    paragraphs=(".imageblock .cap1",),
    title=('meta[property="og:title"]@content', "h3.tit_blogview", "title"),
    authors=(
        'meta[property="og.article.author"]@content',
        'meta[property="og:article:author"]@content',
        'meta[name="by"]@content',
    ),
    # og:regDate is no date to trust: its clock has twelve hours.
    published=(
        'meta[property="article:published_time"]@content',
        *(f"{SINGLE} {time}" for time in (".blogview_tit time", ".txt_date", "span.date")),
    ),
    modified=('meta[property="article:modified_time"]@content',),
    tags=('a[rel="tag"]',),
    category=(".another_category h4 a",),
    zone=timezone(timedelta(hours=9)),
    gone=(
        "권한이 없거나 존재하지 않는 페이지",
        "존재하지 않는 페이지입니다",
        "페이지를 찾을 수 없습니다",
        "삭제되었거나 존재하지 않는",
        "관리자에 의해 삭제된 글",
        "블라인드 처리된 글",
        "블로그를 찾을 수 없습니다",
        "존재하지 않는 블로그",
        "접근이 제한된 블로그",
        "접근이 제한된 글",
        "게시가 중단",
        "일시적으로 접근이 제한되었습니다",
        "접근이 제한되었습니다",
        "폐쇄된 블로그",
        "블로그가 폐쇄",
        "개설되지 않은 블로그",
        "휴면 상태의 블로그",
        "휴면 상태인 블로그",
    ),
    locked=(
        "보호되어 있는 글입니다",
        "보호된 글입니다",
        "비공개 글입니다",
        "비공개된 글입니다",
        "비공개 블로그입니다",
        "내용을 보시려면 비밀번호를 입력",
        "블로그 주인만 볼 수 있는",
    ),
)
