"""Serves the example site on loopback.

`python examples/site/serve.py` shows it to a browser at http://127.0.0.1:8731/, the address that the notes cite.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from http.server import HTTPServer

HOST = "127.0.0.1"
PORT = 8731
ADDRESS = f"{HOST}:{PORT}"
FOLDER = Path(__file__).resolve().parent
HTML = "text/html; charset=utf-8"
TYPES = {".css": "text/css", ".js": "text/javascript; charset=utf-8", ".png": "image/png", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Page:
    """A file and how it is answered."""

    file: str  # below the site's folder
    content_type: str = HTML
    status: HTTPStatus = HTTPStatus.OK


# By path, decoded and without a trailing slash.
PAGES = {
    "": Page("pages/index.html"),
    "/robots.txt": Page("files/robots.txt", "text/plain"),
    "/tistory/102": Page("pages/tistory-git-rebase.html"),
    "/tistory/37": Page("pages/tistory-crontab.html"),
    "/midnight-ops/223145678901": Page("pages/naver-frame.html"),
    "/PostView.naver": Page("pages/naver-post.html"),
    "/@memlog/asyncio-태스크-취소": Page("pages/velog-asyncio.html"),
    "/docs/retries.html": Page("pages/docs-retries.html"),
    "/posts/http-cache": Page("pages/http-cache.html"),
    "/app/release-notes": Page("pages/release-notes.html"),
    "/app/release-notes.json": Page("files/release-notes.json", "application/json"),
    # Both are EUC-KR. The header never says so; the first page's own meta does, the second says nothing.
    "/~linuxer/mysql_charset.html": Page("pages/board-mysql-charset.html", "text/html"),
    "/~linuxer/apache_rewrite.html": Page("pages/board-apache-rewrite.html", "text/html"),
    "/files/sqlite-wal.pdf": Page("files/sqlite-wal.pdf", "application/pdf"),
    "/files/nginx-memo.txt": Page("files/nginx-memo.txt", "text/plain; charset=utf-8"),
    "/private/weekly-report": Page("pages/weekly-report.html"),  # robots.txt asks crawlers to stay away
}
REDIRECTS = {"/2022/09/http-cache.html": "/posts/http-cache/"}
MISSING = Page("pages/tistory-gone.html", status=HTTPStatus.NOT_FOUND)

ASSETS = {
    f"/{folder}/{file.name}": Page(f"{folder}/{file.name}", TYPES[file.suffix])
    for folder in ("assets", "images")
    for file in (FOLDER / folder).iterdir()
}


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD, and keeps quiet about it."""

    server: HTTPServer

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path).rstrip("/")
        if path in REDIRECTS:
            self._answer(HTTPStatus.MOVED_PERMANENTLY, {"Location": REDIRECTS[path]}, b"")
        else:
            page = PAGES.get(path) or ASSETS.get(path, MISSING)
            self._answer(page.status, {"Content-Type": page.content_type}, self._body(page))

    def do_HEAD(self) -> None:
        self.do_GET()

    def _body(self, page: Page) -> bytes:
        """Read the page; where the site has another port than usual, the page names that one."""
        body = (FOLDER / page.file).read_bytes()
        if not page.content_type.startswith("text/html"):
            return body
        return body.replace(ADDRESS.encode(), f"{HOST}:{self.server.server_port}".encode())

    def _answer(self, status: HTTPStatus, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the name is the base class's)
        pass


@contextmanager
def serve(port: int = PORT) -> Iterator[str]:
    """Serve the site until the block ends and give its origin; port 0 takes a free port.

    Raises OSError where the port is taken.
    """
    with ThreadingHTTPServer((HOST, port), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://{HOST}:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


if __name__ == "__main__":
    with serve() as origin:
        print(f"The example site is at {origin}/ until Ctrl-C.")
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print()
