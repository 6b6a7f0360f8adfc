"""Pages on loopback that remember what was asked for, and how Splash is asked to render them."""

from __future__ import annotations

import contextlib
import json
import threading
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.plugins.splash import RunningSplash


@dataclass
class Site:
    """A site on a free port of 127.0.0.1: `pages` are what it has, `asked` the paths it was asked for."""

    port: int = 0
    pages: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"


@contextlib.contextmanager
def serving() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            body = site.pages.get(self.path.partition("?")[0], "").encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def render(splash: RunningSplash, url: str, timeout: float = 60, **arguments: str) -> str:
    """Return the HTML that Splash makes of a URL, or what it says when it cannot."""
    query = urllib.parse.urlencode({"url": url, **arguments})
    try:
        with urllib.request.urlopen(f"{splash.url}/render.html?{query}", timeout=timeout) as response:
            return str(response.read().decode())
    except urllib.error.HTTPError as error:
        with error:
            return str(error.read().decode())


def execute(splash: RunningSplash, lua: str, **arguments: Any) -> Any:
    """Post a Lua script to Splash as JSON, the way scrapy-splash does; return the object that it returns."""
    request = urllib.request.Request(
        f"{splash.url}/execute",
        data=json.dumps({"lua_source": lua, **arguments}).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=60) as response:
        return json.load(response)
