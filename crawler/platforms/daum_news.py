"""Daum news: v.daum.net/v/NUMBER."""

from __future__ import annotations

import re
from datetime import timedelta, timezone
from typing import TYPE_CHECKING
from urllib.parse import SplitResult

from crawler.platforms.platform import Platform

if TYPE_CHECKING:
    from typing import Final

HOSTS: Final = ("v.daum.net", "news.v.daum.net", "v.media.daum.net", "m.media.daum.net")
PATH = re.compile(r"/(?:v|m/media/[a-z]+/newsview)/(\d{17})")


def key(url: SplitResult) -> SplitResult:
    """Say every address of an article as `v.daum.net/v/NUMBER`; its parameters say where the reader came from."""
    found = PATH.fullmatch(url.path)
    return SplitResult("https", HOSTS[0], f"/v/{found[1]}", "", "") if found else url


PLATFORM = Platform(
    name="daum_news",
    hosts=HOSTS,
    key=key,
    signs=(".news_view .article_view[data-translation-body]",),
    content=(".article_view", "#harmonyContainer", "#kakaoContent"),
    drop=("[class^='ad_body']", "[id^='bodyAd']", ".ad_wrap", ".layer_util", ".txt_copyright", ".relate_news"),
    title=('meta[property="og:title"]@content', ".tit_view"),
    # The newspaper and, where it names them, the reporters.
    authors=(
        '//meta[@property="og:article:author"]/@content|//*[@class="info_view"]/span[not(*) and not(contains(., ":"))]',
    ),
    published=(
        ".info_view .num_date",
        '//*[@class="info_view"]/span[contains(., "입력")]',
        'meta[property="og:regDate"]@content',
    ),
    modified=('//*[@class="info_view"]/span[contains(., "수정")]',),
    category=("#kakaoGnb .link_gnb[aria-selected='true']",),
    zone=timezone(timedelta(hours=9)),
)
