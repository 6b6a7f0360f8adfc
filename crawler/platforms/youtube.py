"""YouTube: a video is its id, whichever address shows it. Its page holds the description, as data for the player."""

from __future__ import annotations

import json
import re
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, parse_qs

from crawler.platforms.platform import Embedded, Platform
from crawler.platforms.selectors import select

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement

PLAYER_PATH = re.compile(r"/(?:embed|shorts|live|v)/([\w-]{11})(?:/|$)")
SHORT_PATH = re.compile(r"/([\w-]{11})(?:/|$)")
VIDEO_ID = re.compile(r"[\w-]{11}")
PLAYER = re.compile(r"ytInitialPlayerResponse\s*=\s*(?=\{)")
ADDRESS = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)]")


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


def embedded(page: HtmlElement) -> Embedded | None:
    """Read title, channel, dates and description of the video out of the player's data; None where there is none."""
    data = next(filter(None, map(_player, select(page, ('//script[contains(., "ytInitialPlayerResponse")]',)))), {})
    details = _object(data, "videoDetails")
    if not details:
        return None
    format_ = _object(_object(data, "microformat"), "playerMicroformatRenderer")
    keywords = details.get("keywords")
    return Embedded(
        html=_paragraphs(_text(details, "shortDescription") or ""),
        title=_text(details, "title"),
        authors=tuple(filter(None, [_text(details, "author")])),
        published=_text(format_, "publishDate") or _text(format_, "uploadDate"),
        tags=tuple(word for word in keywords if isinstance(word, str)) if isinstance(keywords, list) else (),
    )


def _player(script: HtmlElement) -> dict[str, Any] | None:
    text = script.text or ""
    found = PLAYER.search(text)
    try:
        return json.JSONDecoder().raw_decode(text, found.end())[0] if found else None
    except (ValueError, RecursionError):
        return None


def _object(data: dict[str, Any], name: str) -> dict[str, Any]:
    value = data.get(name)
    return value if isinstance(value, dict) else {}


def _text(data: dict[str, Any], name: str) -> str | None:
    value = data.get(name)
    return value if isinstance(value, str) and value.strip() else None


def _paragraphs(text: str) -> str:
    """Make markup of a description: blank lines part paragraphs, addresses are links."""
    linked = ADDRESS.sub(r'<a href="\g<0>">\g<0></a>', escape(text, quote=False))
    return "".join(f"<p>{'<br>'.join(block.split(chr(10)))}</p>" for block in re.split(r"\n\s*\n", linked))


PLATFORM = Platform(
    name="youtube",
    hosts=("youtube.com", "youtu.be", "youtube-nocookie.com"),
    tracking=frozenset({"ab_channel", "si", "feature"}),
    key=key,
    unwrap=unwrap,
    content=("ytd-watch-metadata #description-inline-expander #expanded", "#description-inline-expander"),
    title=('meta[property="og:title"]@content',),
    authors=('[itemprop="author"] link[itemprop="name"]@content', "ytd-watch-metadata #channel-name a"),
    published=('meta[itemprop="datePublished"]@content', 'meta[itemprop="uploadDate"]@content'),
    embedded=embedded,
    gone=(
        '"playabilityStatus":{"status":"ERROR"',
        '"status":"ERROR","reason":"Video unavailable"',
        "This video isn't available anymore",
        "Video unavailable",
        "This video has been removed",
        "This channel does not exist",
        "동영상을 재생할 수 없음",
        "동영상을 더 이상 재생할 수 없습니다",
        "삭제된 동영상",
    ),
    locked=(
        '"status":"LOGIN_REQUIRED","messages":["This is a private video',
        '"status":"LOGIN_REQUIRED","messages":["비공개 동영상',
        "This video is private",
        "Private video",
        "비공개 동영상",
    ),
)
