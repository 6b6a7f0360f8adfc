"""What a crawl changed, as `report.json` for programs and `report.md` for people, both whole or not at all."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any

from crawler.exceptions import JobError
from crawler.feeds.report_page import page_lines
from crawler.feeds.storage import replacing
from crawler.storage.export import rfc3339
from crawler.storage.report import crawl_report
from crawler.storage.report_entries import report_entries
from crawler.storage.sessions import read_scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy.orm import Session

    from crawler.storage.happenings import Happening
    from crawler.storage.report import CrawlReport
    from crawler.storage.sessions import Sessions

    Section = tuple[Happening, Iterable[dict[str, Any]]]

SHOWN = 50  # sources of a section on the page and in what a webhook gets; report.json has all


def write_report(sessions: Sessions, crawl_id: int, folder: Path, *, failed: str | None) -> dict[str, Any]:
    """Write both files, and return the report with the first sources of each section. Raises JobError.

    `failed` says why the crawl could not do its job; None where it did.
    """
    with read_scope(sessions) as session:
        report = crawl_report(session, crawl_id)
        head = _head(report, failed)
        first = [(each, list(report_entries(session, report, each, shown=SHOWN))) for each in report.sections]
        _write(folder, head, _all(session, report, dict(first)), first)
    return head | {"sections": dict(first)}


def write_failure(folder: Path, *, failed: str, now: datetime) -> dict[str, Any]:
    """Write the report of a crawl of which the database says nothing. Raises JobError."""
    head: dict[str, Any] = {
        "started_at": rfc3339(now),
        "failed": failed,
        "crawl": None,
        "sources": 0,
        "counts": {},
    }
    _write(folder, head, (), ())
    return head


def _head(report: CrawlReport, failed: str | None) -> dict[str, Any]:
    return {
        "started_at": report.crawl["started_at"],
        "failed": failed,
        "crawl": report.crawl,
        "notes": report.notes,
        "sources": report.sources,
        "asked": report.asked,
        "counts": report.counts,
    }


def _all(session: Session, report: CrawlReport, first: dict[Happening, list[dict[str, Any]]]) -> Iterator[Section]:
    for happening, ids in report.sections.items():
        whole = len(ids) <= SHOWN
        yield happening, first[happening] if whole else report_entries(session, report, happening)


def _write(
    folder: Path,
    head: dict[str, Any],
    sections: Iterable[Section],
    first: Iterable[tuple[Happening, list[dict[str, Any]]]],
) -> None:
    data, page = folder / "report.json", folder / "report.md"
    try:
        with replacing(data) as data_file, replacing(page) as page_file:
            _write_json(data_file, head, sections)
            for line in page_lines(head, first, folder.resolve()):
                page_file.write(f"{line}\n".encode("utf-8", "replace"))
    except OSError as error:
        raise JobError(f"cannot write {data}: {error.strerror}") from error


def _write_json(file: IO[bytes], head: dict[str, Any], sections: Iterable[Section]) -> None:
    """Write one object, a source on a line, with one source in memory at a time."""
    file.write(_json(head)[:-1] + b', "sections": {')
    for number, (happening, entries) in enumerate(sections):
        file.write((b"," if number else b"") + b"\n" + _json(happening) + b": [\n")
        for place, entry in enumerate(entries):
            file.write((b",\n" if place else b"") + _json(entry))
        file.write(b"\n]")
    file.write(b"}}\n")


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
