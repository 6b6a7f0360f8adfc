"""Google: the wrapper around its search results, `google.com/url?q=` or `?url=`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from crawler.platforms.platform import Platform

if TYPE_CHECKING:
    from urllib.parse import SplitResult


def unwrap(url: SplitResult) -> str | None:
    """Read the target of `/url?q=`; `url=` is the same parameter on country hosts."""
    if url.path != "/url":
        return None
    query = parse_qs(url.query)
    return query.get("q", query.get("url", [None]))[0]


PLATFORM = Platform(
    name="google",
    hosts=("google.com", "google.co.kr", "google.co.jp"),
    unwrap=unwrap,
    gone=(
        "This group either doesn't exist",
        "no longer exists or you don't have permission",
        "The group you have requested does not exist",
        "the file you have requested does not exist",
        "Sorry, unable to open the file at this time",
        "요청한 그룹이 존재하지",
        "요청하신 파일이 없습니다",
    ),
    locked=(
        "You need permission to access",
        "You need access",
        "you don't have permission to access this group",
        "Content unavailable or you do not have permission",
        "액세스 권한이 필요합니다",
    ),
)
