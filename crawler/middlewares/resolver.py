"""The addresses that the plain downloader connects to, vetted at the moment of connecting."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.error import DNSLookupError

from crawler.urls.private import AllowedHosts, is_global_address

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

    from scrapy.crawler import Crawler
    from twisted.internet.base import ReactorBase
    from twisted.internet.defer import Deferred


class VettingResolver(CachingThreadedResolver):
    """Gives out no private address: a name cannot change between the check and the connection (DNS rebinding).

    ALLOWED_PRIVATE_HOSTS and Splash's own host are let through; the port was looked at by TargetAddressMiddleware.
    """

    def __init__(self, reactor: ReactorBase, cache_size: int, timeout: float, allowed: AllowedHosts) -> None:
        super().__init__(reactor, cache_size, timeout)
        self.allowed = allowed

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        settings = crawler.settings
        splash_host = urlsplit(settings["SPLASH_URL"]).hostname
        entries = [*settings["ALLOWED_PRIVATE_HOSTS"].split(","), *([splash_host] if splash_host else [])]
        allowed = AllowedHosts.parse(entries)
        return cls(reactor, settings.getint("DNSCACHE_SIZE"), settings.getfloat("DNS_TIMEOUT"), allowed)

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Deferred[str]:  # noqa: N802  Twisted's name
        found = super().getHostByName(name, timeout)
        found.addCallback(self._vet, name)
        return found

    def _vet(self, address: str, name: str) -> str:
        if is_global_address(address) or self.allowed.allows_some_port(name):
            return address
        raise DNSLookupError(f"{name} resolves to the private address {address}")
