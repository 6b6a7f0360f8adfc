"""Naver cafe: a forum, whose articles stand in a frame and are read by its members; some by everyone."""

from __future__ import annotations

from datetime import timedelta, timezone

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="naver_cafe",
    hosts=("cafe.naver.com",),
    rendered=True,
    tracking=frozenset({"proxyReferer", "art"}),  # `art` is a ticket of the search that led there
    content=(
        "div.se-main-container",
        ".article_viewer .ContentRenderer",
        ".ContentRenderer",
        ".article_viewer",
        "#tbody",
        "#postContent",
    ),
    drop=(".se-component.se-documentTitle", ".CommentBox", ".CafeViewer > .map_point"),
    headings=(".se-component.se-sectionTitle .se-text-paragraph",),
    title=(".title_text", "h2.tit", 'meta[property="og:title"]@content'),
    authors=(".WriterInfo .nick_box .nickname", ".nick_box .nickname", ".WriterInfo .nickname", ".nickname"),
    published=(".article_info .date", ".WriterInfo .date", ".info .date"),
    tags=(".ArticleTagList .tag_link",),
    category=(".ArticleTitle .link_board",),
    zone=timezone(timedelta(hours=9)),
    gone=(
        "삭제되었거나 존재하지 않는 게시글",
        "존재하지 않는 게시글",
        "존재하지 않는 카페",
        "폐쇄된 카페",
        "삭제된 게시글",
        "접근이 제한된 카페",
    ),
    locked=(
        "카페 멤버만",
        "카페에 가입",
        "회원만 볼 수",
        "멤버에게만 공개",
        "가입 후 이용",
        "등급이 되시면",
        "읽기 권한이 없습니다",
        "비공개 카페",
    ),
)
