"""Feeds that no reader sees half: written beside their place, synced, then renamed into it.

What a killed run left beside is removed by the next run that writes the same feed.
"""

from __future__ import annotations

import fcntl
import glob
import logging
import os
import shutil
import uuid
from contextlib import ExitStack, contextmanager, suppress
from io import BufferedWriter, FileIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from scrapy.extensions.feedexport import FileFeedStorage

from crawler.paths import resolved

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

    from scrapy import Spider
    from scrapy.crawler import Crawler
    from scrapy.statscollectors import StatsCollector

logger = logging.getLogger(__name__)


class PendingFile:
    """A file beside `path` that takes its place on `commit`, with the mode that the old one had.

    Its writer holds a lock on it, which the system lets go when the writer dies: so a leftover is told from a file that
    another process is writing, also where the two do not see each other's process ids.
    """

    def __init__(self, path: Path) -> None:
        self.path = resolved(path)  # a link stays a link: what it points to is replaced
        self.path.parent.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(self.path)
        self._name, raw = _open_beside(self.path)
        self.file = self._writer(raw)

    def commit(self) -> None:
        """Put the file in its place. Raises OSError where the disk is full; the old file is whole then."""
        self.file.flush()
        os.fsync(self.file.fileno())
        with suppress(FileNotFoundError):
            shutil.copymode(self.path, self._name)
        self._name.replace(self.path)
        self.file.close()
        _sync_folder(self.path.parent)

    def discard(self) -> None:
        self._name.unlink(missing_ok=True)
        with suppress(OSError):  # what is still buffered has no place to go
            self.file.close()

    def _writer(self, raw: FileIO) -> BufferedWriter:
        return BufferedWriter(raw)


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """Open a file that replaces `path` when the block ends well, and leaves no trace when it does not."""
    if _is_special(path):
        with path.open("wb") as file:
            yield file
        return
    pending = PendingFile(path)
    with ExitStack() as undo:
        undo.callback(pending.discard)
        yield pending.file
        pending.commit()
        undo.pop_all()


class LateWriter(BufferedWriter):
    """Writes while it can, and keeps why it no longer could."""

    error: OSError | None = None

    def write(self, data: Any) -> int:
        if self.error is None:
            try:
                return super().write(data)
            except OSError as error:
                self.error = error
        return len(data)


class PatientFile(PendingFile):
    """A pending file that says on `commit` alone that the disk is full, and not for each item of a feed."""

    def commit(self) -> None:
        if self._late.error is not None:
            raise self._late.error
        super().commit()

    def _writer(self, raw: FileIO) -> BufferedWriter:
        self._late = LateWriter(raw)
        return self._late


class WholeFileFeedStorage(FileFeedStorage):
    """Scrapy's local storage, except that the feed appears whole, when the crawl ends.

    Where it cannot be written one line says so, and the stat that Scrapy has for this counts it.
    """

    def __init__(self, uri: str, stats: StatsCollector, *, feed_options: dict[str, Any] | None = None) -> None:
        super().__init__(uri, feed_options=feed_options)
        self.stats = stats
        self._pending: PatientFile | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler, uri: str, *, feed_options: dict[str, Any] | None = None) -> Self:
        return cls(uri, crawler.stats, feed_options=feed_options)

    def open(self, spider: Spider) -> IO[bytes]:
        path = Path(self.path)
        if _is_special(path):
            return super().open(spider)
        self._pending = PatientFile(path)
        if self.write_mode == "ab" and path.exists():
            with path.open("rb") as before:
                shutil.copyfileobj(before, self._pending.file)
        return self._pending.file

    def store(self, file: IO[bytes]) -> Any:
        if self._pending is None:
            return super().store(file)
        try:
            self._pending.commit()
        except OSError as error:
            self._pending.discard()
            logger.error("cannot write %s: %s", self.path, error.strerror)  # noqa: TRY400  the line says it all
            self.stats.inc_value(f"feedexport/failed_count/{type(self).__name__}")
        return None


def _is_special(path: Path) -> bool:
    """Tell /dev/stdout or a named pipe, which must never be replaced."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _open_beside(path: Path) -> tuple[Path, FileIO]:
    while True:
        name = path.with_name(f".{path.name}.{uuid.uuid4().hex}.part")
        file = FileIO(name, "xb")
        fcntl.flock(file, fcntl.LOCK_EX)
        if name.exists():  # else another writer took it for a leftover before the lock was on
            return name, file
        file.close()


def _remove_leftovers(path: Path) -> None:
    for leftover in path.parent.glob(f".{glob.escape(path.name)}.*.part"):
        with suppress(OSError), leftover.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # raises where its writer lives
            leftover.unlink()


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
