"""Antora: Spring's reference, Couchbase, Fedora and others that write in AsciiDoc."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="antora",
    generators=("antora",),
    content=("article.doc",),
    drop=(
        "a.anchor",
        "a.edit-this-page",
        ".edit-this-page",
        "nav.pagination",
        "aside.toc",
        "aside.sidebar",
        ".breadcrumbs-container",
        ".page-versions",
        ".source-toolbox",
        "#toc",
        '//article/div[contains(@class, "admonitionblock")][p]',  # Spring's "for the latest stable version …"
    ),
    title=("article.doc h1.page", "article.doc h1"),
)
