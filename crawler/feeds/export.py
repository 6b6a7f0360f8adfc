"""Documents into a feed, whatever its format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from crawler.exceptions import JobError
from crawler.feeds.jsonfeed import JsonFeedItemExporter
from crawler.feeds.storage import replacing
from crawler.storage.export import feed_articles
from crawler.storage.sessions import read_scope

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from scrapy.exporters import BaseItemExporter
    from sqlalchemy.orm import Session, sessionmaker


class Exported(NamedTuple):
    """What went into a feed."""

    sources: int
    articles: int  # of them, those that have one


def export(documents: Iterable[dict[str, Any]], exporter: BaseItemExporter) -> Exported:
    """Send every document through the exporter, one at a time."""
    sources = articles = 0
    exporter.start_exporting()
    for source in documents:
        exporter.export_item(source)
        sources += 1
        articles += source["content_hash"] is not None
    exporter.finish_exporting()
    return Exported(sources, articles)


def write_feed(sessions: sessionmaker[Session], path: Path) -> Exported:
    """Write the JSON Feed of the whole store to `path`, which changes at once and whole. Raises JobError."""
    try:
        with read_scope(sessions) as session, replacing(path) as file:
            return export(feed_articles(session), JsonFeedItemExporter(file))
    except OSError as error:
        raise JobError(f"cannot write {path}: {error.strerror}") from error
