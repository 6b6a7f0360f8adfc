"""Feeds: the store as files that other tools read. One exporter a file."""

from __future__ import annotations

from crawler.settings import FEED_EXPORTERS

SYNONYMS = frozenset({"jl", "jsonlines"})  # Scrapy's other names for jsonl
FORMATS = {name: path for name, path in FEED_EXPORTERS.items() if path and name not in SYNONYMS}
