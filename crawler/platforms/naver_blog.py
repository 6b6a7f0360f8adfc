"""Naver blog: a frame set around the post on the desktop, the post itself on the mobile host."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, parse_qs

from crawler.platforms.platform import Platform

if TYPE_CHECKING:
    from collections.abc import Sequence

HOST = "blog.naver.com"


def key(url: SplitResult) -> SplitResult:
    """Say every address of a post as `blog.naver.com/BLOG/NUMBER`; other pages keep path and query."""
    blog, number = _post(url.path.strip("/").split("/"), parse_qs(url.query))
    if blog and number.isdecimal():
        return SplitResult("https", HOST, f"/{blog}/{number}", "", "")
    return url._replace(netloc=HOST)


def _post(path: Sequence[str], query: dict[str, list[str]]) -> tuple[str, str]:
    """Find the ids of blog and post in `/BLOG/NO`, `/PostView.naver?blogId=&logNo=` or `/BLOG?Redirect=Log&logNo=`."""
    number = query.get("logNo", [""])[0]
    if len(path) == 2:
        return path[0], path[1]
    return query.get("blogId", [path[0]])[0], number


PLATFORM = Platform(
    name="naver_blog",
    hosts=(HOST,),
    rendered=True,
    tracking=frozenset({"proxyReferer"}),
    key=key,
    signs=(
        '/html/head/meta[@property="naverblog:nickname"]',
        "div#postViewArea",
        "div#viewTypeSelector",
        "div.se-main-container",
        "div.se_component_wrap.sect_dsc",
    ),
    # SmartEditor ONE, 3, 2 on the desktop, any of them on the mobile host.
    content=(
        "div.se-main-container",
        "div.se_component_wrap.sect_dsc",
        "#postViewArea",
        "#viewTypeSelector",
        "div.post-view",
    ),
    drop=(
        "#postListBottom",
        ".wrap_postcomment",
        ".area_comment",
        ".post_footer_contents",
        ".se-component.se-documentTitle",
        "[style*='display:none']",  # layers of the page's own scripts
        "[style*='display: none']",
        "[class*='se-file-save']",
        "[class*='webplayer-internal']",  # the film player's buttons and times
        ".pzp-pc",
        ".colorscripter-code a[href*='colorscripter.com']",
    ),
    headings=(".se-component.se-sectionTitle .se-text-paragraph", ".se_sectionTitle .se_textarea"),
    title=(
        'meta[property="og:title"]@content',
        ".se-title-text",
        "h3.se_textarea",
        "span.itemSubjectBoldfont",
        "h3.tit_h3",
    ),
    authors=(
        ".blog_author",
        ".se_author strong",
        'meta[property="naverblog:nickname"]@content',
        "span.nick a",
        '//strong[@class="nick"][not(contains(., "{"))]',  # there is a template of it too
    ),
    published=("span.se_publishDate", "p.date._postAddDate", "p.blog_date", ".se_date"),
    tags=(".post_tag a", "[id^='tagList'] a.item"),
    category=(".blog2_series a", ".tit_category a"),
    zone=timezone(timedelta(hours=9)),
    gone=(
        "삭제되었거나 존재하지 않는 게시물",
        "삭제되거나 존재하지 않는 게시물",
        "존재하지 않는 게시물입니다",
        "게시물이 삭제되었거나 다른 페이지로 변경",
        "게시물이 존재하지 않",
        "삭제된 게시물입니다",
        "해당 블로그가 없습니다",
        "블로그 아이디를 확인",
        "존재하지 않는 블로그",
        "블로그가 초기화",
        "초기화된 블로그",
        "탈퇴한 회원의 블로그",
        "폐쇄된 블로그",
        "이용이 제한된 블로그",
        "접근이 제한된 블로그",
        "게시가 중단",
        "임시조치된 게시물입니다",
    ),
    locked=(
        "비공개 글입니다",
        "비공개로 설정된 글",
        "비공개 블로그입니다",
        "서로이웃에게만 공개",
        "이웃에게만 공개",
        "이웃공개 글입니다",
        "블로그 주인이 비공개",
        "본인만 볼 수 있는",
        "읽기 권한이 없습니다",
    ),
)
