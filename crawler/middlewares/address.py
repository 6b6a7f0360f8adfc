"""Keeps the crawl on the public net: no request goes to a private address, whoever asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.exceptions import CannotResolveHostError
from scrapy.utils.httpobj import urlparse_cached

from crawler.middlewares.refusal import Refusal
from crawler.rendering.network import resolve
from crawler.rendering.splash import is_sent_to_splash
from crawler.urls.private import AllowedHosts, is_global_address, is_private_host
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler


class TargetAddressMiddleware:
    """Resolves the target's host once, before anything is asked of it, for both renderers.

    A private, loopback or reserved address is unsafe, a redirect to one too; a name without an address cannot be
    resolved. ALLOWED_PRIVATE_HOSTS opens named hosts.
    """

    def __init__(self, allowed: AllowedHosts) -> None:
        self.allowed = allowed
        self._addresses: dict[str, list[str]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(AllowedHosts.parse(crawler.settings["ALLOWED_PRIVATE_HOSTS"]))

    async def process_request(self, request: Request) -> None:
        if is_sent_to_splash(request):
            return
        parts = urlparse_cached(request)
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
        if self.allowed.allows(host, port):
            return
        if is_private_host(host):
            raise Refusal(Verdict.UNSAFE, f"{host} is a private or reserved host")
        await self._refuse_by_address(host)

    async def _refuse_by_address(self, host: str) -> None:
        addresses = await self._resolve(host)
        if not addresses:
            raise CannotResolveHostError(f"{host} has no address")
        private = [address for address in addresses if not is_global_address(address)]
        if private:
            raise Refusal(Verdict.UNSAFE, f"{host} resolves to the private address {private[0]}")

    async def _resolve(self, host: str) -> list[str]:
        if host not in self._addresses:
            addresses = await resolve(host)
            if not addresses:  # asked again next time: the network may come back
                return []
            self._addresses[host] = addresses
        return self._addresses[host]
