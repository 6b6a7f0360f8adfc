"""Feeds: the store as files that other tools read. One exporter a file; settings.py names them to Scrapy too."""

from __future__ import annotations

FORMATS = {
    "jsonfeed": "crawler.feeds.jsonfeed.JsonFeedItemExporter",
    "json": "crawler.feeds.json_list.JsonItemExporter",
    "jsonl": "crawler.feeds.json_list.JsonLinesItemExporter",
    "csv": "crawler.feeds.csv_table.CsvItemExporter",
    "xlsx": "crawler.feeds.xlsx_table.XlsxItemExporter",
}
