"""Processes that end together: a child that dies with its parent, and an end that leaves nothing behind."""

import contextlib
import ctypes
import functools
import os
import signal
import subprocess
import sys
from typing import Any, Iterator, List

PR_SET_PDEATHSIG = 1  # <linux/prctl.h>

LIBC = ctypes.CDLL(None) if sys.platform.startswith("linux") else None


def die_with_parent(signal_number: int) -> None:
    """Have the kernel send this process a signal when its parent ends, even by kill -9. Linux only; else nothing."""
    if LIBC is not None:
        LIBC.prctl(PR_SET_PDEATHSIG, signal_number)


def lead_group_and_die_with_parent(signal_number: int) -> None:
    """Between fork and exec: a process group of its own, which Ctrl-C does not reach, and an end with the parent."""
    os.setpgid(0, 0)
    die_with_parent(signal_number)


def start(command: List[str], *, farewell: int = signal.SIGKILL, **options: Any) -> "subprocess.Popen[bytes]":
    """Start a program that gets the farewell signal when this process ends, however that comes about."""
    prepare = functools.partial(lead_group_and_die_with_parent, farewell)
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, preexec_fn=prepare, **options)


@contextlib.contextmanager
def running(command: List[str], **options: Any) -> "Iterator[subprocess.Popen[bytes]]":
    """Run a program that keeps nothing worth a farewell; kill it and whatever it has started at the end."""
    process = start(command, **options)
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
