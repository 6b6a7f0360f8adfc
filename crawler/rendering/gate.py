"""The way to Splash: as many pages at once as it has slots, none while it is away, none lost when it dies.

A Splash that dies takes every page in flight with it. Each is asked for again once Splash is back, and alone: a page
that kills or freezes its browser a second time is known by that, and harms no other.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING, TypeVar

from scrapy.exceptions import (
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)

from crawler.exceptions import BrokenOffError, SplashAwayError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from scrapy.statscollectors import StatsCollector

T = TypeVar("T")

logger = logging.getLogger(__name__)

LOST = (DownloadFailedError, DownloadTimeoutError, ResponseDataLossError)
POLL_SECONDS = 1.0
GRACE_SECONDS = 1.0  # between a lost page and the first question: a dying process may still take a connection
MAX_DEATHS = 2


class BrowserDiedError(Exception):
    """A page that Splash died of, or froze on, each time that it was rendered."""


class SplashGate:
    """Lets pages through to Splash.

    `answers` asks Splash whether it is there; `patience` is for how many seconds it may be away; `is_wanted` says
    whether the crawl still goes on: one that is broken off sends nothing more, and waits for no Splash.
    """

    def __init__(
        self,
        *,
        slots: int,
        patience: float,
        answers: Callable[[], Awaitable[bool]],
        is_wanted: Callable[[], bool],
        stats: StatsCollector,
    ) -> None:
        self.slots = slots
        self.patience = patience
        self.answers = answers
        self.is_wanted = is_wanted
        self.stats = stats
        self._free = asyncio.Semaphore(slots)
        self._alone = asyncio.Lock()
        self._asking = asyncio.Lock()
        self._back = asyncio.Event()
        self._back.set()
        self._given_up = False

    async def pass_through(self, render: Callable[[], Awaitable[T]]) -> T:
        """Return what `render` brings, however often Splash goes away meanwhile.

        Raises SplashAwayError when Splash stays away, BrowserDiedError when it dies of this very page, BrokenOffError
        when the crawl ended meanwhile.
        """
        deaths = 0
        while True:
            async with self._place(alone=deaths > 0):
                await self._wait_for_splash()
                if not self.is_wanted():
                    raise BrokenOffError("the crawl ended while the page waited for Splash")
                try:
                    return await render()
                except DownloadConnectionRefusedError:
                    self._back.clear()  # it was not there: nothing to do with this page
                except LOST as error:
                    deaths += 1
                    self._back.clear()
                    self.stats.inc_value("splash/lost")
                    if deaths >= MAX_DEATHS:
                        raise BrowserDiedError(f"Splash died {deaths} times while rendering this page") from error
                    await asyncio.sleep(GRACE_SECONDS)

    @asynccontextmanager
    async def _place(self, *, alone: bool) -> AsyncIterator[None]:
        """Take one slot, or all of them."""
        if not alone:
            async with self._free:
                yield
            return
        async with AsyncExitStack() as places:
            await places.enter_async_context(self._alone)  # two that wait for all slots would wait for each other
            for _ in range(self.slots):
                await places.enter_async_context(self._free)
            yield

    async def _wait_for_splash(self) -> None:
        if not self._back.is_set():
            async with self._asking:  # one asks, the others wait for its answer
                if not self._back.is_set():
                    await self._poll()
        if self._given_up:
            raise SplashAwayError("Splash is away, and is no longer waited for")

    async def _poll(self) -> None:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self.patience
        logger.warning("Splash is away: rendering pauses for up to %g s", self.patience)
        self.stats.inc_value("splash/pauses")
        while not self._given_up and not await self.answers():
            await asyncio.sleep(POLL_SECONDS)
            self._given_up = loop.time() > deadline or not self.is_wanted()
        if not self._given_up:
            logger.warning("Splash is back: rendering goes on")
        self._back.set()
