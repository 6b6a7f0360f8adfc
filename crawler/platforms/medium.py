"""Medium: medium.com, its subdomains, and the domains of publications."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="medium",
    hosts=("medium.com",),
    rendered=True,
    tracking=frozenset({"source", "sk"}),
    generators=("medium",),
    signs=('/html/head/meta[@property="al:android:package"][@content="com.medium.reader"]',),
    content=("article.meteredContent", ".postArticle-content", "article"),
    drop=(
        "[data-testid='storyTitle']",
        "[data-testid='authorPhoto']",
        "[data-testid='authorName']",
        "[data-testid='storyReadTime']",
        "[data-testid='storyPublishDate']",
        "[data-testid='post-preview']",
        "[data-testid*='Clap']",
        "[data-testid*='Bookmark']",
        "[data-testid*='Share']",
        "[data-testid*='Response']",
        ".speechify-ignore",
        ".graf--title",
        ".section--first .section-divider",
        ".uiScale .js-postMetaLockup",
        ".js-postMetaLockup",
    ),
    title=("[data-testid='storyTitle']", "h1.graf--title", 'meta[property="og:title"]@content'),
    authors=("[data-testid='authorName']", 'meta[name="author"]@content'),
    published=('meta[property="article:published_time"]@content',),
    tags=('a[href*="/tag/"][href*="post_page"]', 'ul.tags a[href*="/tag/"]'),
    gone=(
        "This account is under investigation or was found in violation",
        "The author deleted this Medium story",
        "Error 410",
        "This story is unavailable",
        "the author has deleted",
        "PAGE NOT FOUND Out of nothing, something",
        "404 Out of nothing, something",
    ),
)
