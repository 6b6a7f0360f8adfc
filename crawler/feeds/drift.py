"""What became of a source since the notes cited it, as documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from crawler.drift.comparison import compare
from crawler.drift.lines import lines_of, to_text
from crawler.drift.pointing import State, pointed_at, summary
from crawler.drift.quotes import quotations
from crawler.feeds.jsonfeed import web_address
from crawler.storage.drift import version_of
from crawler.storage.export import rfc3339

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from crawler.drift.comparison import Comparison
    from crawler.drift.pointing import Pointed, Version
    from crawler.extraction import Article
    from crawler.storage.drift import DriftingSource, SeenCitation
    from crawler.storage.records import Snapshot


class Tie(NamedTuple):
    """A citation, and what became of what it points at."""

    citation: SeenCitation
    pointed: list[Pointed]
    days_after: int  # from the day of citing to that of the version; negative: the version is older

    @property
    def stands(self) -> State | None:
        return summary(self.pointed)


class Drift(NamedTuple):
    """A version that notes cited, against the newest one."""

    version: Snapshot
    comparison: Comparison
    ties: list[Tie]


@dataclass(frozen=True)
class SourceDrift:
    """A source with all versions of it that notes cited, oldest first."""

    source: DriftingSource
    title: str
    drifts: list[Drift]

    @property
    def changed(self) -> list[Drift]:
        return [drift for drift in self.drifts if drift.comparison.changed]

    @property
    def score(self) -> float:
        """The largest share that is gone or altered of a version that a note cites."""
        return max(drift.comparison.score for drift in self.drifts)


def measure(source: DriftingSource, articles: Mapping[int, Article]) -> SourceDrift:
    """Compare each version that was cited with the newest one; `articles`, by snapshot, are those cleaned again."""
    now = version_of(source.now, articles)
    drifts = []
    for version, citations in source.cited:
        then = version_of(version, articles)
        ties = [_tie(citation, version.taken_at, then, now) for citation in citations]
        drifts.append(Drift(version, compare(_whole(then), _whole(now)), ties))
    return SourceDrift(source, now.title or source.url, drifts)


def _whole(version: Version) -> str:
    return f"# {version.title}\n\n{version.markdown}" if version.title else version.markdown


def _tie(citation: SeenCitation, day: datetime, then: Version, now: Version) -> Tie:
    quoted = quotations(citation.context, citation.label, citation.lines, citation.line)
    return Tie(
        citation, pointed_at(citation.url, quoted, then, now), int((day - citation.cited_at) / timedelta(days=1))
    )


def drift_document(drift: SourceDrift) -> dict[str, Any]:
    """Return the whole as `scrapy diff --json` prints it."""
    return {
        "url": drift.source.url,
        "title": drift.title,
        "changed": bool(drift.changed),
        "score": drift.score,
        "now": _version(drift.source.now),
        "versions": [_compared(each) for each in drift.drifts],
    }


def changed_item(drift: SourceDrift) -> dict[str, Any]:
    """Return the item of a JSON Feed: a new one each time that a version came which differs from what was cited."""
    url, seen = drift.source.url, rfc3339(drift.source.now.taken_at)
    return {
        "id": f"{url}#changed-{drift.source.now.taken_at:%Y%m%dT%H%M%SZ}",
        "url": web_address(drift.source.now.final_url),
        "title": drift.title,
        "content_text": "\n\n".join(map(_told, drift.changed)),
        "date_published": seen,
        "date_modified": seen,
        "_refkeep": {
            "url": url,
            "score": drift.score,
            "now": _version(drift.source.now),
            "versions": [_compared(each, without=("diff",)) for each in drift.changed],
        },
    }


def heading(drift: Drift) -> str:
    """Say in a line which version this is, and how much of it is left."""
    of_archive = ", from an archive" if drift.version.archived_from else ""
    version = f"cited as of {drift.version.taken_at:%Y-%m-%d}{of_archive}"
    compared = drift.comparison
    if not compared.changed:
        return f"{version}: unchanged"
    share = f"{compared.score:.0%}" if compared.score >= 0.01 or not compared.gone else "less than 1%"
    return f"{version}: {share} of {compared.words:,} words gone or altered, {compared.new:,} new"


def _told(drift: Drift) -> str:
    """Tell what became of a version, for whoever reads the feed."""
    places = ", ".join(dict.fromkeys(f"{tie.citation.path}:{tie.citation.line}" for tie in drift.ties))
    gone = [
        f"Gone: {each.what} ({tie.citation.path}:{tie.citation.line})"
        for tie in drift.ties
        for each in tie.pointed
        if each.state is State.GONE
    ]
    return "\n".join([heading(drift), f"Cited by {places}", *gone, "", to_text(lines_of(drift.comparison))])


def _version(snapshot: Snapshot) -> dict[str, Any]:
    return {"taken_at": rfc3339(snapshot.taken_at), "archived_from": snapshot.archived_from}


def _compared(drift: Drift, without: tuple[str, ...] = ()) -> dict[str, Any]:
    compared = drift.comparison
    document = {
        **_version(drift.version),
        "changed": compared.changed,
        "score": compared.score,
        "words": compared.words,
        "gone": compared.gone,
        "new": compared.new,
        "diff": [{"mark": line.mark, "pieces": [list(piece) for piece in line.pieces]} for line in lines_of(compared)],
        "citations": [_citation(tie) for tie in drift.ties],
    }
    return {name: value for name, value in document.items() if name not in without}


def _citation(tie: Tie) -> dict[str, Any]:
    citation = tie.citation
    return {
        "path": citation.path,
        "title": citation.title,
        "line": citation.line,
        "label": citation.label,
        "url": citation.url,
        "cited_at": rfc3339(citation.cited_at),
        "by_history": citation.by_history,
        "days_after": tie.days_after,
        "stands": tie.stands,
        "pointed_at": [each._asdict() for each in tie.pointed],
    }
