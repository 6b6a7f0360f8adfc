"""YouTube: a video is its id, whichever address shows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, parse_qs

from crawler.platforms.platform import Platform

if TYPE_CHECKING:
    from collections.abc import Mapping

PLAYER_PATH = re.compile(r"/(?:embed|shorts|live|v)/([\w-]{11})(?:/|$)")
SHORT_PATH = re.compile(r"/([\w-]{11})(?:/|$)")
VIDEO_ID = re.compile(r"[\w-]{11}")


def key(url: SplitResult) -> SplitResult:
    """Say every address of a video as `youtube.com/watch?v=ID`; playlists and channels stay as they are."""
    video = _video_id(url, parse_qs(url.query))
    return SplitResult("https", "youtube.com", "/watch", f"v={video}", "") if video else url


def _video_id(url: SplitResult, query: Mapping[str, list[str]]) -> str | None:
    if url.netloc == "youtu.be":
        found = SHORT_PATH.match(url.path)
        return found[1] if found else None
    if url.path == "/watch":
        video = query.get("v", [""])[0]
        return video if VIDEO_ID.fullmatch(video) else None
    found = PLAYER_PATH.match(url.path)
    return found[1] if found else None


def unwrap(url: SplitResult) -> str | None:
    """Read the target of `/redirect?q=`, which YouTube puts around every link of a description."""
    return parse_qs(url.query).get("q", [None])[0] if url.path == "/redirect" else None


PLATFORM = Platform(
    name="youtube",
    hosts=("youtube.com", "youtu.be", "youtube-nocookie.com"),
    tracking=frozenset({"ab_channel", "si", "feature"}),
    key=key,
    unwrap=unwrap,
)
