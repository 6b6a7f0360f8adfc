"""XenForo, its first version and those since: a thread with its posts, kept apart; known on any host."""

from __future__ import annotations

from crawler.platforms.platform import Platform
from crawler.platforms.threads import thread

PLATFORM = Platform(
    name="xenforo",
    signs=("html#XF", "html#XenForo"),
    parts=thread(
        each=("article.message[data-author]", "li.message[data-author]"),
        body=(".message-body .bbWrapper", ".message-body", ".messageText"),
        author=("[data-author]@data-author",),
        time=(".message-attribution time@datetime", "time@datetime", ".messageMeta .DateTime@title"),
    ),
    drop=(
        ".bbCodeBlock--code > .bbCodeBlock-title",
        ".bbCodeBlock-expandLink",
        ".quoteExpand",
        ".js-selectToQuoteEnd",
        ".message-lastEdit",
    ),
    title=(".p-title-value", ".titleBar h1", 'meta[property="og:title"]@content'),
    authors=("/descendant::*[self::article or self::li][@data-author][1]/@data-author",),
    published=("article.message .message-attribution time@datetime", "li.message .messageMeta .DateTime@title"),
    tags=("a.tagItem", ".tagList a.tag"),
)
