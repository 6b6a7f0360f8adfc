"""NAVER D2: d2.naver.com/helloworld/NUMBER."""

from __future__ import annotations

from datetime import timedelta, timezone

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="naver_d2",
    hosts=("d2.naver.com",),
    rendered=True,
    content=(".con_view", ".post_article"),
    drop=(".btn_back", ".posted_area", ".posting_info"),
    title=('meta[property="og:title"]@content', ".post_article h2"),
    published=(".post_article .date", ".posting_info .date", ".post_article dd"),
    zone=timezone(timedelta(hours=9)),
)
