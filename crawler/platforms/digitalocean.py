"""DigitalOcean's tutorials. Their classes end in a hash."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="digitalocean",
    hosts=("digitalocean.com",),
    content=('[class*="Markdown_markdown"]', ".tutorial-content", ".content-body"),
    drop=(".code-toolbar > .toolbar",),
)
