"""Tistory: blogs under tistory.com and under domains of their own."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import TYPE_CHECKING

from crawler.platforms.platform import Platform

if TYPE_CHECKING:
    from urllib.parse import SplitResult

# What follows a post's buttons is the skin's, also where the post left elements open, which then hold it.
END = '/descendant::div[contains(@class, "container_postbtn") or contains(@class, "another_category")][1]/following::*'


def key(url: SplitResult) -> SplitResult:
    """Say a post's mobile address as its desktop one: `/m/12` is `/12`."""
    return url._replace(path=url.path.removeprefix("/m")) if url.path.startswith("/m/") else url


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
    published=('meta[property="article:published_time"]@content', ".blogview_tit time", ".txt_date", "span.date"),
    modified=('meta[property="article:modified_time"]@content',),
    tags=('a[rel="tag"]',),
    category=(".another_category h4 a",),
    zone=timezone(timedelta(hours=9)),
)
