"""One connection to the site, and what a reply can do with it."""

from __future__ import annotations

import os
import socket
import struct
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import threading
    from collections.abc import Mapping

    from tests.site.site import Server

RESET_ON_CLOSE = struct.pack("ii", 1, 0)  # SO_LINGER on, for zero seconds


class Visit(BaseHTTPRequestHandler):
    """Reads requests, has them recorded and answered, and keeps the connection where the reply allows it."""

    protocol_version = "HTTP/1.1"
    server: Server
    content: bytes  # what a POST brought

    def do_GET(self) -> None:
        self.content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.site.answer(self)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_POST(self) -> None:
        self.do_GET()

    @property
    def host(self) -> str:
        """The host that was asked for, without its port."""
        return self.headers.get("Host", "").rpartition(":")[0]

    def head(self, status: int, headers: Mapping[str, str]) -> None:
        """Send the status line and the headers; a reply of unknown length ends with the connection."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def write(self, body: bytes) -> None:
        """Send a piece of the body; a HEAD gets none."""
        if self.command != "HEAD":
            self.wfile.write(body)

    def wait(self, seconds: float | None) -> None:
        """Do nothing for some seconds, or until the site closes."""
        if self.server.site.closing.wait(seconds):
            self.close_connection = True

    def wait_at(self, gate: threading.Event) -> None:
        """Do nothing until a gate opens or the site closes."""
        while not gate.wait(0.02) and not self.server.site.closing.is_set():
            pass

    def reset(self) -> None:
        """Cut the connection with a RST, as a crashed server or a firewall does."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
        os.close(self.connection.detach())
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the name is the base class's)
        pass
