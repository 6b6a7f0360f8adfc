"""Invision Community: a topic with its posts, kept apart; known on any host."""

from __future__ import annotations

from crawler.platforms.platform import Platform
from crawler.platforms.threads import thread

PLATFORM = Platform(
    name="invision",
    signs=("body.ipsApp",),
    parts=thread(
        each=("article.ipsComment", "article[id^='elComment_']"),
        body=("[data-role='commentContent']",),
        author=(".cAuthorPane_author", ".ipsComment_author h3"),
        time=(".ipsComment_meta time@datetime", "time@datetime"),
    ),
    drop=(".ipsQuote_citation .ipsCursor_pointer", "[data-role='memberSignature']", ".ipsType_reset.ipsType_medium"),
    title=("h1.ipsType_pageTitle", 'meta[property="og:title"]@content'),
    authors=("/descendant::*[contains(@class, 'cAuthorPane_author')][1]",),
    published=("article .ipsComment_meta time@datetime",),
)
