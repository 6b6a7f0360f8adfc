"""Notion: `pvs` says from where a page was shared."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(name="notion", hosts=("notion.so", "notion.site"), tracking=frozenset({"pvs"}))
