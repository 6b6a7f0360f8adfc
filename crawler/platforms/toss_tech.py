"""Toss's tech blog: toss.tech/article/NAME."""

from __future__ import annotations

from datetime import timedelta, timezone

from crawler.platforms.platform import Platform

# Its classes are hashes: of the lines above the article one is a day and nothing else.
ABOVE = (
    "//article/preceding::*[not(*)][string-length(.) < 14]"
    '[contains(., "년") and contains(., "월") and contains(., "일")]'
)

PLATFORM = Platform(
    name="toss_tech",
    hosts=("toss.tech",),
    rendered=True,
    content=("article",),
    title=('meta[property="og:title"]@content',),
    published=('meta[property="article:published_time"]@content', ABOVE),
    zone=timezone(timedelta(hours=9)),
)
