"""The tech blog of Woowa Brothers: WordPress in a theme of its own."""

from __future__ import annotations

from datetime import timedelta, timezone

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="woowahan",
    hosts=("techblog.woowahan.com", "woowabros.github.io"),
    rendered=True,
    content=(".post-content-inner > .post-content-body", ".post-content-body", ".post-content"),
    zone=timezone(timedelta(hours=9)),
)
