"""Notes read and parsed for the database, in processes of their own where there are many."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from crawler.exceptions import InvalidURLError, JobError
from crawler.notes import PARSER_VERSION, NoteUnreadableError, decode_note, parse_note
from crawler.platforms import own_version
from crawler.processes import initializer, undisturbed
from crawler.storage.column_types import storable
from crawler.urls import canonical_url
from crawler.urls.parts import DEFAULT_PORTS, host_of, split, without_userinfo

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from crawler.notes import Citation

MANY = 300  # notes: fewer are read sooner than processes start
CHUNK = 50  # notes that travel together


@dataclass(frozen=True, slots=True)
class FoundCitation:
    """A citation as a note holds it now."""

    source_url: str  # canonical; as the note means it where the URL is unusable
    host: str  # "" where the URL is unusable
    values: dict[str, Any]  # what the note says, by column


@dataclass(frozen=True, slots=True)
class ReadNote:
    """A note that was read and parsed."""

    path: str  # below the notes folder
    content_hash: str
    title: str
    citations: list[FoundCitation]


@dataclass(frozen=True, slots=True)
class UnreadableNote:
    """A note that could not be read."""

    path: str
    reason: str


@dataclass(frozen=True)
class NoteReader:
    """Reads the notes of one folder under one set of settings, which are lists by comma or white space."""

    root: Path
    allowed_private_hosts: str
    ignore_urls: str

    @cached_property
    def reading(self) -> str:
        """What a note's citations depend on besides its content."""
        settings = json.dumps([PARSER_VERSION, self.allowed_private_hosts, self.ignore_urls, own_version()])
        return f"{PARSER_VERSION}-{hashlib.sha256(settings.encode()).hexdigest()[:16]}"

    def hash(self, path: str) -> str:
        """Return the SHA-256 of a note's bytes, in hex. Raises OSError."""
        with open(f"{self.root}/{path}", "rb") as file:  # noqa: PTH123  of many notes a Path takes longer than its file
            return hashlib.sha256(file.read()).hexdigest()

    def read(self, path: str) -> ReadNote | UnreadableNote:
        """Read and parse one note."""
        try:
            content = (self.root / path).read_bytes()
            text = decode_note(content)
        except OSError as error:
            return UnreadableNote(path, error.strerror or str(error))
        except NoteUnreadableError as error:
            return UnreadableNote(path, str(error))
        note = parse_note(
            text,
            allowed_private_hosts=self.allowed_private_hosts,
            ignore_urls=self.ignore_urls,
            fallback_title=(self.root / path).stem,
        )
        citations = [_found(citation) for citation in note.citations]
        return ReadNote(path, hashlib.sha256(content).hexdigest(), storable(note.title), citations)

    def read_all(self, paths: Sequence[str]) -> list[ReadNote | UnreadableNote]:
        return [self.read(path) for path in paths]


def read_notes(reader: NoteReader, paths: Sequence[str]) -> Iterator[ReadNote | UnreadableNote]:
    """Yield the notes in the order of their paths; of what is read ahead only a few chunks are in memory.

    Raises JobError where a process that reads is killed.
    """
    workers = min(os.cpu_count() or 1, 8)
    if len(paths) < MANY or workers == 1:
        yield from map(reader.read, paths)
        return
    # Spawned: a fork of a process with threads may lock up, and the fork server belongs to pipelines.workers.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=initializer())
    ahead: deque[Future[list[ReadNote | UnreadableNote]]] = deque()
    try:
        for start in range(0, len(paths), CHUNK):
            with undisturbed():
                ahead.append(pool.submit(reader.read_all, paths[start : start + CHUNK]))
            if len(ahead) > 4 * workers:
                yield from ahead.popleft().result()
        while ahead:
            yield from ahead.popleft().result()
    except BrokenProcessPool as error:
        raise JobError("a process that read notes was killed; what was read before is stored, so run again") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _found(citation: Citation) -> FoundCitation:
    values: dict[str, Any] = {
        "url": storable(without_userinfo(citation.url)),
        "as_written": storable(citation.as_written),
        "line": citation.line,
        "label": storable(citation.label),
        "headings": [storable(heading) for heading in citation.headings],
        "marker": None if citation.marker is None else storable(citation.marker),
        "form": str(citation.form),
        "context": storable(citation.context),
        "weak": citation.weak,
    }
    try:
        return FoundCitation(canonical_url(citation.url), _host(citation.url), values)
    except InvalidURLError:
        return FoundCitation(values["url"], "", values)


def _host(url: str) -> str:
    """Return the host that is asked, with a port where it is not the scheme's."""
    parts = split(url)
    host = f"[{host_of(parts)}]" if ":" in host_of(parts) else host_of(parts)
    return host if parts.port in {None, DEFAULT_PORTS[parts.scheme]} else f"{host}:{parts.port}"
