"""Kakao's tech blog: tech.kakao.com/posts/NUMBER."""

from __future__ import annotations

from datetime import timedelta, timezone

from crawler.platforms.platform import Platform

# The day stands below the title, in a class that has changed.
BELOW_TITLE = (
    '//*[contains(@class, "tit_")]/following::*[not(*)]'
    '[translate(normalize-space(.), "0123456789", "dddddddddd") = "dddd.dd.dd"][1]'
)

PLATFORM = Platform(
    name="kakao_tech",
    hosts=("tech.kakao.com",),
    rendered=True,
    content=(".inner_content > .daum-wm-content.preview", ".daum-wm-content"),
    published=(BELOW_TITLE,),
    zone=timezone(timedelta(hours=9)),
)
