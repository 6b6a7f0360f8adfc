"""Which process is meant: a pid alone is reused, and means nothing on another machine or in another container."""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PROC = Path("/proc")


@dataclass(frozen=True)
class Process:
    """A process, as its lease names it."""

    host: str  # the machine by the name that people know
    machine: str  # whose table of processes holds the pid: machine id and, where there are such, pid namespace
    pid: int
    started: str  # boot and moment of its start: a later process of the same pid has another; "" where not known


def this_process() -> Process:
    """Return the process that runs this code."""
    return Process(socket.gethostname(), _machine(), os.getpid(), process_start(os.getpid()) or "")


def is_dead(process: Process) -> bool:
    """Tell whether the process surely ended. Of another machine's processes nothing is sure."""
    if process.machine != _machine():
        return False
    if not process.started:
        return not _answers(process.pid)
    return process_start(process.pid) != process.started


@cache
def _machine() -> str:
    """Return the table of processes that this process sees."""
    machine_id = _read(Path("/etc/machine-id")) or socket.gethostname()
    try:
        namespace = (_PROC / "self/ns/pid").readlink().name
    except OSError:  # not Linux: one table for each machine
        namespace = ""
    return f"{machine_id} {socket.gethostname()} {namespace}"


def process_start(pid: int) -> str | None:
    """Return the boot and the tick at which a running process started; None where there is none, or no /proc."""
    stat = _read(_PROC / str(pid) / "stat")
    # "pid (name) state …": the name may hold anything, so count from its end; a zombie (Z, X) runs no more.
    state, *fields = stat.rpartition(")")[2].split() or ["X"]
    return None if state in "ZX" else f"{_read(_PROC / 'sys/kernel/random/boot_id')} {fields[18]}"


def _answers(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # there, and another user's
        return True
    return True


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
