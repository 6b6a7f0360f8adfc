"""Jekyll's themes, on any host: minimal-mistakes, chirpy, minima, just-the-docs, beautiful-jekyll, al-folio."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="jekyll",
    rendered=True,
    generators=("jekyll",),
    # Themes that name no generator.
    signs=(
        "article.page .page__inner-wrap section.page__content",
        "div.main-content-wrap #main-content.main-content",
        "article.post-content > #markdown-content",
    ),
    content=(
        "section.page__content",  # minimal-mistakes
        "article .post-content",  # minima, chirpy before version 5
        "article .content",  # chirpy
        "#main-content > main",  # just-the-docs
        "#main-content",  # just-the-docs before version 0.5
        "#markdown-content",  # al-folio
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
    # al-folio's line below the title, which others fill with more.
    published=('//header[@class="post-header"][../article[@class="post-content"]]/p[@class="post-meta"]',),
    authors=(".page__author [itemprop='name']", '.author__content [itemprop="name"]', ".p-author [itemprop='name']"),
    tags=('.page__taxonomy [rel="tag"]', "a.post-tag", ".post-tags a"),
    category=(".post-meta a[href*='/categories/']",),
)
