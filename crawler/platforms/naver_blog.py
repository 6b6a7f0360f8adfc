"""Naver blog: a frame set around the post on the desktop, the post itself on the mobile host."""

from __future__ import annotations

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
    """Find the blog's and the post's id in `/BLOG/NO`, `/PostView.naver?blogId=&logNo=`, `/BLOG?Redirect=Log&logNo=`."""
    number = query.get("logNo", [""])[0]
    if len(path) == 2:
        return path[0], path[1]
    return query.get("blogId", [path[0]])[0], number


PLATFORM = Platform(name="naver_blog", hosts=(HOST,), tracking=frozenset({"proxyReferer"}), key=key)
