"""Baeldung's tutorials: WordPress, with what it sells among the text."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="baeldung",
    hosts=("baeldung.com",),
    rendered=True,
    content=("section.post-content", ".post-content"),
    drop=(
        ".short_box.short_start",
        ".short_box.short_end",
        ".before-post-widgets",
        '//section//*[self::h2 or self::h3 or self::h4 or self::p][contains(., "CHECK OUT THE COURSE")]',
        '//section//*[starts-with(@class, "after-post-") or starts-with(@id, "after-post-")]',
    ),
)
