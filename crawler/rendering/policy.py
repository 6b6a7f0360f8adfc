"""How pages are to be asked for: each platform's own default, and RENDER_POLICY above it. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from crawler.exceptions import UsageError
from crawler.platforms import all_platforms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Self

    from crawler.platforms import Platform

EVERYTHING = "*"
HOST = re.compile(r"localhost(:\d{1,5})?|[^\s/@*]*[.:][^\s/@*]*")
EXAMPLE = "write RENDER_POLICY like velog=plain, medium.com=splash, *=auto"


class Way(StrEnum):
    """How a page is asked for."""

    SPLASH = "splash"  # rendered at once
    PLAIN = "plain"  # never rendered
    AUTO = "auto"  # plainly first, rendered where the plain page is thin
    CHROMIUM = "chromium"  # rendered at once, by a current browser: an extra


@dataclass(frozen=True)
class Choice:
    """How a page is asked for, and who says so."""

    way: Way
    why: str


@dataclass(frozen=True)
class RenderPolicy:
    """Which way a page goes. What names it most closely counts: host, platform, the platform's file, everything."""

    overrides: Mapping[str, Way] = field(default_factory=dict)  # by host, platform's name or "*", as written

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read RENDER_POLICY. Raises UsageError, which names the entry and the mend."""
        platforms = {platform.name for platform in all_platforms()}
        overrides: dict[str, Way] = {}
        for entry in filter(None, (entry.strip() for entry in text.split(","))):
            name, _, way = (part.strip().lower() for part in entry.partition("="))
            if way not in set(Way):
                raise UsageError(f"RENDER_POLICY: {entry!r} names none of {', '.join(Way)}: {EXAMPLE}")
            if name != EVERYTHING and name not in platforms and not HOST.fullmatch(name):
                raise UsageError(f"RENDER_POLICY: {name!r} is neither a platform nor a host: {EXAMPLE}")
            if name in overrides:
                raise UsageError(f"RENDER_POLICY names {name!r} twice: take one out")
            overrides[name] = Way(way)
        return cls(MappingProxyType(overrides))

    def choose(self, url: str, platforms: Iterable[Platform | None]) -> Choice:
        """Return the way of the page at `url`, which is of these platforms, the closest first."""
        known = list(filter(None, platforms))
        for name in (*_hosts_above(url), *(platform.name for platform in known)):
            if way := self.overrides.get(name):
                return Choice(way, f"RENDER_POLICY {name}={way}")
        if rendered := next((platform for platform in known if platform.rendered), None):
            return Choice(Way.SPLASH, f"platform {rendered.name}")
        if way := self.overrides.get(EVERYTHING):
            return Choice(way, f"RENDER_POLICY {EVERYTHING}={way}")
        return Choice(Way.AUTO, "plain first")


def default_ways() -> dict[str, Way]:
    """Return the way of each platform by its own file, by name."""
    return {platform.name: Way.SPLASH if platform.rendered else Way.AUTO for platform in all_platforms()}


def _hosts_above(url: str) -> Iterable[str]:
    """Yield the URL's host and those above it, each with the port first: an override of one holds for all below it."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return
    while host:
        if port is not None:
            yield f"{host}:{port}"
        yield host
        host = host.partition(".")[2]
