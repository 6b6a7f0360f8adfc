"""The JSON Feed of the sources that have an article, for any feed reader. https://jsonfeed.org/version/1.1"""

from __future__ import annotations

import json
import re
from typing import IO, Any
from urllib.parse import urlsplit

from scrapy.exporters import BaseItemExporter
from w3lib.url import safe_url_string

from crawler.feeds.items import document

VERSION = "https://jsonfeed.org/version/1.1"
TITLE = "Sources that the notes cite"
ABOUT = "Refkeep: who cites the source (notes), and what its last fetch showed. Times are RFC 3339."
EXTENSION_FIELDS = (
    "cited_urls",
    "verdict",
    "http_status",
    "fetched_at",
    "renderer",
    "platform",
    "quality",
    "quality_reasons",
    "content_hash",
    "archived_from",
    "site_name",
    "notes",
)
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")  # RFC 5646, as far as a page's language goes


class JsonFeedItemExporter(BaseItemExporter):
    """Writes each source that has an article as an item, one a line; the others are left out."""

    def __init__(self, file: IO[bytes], *, title: str = TITLE, about: str = ABOUT, **options: Any) -> None:
        super().__init__(**options)
        self.file = file
        self.title = title
        self.about = about
        self._separator = ""

    def start_exporting(self) -> None:
        head = _json({"version": VERSION, "title": self.title, "_refkeep": {"about": self.about}})
        self._write(f'{head[:-1]}, "items": [\n')

    def export_item(self, item: Any) -> None:
        source = document(item)
        if source.get("content_hash"):
            self.write_item(feed_item(source))

    def write_item(self, item: dict[str, Any]) -> None:
        """Write one item of the feed as it is."""
        self._write(self._separator + _json(item))
        self._separator = ",\n"

    def finish_exporting(self) -> None:
        self._write("\n]}\n")

    def _write(self, text: str) -> None:
        self.file.write(text.encode("utf-8", "replace"))


def feed_item(source: dict[str, Any]) -> dict[str, Any]:
    """Turn the document of a source that has an article into an item of a JSON Feed."""
    item = {
        "id": source["url"],
        "url": readable_url(source),
        "title": source["title"],
        "content_html": source["html"],
        "content_text": source["text"],
        "image": next(filter(None, map(web_address, source["images"])), None),
        "date_published": source["published_at"],
        "date_modified": source["modified_at"],
        "authors": [{"name": name} for name in source["authors"] if name],
        "language": _language_tag(source["language"]),
    }
    stated = {name: value for name, value in item.items() if value}
    stated.setdefault("content_text", "")  # one of the two contents must be there
    return stated | {"_refkeep": {name: source[name] for name in EXTENSION_FIELDS}}


def readable_url(source: dict[str, Any]) -> str | None:
    """Return the address to open in a browser: where the page was found, or what the notes say where it was not."""
    found = source["final_url"] if source["verdict"] in {"ok", "moved"} else None
    return next(filter(None, map(web_address, [found, *source["cited_urls"]])), None)


def web_address(url: str | None) -> str | None:
    """Spell an http or https address as RFC 3986 does, Hangul encoded; None for anything else."""
    try:
        is_web = url and urlsplit(url).scheme in {"http", "https"}
        return safe_url_string(url) if url and is_web else None
    except ValueError:  # a broken port or bracket
        return None


def _language_tag(language: str | None) -> str | None:
    return language if language and LANGUAGE_TAG.fullmatch(language) else None


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
