"""AWS documentation: guides and references."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="aws_docs",
    hosts=("docs.aws.amazon.com",),
    content=("#main-col-body",),
    drop=(
        "awsdocs-page-header",
        "awsdocs-copyright",
        "awsdocs-thumb-feedback",
        "awsdocs-language-banner",
        "awsdocs-filter-selector",
        "#page-toc-src",
        "#inline-topiclist",
        "#language-filter",
        ".btn-copy-code",
        ".code-btn-container",
        ".breadcrumb",
        "a.copy-url",
    ),
    title=("#main-col-body h1",),
)
