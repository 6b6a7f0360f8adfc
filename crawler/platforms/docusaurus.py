"""Docusaurus: documents and blog posts. The names of its classes end in a hash, which no selector may hold."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="docusaurus",
    generators=("docusaurus",),
    content=(".theme-doc-markdown", "#__blog-post-container", "article [itemprop='articleBody']", "article .markdown"),
    drop=(
        "a.hash-link",
        ".theme-doc-toc-mobile",
        ".theme-doc-footer",
        ".theme-edit-this-page",
        ".pagination-nav",
        "[class*='buttonGroup']",
    ),
    title=(".theme-doc-markdown h1", "article header h1", "h1"),
    authors=("article header .avatar__name",),
    published=("article header time@datetime", "time[itemprop='datePublished']@datetime"),
    modified=(".theme-last-updated time@datetime",),
    tags=("a[class*='tag_']", "footer a[rel='tag']"),
)
