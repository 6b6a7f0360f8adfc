"""VuePress, one and two."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="vuepress",
    generators=("vuepress",),
    signs=("div.theme-default-content",),
    content=("[vp-content]", "div.theme-default-content", ".theme-hope-content", ".content__default"),
    drop=(
        # Its second version puts the heading's words into the link.
        '//a[contains(concat(" ", @class, " "), " header-anchor ")][not(span)]',
        ".line-numbers",
        ".line-numbers-wrapper",
        ".page-edit",
        ".page-nav",
        ".table-of-contents",
    ),
    modified=(".last-updated .time", ".vp-meta-info .update-time .meta-info", ".update-time .meta-info"),
)
