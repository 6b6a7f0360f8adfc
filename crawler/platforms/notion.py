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
    gone=(
        "This content does not exist",
        "This page couldn't be found",
        "This page could not be found",
        "페이지를 찾을 수 없습니다",
        "존재하지 않는 콘텐츠",
    ),
    locked=(
        "This content is private",
        "you don't have access to",
        "ask for access",
        "Request access",
        "이 페이지에 대한 액세스 권한이 없",
        "액세스 권한을 요청",
    ),
)
