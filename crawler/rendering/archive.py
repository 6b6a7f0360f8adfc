"""The copies that a web archive has of a URL, asked for by Memento (RFC 7089): the one nearest to a day first."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urldefrag, urljoin

from scrapy import Request
from scrapy.exceptions import DownloadCancelledError
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from crawler.archive.memento import (
    as_it_was,
    copied_url,
    copies,
    distance,
    is_as_it_was,
    nearest,
    read_links,
    read_time,
    shown,
    time_maps,
    write_time,
)
from crawler.archive.unwrapping import unwrap
from crawler.exceptions import ArchiveAwayError
from crawler.rendering.verdicts import UNANSWERED

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from datetime import datetime

    from crawler.archive.memento import Link

    Download = Callable[[Request], Awaitable[Response]]

TRIES = 3  # copies that are looked at before it is given up
HOPS = 8  # from the time gate to a copy: gates send on to each other, and what was copied may be a redirect
MAX_MAP = 4 << 20  # bytes of a list of copies: 30,000 of them
MAPS = 5  # lists that are read, where an archive has cut one into pages
AWAY = frozenset({HTTPStatus.TOO_MANY_REQUESTS, *range(500, 600)})
REFUSED = frozenset({HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND})
REDIRECTS = frozenset({301, 302, 303, 307, 308})


class ArchivedPage(NamedTuple):
    """A copy, without what the archive added to it."""

    address: str  # in the archive, as people read it
    taken_at: datetime  # by the archive
    url: str  # what it is a copy of
    body: bytes
    content_type: str | None


class Archive:
    """Looks one URL up in an archive."""

    def __init__(self, gate: str, download: Download, url: str, wanted: datetime) -> None:
        """`gate` stands before a URL to ask for its copies; `wanted` is the day that they should be near to."""
        self.download = download
        self.url = urldefrag(url).url
        self.wanted = wanted
        self.gate = gate + self.url
        self.maps: dict[str, Link] = {}  # lists of copies, by their addresses
        self.asked: set[str] = set()  # those that were asked for
        self.held: dict[str, datetime] = {}  # what the archive told of its copies so far
        self.tried: set[str] = set()

    async def copies(self) -> AsyncIterator[ArchivedPage]:
        """Yield the copies, the nearest first. Raises ArchiveAwayError, and what breaks a crawl off."""
        address = self.gate
        for _ in range(TRIES):
            response = await self._open(address)
            copy = self._copy(response)
            if copy is None and address == self.gate:
                return  # it knows none
            self.tried |= {address, copy.address if copy else address}
            if copy and response.status == HTTPStatus.OK:
                yield copy
            following = await self._next()
            if following is None:
                return
            address = following

    def _copy(self, response: Response) -> ArchivedPage | None:
        taken_at = read_time(_header(response, "Memento-Datetime"))
        if taken_at is None:
            return None
        return ArchivedPage(
            address=shown(urljoin(response.url, _header(response, "Content-Location"))),
            taken_at=taken_at,
            url=copied_url(response.url) or self.url,
            body=response.body if is_as_it_was(response.url) else unwrap(response.body, response.url),
            content_type=_header(response, "Content-Type") or None,
        )

    async def _next(self) -> str | None:
        """Return the address of the copy nearest to the wanted day, of those that were not tried."""
        while (time_map := self._next_map()) is not None:
            self.asked.add(time_map)
            response = await self._get(time_map, max_bytes=MAX_MAP)
            if response.status == HTTPStatus.OK:
                self._keep(response, response.body.decode("utf-8", "replace"))
        return nearest(self.held, self.wanted, self.tried)

    def _next_map(self) -> str | None:
        """Return the address of the list to ask for: one that may hold a nearer copy than those that we know."""
        far = {address: distance(link, self.wanted) for address, link in self.maps.items() if address not in self.asked}
        if not far or len(self.asked) == MAPS:
            return None
        address = min(far, key=far.__getitem__)
        known = nearest(self.held, self.wanted, self.tried)
        return address if known is None or far[address] < abs(self.held[known] - self.wanted) else None

    async def _open(self, address: str) -> Response:
        """Ask for a copy as it was; as the archive shows it, where it has no such address."""
        response = await self._follow(address if address == self.gate else as_it_was(address), as_it_was)
        if response.status in REFUSED and is_as_it_was(response.url) and not _header(response, "Memento-Datetime"):
            return await self._follow(shown(response.url), shown)
        return response

    async def _follow(self, address: str, form: Callable[[str], str]) -> Response:
        """Return the answer at the end of the redirects, each in this form of a copy's address."""
        for _ in range(HOPS):
            response = await self._get(address)
            self._learn(response)
            to = _header(response, "Location")
            if response.status not in REDIRECTS or not to:
                break
            address = form(urljoin(address, to))
        if response.status in AWAY and not _header(response, "Memento-Datetime"):
            raise ArchiveAwayError(f"HTTP {response.status} for {response.url}")
        return response

    async def _get(self, address: str, *, max_bytes: int | None = None) -> Response:
        headers = {"Accept-Datetime": write_time(self.wanted)}
        meta = {"dont_redirect": True} | ({"download_maxsize": max_bytes} if max_bytes else {})
        try:
            return await self.download(Request(address, NO_CALLBACK, headers=headers, meta=meta))
        except DownloadCancelledError:
            return Response(address, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        except UNANSWERED as error:
            raise ArchiveAwayError(f"{address}: {error or type(error).__name__}") from error

    def _learn(self, response: Response) -> None:
        """Keep what an answer tells of the archive's copies of our URL."""
        if not self.maps:  # else they hold them all; a redirect may have led to copies of another URL
            self._keep(response, _header(response, "Link"))

    def _keep(self, response: Response, said: str) -> None:
        links = list(read_links(said))
        self.held |= copies(links)
        self.maps |= {urljoin(response.url, link.url): link for link in time_maps(links)}


def _header(response: Response, name: str) -> str:
    return (response.headers.get(name) or b"").decode("latin-1")
