"""The notes of a folder: which files they are, and their text."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pathspec import GitIgnoreSpec

from crawler.exceptions import RefkeepError, UsageError
from crawler.paths import is_folder, resolved, user_path

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = (".md", ".markdown", ".mdx")
LEFT_OUT = frozenset(("node_modules",))
IGNORE_FILE = ".gitignore"


class NoteUnreadableError(RefkeepError):
    """A note that cannot be read; its text is the reason. Raised by crawler.notes, reported by the sync."""


@dataclass(frozen=True, slots=True)
class _Rules:
    """One .gitignore and the folder, relative to the root, that it speaks of."""

    folder: str
    spec: GitIgnoreSpec

    def verdict(self, path: str) -> bool | None:
        """Return True for a path left out, False for one taken in again, None where nothing is said."""
        return self.spec.check_file(path.removeprefix(self.folder)).include


def notes_folder(name: str, *, named_by: str) -> Path:
    """Return the folder of notes of this name, resolved. Raises UsageError, which says what can name another."""
    folder = resolved(user_path(name))
    if not name or not is_folder(folder):  # an empty name is a variable that was not set, and no word for this folder
        raise UsageError(f"no notes folder {name!r}: name one with {named_by} or NOTES_DIR")
    return folder


def find_notes(root: Path) -> Iterator[str]:
    """Yield the paths of the notes below `root`, sorted; with "/", spelled as on disk.

    Hidden folders, node_modules and what a .gitignore names are left out. Folders behind symbolic links are visited,
    each real folder once. A folder that may not be listed is yielded itself, with a "/" at its end: whoever reads it
    learns why, and nobody takes its notes for gone.
    """
    yield from _walk(root, "", (), {root.resolve()})


def _walk(folder: Path, prefix: str, above: tuple[_Rules, ...], seen: set[Path]) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        if prefix:
            yield prefix
        return
    rules = (*above, *_rules_of(folder, prefix, entries))
    for entry in entries:
        path = prefix + entry.name
        if _is_folder(entry):
            real = Path(entry.path).resolve()
            if not _is_passed_over(entry.name, f"{path}/", rules) and real not in seen:
                seen.add(real)
                yield from _walk(Path(entry.path), f"{path}/", rules, seen)
        elif entry.name.lower().endswith(SUFFIXES) and _ends(entry) and not _is_ignored(path, rules):
            yield path


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a symbolic link that leads to itself
        return False


def _ends(entry: os.DirEntry[str]) -> bool:
    """Say whether reading it comes to an end. A pipe's or a device's may not; a link to nowhere says why at once."""
    try:
        return entry.is_file() or not Path(entry.path).exists()
    except OSError:
        return True


def _is_passed_over(name: str, path: str, rules: tuple[_Rules, ...]) -> bool:
    return name.startswith(".") or name in LEFT_OUT or _is_ignored(path, rules)


def _is_ignored(path: str, rules: tuple[_Rules, ...]) -> bool:
    """Ask the nearest .gitignore first: it has the last word."""
    for rule in reversed(rules):
        verdict = rule.verdict(path)
        if verdict is not None:
            return verdict
    return False


def _rules_of(folder: Path, prefix: str, entries: list[os.DirEntry[str]]) -> tuple[_Rules, ...]:
    if not any(entry.name == IGNORE_FILE and _ends(entry) for entry in entries):
        return ()
    try:
        lines = (folder / IGNORE_FILE).read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    return (_Rules(prefix, GitIgnoreSpec.from_lines(lines)),)


def decode_note(content: bytes) -> str:
    """Decode a note: UTF-8, with a byte order mark or without, or CP949. Raises NoteUnreadableError."""
    for encoding in ("utf-8-sig", "cp949"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NoteUnreadableError("neither UTF-8 nor CP949")
