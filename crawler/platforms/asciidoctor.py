"""Asciidoctor's own page: older references of Spring and Gradle, manuals."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="asciidoctor",
    generators=("asciidoctor",),
    content=("#content",),
    drop=("a.anchor", "#toc", ".toc", "#tocbot"),
    title=("#header h1", "h1"),
    authors=("#author",),
    modified=("#revdate",),
)
