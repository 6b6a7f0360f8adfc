"""scrapy feed: the whole store as one file."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import IO, TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.utils.misc import load_object

from crawler.commands import RefkeepCommand
from crawler.commands.output import say, watched
from crawler.commands.stored import open_store
from crawler.exceptions import JobError, UsageError
from crawler.feeds import FORMATS
from crawler.feeds.export import export
from crawler.feeds.storage import replacing
from crawler.paths import is_folder, user_path
from crawler.storage.export import count_sources, feed_sources
from crawler.storage.sessions import read_scope

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from scrapy.exporters import BaseItemExporter
    from sqlalchemy.orm import Session

DEFAULT_FORMAT = "jsonfeed"
FORMAT_OF_SUFFIX = {f".{name}": name for name in ("jsonl", "csv", "xlsx")}  # .json is what readers call a JSON Feed


class Command(RefkeepCommand, ScrapyCommand):
    """Exports every source of the store, or those that one note cites, without holding them in memory."""

    examples = (
        "scrapy feed -o feed.json                          a JSON Feed, for any feed reader",
        "scrapy feed --format json | jq '.[].title'        every source, those without an article too",
        "scrapy feed --note python/async.md -o async.xlsx  what one note cites, as a table",
    )

    def syntax(self) -> str:
        return f"[--format {'|'.join(FORMATS)}] [--note PATH] [-o FILE]"

    def short_desc(self) -> str:
        return "Export the sources as a feed: JSON Feed, JSON, CSV or a workbook"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--format", choices=FORMATS, help=f"default: what FILE ends in (.jsonl, .csv, .xlsx), else {DEFAULT_FORMAT}"
        )
        parser.add_argument("--note", metavar="PATH", help="only what this note cites; its path in the notes folder")
        parser.add_argument("-o", "--output", metavar="FILE", help="replaced whole when done; default: standard output")

    def execute(self, opts: Namespace) -> None:
        target = None if opts.output in (None, "-") else user_path(opts.output)
        exporter = load_object(FORMATS[opts.format or _format_of(target)])
        if target and is_folder(target):
            raise UsageError(f"{opts.output} is a folder; name a file in it")
        if opts.format == "xlsx" and target is None and sys.stdout.isatty():
            raise UsageError("a workbook is nothing to read in a terminal; name a file with -o FILE")
        with read_scope(open_store(self.setting("DATABASE_URL"))) as session:
            try:
                _write(session, opts.note, exporter, target)
            except BrokenPipeError:
                raise
            except OSError as error:
                raise JobError(f"cannot write {opts.output or 'the feed'}: {error.strerror}") from error


def _format_of(target: Path | None) -> str:
    return FORMAT_OF_SUFFIX.get(target.suffix.lower(), DEFAULT_FORMAT) if target else DEFAULT_FORMAT


def _write(session: Session, note: str | None, exporter: Callable[..., BaseItemExporter], target: Path | None) -> None:
    sources = feed_sources(session, note=note)
    if target is not None:
        sources = watched(sources, total=count_sources(session, note=note), what="writing")
    with _open(target) as file:
        done = export(sources, exporter(file, encoding="utf-8", indent=0))
    say(f"{done.sources:,} sources, {done.articles:,} with an article{f', in {target}' if target else ''}")


def _open(target: Path | None) -> AbstractContextManager[IO[bytes]]:
    return replacing(target) if target else nullcontext(sys.stdout.buffer)
