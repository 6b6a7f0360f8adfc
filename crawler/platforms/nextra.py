"""Nextra: documentation made with Next.js, of its second version and newer."""

from __future__ import annotations

from crawler.platforms.platform import Platform

# What version two writes below a page, inside of it: when it was changed, and which pages are beside it.
BELOW = (
    '//article//main/div[starts-with(normalize-space(.), "Last updated on")]',
    '//article//main/div[contains(@class, "nx-border-t")][a]',
)

PLATFORM = Platform(
    name="nextra",
    signs=(".nextra-toc", ".nextra-navbar", ".nextra-nav-container"),
    content=("article.nextra-content main", "article main", "main[data-pagefind-body]"),
    drop=(".subheading-anchor", ".nextra-breadcrumb", ".nextra-toc", ".nextra-steps-anchor", *BELOW),
    modified=(f"{BELOW[0]}//time/@datetime",),
    title=("article main h1", "main h1"),
)
