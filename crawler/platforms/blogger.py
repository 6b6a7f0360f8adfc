"""Blogger: blogspot.com in every country, and domains of its writers' own."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="blogger",
    hosts=("blogspot.com",),
    rendered=True,
    generators=("blogger",),
    content=(".post-body",),
    drop=(
        ".post-share-buttons",
        ".jump-link",
        ".post-footer",
        ".post-sidebar",
        "#related-posts",
        ".related-posts",
        ".sharethis-inline-share-buttons",
        ".post-bottom",
    ),
    title=(".post-title.entry-title", "h3.post-title", "h1.post-title", 'meta[property="og:title"]@content'),
    authors=(".post-author .fn", ".post-author-label + a", "[itemprop='author'] [itemprop='name']"),
    published=(
        "abbr.published@title",
        "time.published@datetime",
        ".published[datetime]@datetime",
        "[itemprop='datePublished']@title",
        "[itemprop='datePublished']@content",
        ".date-header",
    ),
    tags=(".post-labels a[rel='tag']", "a[rel='tag']"),
    gone=(
        "Blog has been removed",
        "is not available for new blogs",
        "Sorry, the page you were looking for in this blog does not exist",
        "Blog not found",
        "삭제된 블로그",
        "블로그가 삭제되었습니다",
        "찾고 있는 페이지가 이 블로그에 없습니다",
    ),
    locked=(
        "This blog is open to invited readers only",
        "초대된 독자만",
    ),
)
