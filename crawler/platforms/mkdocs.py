"""MkDocs: Material (and Zensical, which follows it), its own theme, its copy of Read the Docs' one."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="mkdocs",
    generators=("mkdocs", "zensical"),
    signs=("article.md-content__inner", '/html/head/script[contains(., "mkdocs_page_name")]'),
    content=("article.md-content__inner", "[itemprop='articleBody']", "[role='main']"),
    drop=(
        "a.headerlink",
        ".md-content__button",
        ".md-source-file",
        ".md-feedback",
        ".md-tags",
        ".md-code__nav",
        "#__comments",
        ".rst-footer-buttons",
        "form",
    ),
    published=(
        "span.md-source-file__fact:nth-of-type(2) .git-revision-date-localized-plugin",
        ".md-sidebar--post time@datetime",
        ".md-post__meta time@datetime",
    ),
    modified=(
        "span.md-source-file__fact:nth-of-type(1) .git-revision-date-localized-plugin",
        ".git-revision-date-localized-plugin",
    ),
    tags=(".md-tags .md-tag",),
)
