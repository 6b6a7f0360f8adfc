"""Hugo, by its common themes: Docsy (Kubernetes and many), Book, PaperMod, Stack, Blowfish, LoveIt."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="hugo",
    rendered=True,
    generators=("hugo",),
    content=(
        ".td-content",
        "article.book-article",
        "article.markdown",
        "article.post-single .post-content",
        ".article-content",
        "article.page.single #content",
    ),
    drop=(
        "a.anchor",
        ".td-heading-self-link",
        ".td-page-meta",
        ".td-page-meta__lastmod",
        ".td-content > .text-muted.mt-5",  # the same in Docsy before version 0.3
        ".feedback--title",
        ".feedback--question",
        "#pre-footer",
        ".article-meta",
        ".reading-time",
        ".toc",
        ".section-index > hr.panel-line",
        ".share-buttons",
        ".paginav",
        "#disqus_thread",
    ),
    tags=(".post-tags a", ".article-tags a", ".taxonomy-tags a"),
    modified=(
        'meta[property="article:modified_time"]@content',
        'meta[itemprop="dateModified"]@content',
        ".td-page-meta__lastmod",
    ),
)
