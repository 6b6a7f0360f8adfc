"""Platform files of the user's own: read from a folder, checked, and made into platforms.

They are kept as texts and handed on as such, so that every process of a crawl works by the same ones.
"""

from __future__ import annotations

import sys
import traceback
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult

from crawler.exceptions import UsageError
from crawler.paths import is_folder
from crawler.platforms.check import faults
from crawler.platforms.platform import Embedded, Platform

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

RETURNS = {  # the user's functions, and what each may return
    "key": (SplitResult,),
    "unwrap": (str, type(None)),
    "embedded": (Embedded, type(None)),
    "parts": (tuple,),
}


@dataclass(frozen=True)
class PlatformFile:
    """One file of the user's, as it was when this process or the one that started it began."""

    path: str
    text: str


def read_folder(folder: Path) -> tuple[PlatformFile, ...]:
    """Return the Python files of a folder; those that begin with "_" are no platforms. Raises UsageError."""
    if not is_folder(folder):
        raise UsageError(f"PLATFORMS_DIR={folder} is no folder: name one, or leave it empty")
    return tuple(_read(path) for path in sorted(folder.glob("*.py")) if not path.name.startswith("_"))


def load(files: Iterable[PlatformFile]) -> tuple[Platform, ...]:
    """Return the files' platforms. Raises UsageError, which names the file and the mend, for one that is none."""
    loaded: dict[str, str] = {}  # names and hosts → the file that has them
    platforms = []
    for file in files:
        platform = _load(file)
        for claim in (f"the name {platform.name!r}", *(f"the host {host!r}" for host in platform.hosts)):
            if claim in loaded:
                raise UsageError(f"{file.path} has {claim}, and so has {loaded[claim]}: take it out of one of them")
            loaded[claim] = file.path
        platforms.append(platform)
    return tuple(platforms)


def _read(path: Path) -> PlatformFile:
    try:
        return PlatformFile(str(path), path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"cannot read {path}: {error}; make it readable UTF-8 or take it out of PLATFORMS_DIR"
        ) from None


def _load(file: PlatformFile) -> Platform:
    platform = getattr(_run(file), "PLATFORM", None)
    if not isinstance(platform, Platform):
        raise UsageError(f"{file.path} has no PLATFORM: write PLATFORM = Platform(name=…), or take it out")
    if fault := next(faults(platform), None):
        raise UsageError(f"{file.path}: {fault}")
    given = {name: getattr(platform, name) for name in RETURNS}
    named: dict[str, Any] = {name: _named(function, file, name) for name, function in given.items() if function}
    return replace(platform, **named)


def _run(file: PlatformFile) -> ModuleType:
    """Run a file as the module that it is."""
    module = ModuleType(f"own_platform_{Path(file.path).stem}")
    module.__file__ = file.path
    sys.modules[module.__name__] = module  # where dataclasses and pickle look for it
    try:
        exec(compile(file.text, file.path, "exec"), module.__dict__)  # noqa: S102  the user's own, named in a setting
    except Exception as error:  # somebody else's code: it may raise anything
        raise UsageError(f"{file.path}{_line(error, file)}: {_words(error)}; mend it or take it out") from error
    return module


def _named(function: Callable[..., Any], file: PlatformFile, name: str) -> Callable[..., Any]:
    """Let a function of the user's say whose it is when it fails, or returns what it should not."""

    @wraps(function)
    def call(asked: object) -> object:
        try:
            result = tuple(function(asked)) if name == "parts" else function(asked)
        except Exception as error:
            raise UsageError(f"{file.path}{_line(error, file)}: {name}: {_words(error)}; mend it") from error
        if not isinstance(result, RETURNS[name]):
            raise UsageError(f"{file.path}: {name} returned {type(result).__name__}; see docs/platforms.md")
        return result

    return call


def _line(error: Exception, file: PlatformFile) -> str:
    """Return ":LINE" of the file where it went wrong, where that can be said."""
    if isinstance(error, SyntaxError) and error.filename == file.path:
        return f":{error.lineno}"
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == file.path]
    return f":{lines[-1]}" if lines else ""


def _words(error: Exception) -> str:
    message = error.msg if isinstance(error, SyntaxError) else str(error)
    return f"{type(error).__name__}: {message}"
