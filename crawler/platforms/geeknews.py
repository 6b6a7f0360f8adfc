"""GeekNews: news.hada.io/topic?id=NUMBER, a summary of what it links to."""

from __future__ import annotations

from datetime import timedelta, timezone

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="geeknews",
    hosts=("news.hada.io",),
    content=("#topic_contents", ".topic_contents"),
    title=(".topictitle h1", 'meta[property="og:title"]@content'),
    authors=(".topicinfo a[href^='/user']", ".topicinfo a[href^='user']"),
    zone=timezone(timedelta(hours=9)),
)
