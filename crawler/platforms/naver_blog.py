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
)
