"""The versions of sources under one version of the rules, for commands that compare them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from crawler.exceptions import JobError
from crawler.extraction import extract
from crawler.feeds.drift import changed_item, measure
from crawler.feeds.jsonfeed import JsonFeedItemExporter
from crawler.feeds.storage import replacing
from crawler.storage.drift import drifting_sources
from crawler.storage.sessions import read_scope
from pipelines.workers import Workers, WorkFailedError

if TYPE_CHECKING:
    from pathlib import Path
    from typing import IO

    from scrapy.settings import BaseSettings
    from sqlalchemy.orm import Session

    from crawler.extraction import Article
    from crawler.feeds.drift import SourceDrift
    from crawler.storage import Sessions
    from crawler.storage.drift import DriftingSource
    from crawler.storage.recleaning import StoredSnapshot

TITLE = "Sources that changed since they were cited"
ABOUT = "Refkeep: what is gone or altered of a source since a note cited it (versions). Times are RFC 3339."


class Measurer:
    """Compares the versions of sources. What older rules made is cleaned again first, in processes, and not stored."""

    def __init__(self, settings: BaseSettings) -> None:
        self.settings = settings
        self._workers: Workers | None = None

    async def measure(self, source: DriftingSource) -> SourceDrift:
        remade = {snapshot.id: await self._clean(snapshot) for snapshot in source.outdated()}
        return measure(
            source, {id_: article for id_, article in remade.items() if article and article.markdown.strip()}
        )

    async def _clean(self, snapshot: StoredSnapshot) -> Article | None:
        """Return the article of a stored page; None where today's rules make none of it: it is compared as it was."""
        self._workers = self._workers or Workers.from_settings(self.settings, preload=["crawler.extraction"])
        page = (snapshot.body, snapshot.final_url, snapshot.content_type)
        try:
            return await self._workers.run(extract, *page, fetched_at=snapshot.taken_at)
        except WorkFailedError:
            return None

    def close(self) -> None:
        if self._workers:
            self._workers.close()


def measure_one(source: DriftingSource, settings: BaseSettings) -> SourceDrift:
    """Compare the versions of one source."""
    return asyncio.run(_measure_one(source, settings))


async def _measure_one(source: DriftingSource, settings: BaseSettings) -> SourceDrift:
    measurer = Measurer(settings)
    try:
        return await measurer.measure(source)
    finally:
        measurer.close()


def write_changed(sessions: Sessions, path: Path, settings: BaseSettings) -> int:
    """Write the JSON Feed of the sources that changed since they were cited; return how many. Raises JobError."""
    try:
        with read_scope(sessions) as session, replacing(path) as file:
            return asyncio.run(_write_changed(session, file, settings))
    except OSError as error:
        raise JobError(f"cannot write {path}: {error.strerror}") from error


async def _write_changed(session: Session, file: IO[bytes], settings: BaseSettings) -> int:
    exporter, measurer, count = JsonFeedItemExporter(file, title=TITLE, about=ABOUT), Measurer(settings), 0
    exporter.start_exporting()
    try:
        for source in drifting_sources(session):
            drift = await measurer.measure(source)
            if drift.changed:
                exporter.write_item(changed_item(drift))
                count += 1
    finally:
        measurer.close()
    exporter.finish_exporting()
    return count
