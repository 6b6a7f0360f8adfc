"""Discourse: a topic with its posts, kept apart; known on any host.

Its posts stand in the page as it is drawn, as it is sent to who runs no scripts, or in the data that a script draws.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from crawler.platforms.platform import Embedded, Part, Platform, byline
from crawler.platforms.selectors import first, select

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

POSTS = ("article[data-post-id]", ".crawler-post")
BODY = (".cooked", "[itemprop='text']", "[itemprop='articleBody']", ".post")
AUTHOR = (".topic-meta-data [data-user-card]@data-user-card", "[itemprop='author'] [itemprop='name']", ".creator a")
TIME = ("time[datetime]@datetime", ".post-info [data-time]@data-time", ".post-date[data-time]@data-time")
DATA = ("#data-preloaded@data-preloaded",)


def embedded(page: HtmlElement) -> Embedded | None:
    """Read the topic out of the data that its page is drawn from; None where it has no such data."""
    topic = _topic(first(page, DATA) or "")
    posts = _dict(topic.get("post_stream")).get("posts")
    said = [post for post in map(_dict, posts if isinstance(posts, list) else []) if _text(post.get("cooked"))]
    if not said:
        return None
    return Embedded(
        posts=tuple((_heading(_text(p.get("username")), _text(p.get("created_at"))), p["cooked"]) for p in said),
        title=_text(topic.get("title")),
        authors=tuple(filter(None, [_text(said[0].get("username"))])),
        published=_text(topic.get("created_at")),
    )


def _topic(data: str) -> dict[str, Any]:
    """Return the topic among the page's data, each part of which is JSON in JSON."""
    name = next((name for name in _loaded(data) if name.startswith("topic_")), "")
    return _loaded(_loaded(data).get(name))


def _loaded(text: object) -> dict[str, Any]:
    try:
        return _dict(json.loads(text)) if isinstance(text, str) else {}
    except (ValueError, RecursionError):
        return {}


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _heading(author: str | None, time: str | None) -> str:
    return byline("Post", author, _day(time) if time and time.isdecimal() else time)


def _day(milliseconds: str) -> str | None:
    try:
        return datetime.fromtimestamp(int(milliseconds) / 1000, UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return None


def parts(page: HtmlElement) -> Iterator[Part]:
    """Yield the posts that stand in the page."""
    for post in select(page, POSTS):
        body = next(select(post, BODY), None)
        if body is not None:
            yield Part(heading=_heading(first(post, AUTHOR), first(post, TIME)), body=body)


PLATFORM = Platform(
    name="discourse",
    generators=("discourse",),
    parts=parts,
    drop=(
        ".quote-controls",
        "img.avatar",
        ".lightbox .meta",
        ".cooked-selection-barrier",
        ".post-menu-area",
        ".link-count",
        "a.anchor",
        ".codeblock-button-wrapper",
        ".badge.clicks",
    ),
    title=("#topic-title h1 .fancy-title", "#topic-title h1 a", 'meta[property="og:title"]@content'),
    authors=(
        "/descendant::*[@itemprop='author'][1]//*[@itemprop='name']",
        "/descendant::*[@data-post-id][1]//*[contains(@class, 'username')]//@data-user-card",
    ),
    published=('meta[property="article:published_time"]@content', ".crawler-post time[datetime]@datetime"),
    tags=("#topic-title .discourse-tag", 'meta[property="article:tag"]@content'),
    category=('meta[property="article:section"]@content',),
    embedded=embedded,
)
