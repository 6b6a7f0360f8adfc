"""VitePress: `.vp-doc` on any host; a code block begins with a button and the language's name."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="vitepress",
    generators=("vitepress",),
    signs=("#VPContent .vp-doc",),
    content=(".vp-doc > div", ".vp-doc"),
    drop=(
        "a.header-anchor",
        "div[class*='language-'] > span.lang",
        ".line-numbers-wrapper",
        ".VPDocFooter",
        ".VPDocAsideOutline",
    ),
    modified=(".VPLastUpdated time@datetime", ".VPDocFooterLastUpdated time@datetime"),
)
