"""mdBook: Rust's books and others. Its style sheets are named in every page's head, with or without a hash."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="mdbook",
    signs=('/html/head/link[contains(@href, "ayu-highlight")]', "#mdbook-content"),
    content=("#mdbook-content main", "#content main", "main"),
    drop=(".nav-wrapper", ".nav-chapters", ".buttons", ".mobile-nav-chapters", "span.boring"),
    title=("main h1",),
    site=(".menu-title",),
)
