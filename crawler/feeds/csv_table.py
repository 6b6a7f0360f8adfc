"""The csv feed, made to be opened in a spreadsheet: UTF-8 with a byte order mark, one row a source, lists as JSON."""

from __future__ import annotations

import codecs
import csv
from typing import IO, TYPE_CHECKING, Any

from scrapy.exporters import BaseItemExporter

from crawler.feeds.cells import as_cell
from crawler.feeds.items import document
from crawler.storage.export import SOURCE_FIELDS

if TYPE_CHECKING:
    from crawler.feeds.cells import Cell

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class CsvItemExporter(BaseItemExporter):
    """Writes each document as a row.

    Text that a spreadsheet would run as a formula gets an apostrophe before it: pages are written by others, and a cell
    such as `=HYPERLINK(…)` would call home. The json feeds hold the text unchanged.
    https://owasp.org/www-community/attacks/CSV_Injection
    """

    def __init__(self, file: IO[bytes], **options: Any) -> None:
        options["fields_to_export"] = options.get("fields_to_export") or SOURCE_FIELDS
        super().__init__(**options)
        self._rows = csv.writer(codecs.getwriter("utf-8-sig")(file, "replace"))

    def start_exporting(self) -> None:
        self._rows.writerow(name for name, _ in self.get_serialized_fields({}, include_empty=True))

    def export_item(self, item: Any) -> None:
        fields = self.get_serialized_fields(document(item), include_empty=True)
        self._rows.writerow(inert(as_cell(value)) for _, value in fields)


def inert(cell: Cell) -> Cell:
    """Return the cell so that no spreadsheet runs it. Numbers are numbers, whatever their sign."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell
