"""The tech blog of LY, LINE before: techblog.lycorp.co.jp."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="ly_tech",
    hosts=("techblog.lycorp.co.jp", "engineering.linecorp.com"),
    rendered=True,
    content=(".post_content_wrap .content_inner > .content",),
)
