"""Ghost: publications on hosts of their own. Its themes differ, the class of the content hardly does."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="ghost",
    rendered=True,
    generators=("ghost",),
    content=(
        ".gh-content",
        ".post-full-content .post-content",
        ".post-content",
        ".c-content",
        ".article-content",
        ".kg-canvas",
    ),
    drop=(
        ".kg-signup-card",
        ".kg-cta-card",
        ".gh-subscribe",
        ".gh-post-upgrade-cta",
        ".subscribe-form",
        ".post-full-footer",
        ".gh-article-share",
    ),
)
