"""How a worker process begins, whoever it works for."""

from __future__ import annotations

import multiprocessing
import os
import signal
from contextlib import contextmanager
from functools import partial
from multiprocessing import connection
from threading import Thread
from typing import TYPE_CHECKING

from crawler.platforms import own_files, use_own_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from crawler.platforms import PlatformFile


ENDING = {signal.SIGINT, signal.SIGTERM}


@contextmanager
def undisturbed() -> Iterator[None]:
    """Keep the signals of the end from what is started within, until it can mind them: it would die with a traceback.

    Who started it gets those that came meanwhile afterwards.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def initializer() -> Callable[[], None]:
    """Return what each process of a pool calls first, so that it works by the same platform files as this one."""
    return partial(_prepare, own_files())


def _prepare(files: tuple[PlatformFile, ...]) -> None:
    """Leave Ctrl-C to the process that waits for this one, and end when that process ends, however it does."""
    use_own_files(files)
    os.setpgid(0, 0)  # what ends the crawl is often sent to its whole group
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while came := signal.sigpending() & ENDING:  # before it had left the group
        signal.sigwait(came)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
