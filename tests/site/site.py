"""The site itself: routes, hosts and a memory of who asked for what."""

from __future__ import annotations

import sys
import threading
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from fnmatch import fnmatchcase
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tests.site.replies import Page, Redirect
from tests.site.visit import Visit

if TYPE_CHECKING:
    import socket
    from types import TracebackType
    from typing import Any, Self

    from tests.site.replies import Reply

MISSING = Page(body="nothing here", content_type="text/plain", status=404)


@dataclass
class Request:
    """One request as it came."""

    time: float  # when it came, time.monotonic()
    host: str  # without a port
    method: str
    path: str  # with its query, as the client spelled it
    headers: dict[str, str]  # names in lower case
    body: bytes
    ended: float | None = None  # when the answer was out; None: not yet


class Server(ThreadingHTTPServer):
    """Takes connections on all of 127.0.0.0/8 and knows those that are open."""

    daemon_threads = False  # closing waits for each of them
    request_queue_size = 128

    def __init__(self, site: Site, port: int) -> None:
        super().__init__(("", port), Visit)
        self.site = site
        self.open: set[socket.socket] = set()

    def verify_request(self, request: Any, client_address: Any) -> bool:
        """Turn away whoever is not on this machine: 127.0.0.0/8 can only be had by listening everywhere."""
        return str(client_address[0]).startswith("127.")

    def process_request(self, request: Any, client_address: Any) -> None:
        self.open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self.open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep an error of a reply for the test that the site belongs to; a client that left is none."""
        error = sys.exception()
        if isinstance(error, Exception) and not isinstance(error, ConnectionError):
            self.site.errors.append(error)


class Site:
    """Serves what the test puts on it, from entering to leaving the `with` block."""

    def __init__(self, port: int = 0) -> None:
        self.errors: list[Exception] = []  # of replies; the first one is raised when the site closes
        self.closing = threading.Event()
        self._routes: dict[tuple[str | None, str], deque[Reply]] = {}
        self._requests: list[Request] = []
        self._changed = threading.Condition()  # guards the two above
        self._server = Server(self, port)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self.port: int = self._server.server_port

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self.closing.set()
        for connection in list(self._server.open):
            with suppress(OSError):  # the client was faster
                connection.shutdown(2)
        self._server.server_close()
        if self.errors and error is None:
            raise self.errors[0]

    # --- What is there ---------------------------------------------------------------------------------------------

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """Return the URL of a path on one of the hosts, any of 127.0.0.0/8."""
        return f"http://{host}:{self.port}{path}"

    def add(self, path: str, *replies: Reply, host: str | None = None) -> str:
        """Answer requests for a path (decoded, with or without a query) on one host, or on all, and return its URL.

        Of several replies each request takes the next; the last one stays.
        """
        with self._changed:
            self._routes[host, path] = deque(replies)
        return self.url(path, host or "127.0.0.1")

    def page(self, path: str, body: bytes | str = "", *, host: str | None = None, **fields: Any) -> str:
        """Add a `Page`; the fields are its fields."""
        return self.add(path, Page(body=body, **fields), host=host)

    def redirect(self, path: str, to: str, status: int = 301, *, host: str | None = None) -> str:
        """Add a `Redirect`."""
        return self.add(path, Redirect(to, status), host=host)

    def robots(self, text: str, *, host: str | None = None) -> str:
        """Add a robots.txt to one host, or to all; without one it is a 404."""
        return self.page("/robots.txt", text, content_type="text/plain", host=host)

    # --- What was asked for ----------------------------------------------------------------------------------------

    @property
    def requests(self) -> list[Request]:
        """All requests so far, in the order in which they came."""
        with self._changed:
            return list(self._requests)

    def seen(self, path: str = "*", host: str | None = None) -> list[Request]:
        """Return the requests for paths of a pattern (`*` and `?` as in a shell), on one host or on all."""
        return [r for r in self.requests if fnmatchcase(r.path, path) and host in {None, r.host}]

    def wait_for(self, count: int, path: str = "*", host: str | None = None, timeout: float = 30) -> list[Request]:
        """Wait until so many requests have come and return them; TimeoutError where they do not come."""
        with self._changed:
            if not self._changed.wait_for(lambda: len(self.seen(path, host)) >= count, timeout):
                raise TimeoutError(f"{len(self.seen(path, host))} of {count} requests for {path} in {timeout} s")
            return self.seen(path, host)

    def peak(self, path: str = "*", host: str | None = None) -> int:
        """Return how many of the requests were being answered at once, at most."""
        requests = self.seen(path, host)
        steps = [(r.time, 1) for r in requests] + [(r.ended, -1) for r in requests if r.ended is not None]
        now = peak = 0
        for _, step in sorted(steps):
            now += step
            peak = max(peak, now)
        return peak

    # --- The server's side -----------------------------------------------------------------------------------------

    def answer(self, visit: Visit) -> None:
        """Record a request and have it answered."""
        headers = {name.lower(): value for name, value in visit.headers.items()}
        request = Request(time.monotonic(), visit.host, visit.command, visit.path, headers, visit.content)
        with self._changed:
            self._requests.append(request)
            reply = self._next_reply(visit.host, unquote(visit.path))
            self._changed.notify_all()
        try:
            reply.answer(visit)
        finally:
            request.ended = time.monotonic()

    def _next_reply(self, host: str, path: str) -> Reply:
        without_query = path.partition("?")[0]
        for route in ((host, path), (None, path), (host, without_query), (None, without_query)):
            replies = self._routes.get(route)
            if replies:
                return replies.popleft() if len(replies) > 1 else replies[0]
        return MISSING
