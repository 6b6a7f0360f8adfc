"""vBulletin, its fourth version and its fifth: a thread with its posts, kept apart; known by its generator."""

from __future__ import annotations

from crawler.platforms.platform import Platform
from crawler.platforms.threads import thread

PLATFORM = Platform(
    name="vbulletin",
    generators=("vbulletin",),
    parts=thread(
        each=("li.postcontainer", "li.b-post[data-node-id]"),
        body=(".postcontent", ".js-post__content-text"),
        author=(".username", "[itemprop='author'] [itemprop='name']", ".author a"),
        time=("time@datetime", ".postdate .date"),
    ),
    drop=(".bbcode_description", ".signaturecontainer", ".after_content"),
    title=(".threadtitle", "h1.main-title", "h1"),
    authors=(
        "/descendant::li[contains(@class, 'postcontainer')][1]//a[contains(@class, 'username')]",
        ".b-post .author a",
    ),
    published=("li.b-post time@datetime",),
)
