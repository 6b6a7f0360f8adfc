"""Substack: newsletters under substack.com and under domains of their own."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="substack",
    hosts=("substack.com",),
    rendered=True,
    tracking=frozenset({"r", "triedRedirect", "showWelcomeOnShare"}),
    signs=(
        '/html/head/link[starts-with(@href, "https://substackcdn.com")]',
        '/html/head/link[starts-with(@href, "https://cdn.substack.com")]',
    ),
    content=(".available-content .body.markup", ".available-content", ".body.markup", ".FeedProseMirror"),
    drop=(
        ".subscription-widget-wrap",
        ".subscription-widget-wrap-editor",
        ".subscription-widget",
        ".button-wrapper",
        ".captioned-button-wrap",
        ".header-anchor-parent",
        ".header-anchor-widget",
        ".image-link-expand",
        ".paywall",
        ".paywall-jump",
        "form",
    ),
    title=("h1.post-title", 'meta[property="og:title"]@content'),
    authors=('meta[name="author"]@content',),
    gone=(
        "This post has been removed",
        "This publication has been removed",
        "This publication is no longer available",
    ),
    locked=("This post is for paid subscribers only",),
)
