"""Worker processes for CPU work, so that the reactor never waits for it."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
import resource
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from crawler.processes import initializer, undisturbed

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    from scrapy.settings import BaseSettings

P = ParamSpec("P")
T = TypeVar("T")

NICE = 10  # behind the crawl itself and a Splash on the same machine, which everything waits for
MAX_MEMORY = 4 << 30  # bytes of address space a worker; a page that needs more has an error, not the machine


class WorkFailedError(Exception):
    """The work raised something, which is the cause of this: foreseen or not, it costs that piece of work alone."""


class WorkerDiedError(WorkFailedError):
    """A worker died, or ran out of time, on the work that it had."""


class Workers:
    """A fixed number of processes, each with one piece of work at a time.

    Each process is an executor of its own: one that dies takes its own work along, and nobody else's. Who calls `run`
    waits for a free one, so what waits is bounded by what calls.
    """

    def __init__(self, count: int, seconds: float, preload: list[str]) -> None:
        """`seconds` bounds one piece of work; `preload` names modules that it needs, imported once for all."""
        self.count = count
        self.seconds = seconds
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(preload)
        self._idle: asyncio.LifoQueue[ProcessPoolExecutor] = asyncio.LifoQueue()
        for _ in range(count):
            self._idle.put_nowait(self._start())

    @classmethod
    def from_settings(cls, settings: BaseSettings, preload: list[str]) -> Self:
        """Make as many as CLEAN_WORKERS says, one for each processor where it says 0."""
        count = settings.getint("CLEAN_WORKERS") or os.cpu_count() or 1
        return cls(count, settings.getfloat("CLEAN_SECONDS"), preload)

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what `function` returns. Raises WorkFailedError, WorkerDiedError where it took its process along."""
        worker = await self._idle.get()
        try:
            with undisturbed():
                work = asyncio.wrap_future(worker.submit(_within, self.seconds, partial(function, *args, **kwargs)))
            await asyncio.wait([work])
            error = work.exception()
            if isinstance(error, BrokenProcessPool):
                worker.shutdown(wait=False)
                worker = self._start()
                raise WorkerDiedError(f"died, or took longer than {self.seconds:g} s") from error
            if error is not None:
                raise WorkFailedError(f"failed ({type(error).__name__})") from error
            return work.result()
        finally:
            self._idle.put_nowait(worker)

    def close(self) -> None:
        """End the processes; none has work when this is called."""
        while not self._idle.empty():
            self._idle.get_nowait().shutdown()

    def _start(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(1, mp_context=self._context, initializer=partial(_prepare, initializer()))


def _prepare(begin: Callable[[], None]) -> None:
    os.nice(NICE)
    begin()
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    logging.disable()  # libraries quote the page that they complain of


def _within(seconds: float, work: Callable[[], T]) -> T:
    """Do the work; the alarm ends the whole process, which no C extension can put off."""
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return work()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
