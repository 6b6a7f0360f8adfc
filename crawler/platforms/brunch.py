"""Brunch (Kakao's brunchstory): brunch.co.kr/@USER/NUMBER."""

from __future__ import annotations

from datetime import timedelta, timezone

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="brunch",
    hosts=("brunch.co.kr",),
    rendered=True,
    signs=(".wrap_body .wrap_item",),
    content=(".wrap_body", ".wrap_body_frame"),
    drop=(".wrap_keyword", ".wrap_article_info", ".wrap_article_reaction", ".btn_reply", ".screen_out"),
    paragraphs=(".img_caption",),
    title=(".cover_title", 'meta[property="og:title"]@content'),
    authors=(
        'meta[property="article:media_name"]@content',
        'meta[name="article:media_name"]@content',
        ".wrap_author .link_author",
        'meta[property="og:article:author"]@content',
    ),
    published=('meta[property="article:published_time"]@content', ".cover_cell .date", ".wrap_info .date"),
    tags=(".list_keyword a", "a.link_keyword"),
    category=(".link_magazine", 'a[href^="/magazine/"]', 'a[href^="/brunchbook/"]'),
    zone=timezone(timedelta(hours=9)),
    gone=(
        "존재하지 않는 글",
        "삭제되거나 존재하지 않는",
        "페이지를 찾을 수 없습니다",
        "탈퇴한 작가",
        "작가가 삭제한",
        "발행 취소된 글",
    ),
    locked=(
        "비공개 글입니다",
        "작가만 볼 수 있는",
    ),
)
