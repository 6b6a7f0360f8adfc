"""NHN Cloud Meetup: meetup.nhncloud.com/posts/NUMBER, meetup.toast.com before."""

from __future__ import annotations

from datetime import timedelta, timezone

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="nhn_meetup",
    hosts=("meetup.nhncloud.com", "meetup.toast.com"),
    rendered=True,
    content=(".tui-editor-contents", ".toastui-editor-contents", ".view_content"),
    title=(".contents h2.tit", ".view_header h2", "h2.tit"),
    published=(".view_header .date", ".info .date", "span.date"),
    zone=timezone(timedelta(hours=9)),
)
