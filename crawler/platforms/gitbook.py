"""GitBook: its first generation, HonKit, which follows it, and the books that it serves today; on any host."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="gitbook",
    generators=("gitbook", "honkit"),
    content=("section.markdown-section", "main div.whitespace-pre-wrap"),
    drop=("a.anchor", ".page-footer", ".gitbook-plugin-modal", ".book-anchor", ".code-wrapper > i"),
    title=("main header h1", 'meta[property="og:title"]@content'),
    modified=('//main//*[starts-with(normalize-space(.), "Last updated")]/time/@datetime',),
)
