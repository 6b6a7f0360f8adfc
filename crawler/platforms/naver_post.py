"""Naver post, closed in 2025: post.naver.com/viewer/postView.naver?volumeNo=&memberNo=."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, parse_qs, urlencode

from crawler.platforms.platform import Embedded, Platform

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HOST = "post.naver.com"
PATHS = frozenset({"/viewer/postView.nhn", "/viewer/postView.naver"})


def key(url: SplitResult) -> SplitResult:
    """Say a post by its two numbers, on the desktop's host."""
    query = parse_qs(url.query)
    if url.path not in PATHS or not {"volumeNo", "memberNo"} <= query.keys():
        return url._replace(netloc=HOST)
    numbers = [(name, query[name][0]) for name in ("volumeNo", "memberNo")]
    return SplitResult("https", HOST, "/viewer/postView.naver", urlencode(numbers), "")


def embedded(page: HtmlElement) -> Embedded | None:
    """Read the post out of the script that the page's own scripts unpack it from."""
    scripts = page.xpath('//script[@id="__clipContent"]')
    text = scripts[0].text if scripts else None
    return Embedded(html=text) if text and text.strip() else None


PLATFORM = Platform(
    name="naver_post",
    hosts=(HOST,),
    rendered=True,
    tracking=frozenset({"proxyReferer"}),
    key=key,
    content=("div.se-main-container", "div.se_component_wrap.sect_dsc", "#postViewArea"),
    drop=(".se-component.se-documentTitle", ".se_component.se_documentTitle"),
    headings=(".se-component.se-sectionTitle .se-text-paragraph", ".se_sectionTitle .se_textarea"),
    title=('meta[property="og:title"]@content', ".se_textarea.se_title", "h3.se_textarea"),
    authors=('meta[property="og:author"]@content', ".se_author", ".writer_name"),
    published=(".se_publishDate", 'meta[property="og:createdate"]@content'),
    tags=(".tag_area a",),
    zone=timezone(timedelta(hours=9)),
    embedded=embedded,
    gone=(
        "존재하지 않는 포스트",
        "삭제된 포스트",
        "삭제되었거나 존재하지 않는",
        "포스트 서비스가 종료",
    ),
    locked=("비공개 포스트",),
)
