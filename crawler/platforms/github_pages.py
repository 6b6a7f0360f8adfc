"""GitHub Pages: blogs and documents of any generator, which the page itself names."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(name="github_pages", hosts=("github.io",), rendered=True)
