"""Pages as fetched, compressed and kept once each, so that an article can be made again without fetching."""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from crawler.storage.insert import insert_missing
from crawler.storage.records import Page

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session


def hash_page(body: bytes, content_type: str | None) -> str:
    """Return the SHA-256, in hex, under which the page is kept: the same bytes mean another page under another type."""
    return hashlib.sha256(b"\0".join(((content_type or "").encode("utf-8", "replace"), body))).hexdigest()


def pack_page(body: bytes, content_type: str | None) -> dict[str, Any]:
    """Return the row of a page. CPU work: do it before the transaction."""
    return {
        "hash": hash_page(body, content_type),
        "content_type": content_type,
        "size": len(body),
        "body": zlib.compress(body),
    }


def keep_pages(session: Session, rows: Collection[dict[str, Any]]) -> dict[str, int]:
    """Store the pages that are not there yet, and return the id of each by its hash."""
    if not rows:
        return {}
    insert_missing(session, Page, list(rows), key="hash")
    ids = select(Page.hash, Page.id).where(Page.hash.in_([row["hash"] for row in rows]))
    return dict(session.execute(ids).all())
