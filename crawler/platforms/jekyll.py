"""Jekyll's themes, on github.io and elsewhere: minimal-mistakes, chirpy, minima, just-the-docs, beautiful-jekyll."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="jekyll",
    rendered=True,
    generators=("jekyll",),
    # Themes that name no generator.
    signs=("article.page .page__inner-wrap section.page__content", "div.main-content-wrap #main-content.main-content"),
    content=(
        "section.page__content",  # minimal-mistakes
        "article .post-content",  # minima, chirpy before version 5
        "article .content",  # chirpy
        "#main-content",  # just-the-docs
        "article.blog-post",  # beautiful-jekyll
        ".article__content",  # TeXt
        ".post-content",
        '[itemprop="articleBody"]',
    ),
    drop=(
        ".toc",
        "#toc",
        "#toc-wrapper",
        ".page__share",
        ".page__related",
        ".page__comments",
        ".post-tail-wrapper",
        ".share-wrapper",
        ".post-navigation",
        ".pagination",
        "#related-posts",
        "#disqus_thread",
        ".utterances",
        ".giscus",
        ".code-header",
        "a.anchor-heading",
    ),
    authors=(".page__author [itemprop='name']", '.author__content [itemprop="name"]', ".p-author [itemprop='name']"),
    tags=('.page__taxonomy [rel="tag"]', "a.post-tag", ".post-tags a"),
    category=(".post-meta a[href*='/categories/']",),
)
