"""The plain downloader connects to no private address, whatever its name."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys

import pytest

from tests.conftest import PROJECT_DIR

# A reactor is for once and for the whole process. Prints what each name resolved to, as Scrapy resolves it; with a
# port, what came of connecting to the last one.
ASK = """
import json, sys
from scrapy.utils.reactor import install_reactor
install_reactor("twisted.internet.asyncioreactor.AsyncioSelectorReactor")
from scrapy import Spider
from scrapy.crawler import Crawler
from twisted.internet import reactor
from twisted.internet.defer import DeferredList
from twisted.internet.endpoints import HostnameEndpoint
from twisted.internet.protocol import Factory, Protocol
from crawler.middlewares.resolver import VettingResolver

settings, names, port = json.loads(sys.argv[1])
defaults = {"SPLASH_URL": "", "ALLOWED_PRIVATE_HOSTS": "", "DNSCACHE_SIZE": 10, "DNS_TIMEOUT": 60}
resolver = VettingResolver.from_crawler(Crawler(Spider, {**defaults, **settings}), reactor)
resolver.install_on_reactor()

def tell(found):
    answers.extend(result if done else result.type.__name__ for done, result in found)
    asked = HostnameEndpoint(reactor, names[-1].encode(), port).connect(Factory.forProtocol(Protocol)) if port else None
    if asked:
        asked.addCallbacks(lambda _: answers.append("connected"), lambda failure: answers.append(failure.type.__name__))
        asked.addBoth(lambda _: reactor.stop())
    else:
        reactor.stop()

answers = []
asking = lambda: DeferredList([resolver.getHostByName(name) for name in names], consumeErrors=True).addCallback(tell)
reactor.callWhenRunning(asking)
reactor.run()
print(json.dumps(answers))
"""


def ask(*names: str, port: int | None = None, **settings: str) -> list[str]:
    question = json.dumps([settings, names, port])
    command, environment = [sys.executable, "-c", ASK, question], {**os.environ, "PYTHONPATH": str(PROJECT_DIR)}
    done = subprocess.run(command, cwd=PROJECT_DIR, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    answers: list[str] = json.loads(done.stdout)
    return answers


def test_a_name_of_a_private_address_has_none() -> None:
    assert ask("localhost", "10.0.0.7", "8.8.8.8") == ["DNSLookupError", "DNSLookupError", "8.8.8.8"]


@pytest.mark.parametrize(
    "settings",
    [
        {"ALLOWED_PRIVATE_HOSTS": "wiki.lan localhost:8080"},
        {"ALLOWED_PRIVATE_HOSTS": "wiki.lan", "SPLASH_URL": "http://localhost:8050"},
        {"ALLOWED_PRIVATE_HOSTS": "wiki.lan, LOCALHOST", "SPLASH_URL": "http://[::1]:8050"},
    ],
)
def test_allowed_hosts_and_splash_s_own_are_found(settings: dict[str, str]) -> None:
    assert ask("localhost", "10.0.0.7", **settings) == ["127.0.0.1", "DNSLookupError"]


def test_no_connection_is_made_to_a_private_address() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0)
        port = listening.getsockname()[1]

        assert ask("localhost", port=port) == ["DNSLookupError", "DNSLookupError"]
        with pytest.raises(BlockingIOError):
            listening.accept()
        assert ask("localhost", port=port, ALLOWED_PRIVATE_HOSTS="localhost") == ["127.0.0.1", "connected"]
        listening.accept()[0].close()
