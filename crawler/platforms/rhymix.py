"""XpressEngine and Rhymix, which follows it: boards of Korean sites, on any host; the post, without comments."""

from __future__ import annotations

from datetime import timedelta, timezone

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="rhymix",
    generators=("rhymix", "xpressengine"),
    content=('[class*="document_"].xe_content', '[class*="document_"].rhymix_content'),
    title=(".read_header h1", ".rd_hd h1", ".board_read h1"),
    published=('meta[property="article:published_time"]@content', ".read_header .time", ".rd_hd .date"),
    zone=timezone(timedelta(hours=9)),
)
