"""Naver news: an article is the number of its newspaper and its own, whichever address shows it."""

from __future__ import annotations

import re
from datetime import timedelta, timezone
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, parse_qs

from crawler.platforms.platform import Platform

if TYPE_CHECKING:
    from collections.abc import Mapping

HOSTS = ("n.news.naver.com", "m.news.naver.com", "news.naver.com")
PATH = re.compile(r"/(?:mnews/)?article/(\d{3})/(\d{10})")
OLD_PATH = re.compile(r"(?:/main)?/read\.(?:nhn|naver)")


def key(url: SplitResult) -> SplitResult:
    """Say every address of an article as `n.news.naver.com/article/NEWSPAPER/NUMBER`; its comments are another page."""
    newspaper, number = _ids(url, parse_qs(url.query)) if url.netloc in HOSTS else ("", "")
    if re.fullmatch(r"\d{3}", newspaper) and re.fullmatch(r"\d{10}", number):
        return SplitResult("https", HOSTS[0], f"/article/{newspaper}/{number}", "", "")
    return url


def _ids(url: SplitResult, query: Mapping[str, list[str]]) -> tuple[str, str]:
    if found := PATH.fullmatch(url.path):
        return found[1], found[2]
    if OLD_PATH.fullmatch(url.path):
        return query.get("oid", [""])[0], query.get("aid", [""])[0]
    return "", ""


PLATFORM = Platform(
    name="naver_news",
    hosts=("news.naver.com", "entertain.naver.com", "sports.naver.com"),
    key=key,
    signs=("#dic_area", "span._ARTICLE_DATE_TIME", "#articleBodyContents"),
    # Today's, those of sport and entertainment, and those of before 2021 ("articeBody" is how it was spelled).
    content=(
        "#dic_area",
        "#newsct_article",
        "article#comp_news_article",
        "._article_content",
        "#articleBodyContents",
        "#articeBody",
        "#newsEndContents",
    ),
    drop=(
        ".vod_player_wrap",
        "._VOD_PLAYER_WRAP",
        ".ab_player",
        ".source",
        ".byline",
        ".reporter_area",
        ".copyright",
        ".link_news",
        ".categorize",
        ".promotion",
    ),
    paragraphs=(".media_end_summary", ".img_desc"),
    title=(
        "#title_area",
        ".media_end_head_headline",
        "#articleTitle",
        "h2[class*='_article_title__']",
        'meta[property="og:title"]@content',
    ),
    # The newspaper and, where it names them, the reporters.
    authors=(
        '//meta[@name="twitter:creator"]/@content|//em[@class="media_end_head_journalist_name"]',
        ".press_logo img@alt",
        'meta[property="og:article:author"]@content',
    ),
    published=(
        "._ARTICLE_DATE_TIME@data-date-time",
        ".media_end_head_info_datestamp_time@data-date-time",
        "._ARTICLE_DATE_TIME",
        "em[class*='_date__']",
        "[class*='DateInfo_info_item']",
        ".sponsor .t11",
        ".article_info .author em",
        "#content .news_headline .info span",
    ),
    modified=("._ARTICLE_MODIFY_DATE_TIME@data-modify-date-time",),
    category=(".media_end_categorize_item",),
    zone=timezone(timedelta(hours=9)),
)
