"""What `scrapy crawl sources -a …` takes."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from crawler.exceptions import UsageError
from crawler.notes import notes_folder
from crawler.storage.due import Refresh

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Self

NAMES = ("notes", "refresh", "hosts", "limit")


@dataclass(frozen=True)
class CrawlOptions:
    """The spider's arguments, checked."""

    notes: Path  # resolved, a folder
    refresh: Refresh = "due"
    hosts: tuple[str, ...] = ()  # none: all
    limit: int | None = None  # 0: take the notes in, fetch nothing

    @classmethod
    def parse(cls, arguments: Mapping[str, str], notes_dir: str) -> Self:
        """Read the `-a` arguments; `notes_dir` stands in for `notes`. Raises UsageError, naming what is wrong."""
        unknown = sorted(set(arguments) - set(NAMES))
        if unknown:
            raise UsageError(
                f"unknown argument -a {unknown[0]}=…: there are {', '.join(f'-a {name}=' for name in NAMES)}"
            )
        return cls(
            notes=notes_folder(arguments.get("notes") or notes_dir, named_by="-a notes=DIR"),
            refresh=_refresh(arguments.get("refresh", "due")),
            hosts=tuple(host.strip().lower() for host in arguments.get("hosts", "").split(",") if host.strip()),
            limit=_limit(arguments.get("limit")),
        )


def _refresh(word: str) -> Refresh:
    for known in get_args(Refresh):
        if word == known:
            return known  # type: ignore[no-any-return]  # get_args forgets the literals' type
    raise UsageError(f"-a refresh={word} is none of {', '.join(get_args(Refresh))}")


def _limit(word: str | None) -> int | None:
    if word is None:
        return None
    if not word.isascii() or not word.isdigit():
        raise UsageError(f"-a limit={word} is no number of sources: take 0, 1, 2, …")
    return min(int(word), sys.maxsize >> 1)  # databases count no further
