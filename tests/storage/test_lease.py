from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from crawler.exceptions import LeaseHeldError
from crawler.settings import PROJECT_DIR
from crawler.storage import acquire_lease, read_scope, release_lease, renew_lease, session_scope
from crawler.storage.lease import CRAWL
from crawler.storage.process import Process, is_dead, process_start, this_process
from crawler.storage.records import Lease

if TYPE_CHECKING:
    from datetime import datetime

    from crawler.storage import Sessions

TTL = timedelta(minutes=10)

# Takes the lease when a line comes, says how that went, and stays until its input ends.
TAKER = """
import sys
from datetime import UTC, datetime, timedelta
from crawler.exceptions import LeaseHeldError
from crawler.storage import acquire_lease, make_sessions, open_engine

sessions = make_sessions(open_engine(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
try:
    acquire_lease(sessions, now=datetime.fromisoformat(sys.argv[2]), ttl=timedelta(minutes=10))
    print("taken", flush=True)
except LeaseHeldError as error:
    print(error, flush=True)
sys.stdin.read()
"""


def start_taker(url: str, now: datetime) -> subprocess.Popen[str]:
    taker = subprocess.Popen(
        [sys.executable, "-c", TAKER, url, now.isoformat()],
        cwd=PROJECT_DIR,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert taker.stdout.readline() == "ready\n"
    return taker


def take(*takers: subprocess.Popen[str]) -> list[str]:
    for taker in takers:
        taker.stdin.write("\n")
        taker.stdin.flush()
    return [taker.stdout.readline().strip() for taker in takers]


def test_a_held_lease_names_its_holder(sessions: Sessions, now: datetime) -> None:
    acquire_lease(sessions, now=now, ttl=TTL)

    with pytest.raises(LeaseHeldError) as raised:
        acquire_lease(sessions, now=now + timedelta(minutes=9), ttl=TTL)

    host = this_process().host
    assert str(raised.value) == (
        f"a crawl is running already: pid {os.getpid()} on {host} since 2026-03-01 12:00:00 UTC; "
        "wait for it or stop it (left alone, its lease ends at 2026-03-01 12:10:00 UTC)"
    )


def test_a_released_lease_is_free(sessions: Sessions, now: datetime) -> None:
    release_lease(sessions, acquire_lease(sessions, now=now, ttl=TTL))

    acquire_lease(sessions, now=now, ttl=TTL)


def test_an_expired_lease_is_taken_over(sessions: Sessions, now: datetime) -> None:
    first = acquire_lease(sessions, now=now, ttl=TTL)
    second = acquire_lease(sessions, now=now + TTL, ttl=TTL)

    assert second != first
    with pytest.raises(LeaseHeldError, match=r"was taken over by pid \d+ on .* since 2026-03-01 12:10:00 UTC"):
        renew_lease(sessions, first, now=now + TTL, ttl=TTL)


def test_a_renewed_lease_holds_on(sessions: Sessions, now: datetime) -> None:
    token = acquire_lease(sessions, now=now, ttl=TTL)
    renew_lease(sessions, token, now=now + timedelta(minutes=9), ttl=TTL)

    with pytest.raises(LeaseHeldError):
        acquire_lease(sessions, now=now + timedelta(minutes=18), ttl=TTL)


def test_a_lease_that_was_given_back_is_not_renewed(sessions: Sessions, now: datetime) -> None:
    token = acquire_lease(sessions, now=now, ttl=TTL)
    release_lease(sessions, token)

    with pytest.raises(LeaseHeldError, match="given back"):
        renew_lease(sessions, token, now=now, ttl=TTL)


def test_who_lost_the_lease_does_not_release_it_for_its_new_holder(sessions: Sessions, now: datetime) -> None:
    first = acquire_lease(sessions, now=now, ttl=TTL)
    acquire_lease(sessions, now=now + TTL, ttl=TTL)
    release_lease(sessions, first)

    with pytest.raises(LeaseHeldError):
        acquire_lease(sessions, now=now + TTL, ttl=TTL)


def test_of_processes_that_start_at_once_one_gets_the_lease(database_url: str, now: datetime) -> None:
    takers = [start_taker(database_url, now) for _ in range(4)]
    said = take(*takers)
    for taker in takers:
        taker.communicate()

    assert said.count("taken") == 1
    assert sum(line.startswith("a crawl is running already: pid ") for line in said) == 3


def test_the_lease_of_a_killed_process_is_taken_over_at_once(
    sessions: Sessions, database_url: str, now: datetime
) -> None:
    taker = start_taker(database_url, now)
    assert take(taker) == ["taken"]
    with pytest.raises(LeaseHeldError, match=f"pid {taker.pid} "):
        acquire_lease(sessions, now=now, ttl=TTL)

    taker.send_signal(signal.SIGKILL)
    taker.communicate()

    acquire_lease(sessions, now=now, ttl=TTL)


def test_processes_that_find_a_dead_holder_at_once_do_not_both_take_over(
    sessions: Sessions, database_url: str, now: datetime
) -> None:
    hold_as(sessions, now, pid=dead_pid())
    takers = [start_taker(database_url, now) for _ in range(4)]
    said = take(*takers)
    for taker in takers:
        taker.communicate()

    assert said.count("taken") == 1


def test_a_reused_pid_is_not_the_holder(sessions: Sessions, now: datetime) -> None:
    hold_as(sessions, now, process="another boot 12345")

    acquire_lease(sessions, now=now, ttl=TTL)


def test_another_machines_process_is_never_taken_for_dead(sessions: Sessions, now: datetime) -> None:
    hold_as(sessions, now, machine="another", pid=dead_pid())

    with pytest.raises(LeaseHeldError):
        acquire_lease(sessions, now=now, ttl=TTL)


def test_a_zombie_is_dead() -> None:
    me = this_process()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        started = process_start(process.pid)
        process.stdin.close()
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)  # ended, and nobody has asked how

        assert is_dead(Process(me.host, me.machine, process.pid, started))


def test_without_proc_a_process_is_known_by_its_pid_alone() -> None:
    me = this_process()

    assert not is_dead(Process(me.host, me.machine, os.getpid(), ""))
    assert is_dead(Process(me.host, me.machine, dead_pid(), ""))


def test_this_process_is_alive() -> None:
    assert this_process().started
    assert not is_dead(this_process())


def dead_pid() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def hold_as(sessions: Sessions, now: datetime, **columns: object) -> None:
    """Take the lease, and have its row say that it is another process's."""
    acquire_lease(sessions, now=now, ttl=TTL)
    with session_scope(sessions) as session:
        lease = session.get_one(Lease, CRAWL)
        for name, value in columns.items():
            setattr(lease, name, value)
    with read_scope(sessions) as session:
        assert session.get_one(Lease, CRAWL).expires_at == now + TTL
