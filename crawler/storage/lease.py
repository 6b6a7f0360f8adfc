"""The lease: one crawl at a time on one database, whichever machine it runs on.

It ends by itself, so that a machine that vanished blocks nobody for good; who lives renews it.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, update

from crawler.exceptions import LeaseHeldError
from crawler.storage.insert import conflict_insert
from crawler.storage.process import Process, is_dead, this_process
from crawler.storage.records import Lease
from crawler.storage.sessions import session_scope

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from sqlalchemy.orm import Session

    from crawler.storage.sessions import Sessions

CRAWL = "crawl"


@dataclass(frozen=True)
class LeaseToken:
    """What shows that the lease is ours."""

    name: str
    holder: str


def acquire_lease(sessions: Sessions, *, now: datetime, ttl: timedelta) -> LeaseToken:
    """Take the lease until `now + ttl`. A dead process's and an expired one are taken over.

    Raises LeaseHeldError, saying who holds it. Of several that try at once the database lets one succeed.
    """
    token = LeaseToken(CRAWL, uuid.uuid4().hex)
    with session_scope(sessions) as session:
        held = session.get(Lease, CRAWL)
        if held is not None and not _is_free(held, now):
            raise _held_error(held)
        if not _take(session, token, held.holder if held else "", now, ttl):
            session.expire_all()
            raise _held_error(session.get(Lease, CRAWL))
    return token


def renew_lease(sessions: Sessions, token: LeaseToken, *, now: datetime, ttl: timedelta) -> None:
    """Hold the lease until `now + ttl`. Raises LeaseHeldError where it was lost to another crawl."""
    ours = update(Lease).where(Lease.name == token.name, Lease.holder == token.holder).values(expires_at=now + ttl)
    with session_scope(sessions) as session:
        if session.scalar(ours.returning(Lease.name)) is None:
            raise LeaseHeldError(_lost(session.get(Lease, token.name)))


def release_lease(sessions: Sessions, token: LeaseToken) -> None:
    """Give the lease back. One that was lost meanwhile stays with its new holder."""
    with session_scope(sessions) as session:
        session.execute(delete(Lease).where(Lease.name == token.name, Lease.holder == token.holder))


def _is_free(lease: Lease, now: datetime) -> bool:
    return lease.expires_at <= now or is_dead(Process(lease.host, lease.machine, lease.pid, lease.process))


def _take(session: Session, token: LeaseToken, former: str, now: datetime, ttl: timedelta) -> bool:
    """Put our name in one statement, in the place of nobody or of the holder that was seen."""
    me = this_process()
    row = {
        "name": token.name,
        "holder": token.holder,
        "host": me.host,
        "machine": me.machine,
        "pid": me.pid,
        "process": me.started,
        "taken_at": now,
        "expires_at": now + ttl,
    }
    taken = (
        conflict_insert(session, Lease)
        .values(row)
        .on_conflict_do_update(index_elements=["name"], set_=row, where=Lease.holder == former)
        .returning(Lease.holder)
    )
    return bool(session.scalar(taken) == token.holder)


def _held_error(lease: Lease | None) -> LeaseHeldError:
    if lease is None:  # taken and given back in the same moment
        return LeaseHeldError("another crawl started in this moment; start this one again")
    return LeaseHeldError(
        f"a crawl is running already: {_holder(lease)}; wait for it or stop it "
        f"(left alone, its lease ends at {lease.expires_at:%Y-%m-%d %H:%M:%S} UTC)"
    )


def _lost(lease: Lease | None) -> str:
    by = f"taken over by {_holder(lease)}" if lease else "given back"
    return f"this crawl's lease was {by} while it ran; start it again when no other crawl runs"


def _holder(lease: Lease) -> str:
    return f"pid {lease.pid} on {lease.host} since {lease.taken_at:%Y-%m-%d %H:%M:%S} UTC"
