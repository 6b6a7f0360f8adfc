"""The copies that a web archive has of a URL, asked for by Memento (RFC 7089): the one nearest to a day first."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urlsplit

from scrapy import Request
from scrapy.exceptions import DownloadCancelledError
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from crawler.archive.answers import BUSY, knows_none, saves
from crawler.archive.memento import (
    TIMED,
    as_it_was,
    copied_url,
    copies,
    distance,
    is_as_it_was,
    nearest,
    read_links,
    shown,
    spacing,
    time_maps,
    write_time,
)
from crawler.exceptions import ArchiveAwayError, UnclearAnswerError
from crawler.rendering.archived_page import header, headers, join, leads_to, location, read_copy, redirect, unpacked
from crawler.rendering.unpacking import UnpackingError
from crawler.rendering.verdicts import UNANSWERED

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from datetime import datetime, timedelta

    from crawler.archive.memento import Link
    from crawler.rendering.archived_page import ArchivedPage

    Download = Callable[[Request], Awaitable[Response]]

TRIES = 9  # copies that are looked at before it is given up: the nearest ones, then ones in growing distances
MAX_REQUESTS = 30  # after which no other copy and no other list is requested
MAX_FAILED = 2  # copies in a row that the archive does not serve: it is away
HOPS = 8  # from the time gate to a copy: gates send on to each other, and what was copied may be a redirect
MAX_MAP = 4 << 20  # bytes of a list of copies: 30,000 of them
MAPS = 5  # lists that are read, where an archive has cut one into pages
REFUSED = frozenset({400, 403, 404, 422})  # of a copy as it was; 422: it came, and cannot be unpacked


class Archive:
    """Looks one URL up in an archive."""

    def __init__(self, gate: str, download: Download, url: str, wanted: datetime) -> None:
        """`gate` stands before a URL to ask for its copies; `wanted` is the day that they should be near to."""
        self.download = download
        self.url = urldefrag(url).url
        self.wanted = wanted
        self.gate = gate + self.url
        self.has_raw = True  # copies as they were have addresses of their own; False once that proved wrong
        self.maps: dict[str, Link] = {}  # lists of copies, by their addresses
        self.held: dict[str, datetime] = {}  # what the archive told of its copies so far
        self.requested: list[str] = []  # all addresses, in order
        self.given: set[str] = set()  # addresses of copies that the caller has seen
        self.failed = 0  # copies in a row that the archive did not serve
        self.is_unsure = False  # a copy or a list of copies was not served: a good copy may be among them

    async def copies(self) -> AsyncIterator[ArchivedPage]:
        """Yield the copies, the nearest first. Raises ArchiveAwayError, and what breaks a crawl off.

        Where none of them is good, `is_unsure` tells whether the archive may have a good one nevertheless.
        """
        address: str | None = self.gate
        for looked_at in range(1, TRIES + 1):
            if address is None or len(self.requested) >= MAX_REQUESTS:
                return
            copy = await self._look(address)
            if copy and copy.address not in self.given:
                self.given.add(copy.address)
                yield copy
            address = await self._next(looked_at)

    async def _look(self, address: str) -> ArchivedPage | None:
        """Return a copy, None where there is none to keep. Raises ArchiveAwayError where the archive is away."""
        try:
            response = await self._open(address)
            self._check_served(address, response)
        except ArchiveAwayError:
            self.is_unsure = True
            self.failed += 1
            if self.failed >= MAX_FAILED or not (self.held or self.maps):
                raise
            return None
        self.failed = 0
        is_page = response.status == HTTPStatus.OK and redirect(response) is None
        return read_copy(response, self.url) if is_page else None

    def _check_served(self, address: str, response: Response) -> None:
        """Raise ArchiveAwayError where the archive gives neither a copy nor a clear answer that there is none."""
        if header(response, "Memento-Datetime") or not self._is_archives(response.url, address):
            return  # a copy, or it leads out of the archive
        status = response.status
        if knows_none(status, headers(response), response.body) or saves(location(response)):
            return
        is_copys = address != self.gate or TIMED.search(response.url) is not None
        if is_copys and status not in BUSY and (status != HTTPStatus.OK or redirect(response)):
            return  # this copy cannot be had
        if status == HTTPStatus.OK and not is_copys and (self.held or self.maps):
            return  # a page that lists the copies
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            self.failed = MAX_FAILED
        error = ArchiveAwayError if status in BUSY else UnclearAnswerError
        raise error(f"HTTP {status} without a copy for {response.url}")

    async def _next(self, looked_at: int) -> str | None:
        """Return the address of the copy to look at next, after so many bad ones."""
        apart = spacing(looked_at)
        while (time_map := self._next_map(apart)) is not None:
            response = await self._get(time_map, max_bytes=MAX_MAP)
            is_list = response.status == HTTPStatus.OK and self._keep(
                response, response.body.decode("utf-8", "replace")
            )
            if response.status in BUSY or (response.status == HTTPStatus.OK and not is_list):
                self.is_unsure = True
        return self._nearest(apart)

    def _nearest(self, apart: timedelta) -> str | None:
        return nearest(self.held, self.wanted, {*self.requested, *self.given}, apart=apart)

    def _next_map(self, apart: timedelta) -> str | None:
        """Return the address of the list to request: one that may hold a nearer copy than those that we know."""
        left = self.maps.keys() - set(self.requested)
        far = {address: distance(self.maps[address], self.wanted) for address in self.maps if address in left}
        is_enough = len(self.maps) - len(left) >= MAPS or len(self.requested) >= MAX_REQUESTS
        if not far or is_enough:
            return None
        address = min(far, key=far.__getitem__)
        known = self._nearest(apart)
        return address if known is None or far[address] < abs(self.held[known] - self.wanted) else None

    async def _open(self, address: str) -> Response:
        """Request a copy as it was; as the archive shows it, where it has no such address."""
        if not self.has_raw:
            return await self._follow(address, shown)
        response = await self._follow(address if address == self.gate else as_it_was(address), as_it_was)
        if response.status in REFUSED and is_as_it_was(response.url) and not header(response, "Memento-Datetime"):
            response = await self._follow(shown(response.url), shown)
            self.has_raw = not header(response, "Memento-Datetime")
        return response

    async def _follow(self, address: str, form: Callable[[str], str]) -> Response:
        """Return the answer at the end of the redirects, each in this form of a copy's address."""
        asked, passed = address, set[str]()
        is_ours = True
        for _ in range(HOPS):
            response = await self._get(address, asked=asked)
            passed.add(address)
            if is_ours:
                self._learn(response)
            to = leads_to(response)
            if header(response, "Memento-Datetime") or response.status == HTTPStatus.OK:
                is_ours = is_ours and copied_url(to or "") == self.url  # a copy that was a redirect, else the gate's
            if not to or saves(to) or form(to) in passed:
                break
            address = form(to)
        return response

    def _is_archives(self, url: str, asked: str) -> bool:
        """Return whether a URL is the archive's, to which the request for an address led."""
        hosts = {urlsplit(each).netloc for each in (self.gate, asked)}
        return urlsplit(url).netloc in hosts or TIMED.search(url) is not None

    async def _get(self, address: str, *, asked: str | None = None, max_bytes: int | None = None) -> Response:
        self.requested.append(address)
        accept = {"Accept-Datetime": write_time(self.wanted)}
        meta = {"dont_redirect": True} | ({"download_maxsize": max_bytes} if max_bytes else {})
        try:
            return unpacked(await self.download(Request(address, NO_CALLBACK, headers=accept, meta=meta)))
        except DownloadCancelledError:
            return Response(address, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        except UNANSWERED as error:
            if isinstance(error.__cause__, UnpackingError):
                return Response(address, status=HTTPStatus.UNPROCESSABLE_ENTITY)
            if not self._is_archives(address, asked or address):
                return Response(address, status=HTTPStatus.BAD_GATEWAY)  # a site out of the archive, maybe dead
            raise ArchiveAwayError(f"{address}: {error or type(error).__name__}") from error

    def _learn(self, response: Response) -> None:
        """Keep what an answer tells of the archive's copies of our URL."""
        if not self.maps:  # else they hold them all
            self._keep(response, header(response, "Link"))

    def _keep(self, response: Response, said: str) -> bool:
        """Keep the copies and the lists of copies that links name; return whether there are links at all."""
        links = list(read_links(said))
        self.held |= copies(links)
        self.maps |= {url: link for link in time_maps(links) if (url := join(response.url, link.url))}
        return bool(links)
