"""Holding the lease while a crawl runs, from a thread: a busy reactor must not lose it."""

from __future__ import annotations

import logging
import os
import signal
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from threading import Event, Thread
from typing import TYPE_CHECKING

from sqlalchemy.exc import OperationalError

from crawler.exceptions import DatabaseError, LeaseHeldError
from crawler.storage.lease import acquire_lease, release_lease, renew_lease

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session, sessionmaker

    from crawler.storage.lease import LeaseToken

logger = logging.getLogger(__name__)

TTL = timedelta(minutes=3)  # a crawl that vanished with its machine blocks the next one for no longer
RENEW_SECONDS = 45.0


@contextmanager
def hold_lease(sessions: sessionmaker[Session]) -> Iterator[None]:
    """Hold the lease within the block. Raises LeaseHeldError where another crawl holds it."""
    token = acquire_lease(sessions, now=datetime.now(UTC), ttl=TTL)
    done = Event()
    keeper = Thread(target=_keep, args=(sessions, token, done), name="lease", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        done.set()
        keeper.join()
        release_lease(sessions, token)


def _keep(sessions: sessionmaker[Session], token: LeaseToken, done: Event) -> None:
    while not done.wait(RENEW_SECONDS):
        try:
            renew_lease(sessions, token, now=datetime.now(UTC), ttl=TTL)
        except LeaseHeldError as error:
            logger.error("%s", error)  # noqa: TRY400  the line says it all
            os.kill(os.getpid(), signal.SIGINT)  # ends the crawl as Ctrl-C does: what came is stored
            return
        except (OperationalError, DatabaseError):  # the first where PostgreSQL undid one of two in each other's way
            logger.warning("the database did not take the lease's renewal; trying again")
