"""Starlight: documentation made with Astro."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="starlight",
    generators=("starlight",),
    content=(".sl-markdown-content",),
    drop=(
        ".sl-anchor-link",
        ".expressive-code .copy",
        ".expressive-code figcaption",
    ),
    title=("h1#_top", "main h1"),
    published=('meta[property="article:published_time"]@content',),  # its one `time` is that of the last change
    modified=(".meta time@datetime", "footer time@datetime"),
)
