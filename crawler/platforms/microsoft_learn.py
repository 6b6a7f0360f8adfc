"""Microsoft Learn: documentation in every language."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="microsoft_learn",
    hosts=("learn.microsoft.com", "docs.microsoft.com"),
    content=(
        '//*[@id="main"]//div[contains(concat(" ", @class, " "), " content ")][p or ul or section]',  # not the title's
        "#main .content",
        "#main [data-main-column]",
        "#main-column .content",
        "#main",
    ),
    drop=(
        "#article-header",
        "#center-doc-outline",
        "#center-doc-outline-modal",
        ".doc-outline",
        ".page-metadata",
        "#user-feedback",
        "#ms--unit-support-message",
        ".feedback-section",
        ".binary-rating",
        ".codeHeader",
        ".code-header",
        "a.heading-anchor",
        "a.anchor-link",
        ".display-none-print",
        "local-time",
        "nav",
    ),
    title=("#main h1", 'meta[property="og:title"]@content'),
    modified=('meta[name="updated_at"]@content', 'meta[name="ms.date"]@content'),
)
