"""rustdoc: docs.rs, doc.rust-lang.org/std and what anyone builds."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="rustdoc",
    generators=("rustdoc",),
    content=("#main-content",),
    drop=(
        "a.anchor",
        ".since",
        ".rightside",
        "a.doc-anchor",
        "a.src",
        "a.srclink",
        "a.scrape-help",
        "#copy-path",
        "rustdoc-toolbar",
        "rustdoc-search",
        ".out-of-band",
        ".rustdoc-breadcrumbs",
        ".sub-heading",
        ".hideme",
        "a.test-arrow",
        ".tooltip",
        ".main-heading > wbr",
    ),
)
