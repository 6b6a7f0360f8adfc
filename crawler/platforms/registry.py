"""Which platform a host belongs to. A module of this package with a `PLATFORM` is one: a new file, a new platform."""

from __future__ import annotations

import pkgutil
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path

from crawler.platforms.platform import Platform


@cache
def all_platforms() -> tuple[Platform, ...]:
    """Return the platforms of this package, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]))
    modules = (import_module(f"{__package__}.{name}") for name in names)
    found = (getattr(module, "PLATFORM", None) for module in modules)
    return tuple(platform for platform in found if isinstance(platform, Platform))


@lru_cache(maxsize=4096)
def platform_of(host: str) -> Platform | None:
    """Return the platform with the longest suffix of `host` (lower case, no port); None where no file knows it."""
    while host:
        if platform := _by_host().get(host):
            return platform
        host = host.partition(".")[2]
    return None


@cache
def _by_host() -> dict[str, Platform]:
    return {host: platform for platform in all_platforms() for host in platform.hosts}
