"""scrapy citations: what the notes cite, by the same reading as a crawl's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text
from scrapy.commands import ScrapyCommand

from crawler.commands import RefkeepCommand
from crawler.commands.output import print_json, say, show, watched
from crawler.exceptions import UsageError
from crawler.notes import find_notes, notes_folder
from crawler.storage.reading import NoteReader, UnreadableNote, read_notes

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from crawler.storage.reading import FoundCitation, ReadNote


class Command(RefkeepCommand, ScrapyCommand):
    """Reads the notes, and asks neither the network nor the database."""

    examples = (
        "scrapy citations ~/notes",
        "scrapy citations ~/notes --json | jq -r '.[].citations[].url'",
    )

    def syntax(self) -> str:
        return "[DIR] [--json]"

    def short_desc(self) -> str:
        return "Show what the notes of a folder cite; asks nothing of the network"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", nargs="?", metavar="DIR", help="the folder of notes (default: NOTES_DIR)")
        parser.add_argument("--json", action="store_true", help="print one JSON document")

    def execute(self, opts: Namespace) -> None:
        reader = NoteReader(
            notes_folder(opts.folder or self.setting("NOTES_DIR"), named_by="DIR"),
            self.setting("ALLOWED_PRIVATE_HOSTS"),
            self.setting("IGNORE_URLS"),
        )
        notes = list(_readable(reader))
        if opts.json:
            print_json([_document(note) for note in notes])
        else:
            _draw(notes)


def _readable(reader: NoteReader) -> Iterator[ReadNote]:
    """Yield the notes that can be read, and say of the others why not. Raises UsageError where there is no note."""
    paths = list(find_notes(reader.root))
    if not paths:
        raise UsageError(f"no notes in {reader.root}: it holds no .md, .markdown or .mdx file")
    for note in watched(read_notes(reader, paths), total=len(paths), what="reading"):
        if isinstance(note, UnreadableNote):
            say(f"cannot read {note.path}: {note.reason}")
        else:
            yield note


def _document(note: ReadNote) -> dict[str, Any]:
    return {"path": note.path, "title": note.title, "citations": [citation.values for citation in note.citations]}


def _draw(notes: list[ReadNote]) -> None:
    for note in notes:
        if note.citations:
            title = "" if note.title == Path(note.path).stem else f"  {note.title}"
            show(Text.assemble((note.path, "bold"), (title, "bright_black")), _citation_table(note.citations), "")
    show(_totals(notes))


def _citation_table(citations: list[FoundCitation]) -> Table:
    """Draw a row for each citation; a column that would be empty is left out."""
    said = [citation.values for citation in citations]
    labels = ["" if one["label"] in {one["url"], one["as_written"]} else one["label"] for one in said]
    markers = [one["marker"] or "" for one in said]
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(justify="right", style="bright_black", no_wrap=True)
    if any(markers):
        table.add_column(style="magenta", overflow="ellipsis", no_wrap=True, max_width=16)
    if any(labels):
        table.add_column(overflow="ellipsis", no_wrap=True, max_width=44)
    table.add_column(overflow="fold")
    for citation, marker, label in zip(citations, markers, labels, strict=True):
        cells = [text for text, column in ((marker, markers), (label, labels)) if any(column)]
        url = Text(citation.values["url"], _colour(citation))
        table.add_row(str(citation.values["line"]), *map(Text, cells), url)
    return table


def _colour(citation: FoundCitation) -> str:
    if not citation.host:
        return "red"
    return "bright_black" if citation.values["weak"] else "cyan"


def _totals(notes: list[ReadNote]) -> str:
    citations = [citation for note in notes for citation in note.citations]
    citing = sum(bool(note.citations) for note in notes)
    asides = {
        "weak": sum(citation.values["weak"] for citation in citations),
        "unusable": sum(not citation.host for citation in citations),
    }
    named = ", ".join(f"{count:,} {kind}" for kind, count in asides.items() if count)
    aside = f" ({named})" if named else ""
    sources = len({citation.source_url for citation in citations})
    return f"{len(citations):,} citations{aside} of {sources:,} sources in {citing:,} of {len(notes):,} notes"
