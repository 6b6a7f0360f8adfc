"""Qiita: articles."""

from __future__ import annotations

from datetime import timedelta, timezone

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="qiita",
    hosts=("qiita.com",),
    rendered=True,
    content=("#personal-public-article-body .mdContent-inner", ".mdContent-inner", "#personal-public-article-body"),
    drop=(".fragment", ".code-copy", ".qiita-ad", "qiita-embed-ogp > *"),
    title=("article h1", 'meta[property="og:title"]@content'),
    tags=('article a[href^="/tags/"]',),
    zone=timezone(timedelta(hours=9)),
)
