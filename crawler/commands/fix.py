"""scrapy fix: edits to the notes, where a link has moved or its archived copy outlived it."""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass
from difflib import unified_diff
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

from scrapy.commands import ScrapyCommand

from crawler.commands import RefkeepCommand
from crawler.commands.git import has_uncommitted_changes
from crawler.commands.output import say
from crawler.commands.stored import open_store
from crawler.exceptions import InvalidURLError, JobError, UsageError
from crawler.feeds.storage import replacing
from crawler.notes import extract_citations
from crawler.notes.rewriting import rewrite
from crawler.paths import is_there, resolved, user_path
from crawler.storage.citing_days import date_citations
from crawler.storage.fixes import Reason, find_fixes, holds_notes
from crawler.storage.sessions import read_scope
from crawler.urls import canonical_url

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator
    from pathlib import Path

    from crawler.notes import Citation
    from crawler.notes.rewriting import Rewritten
    from crawler.storage.fixes import Fix

LINE = re.compile(r"[^\n]*\n|[^\n]+")  # as `patch` counts them: a lone CR ends none
ENCODINGS = ("utf-8", "cp949")  # as notes are read; a byte order mark stays where it is


@dataclass(frozen=True)
class Edit:
    """A note with better addresses."""

    name: str  # its path, as shown
    file: Path
    encoding: str
    before: str
    after: Rewritten

    @property
    def is_real(self) -> bool:
        return self.after.text != self.before

    def diff(self) -> Iterator[bytes]:
        """Yield the lines of a unified diff that `patch -p1` and `git apply` take."""
        before, after = LINE.findall(self.before), LINE.findall(self.after.text)
        for line in unified_diff(before, after, f"a/{self.name}", f"b/{self.name}"):
            yield line.encode(self.encoding)
            if not line.endswith("\n"):
                yield b"\n\\ No newline at end of file\n"

    def write(self) -> None:
        with replacing(self.file) as file:
            file.write(self.after.text.encode(self.encoding))


class Command(RefkeepCommand, ScrapyCommand):
    """Proposes edits to the notes as a diff, and makes them when asked."""

    examples = (
        "scrapy fix ~/notes                  what would be changed, as a diff",
        "scrapy fix ~/notes --apply",
        "scrapy fix ~/notes/til.md --apply --force    also where git has uncommitted changes to the note",
    )

    def syntax(self) -> str:
        return "NOTES [--apply [--force]]"

    def short_desc(self) -> str:
        return "Give moved links their new address, and dead ones that of their archived copy"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("notes", metavar="NOTES", help="a folder of notes, or one note")
        parser.add_argument("--apply", action="store_true", help="change the notes; otherwise a diff is printed")
        parser.add_argument("--force", action="store_true", help="also notes that git could not bring back as they are")

    def execute(self, opts: Namespace) -> None:
        place = resolved(user_path(opts.notes))
        if not opts.notes or not is_there(place):
            raise UsageError(f"no notes at {opts.notes}: name a folder of notes, or one note")
        if opts.force and not opts.apply:
            raise UsageError("--force without --apply has nothing to force: a diff changes no note")
        sessions = open_store(self.setting("DATABASE_URL"))
        with read_scope(sessions) as session:
            if not holds_notes(session, place):
                raise UsageError(f"no crawl has read notes at {opts.notes}: name their folder, or crawl it first")
            fixes = find_fixes(session, place)
        if opts.apply:  # with the old address its day goes out of the history's reach
            date_citations(sessions, {fix.source_id for by_url in fixes.values() for fix in by_url.values()})
        fixed = Counter[Reason]()
        for note, by_url in fixes.items():
            edit = self._edit(note, place, by_url)
            for citation in edit.after.left:
                say(f"{edit.name}:{citation.line}: {citation.as_written} cannot be replaced where it stands")
            if edit.is_real and self._carry_out(edit, opts):
                fixed.update(fix.reason for citation, _ in edit.after.done if (fix := _fix_of(citation, by_url)))
        say(_summary(fixed, applied=opts.apply))

    def _edit(self, note: Path, place: Path, fixes: dict[str, Fix]) -> Edit:
        read = partial(
            extract_citations,
            allowed_private_hosts=self.setting("ALLOWED_PRIVATE_HOSTS"),
            ignore_urls=self.setting("IGNORE_URLS"),
        )
        text, encoding = _read(note)
        name = note.relative_to(place).as_posix() if note != place else note.name
        return Edit(name, note, encoding, text, rewrite(text, partial(_address, fixes=fixes), read))

    def _carry_out(self, edit: Edit, opts: Namespace) -> bool:
        """Show the edit, or make it; say whether that was done."""
        if not opts.apply:
            sys.stdout.buffer.writelines(edit.diff())
            return True
        if not opts.force and has_uncommitted_changes(edit.file.resolve()):
            say(f"{edit.name}: left as it is, since git has uncommitted changes to it: commit them, or add --force")
            return False
        try:
            edit.write()
        except OSError as error:
            raise JobError(f"cannot write {edit.file}: {error.strerror}") from error
        for citation, address in edit.after.done:
            print(f"{edit.name}:{citation.line} {citation.as_written} → {address}")
        return True


def _read(note: Path) -> tuple[str, str]:
    """Return the note's text, byte order mark and line ends as they are, and its encoding. Raises JobError."""
    try:
        content = note.read_bytes()
    except OSError as error:
        raise JobError(f"cannot read {note}: {error.strerror}") from None
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise JobError(f"{note} is neither UTF-8 nor CP949 any more: save it as UTF-8, and crawl again")


def _fix_of(citation: Citation, fixes: dict[str, Fix]) -> Fix | None:
    try:
        return fixes.get(canonical_url(citation.url))
    except InvalidURLError:
        return None


def _address(citation: Citation, fixes: dict[str, Fix]) -> str | None:
    """Return the better address; the part of the page that the note points at stays pointed at."""
    fix = _fix_of(citation, fixes)
    if fix is None:
        return None
    page, part = urldefrag(fix.address)
    part = part or urldefrag(citation.url).fragment
    return f"{page}#{part}" if part else page


def _summary(fixed: Counter[Reason], *, applied: bool) -> str:
    if not fixed:
        return "nothing to fix: no link of these notes has moved, or has an archived copy after it died"
    counts = ", ".join(f"{count:,} {reason}" for reason, count in sorted(fixed.items()))
    return f"{counts}: changed" if applied else f"{counts}: --apply changes the notes"
