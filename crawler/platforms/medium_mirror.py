"""Mirrors that show Medium's stories to everyone: Freedium, Scribe."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="medium_mirror",
    hosts=("freedium.cfd", "freedium-mirror.cfd", "scribe.rip", "scribe.nixnet.services"),
    content=(".main-content", "main article", "article"),
    drop=("article > h1", "article > .meta", "article > p.meta"),
    title=("h1",),
)
