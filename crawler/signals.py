"""Signals of ours, beside Scrapy's."""

from __future__ import annotations

# The crawl is to end, before Scrapy waits: Ctrl-C, SIGTERM, a lost lease; Splash or the database stays away.
breaking_off = object()
