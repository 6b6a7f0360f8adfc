"""What a page embeds, to links: a video, a tweet, a piece of code that runs elsewhere.

An embed becomes an `<embed>` that the cleaner writes as a link: like a picture it has no words of its own, so that it
stays where the text around it is kept. Frames of services that are not known go: most are advertisements.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml.etree import XPath
from lxml.html import Element

from crawler.extraction.addresses import absolute

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# What a service embeds, and the page that shows it to a reader.
SERVICES = tuple(
    (re.compile(rf"https?://(?:www\.)?{pattern}", re.IGNORECASE), page)
    for pattern, page in (
        (
            r"youtube(?:-nocookie)?\.com/embed/(?:videoseries)?\?(?:.*&)?list=([\w-]+)",
            r"https://www.youtube.com/playlist?list=\1",
        ),
        (r"youtube(?:-nocookie)?\.com/(?:embed|v)/([\w-]+)", r"https://www.youtube.com/watch?v=\1"),
        (r"player\.vimeo\.com/video/(\d+)\?(?:.*&)?h=(\w+)", r"https://vimeo.com/\1/\2"),
        (r"player\.vimeo\.com/video/(\d+)", r"https://vimeo.com/\1"),
        (r"tv\.naver\.com/embed/(\d+)", r"https://tv.naver.com/v/\1"),
        (r"(?:play-)?tv\.kakao\.com/embed/player/cliplink/(\w+)", r"https://tv.kakao.com/v/\1"),
        (r"dailymotion\.com/embed/video/(\w+)", r"https://www.dailymotion.com/video/\1"),
        (r"player\.bilibili\.com/player\.html\?(?:.*&)?bvid=(\w+)", r"https://www.bilibili.com/video/\1"),
        (r"codepen\.io/([\w-]+)/embed/(?:preview/)?([\w-]+)", r"https://codepen.io/\1/pen/\2"),
        (r"codesandbox\.io/(?:embed|s)/([\w-]+)", r"https://codesandbox.io/s/\1"),
        (r"(stackblitz\.com/edit/[\w-]+)", r"https://\1"),
        (r"(jsfiddle\.net/(?:\w+/){1,3}?)embedded/", r"https://\1"),
        (r"(replit\.com/@[\w-]+/[\w-]+)", r"https://\1"),
        (r"(colab\.research\.google\.com/[^?#]+)", r"https://\1"),
        (r"platform\.twitter\.com/embed/[^?]*\?(?:.*&)?id=(\d+)", r"https://twitter.com/i/status/\1"),
        (r"open\.spotify\.com/embed(?:-podcast)?/(\w+/\w+)", r"https://open.spotify.com/\1"),
        (r"w\.soundcloud\.com/player/?\?(?:.*&)?url=([^&#]+)", r"\1"),
        (r"facebook\.com/plugins/(?:post|video)\.php\?(?:.*&)?href=([^&#]+)", r"\1"),
        (r"(instagram\.com/(?:p|reel)/[\w-]+/)embed", r"https://www.\1"),
        (r"(slideshare\.net/slideshow/embed_code/key/\w+)", r"https://www.\1"),
        (r"(speakerdeck\.com/player/\w+)", r"https://\1"),
        (r"(docs\.google\.com/(?:presentation|document|spreadsheets)/d/[\w/-]+?)/(?:embed|pub|preview)", r"https://\1"),
        (r"(gist\.github\.com/[\w-]+/\w+)\.js", r"https://\1"),
        (r"(asciinema\.org/a/\w+)", r"https://\1"),
        (r"(loom\.com/)embed/(\w+)", r"https://www.\1share/\2"),
        (r"(medium\.com/media/\w+)", r"https://\1"),
    )
)
ADDRESSES = (
    "src",
    "data-src",
    "data-lazy-src",
    "data-lazy",
    "data-url",
    "data-original",
    "data-videourl",
    "data-origin",
)
CANDIDATES = XPath(
    ".//iframe|.//video|.//audio|.//amp-youtube|.//lite-youtube|.//embed|.//object[@data]"
    '|.//script[contains(@src, "gist.github.com") or contains(@src, "asciinema.org")]'
)
FEW = 10  # sources of a video
ANYWHERE = "https://e.invalid/"  # the page: what is known is never relative to it
PLAYERS = {"lite-youtube": "videoid", "amp-youtube": "data-videoid"}


def plain_embeds(tree: HtmlElement) -> None:
    """Replace every embed of the page, or take it away."""
    for frame in CANDIDATES(tree):
        if frame.getparent() is None:
            continue
        page = _page(frame)
        if page is None:
            if frame.tag in {"video", "audio", "embed"}:
                frame.drop_tree()
            continue
        link = Element("embed", {"src": page, "title": " ".join(frame.get("title", "").split())})
        link.tail = frame.tail
        frame.getparent().replace(frame, link)


def _page(frame: HtmlElement) -> str | None:
    """Return the address that shows a reader what the frame shows."""
    if name := PLAYERS.get(frame.tag):
        return _known(f"https://www.youtube.com/embed/{frame.get(name, '')}")
    if frame.tag in {"video", "audio"}:
        sources = islice(frame.iter(frame.tag, "source"), FEW)  # the parser nests them
        addresses = (source.get(name, "") for source in sources for name in ADDRESSES)
        return next((a for a in addresses if a and absolute(a, ANYWHERE)), None)
    addresses = (frame.get(name, "") for name in (*ADDRESSES, "data"))
    if frame.tag == "script" and _is_written(frame):
        return None
    return next((page for a in addresses if a and (url := absolute(a, ANYWHERE)) and (page := _known(url))), None)


def _known(url: str) -> str | None:
    for pattern, page in SERVICES:
        if match := pattern.match(url):
            return match.expand(page) if page != r"\1" else absolute(unquote(match[1]), url)
    return None


def _is_written(script: HtmlElement) -> bool:
    """Say whether a script has run, and what it writes stands behind it."""
    after = script.getnext()
    return after is not None and "gist" in after.get("class", "").split()
