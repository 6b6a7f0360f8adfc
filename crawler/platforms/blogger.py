"""Blogger: blogspot.com in every country, and domains of its writers' own."""

from __future__ import annotations

from crawler.platforms.platform import Platform
from crawler.platforms.posts import posts

# A page of one post: on one of several no title and no day is the page's.
SINGLE = '/html[count(.//*[contains(concat(" ", @class, " "), " post-outer ")]) < 2]'

PLATFORM = Platform(
    name="blogger",
    hosts=("blogspot.com",),
    rendered=True,
    generators=("blogger",),
    parts=posts(each=(".post-outer",), title=(".post-title a[href]",), body=(".post-body",)),
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
    title=(
        f'{SINGLE}//*[contains(@class, "post-title") and contains(@class, "entry-title")]',
        f'{SINGLE}//h3[contains(@class, "post-title")]',
        f'{SINGLE}//h1[contains(@class, "post-title")]',
        'meta[property="og:title"]@content',
    ),
    authors=(".post-author .fn", ".post-author-label + a", "[itemprop='author'] [itemprop='name']"),
    published=(
        f'{SINGLE}//abbr[contains(@class, "published")]/@title',
        f'{SINGLE}//*[contains(@class, "published")]/@datetime',
        f'{SINGLE}//*[@itemprop="datePublished"]/@*[name() = "title" or name() = "content"]',
        f'{SINGLE}//*[contains(@class, "date-header")]',
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
