"""The records and where they live: what is cited, what is due, what came back.

Plain functions over sessions. Nothing here knows Scrapy.
"""

from sqlalchemy.exc import SQLAlchemyError as StoreError

from crawler.storage.crawls import finish_crawl, start_crawl
from crawler.storage.due import DueSource, cited_hosts, due_source_ids, load_due, unknown_hosts
from crawler.storage.engine import open_engine
from crawler.storage.lease import LeaseToken, acquire_lease, release_lease, renew_lease
from crawler.storage.results import Stored, store_results
from crawler.storage.schema import upgrade
from crawler.storage.sessions import Sessions, make_sessions, opened, read_scope, session_scope
from crawler.storage.snapshots import shows_newest
from crawler.storage.sync import SyncReport, sync_notes

__all__ = [
    "DueSource",
    "LeaseToken",
    "Sessions",
    "StoreError",
    "Stored",
    "SyncReport",
    "acquire_lease",
    "cited_hosts",
    "due_source_ids",
    "finish_crawl",
    "load_due",
    "make_sessions",
    "open_engine",
    "opened",
    "read_scope",
    "release_lease",
    "renew_lease",
    "session_scope",
    "shows_newest",
    "start_crawl",
    "store_results",
    "sync_notes",
    "unknown_hosts",
    "upgrade",
]
