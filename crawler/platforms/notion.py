"""Notion: public pages, and pages that it exported as HTML. `pvs` says from where a page was shared."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="notion",
    hosts=("notion.so", "notion.site"),
    rendered=True,
    tracking=frozenset({"pvs"}),
    signs=(
        "article.page.sans > div.page-body",
        "article.page.serif > div.page-body",
        "article.page.mono > div.page-body",
    ),
    content=("article.page > div.page-body", ".notion-page-content"),
    drop=(".notion-code-block [role='button']", "nav.table_of_contents", ".notion-table_of_contents-block"),
    headings=(
        ".notion-header-block",
        ".notion-sub_header-block",
        ".notion-sub_sub_header-block",
    ),
    title=("article.page h1.page-title", ".notion-page-block h1", 'meta[property="og:title"]@content'),
)
