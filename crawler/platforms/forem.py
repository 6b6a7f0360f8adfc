"""Forem: dev.to and the communities that run the same."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="forem",
    hosts=("dev.to",),
    rendered=True,
    signs=("#article-body.crayons-article__body",),
    content=("#article-body",),
    drop=(".highlight__panel", ".ltag__user-subscription-tag", ".crayons-article__reactions"),
    title=("#main-title h1", ".crayons-article__header__meta h1", 'meta[property="og:title"]@content'),
    published=(
        "#article-show-container .crayons-article__header time@datetime",
        ".crayons-article__header__meta time@datetime",
    ),
    tags=(".spec__tags a",),
)
