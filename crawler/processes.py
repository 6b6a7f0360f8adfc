"""What a worker process does first, whoever it works for."""

from __future__ import annotations

import multiprocessing
import os
import signal
from multiprocessing import connection
from threading import Thread


def prepare_worker() -> None:
    """Leave Ctrl-C to the process that waits for this one, and end when that process ends, however it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
