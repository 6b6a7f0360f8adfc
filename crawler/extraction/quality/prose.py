"""A page's prose: its long runs of text, but for those of comments, menus and footers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extraction.metadata.bylines import is_beside

if TYPE_CHECKING:
    from crawler.extraction.generic.runs import Run

PROSE = 80  # letters from which on a run is prose
MOST = 500  # runs of a page that are looked at
FRINGE = frozenset("nav footer aside form header".split())


def prose_of(runs: list[Run]) -> list[tuple[Run, bool]]:
    """Return the runs that are prose, each with whether it is the article's by its place, while they stand there."""
    long = [run for run in runs if len(run.letters) >= PROSE][:MOST]
    return [(run, not _at_fringe(run) and not is_beside(run.owner)) for run in long]


def share_kept(prose: list[tuple[Run, bool]]) -> float:
    """Return the share of the article's prose, by letters, that was kept; all of none."""
    kept = sum(len(run.letters) for run, _ in prose if run.kept)
    left = sum(len(run.letters) for run, own in prose if own and not run.kept)
    return kept / (kept + left) if kept + left else 1.0


def _at_fringe(run: Run) -> bool:
    return any(around.tag in FRINGE for around in (run.owner, *run.owner.iterancestors()))
