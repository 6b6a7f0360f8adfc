"""Velog: velog.io/@USER/SLUG. Its pages carry the Markdown that the author typed."""

from __future__ import annotations

import json
import re
from datetime import timedelta, timezone
from typing import TYPE_CHECKING, Any

from crawler.platforms.platform import Embedded, Platform

if TYPE_CHECKING:
    from lxml.html import HtmlElement

STATE = "__APOLLO_STATE__"
SIGN = f'/html/body/script[contains(., "{STATE}") and contains(., "released_at")]'
# What velog's Markdown has of its own, `!youtube[ID]`, and the page that it shows; code is left alone.
SHOWN = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "codesandbox": "https://codesandbox.io/s/{}",
    "codepen": "https://codepen.io/{}",
    "twitter": "https://twitter.com/{}",
}
EMBED = re.compile(rf"!({'|'.join(SHOWN)})\[(?:embed/)?([^\]\s]+)\]")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


def embedded(page: HtmlElement) -> Embedded | None:
    """Read the post out of `window.__APOLLO_STATE__`; None where the page has no such state."""
    scripts = page.xpath(SIGN)
    post = _post(scripts[0].text or "") if scripts else None
    if post is None:
        return None
    tags = post.get("tags")
    names = tags.get("json") if isinstance(tags, dict) else tags
    return Embedded(
        markdown=_linked(body) if (body := _text(post.get("body"))) else None,
        title=_text(post.get("title")),
        authors=tuple(filter(None, [_text(post.get("author"))])),
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
    post = next((post for post in posts if post.get("body")), None)
    return {**post, "author": _author(post, state)} if post else None


def _author(post: dict[str, Any], state: dict[str, Any]) -> object:
    """Return the name that the post's user has in its address; the state refers to users in two ways."""
    user = post.get("user")
    if not isinstance(user, dict):
        return None
    whole = state.get(str(user.get("__ref") or user.get("id")))
    return (whole if isinstance(whole, dict) else user).get("username")


def _linked(markdown: str) -> str:
    """Write what stands embedded on a line of its own as a link."""
    lines, fence = [], ""
    for line in markdown.split("\n"):
        written = line
        if fence:
            fence = "" if line.lstrip().startswith(fence) else fence
        elif opening := FENCE.match(line):
            fence = opening[1]
        elif found := EMBED.match(line):
            page = SHOWN[found[1]].format(found[2].replace("/embed/", "/pen/"))
            written = f"<{page}>{line[found.end() :]}"
        lines.append(written)
    return "\n".join(lines)


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
