"""The json and jsonl feeds: Scrapy's own, with each item as the contract's document."""

from __future__ import annotations

from typing import Any

from scrapy import exporters

from crawler.feeds.items import document


class JsonItemExporter(exporters.JsonItemExporter):
    """Writes a list of documents, one a line."""

    def export_item(self, item: Any) -> None:
        super().export_item(document(item))


class JsonLinesItemExporter(exporters.JsonLinesItemExporter):
    """Writes one document a line."""

    def export_item(self, item: Any) -> None:
        super().export_item(document(item))
