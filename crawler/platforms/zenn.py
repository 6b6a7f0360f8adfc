"""Zenn: articles and chapters of books."""

from __future__ import annotations

from datetime import timedelta, timezone

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="zenn",
    hosts=("zenn.dev",),
    rendered=True,
    content=(".znc",),
    drop=(".header-anchor-link", ".code-block-filename-container", ".zenn-embedded-link-card"),
    title=('meta[property="og:title"]@content', "h1"),
    published=('meta[property="article:published_time"]@content', "header time@datetime", "time@datetime"),
    tags=('a[href^="/topics/"]',),
    zone=timezone(timedelta(hours=9)),
)
