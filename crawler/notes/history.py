"""When a note first held what it cites: read from what git tells of the note's history. Pure."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

# What `git log` is asked for: each commit's line with its author's time, then the lines that it added.
FORMAT = "--format=%x00%aI"
COMMIT = "\0"
ON = r"(?![A-Za-z0-9/?=&%#_~+-]|[.:][A-Za-z0-9])"  # no character with which a URL goes on


def first_written(log: str, written: Collection[str]) -> dict[str, datetime]:
    """Return when each of these, citations as their note writes them, was first added; those that ever were.

    `log` is git's, newest commit first: `git log FORMAT --patch --unified=0`.
    """
    forms = {text: re.compile(re.escape(text) + ON) for text in written if text}
    first: dict[str, datetime] = {}
    for commit in log.split(COMMIT):
        time, _, patch = commit.partition("\n")
        if (at := _read_time(time)) is None:
            continue
        added = "\n".join(line[1:] for line in patch.split("\n") if line.startswith("+") and line[:4] != "+++ ")
        for text, form in forms.items():
            if form.search(added) and (text not in first or at < first[text]):
                first[text] = at
    return first


def _read_time(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        return None
