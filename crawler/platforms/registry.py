"""Which platform a host belongs to. A module of this package with a `PLATFORM` is one: a new file, a new platform.

The user's own files are told to the registry once a process (`use_own_files`); they come first, and win over ours.
"""

from __future__ import annotations

import hashlib
import pkgutil
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from crawler.platforms.own import load
from crawler.platforms.platform import Platform

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crawler.platforms.own import PlatformFile

_own: dict[PlatformFile, Platform] = {}


def use_own_files(files: Iterable[PlatformFile]) -> None:
    """Let the user's own files be platforms, before the first URL is read. Raises UsageError for a bad one."""
    files = tuple(files)
    platforms = load(files)
    _own.clear()
    _own.update(zip(files, platforms, strict=True))
    for cached in (all_platforms, readable_platforms, platform_of, _by_host):
        cached.cache_clear()


def own_files() -> tuple[PlatformFile, ...]:
    """Return the user's own files that this process works by."""
    return tuple(_own)


def own_version() -> str:
    """Return what tells the user's own files from other ones; nothing where there are none."""
    texts = "\0".join(file.text for file in _own)
    return hashlib.sha256(texts.encode()).hexdigest()[:8] if _own else ""


@cache
def all_platforms() -> tuple[Platform, ...]:
    """Return the user's own platforms, then those of this package whose names they have not taken, each by name."""
    own = {platform.name: platform for platform in _own.values()}
    return (*own.values(), *(platform for platform in _our_platforms() if platform.name not in own))


@cache
def readable_platforms() -> tuple[Platform, ...]:
    """Return the platforms whose files say where the content is; of the others we know their URLs only."""
    return tuple(platform for platform in all_platforms() if platform.content or platform.parts or platform.embedded)


@lru_cache(maxsize=4096)
def platform_of(host: str) -> Platform | None:
    """Return the platform with the longest suffix of `host` (lower case, no port); None where no file knows it."""
    while host:
        if platform := _by_host().get(host):
            return platform
        host = host.partition(".")[2]
    return None


@cache
def _our_platforms() -> tuple[Platform, ...]:
    names = sorted(module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]))
    modules = (import_module(f"{__package__}.{name}") for name in names)
    found = (getattr(module, "PLATFORM", None) for module in modules)
    return tuple(platform for platform in found if isinstance(platform, Platform))


@cache
def _by_host() -> dict[str, Platform]:
    """Return who has which host; of two the first."""
    return {host: platform for platform in reversed(all_platforms()) for host in platform.hosts}
