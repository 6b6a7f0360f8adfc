"""Juejin: posts."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="juejin",
    hosts=("juejin.cn", "juejin.im"),
    rendered=True,
    content=("#article-root .article-viewer", ".article-viewer.markdown-body", ".article-content"),
    drop=(".code-block-extension-header", ".copy-code-btn", "style"),
    title=("h1.article-title",),
    authors=(
        '[itemprop="author"] [itemprop="name"]@content',
        ".author-info-block .username .name",
        ".author-info-block .username",
    ),
    published=('[itemprop="datePublished"]@content', ".author-info-block time@datetime"),
    tags=(".tag-list .tag-item", ".tag-list-container a"),
)
