"""Signals of ours, beside Scrapy's."""

from __future__ import annotations

breaking_off = object()  # the crawl was told to end (Ctrl-C, SIGTERM, a lost lease), before Scrapy waits
