"""Whether our own network is there at all, so that its absence is held against no source."""

from __future__ import annotations

import asyncio
import socket
import time

PROBE_NAMES = ("a.root-servers.net", "k.root-servers.net", "m.root-servers.net")  # three operators, there since 1997
PROBE_SECONDS = 30.0  # how long an answer holds


class Network:
    """Tells a dead host from a dead line: the line is away when none of the well-known names resolves."""

    def __init__(self, probe_names: tuple[str, ...] = PROBE_NAMES) -> None:
        self.probe_names = probe_names
        self._lock = asyncio.Lock()
        self._asked_at = float("-inf")
        self._away = False

    async def is_away(self) -> bool:
        """Ask at most once in PROBE_SECONDS; a failed fetch is the only reason to ask."""
        async with self._lock:
            if time.monotonic() - self._asked_at > PROBE_SECONDS:
                answers = await asyncio.gather(*(resolve(name) for name in self.probe_names))
                self._away = not any(answers)
                self._asked_at = time.monotonic()
        return self._away


async def resolve(host: str) -> list[str]:
    """Return the addresses of `host`, none where it has none or nobody could be asked."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return list(dict.fromkeys(str(info[4][0]) for info in found))
