"""npm: a package's README."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="npm",
    hosts=("npmjs.com",),
    content=("#readme",),
    drop=("a.anchor", ".deep-link"),
)
