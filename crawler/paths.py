"""Paths as users write them: from a home, over links that lead to themselves, of names that no file system takes."""

from __future__ import annotations

import os
from pathlib import Path

from crawler.exceptions import UsageError


def user_path(name: str) -> Path:
    """Return the path of this name, `~` opened. Raises UsageError for the home of somebody who has none."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        raise UsageError(f"there is no home for the ~ of {name!r}: write the path in full") from None


def resolved(path: Path) -> Path:
    """Return the path without its links; what cannot be followed (a link to itself) stays as it is."""
    return Path(os.path.realpath(path))


def is_folder(path: Path) -> bool:
    """Say whether a folder is there. Raises UsageError where that cannot be looked up."""
    try:
        return path.is_dir()
    except OSError as error:  # a name too long, a locked folder above
        raise _closed(path, error) from None


def is_there(path: Path) -> bool:
    """Say whether anything is there. Raises UsageError where that cannot be looked up."""
    try:
        return path.exists()
    except OSError as error:
        raise _closed(path, error) from None


def _closed(path: Path, error: OSError) -> UsageError:
    return UsageError(f"cannot look at {path}: {error.strerror}; name another, or let it be read")
