"""scrapy merge: the sources that were found to be one, and how to part them again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand

from crawler.commands import RefkeepCommand
from crawler.commands.stored import key_of, open_store
from crawler.storage.merges import standing_merges, undo_merges
from crawler.storage.sessions import read_scope, session_scope

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from crawler.storage.merges import StandingMerge
    from crawler.storage.sessions import Sessions


class Command(RefkeepCommand, ScrapyCommand):
    """Lists the sources for which another one stands, with the evidence; parts them again on request."""

    examples = (
        "scrapy merge",
        "scrapy merge --undo https://goldsony.tistory.com/37",
    )

    def syntax(self) -> str:
        return "[--undo URL]"

    def short_desc(self) -> str:
        return "List the sources that were found to be one, or part them again"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--undo", metavar="URL", help="part this source from the one that it was merged with")

    def execute(self, opts: Namespace) -> None:
        sessions = open_store(self.setting("DATABASE_URL"))
        if opts.undo is None:
            _list(sessions)
        else:
            _undo(sessions, opts.undo)


def _list(sessions: Sessions) -> None:
    with read_scope(sessions) as session:
        for merge in standing_merges(session):
            print(_line(merge))


def _line(merge: StandingMerge) -> str:
    alike = merge.evidence.get("overlap")
    why = f"{merge.evidence['kind']}, texts {alike:.0%} alike" if alike is not None else merge.evidence["kind"]
    return f"{merge.url} is {merge.into} ({why}; {merge.merged_at:%Y-%m-%d})"


def _undo(sessions: Sessions, spelled: str) -> None:
    url = key_of(spelled)
    with session_scope(sessions) as session:
        for parted in undo_merges(session, url, datetime.now(UTC)):
            print(f"{parted} is a source of its own again")
