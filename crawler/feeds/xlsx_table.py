"""The xlsx feed: one row a source, lists as JSON, each cell cut to what a workbook can hold."""

from __future__ import annotations

import logging
import re
import weakref
from collections import Counter
from typing import IO, TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from scrapy.exporters import BaseItemExporter

from crawler.exceptions import JobError
from crawler.feeds.cells import as_cell, fit
from crawler.feeds.items import document
from crawler.storage.export import SOURCE_FIELDS

if TYPE_CHECKING:
    from crawler.feeds.cells import Cell

# https://support.microsoft.com/en-us/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
CELL_LIMIT = 32_767  # characters, in UTF-16 units
ROW_LIMIT = 1_048_576
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

logger = logging.getLogger(__name__)


class XlsxItemExporter(BaseItemExporter):
    """Writes each document as a row of one sheet, by way of a temporary file: memory does not grow with the rows.

    Text is always text: a page or a note cannot put a formula into the workbook.
    """

    def __init__(self, file: IO[bytes], **options: Any) -> None:
        options["fields_to_export"] = options.get("fields_to_export") or SOURCE_FIELDS
        super().__init__(**options)
        self.file = file
        self.cut: Counter[str] = Counter()  # cells that do not hold all of their field, by field
        self._rows = 0

    def start_exporting(self) -> None:
        import openpyxl  # noqa: PLC0415  every crawl loads every exporter, and few write a workbook
        from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
        from openpyxl.styles import Font  # noqa: PLC0415
        from openpyxl.writer.excel import ExcelWriter  # noqa: PLC0415

        self._new_cell, self._new_writer = WriteOnlyCell, ExcelWriter
        self._book = openpyxl.Workbook(write_only=True)
        self._sheet = self._book.create_sheet("sources")
        weakref.finalize(self, _close, self._sheet)
        self._sheet.freeze_panes = "B2"
        header = [self._cell(name) for name, _ in self.get_serialized_fields({}, include_empty=True)]
        for cell in header:
            cell.font = Font(bold=True)
        self._append(header)

    def export_item(self, item: Any) -> None:
        fields = self.get_serialized_fields(document(item), include_empty=True)
        self._append([self._cell(self._fitting(name, value)) for name, value in fields])

    def finish_exporting(self) -> None:
        with ZipFile(self.file, "w", ZIP_DEFLATED) as archive:  # openpyxl's own stays open where the disk is full
            self._new_writer(self._book, archive).save()
        if self.cut:
            fields = ", ".join(f"{name} {count}" for name, count in self.cut.most_common())
            logger.warning("cut to what a cell of xlsx can hold: %s", fields)

    def _append(self, row: list[Any]) -> None:
        if self._rows == ROW_LIMIT:
            raise JobError(f"xlsx holds {ROW_LIMIT:,} rows and there are more sources: use --format csv or jsonl")
        self._sheet.append(row)
        self._rows += 1

    def _fitting(self, name: str, value: Any) -> Cell:
        cell = fit(value, CELL_LIMIT)
        if cell != as_cell(value):
            self.cut[name] += 1
        return NOT_XML.sub("", cell) if isinstance(cell, str) else cell  # a form feed less is nothing lost

    def _cell(self, value: Cell) -> Any:
        cell = self._new_cell(self._sheet, value)
        if isinstance(value, str):
            cell.data_type = "s"  # openpyxl takes "=…" for a formula and "#N/A" for an error
        return cell


def _close(sheet: Any) -> None:
    """Close the sheet of a feed that was given up; openpyxl complains of one that is left open."""
    if not sheet.closed:
        sheet.close()
