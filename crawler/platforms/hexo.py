"""Hexo's themes, on github.io and elsewhere: landscape, NexT, icarus."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="hexo",
    rendered=True,
    generators=("hexo",),
    content=(
        ".article-entry",  # landscape
        ".post-body",  # NexT
        "article.article .content",  # icarus
        '[itemprop="articleBody"]',
    ),
    drop=(".post-toc", ".article-licensing", ".post-copyright", ".post-nav", ".share", ".headerlink", ".post-button"),
    title=("h1.post-title", "h1.article-title", 'h1[itemprop="name"]'),
    tags=(".post-tags a", ".article-tag-list-link", 'a[rel="tag"]'),
    category=(".article-category-link", ".post-category a", '[itemprop="about"] [itemprop="name"]'),
)
