"""A web for the benchmarks, in a process of its own: page n of the corpus at any path /posts/n.

It knows when each page was asked for: /times says so, from the last question on, and every rate is taken from that.

`python -m benchmarks.site --seed 1 --port 0` prints its origin and serves until it is ended. It listens on all of
127.0.0.0/8, so that a benchmark can have many hosts, and turns everyone else away.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.corpus import article_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PROJECT_DIR = Path(__file__).resolve().parent.parent
POST = re.compile(rb"/posts/(\d+)")
ASSETS = {
    b"css": (b"text/css", b".post p { margin: 0 0 1em; color: #333; line-height: 1.75 }\n" * 800),
    b"js": (b"text/javascript", b"window.counts = (window.counts || 0) + 1; // one line of a bundle\n" * 1500),
    b"png": (b"image/png", b"\x89PNG\r\n\x1a\n" + bytes(80_000)),
}
MISSING = b"HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\nContent-Length: 7\r\n\r\nnothing"


def response(content_type: bytes, body: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s" % (content_type, len(body), body)


@lru_cache(maxsize=1024)
def answer(seed: int, target: bytes) -> bytes:
    """Return the whole response to a GET of a request target."""
    if post := POST.search(target):
        return response(b"text/html; charset=utf-8", article_page(seed, int(post[1])))
    suffix = target.rpartition(b".")[2]
    return response(*ASSETS[suffix]) if suffix in ASSETS else MISSING


class Connection(asyncio.Protocol):
    """Answers the GETs of one kept connection, one after another."""

    def __init__(self, seed: int, times: list[float]) -> None:
        self.seed = seed
        self.times = times
        self.received = b""
        self.transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if not isinstance(transport, asyncio.Transport):
            raise TypeError(f"not a stream: {transport!r}")
        self.transport = transport
        if not transport.get_extra_info("peername")[0].startswith("127."):
            transport.abort()

    def data_received(self, data: bytes) -> None:
        self.received += data
        while (end := self.received.find(b"\r\n\r\n")) >= 0:
            head, self.received = self.received[:end], self.received[end + 4 :]
            self.transport.write(self.answer(head.split(b" ", 2)[1], head))
            if b"connection: close" in head.lower():
                self.transport.close()

    def answer(self, target: bytes, head: bytes) -> bytes:
        if target == b"/times":
            told = response(b"application/json", json.dumps(self.times).encode())
            self.times.clear()
            return told
        if POST.search(target):
            self.times.append(time.monotonic())
        return answer(self.seed, target)


async def serve(port: int, seed: int, connect: Callable[[int, list[float]], Connection] = Connection) -> None:
    """Serve until cancelled."""
    loop = asyncio.get_running_loop()
    times: list[float] = []
    server = await loop.create_server(lambda: connect(seed, times), "0.0.0.0", port, backlog=1024)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    await server.serve_forever()


@contextmanager
def running(seed: int, module: str = "benchmarks.site") -> Iterator[str]:
    """Run the site, or another module's, in a process of its own on a free port and give its origin."""
    command = [sys.executable, "-m", module, "--seed", str(seed), "--port", "0"]
    with subprocess.Popen(command, cwd=PROJECT_DIR, stdout=subprocess.PIPE, text=True) as process:
        try:
            if process.stdout is None:
                raise TypeError("a pipe was asked for")
            yield process.stdout.readline().strip()
        finally:
            process.kill()


def take_times(origin: str) -> list[float]:
    """Return when the pages were asked for (seconds, monotonic) since this was asked last."""
    with urllib.request.urlopen(f"{origin}/times", timeout=10) as told:
        times: list[float] = json.load(told)
    return times


def main(connect: Callable[[int, list[float]], Connection] = Connection) -> None:
    """Serve as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    asyncio.run(serve(arguments.port, arguments.seed, connect))


if __name__ == "__main__":
    main()
