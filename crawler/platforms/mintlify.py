"""Mintlify: the documentation of many companies. Its paragraphs are `span`s that say what they stand for."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="mintlify",
    generators=("mintlify",),
    signs=("#content.mdx-content[data-page-title]",),
    content=("#content.mdx-content", ".mdx-content", "#content-area .prose"),
    drop=(
        "#pagination",
        "h2 > div.absolute",
        "h3 > div.absolute",
        "h4 > div.absolute",
        "[data-component-part='code-block-header']",
    ),
    paragraphs=("[data-as='p']",),
    title=("#page-title", ".mdx-content@data-page-title"),
)
