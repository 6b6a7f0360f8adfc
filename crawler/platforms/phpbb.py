"""phpBB, in its own style and those made after it: a topic with its posts, kept apart; known on any host."""

from __future__ import annotations

from crawler.platforms.platform import Platform
from crawler.platforms.threads import thread

# "by ann » Fri Feb 01, 2019 10:00 am", where the time has no element.
SHOWN = './/*[contains(concat(" ", @class, " "), " author ")]/text()[string-length(normalize-space(.)) > 5]'

PLATFORM = Platform(
    name="phpbb",
    signs=("body#phpbb",),
    parts=thread(
        each=(".post[id]",),
        body=(".postbody .content", ".postbody .postcontent"),
        author=(".author [class*='username']", ".postprofile [class*='username']", ".author strong"),
        time=(".author time@datetime", SHOWN),
    ),
    drop=(".codebox > p", ".codebox > dt", ".signature", ".notice", "a.postlink-local > i"),
    paragraphs=("blockquote cite",),
    title=("h2.topic-title", "h1.topic-title", "#page-body > h2"),
    authors=("/descendant::*[@class='author'][1]//*[contains(@class, 'username')]", ".author strong"),
    published=(".post .author time@datetime",),
)
