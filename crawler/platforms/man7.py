"""The manual pages of Linux: man7.org/linux/man-pages."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="man7",
    hosts=("man7.org",),
    content=("body",),
    drop=(
        ".page-top",
        ".nav-bar",
        ".sec-table",
        "hr.nav-end",
        "hr.start-footer",
        '//a[@href="#top_of_page"]',
        '//pre[span[@class="headline"]]',
        ".footer",
        "form",
    ),
    title=("h1",),
)
