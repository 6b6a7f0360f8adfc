"""GitBook's first generation and HonKit, which follows it: books on any host."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="gitbook",
    generators=("gitbook 2", "gitbook 3", "honkit"),
    content=("section.markdown-section",),
    drop=("a.anchor", ".page-footer", ".gitbook-plugin-modal", ".book-anchor", ".code-wrapper > i"),
)
