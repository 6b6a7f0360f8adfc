"""The plain downloader connects to no private address, whatever its name."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from tests.conftest import PROJECT_DIR

# A reactor is for once and for the whole process. Prints the addresses of each name, as Scrapy resolves it; with a
# port, what came of connecting to the last one.
ASK = """
import json, sys
from scrapy.utils.reactor import install_reactor
install_reactor("twisted.internet.asyncioreactor.AsyncioSelectorReactor")
from scrapy import Spider
from scrapy.crawler import Crawler
from twisted.internet import reactor
from twisted.internet.endpoints import HostnameEndpoint
from twisted.internet.interfaces import IResolutionReceiver
from twisted.internet.protocol import Factory, Protocol
from zope.interface import implementer
from crawler.middlewares.resolver import VettingResolver

settings, names, port = json.loads(sys.argv[1])
defaults = {"SPLASH_URL": "", "ALLOWED_PRIVATE_HOSTS": "", "DNSCACHE_SIZE": 10}
VettingResolver.from_crawler(Crawler(Spider, {**defaults, **settings}), reactor).install_on_reactor()
answers, waiting = [], list(names)

@implementer(IResolutionReceiver)
class Answer:
    def resolutionBegan(self, resolution):
        self.addresses = []
    def addressResolved(self, address):
        self.addresses.append(address.host)
    def resolutionComplete(self):
        answers.append(sorted(self.addresses))
        go_on()

def go_on():
    if waiting:
        reactor.nameResolver.resolveHostName(Answer(), waiting.pop(0), port or 0)
    elif port:
        asked = HostnameEndpoint(reactor, names[-1].encode(), port).connect(Factory.forProtocol(Protocol))
        asked.addCallbacks(lambda _: answers.append("connected"), lambda failure: answers.append(failure.type.__name__))
        asked.addBoth(lambda _: reactor.stop())
    else:
        reactor.stop()

reactor.callWhenRunning(go_on)
reactor.run()
print(json.dumps(answers))
"""
REFUSED: list[str] = []


def ask(*names: str, port: int | None = None, **settings: str) -> list[Any]:
    question = json.dumps([settings, names, port])
    command, environment = [sys.executable, "-c", ASK, question], {**os.environ, "PYTHONPATH": str(PROJECT_DIR)}
    done = subprocess.run(command, cwd=PROJECT_DIR, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    answers: list[Any] = json.loads(done.stdout)
    return answers


def test_a_name_of_a_private_address_has_none() -> None:
    names = ("localhost", "10.0.0.7", "::1", "fd00::7", "8.8.8.8", "2606:4700:4700::1111")

    assert ask(*names) == [REFUSED, REFUSED, REFUSED, REFUSED, ["8.8.8.8"], ["2606:4700:4700::1111"]]


def test_an_address_is_vetted_each_time_also_out_of_the_cache() -> None:
    assert ask("10.0.0.7", "10.0.0.7", "8.8.8.8", "8.8.8.8") == [REFUSED, REFUSED, ["8.8.8.8"], ["8.8.8.8"]]


@pytest.mark.parametrize(
    "settings",
    [
        {"ALLOWED_PRIVATE_HOSTS": "wiki.lan localhost:8080"},
        {"ALLOWED_PRIVATE_HOSTS": "wiki.lan", "SPLASH_URL": "http://localhost:8050"},
        {"ALLOWED_PRIVATE_HOSTS": "wiki.lan, LOCALHOST", "SPLASH_URL": "http://[::1]:8050"},
    ],
)
def test_allowed_hosts_and_splash_s_own_are_found(settings: dict[str, Any]) -> None:
    found, refused = ask("localhost", "10.0.0.7", **settings)

    assert set(found) <= {"127.0.0.1", "::1"}
    assert found != REFUSED
    assert refused == REFUSED


@pytest.mark.parametrize(("family", "address"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")])
def test_no_connection_is_made_to_a_private_address(family: socket.AddressFamily, address: str) -> None:
    with socket.create_server((address, 0), family=family) as listening:
        listening.settimeout(0)
        port = listening.getsockname()[1]

        assert ask(address, port=port) == [REFUSED, "DNSLookupError"]
        with pytest.raises(BlockingIOError):
            listening.accept()
        assert ask(address, port=port, ALLOWED_PRIVATE_HOSTS=f"[{address}]") == [[address], "connected"]
        listening.accept()[0].close()


class Article(BaseHTTPRequestHandler):
    """Answers with one article."""

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/article" else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        if self.path == "/article":
            self.wfile.write(f"<article><h1>Six</h1><p>{'This came over IPv6. ' * 20}</p></article>".encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the name is the base class's)
        pass


class ServerOverIPv6(ThreadingHTTPServer):
    address_family = socket.AF_INET6


def test_a_host_with_ipv6_alone_is_fetched() -> None:
    with ServerOverIPv6(("::1", 0), Article) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        host = f"[::1]:{server.server_port}"
        environment = {**os.environ, "SPLASH_URL": "", "ALLOWED_PRIVATE_HOSTS": host}
        command = [str(Path(sys.executable).with_name("scrapy")), "clean", f"http://{host}/article"]
        done = subprocess.run(command, cwd=PROJECT_DIR, env=environment, capture_output=True, text=True, check=False)
        server.shutdown()

    assert "This came over IPv6." in done.stdout, done.stderr
