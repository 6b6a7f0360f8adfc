"""Notion: public pages, those that super.so and the like serve on hosts of their own, and exports as HTML.

`pvs` says from where a page was shared.
"""

from __future__ import annotations

from crawler.platforms.platform import Platform

# Of a block of code; one that only names its language is read by what reads code.
BUTTONS = (
    '//*[contains(@class, "notion-code-block")]//*[@role="button"]'
    '[contains(" Copy Caption 복사 캡션 More ", concat(" ", normalize-space(.), " "))]'
)

PLATFORM = Platform(
    name="notion",
    hosts=("notion.so", "notion.site", "oopy.io", "super.site"),
    rendered=True,
    tracking=frozenset({"pvs"}),
    signs=(
        "article.page.sans > div.page-body",
        "article.page.serif > div.page-body",
        "article.page.mono > div.page-body",
        ".super-content article.notion-root",
        "main.notion-page .notion-page-content",
    ),
    content=(
        "article.page > div.page-body",
        "article.notion-root",  # super.so
        ".notion-page-content-inner",  # react-notion-x
        ".notion-page-content",
    ),
    drop=(
        BUTTONS,
        "nav.table_of_contents",
        ".notion-table_of_contents-block",
        ".notion-table-of-contents",
        ".notion-table_of_contents",
        ".notion-aside",
        ".notion-hash-link",
        ".notion-heading__anchor",
        ".notion-code__copy-button",
        ".notion-code-copy",
    ),
    headings=(
        ".notion-header-block",
        ".notion-sub_header-block",
        ".notion-sub_sub_header-block",
    ),
    title=(
        "article.page h1.page-title",
        ".notion-page-block h1",
        "h1.notion-header__title",
        "h1.notion-title",
        'meta[property="og:title"]@content',
    ),
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
