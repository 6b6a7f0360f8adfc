"""Worker processes that die, hang and fail, for real."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipelines.workers import WorkerDiedError, Workers, WorkFailedError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def workers(count: int = 1, seconds: float = 30) -> Iterator[Workers]:
    running = Workers(count, seconds, preload=[])
    try:
        yield running
    finally:
        running.close()


def test_work_is_done_in_another_process() -> None:
    async def ask() -> int:
        with workers() as running:
            return await running.run(os.getpid)

    assert asyncio.run(ask()) != os.getpid()


def test_what_the_work_raises_is_the_cause_of_its_failure() -> None:
    async def ask() -> int:
        with workers() as running:
            return await running.run(int, "no number")

    with pytest.raises(WorkFailedError, match=r"failed \(ValueError\)") as caught:
        asyncio.run(ask())

    assert str(caught.value.__cause__) == "invalid literal for int() with base 10: 'no number'"


def test_a_worker_that_dies_costs_its_own_work_and_is_replaced() -> None:
    async def ask() -> list[object]:
        with workers(2) as running:
            others = [running.run(abs, -number) for number in range(20)]
            dies = running.run(signal.raise_signal, signal.SIGKILL)
            return await asyncio.gather(dies, *others, return_exceptions=True)

    died, *others = asyncio.run(ask())

    assert isinstance(died, WorkerDiedError)
    assert others == list(range(20))


def test_work_that_takes_too_long_is_ended_even_in_c() -> None:
    async def ask() -> str:
        with workers(seconds=1) as running:
            with pytest.raises(WorkerDiedError, match="longer than 1 s"):
                await running.run(time.sleep, 600)
            return await running.run(str, "alive")

    assert asyncio.run(ask()) == "alive"


def test_no_more_works_at_once_than_there_are_workers() -> None:
    async def ask() -> set[int]:
        with workers(2) as running:
            return set(await asyncio.gather(*(running.run(os.getpid) for _ in range(20))))

    assert len(asyncio.run(ask())) <= 2


def test_workers_end_with_a_crawl_that_was_killed() -> None:
    program = (
        "import asyncio, os, sys\n"
        "from pipelines.workers import Workers\n"
        "async def main():\n"
        "    running = Workers(1, 60, preload=[])\n"
        "    print(await running.run(os.getpid), flush=True)\n"
        "    os.kill(os.getpid(), 9)\n"
        "asyncio.run(main())\n"
    )
    output = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False).stdout
    worker = int(output)

    for _ in range(100):
        if not Path(f"/proc/{worker}").exists():
            break
        time.sleep(0.1)
    else:
        pytest.fail(f"worker {worker} is still there")


@pytest.mark.parametrize("farewell", [signal.SIGINT, signal.SIGTERM])
def test_what_ends_the_whole_group_leaves_the_workers_to_who_uses_them(farewell: signal.Signals) -> None:
    program = (
        "import asyncio, os, signal, sys\n"
        "from pipelines.workers import Workers\n"
        "for one in (signal.SIGINT, signal.SIGTERM):\n"
        "    signal.signal(one, lambda *_: None)\n"
        "async def main():\n"
        "    running = Workers(1, 60, preload=[])\n"
        "    print('begun', flush=True)\n"
        "    print([await running.run(abs, -number) for number in range(300)], flush=True)\n"
        "    running.close()\n"
        "asyncio.run(main())\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout.readline() == "begun\n"
    while process.poll() is None:  # from before the first of them is there
        os.killpg(process.pid, farewell)
        time.sleep(0.001)
    output, errors = process.communicate()

    assert (output, errors) == (f"{list(range(300))}\n", "")
