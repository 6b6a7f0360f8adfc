"""CSDN: blogs."""

from __future__ import annotations

from datetime import timedelta, timezone

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="csdn",
    hosts=("blog.csdn.net",),
    content=("#content_views", "#article_content"),
    drop=(".hljs-button", ".pre-numbering", ".hide-article-box", ".toc", "#blogColumnPayAdvert"),
    title=("h1.title-article", "#articleContentId"),
    authors=("a.follow-nickName", ".follow-nickName"),
    published=(".article-bar-top .time", ".bar-content .time"),
    tags=(".tags-box a.tag-link",),
    zone=timezone(timedelta(hours=8)),
)
