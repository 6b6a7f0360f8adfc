"""Gatsby's starter for blogs, and what is built on it."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="gatsby",
    rendered=True,
    generators=("gatsby",),
    content=(
        'article section[itemprop="articleBody"]',
        '[itemprop="articleBody"]',
        "article .markdown-body",
        ".markdown-body",
        ".post-content",
    ),
    published=("//article/header/p[string-length(.) < 24]",),  # a short line below the title
    drop=("a.anchor", ".table-of-contents", ".toc", ".gatsby-resp-image-background-image", ".utterances", ".giscus"),
)
