"""Velog: velog.io/@USER/SLUG. Its pages carry the Markdown that the author typed."""

from __future__ import annotations

import json
from datetime import timedelta, timezone
from typing import TYPE_CHECKING, Any

from crawler.platforms.platform import Embedded, Platform

if TYPE_CHECKING:
    from lxml.html import HtmlElement

STATE = "__APOLLO_STATE__"
SIGN = f'/html/body/script[contains(., "{STATE}") and contains(., "released_at")]'


def embedded(page: HtmlElement) -> Embedded | None:
    """Read the post out of `window.__APOLLO_STATE__`; None where the page has no such state."""
    scripts = page.xpath(SIGN)
    post = _post(scripts[0].text or "") if scripts else None
    if post is None:
        return None
    tags = post.get("tags")
    names = tags.get("json") if isinstance(tags, dict) else tags
    return Embedded(
        markdown=_text(post.get("body")),
        title=_text(post.get("title")),
        published=_text(post.get("released_at")),
        modified=_text(post.get("updated_at")),
        tags=tuple(name for name in names if isinstance(name, str)) if isinstance(names, list) else (),
    )


def _post(script: str) -> dict[str, Any] | None:
    """Find the one post with a body in the state (the posts that it recommends have none)."""
    start = script.find("{", script.find(STATE))
    try:
        state, _ = json.JSONDecoder().raw_decode(script, start)
    except (ValueError, RecursionError):
        return None
    posts = (value for name, value in state.items() if name.startswith("Post:") and isinstance(value, dict))
    return next((post for post in posts if post.get("body")), None)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


PLATFORM = Platform(
    name="velog",
    hosts=("velog.io",),
    rendered=True,
    signs=('/html/head/link[@rel="canonical"][starts-with(@href, "https://velog.io/@")]', SIGN),
    # The class names are hashed; the theme of the code is not.
    content=(".atom-one", ".atom-one-light", ".atom-one-dark", ".github", ".monokai", ".dracula"),
    title=('meta[property="og:title"]@content', ".head-wrapper h1", "title"),
    authors=(".information .username a", ".information .username"),
    published=(".information > span:last-child",),
    tags=('.head-wrapper a[href^="/tags/"]',),
    zone=timezone(timedelta(hours=9)),
    embedded=embedded,
    gone=(
        "존재하지 않는 포스트",
        "찾을 수 없는 페이지",
        "없는 페이지입니다",
        "아무것도 없네요",
    ),
    locked=(
        "비공개 포스트입니다",
        "비공개 글입니다",
    ),
)
