"""What git says of a file."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from crawler.exceptions import JobError

if TYPE_CHECKING:
    from pathlib import Path


def has_uncommitted_changes(file: Path) -> bool:
    """Say whether git could not bring the file back as it is: changed, or never committed. Outside git: no.

    `file` is resolved. Raises JobError where git cannot tell.
    """
    if not any((folder / ".git").exists() for folder in file.parents):
        return False
    command = ["git", "-C", str(file.parent), "status", "--porcelain", "--", file.name]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  our own words and a path
    except FileNotFoundError:
        raise JobError(f"{file} is in a git repository, and there is no git to ask about it: install it") from None
    except subprocess.CalledProcessError as error:
        raise JobError(f"git cannot tell whether {file} is committed: {error.stderr.strip()}") from None
    return bool(done.stdout)
