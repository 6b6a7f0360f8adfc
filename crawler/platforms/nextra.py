"""Nextra: documentation made with Next.js, of its second version and newer."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="nextra",
    signs=(".nextra-toc", ".nextra-navbar", ".nextra-nav-container"),
    content=("article.nextra-content main", "article main", "main[data-pagefind-body]"),
    drop=(".subheading-anchor", ".nextra-breadcrumb", ".nextra-toc", ".nextra-steps-anchor"),
    title=("article main h1", "main h1"),
)
