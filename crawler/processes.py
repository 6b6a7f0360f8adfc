"""What a worker process does first, whoever it works for."""

from __future__ import annotations

import multiprocessing
import os
import signal
from functools import partial
from multiprocessing import connection
from threading import Thread
from typing import TYPE_CHECKING

from crawler.platforms import own_files, use_own_files

if TYPE_CHECKING:
    from collections.abc import Callable

    from crawler.platforms import PlatformFile


def initializer() -> Callable[[], None]:
    """Return what each process of a pool calls first, so that it works by the same platform files as this one."""
    return partial(_prepare, own_files())


def _prepare(files: tuple[PlatformFile, ...]) -> None:
    """Leave Ctrl-C to the process that waits for this one, and end when that process ends, however it does."""
    use_own_files(files)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
