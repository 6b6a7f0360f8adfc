"""MDN Web Docs, as it is drawn since 2025 and before."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="mdn",
    hosts=("developer.mozilla.org",),
    content=("main#content.layout__content", "main#content article.main-page-content", "article.main-page-content"),
    drop=(
        ".layout__right-sidebar",
        ".reference-toc",
        ".baseline-indicator",
        "mdn-survey",
        "mdn-placement-sidebar",
        "mdn-placement-top",
        "mdn-compat-table",
        ".article-footer",
        ".article-actions",
        ".metadata",
        "aside.metadata",
        ".bc-github-link",
        ".example-header",
        ".code-example .example-header",
    ),
    title=("main#content h1", "h1"),
    published=('meta[property="article:published_time"]@content',),  # its one `time` is that of the last change
    modified=(".last-modified-date time@datetime", ".article-footer time@datetime", "time@datetime"),
)
