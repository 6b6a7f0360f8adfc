"""The addresses that the plain downloader connects to, vetted at the moment of connecting."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy.resolver import CachingHostnameResolver
from twisted.internet.interfaces import IResolutionReceiver
from zope.interface import implementer

from crawler.urls.private import AllowedHosts, is_global_address

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

    from scrapy.crawler import Crawler
    from twisted.internet.address import IPv4Address, IPv6Address
    from twisted.internet.base import ReactorBase
    from twisted.internet.interfaces import IAddress, IHostResolution

logger = logging.getLogger(__name__)


class VettingResolver(CachingHostnameResolver):
    """Gives out no private address: a name cannot change between the check and the connection (DNS rebinding).

    IPv4 and IPv6. ALLOWED_PRIVATE_HOSTS and Splash's own host are let through; the port was looked at by
    TargetAddressMiddleware.
    """

    def __init__(self, reactor: ReactorBase, cache_size: int, allowed: AllowedHosts) -> None:
        super().__init__(reactor, cache_size)
        self.allowed = allowed

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        settings = crawler.settings
        splash_host = urlsplit(settings["SPLASH_URL"]).hostname
        entries = [*settings["ALLOWED_PRIVATE_HOSTS"].split(","), *([splash_host] if splash_host else [])]
        return cls(reactor, settings.getint("DNSCACHE_SIZE"), AllowedHosts.parse(entries))

    def resolveHostName(  # noqa: N802  Twisted's name
        self,
        resolutionReceiver: Any,  # noqa: N803  the same; to mypy an interface's methods lack their self
        hostName: str,  # noqa: N803
        portNumber: int = 0,  # noqa: N803
        addressTypes: Sequence[type[IAddress]] | None = None,  # noqa: N803
        transportSemantics: str = "TCP",  # noqa: N803
    ) -> IHostResolution:
        if not self.allowed.allows_some_port(hostName):
            resolutionReceiver = _PublicAddresses(resolutionReceiver, hostName)  # noqa: N806
        return super().resolveHostName(resolutionReceiver, hostName, portNumber, addressTypes, transportSemantics)


@implementer(IResolutionReceiver)
class _PublicAddresses:
    """Passes on what a name resolves to, without private addresses; a name that has no other has none."""

    def __init__(self, receiver: Any, name: str) -> None:
        self.receiver = receiver
        self.name = name
        self.resolutionBegan = receiver.resolutionBegan
        self.resolutionComplete = receiver.resolutionComplete

    def addressResolved(self, address: IPv4Address | IPv6Address) -> None:  # noqa: N802  Twisted's name
        if is_global_address(address.host):
            self.receiver.addressResolved(address)
        else:
            logger.warning("%s resolves to the private address %s: not connected to", self.name, address.host)
