"""PostgreSQL's manual and its translations' frame. A version is a page of its own."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="postgresql",
    hosts=("postgresql.org",),
    content=("#docContent",),
    drop=(".navheader", ".navfooter", "#docComments", "a.id_link", ".toc"),
    title=("#docContent h1.title", "#docContent h2.title"),
)
