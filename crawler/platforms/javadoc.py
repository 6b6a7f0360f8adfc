"""javadoc, of JDK 11 and newer, which says so itself; a version is a page of its own."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="javadoc",
    generators=("javadoc",),
    content=("main[role='main']", "main"),
    code=(".type-signature", ".member-signature", ".module-signature"),
    drop=(
        ".sub-title .module-label-in-type",
        "nav",
        ".anchor-link",
        "button",
        ".table-tabs",
        ".caption .tab-end",
    ),
)
