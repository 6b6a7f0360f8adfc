"""Kakao's tech blog: tech.kakao.com/posts/NUMBER."""

from __future__ import annotations

from datetime import timedelta, timezone

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="kakao_tech",
    hosts=("tech.kakao.com",),
    rendered=True,
    content=(".inner_content > .daum-wm-content.preview", ".daum-wm-content"),
    zone=timezone(timedelta(hours=9)),
)
