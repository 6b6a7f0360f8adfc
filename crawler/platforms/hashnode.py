"""Hashnode: hashnode.dev and domains of its writers' own."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="hashnode",
    hosts=("hashnode.dev", "hashnode.com"),
    rendered=True,
    signs=("#post-content-parent #post-content-wrapper",),
    content=("#post-content-wrapper",),
    drop=(".hn-embed-widget a", "button"),
    title=("h1[data-query='post-title']", 'meta[property="og:title"]@content'),
)
