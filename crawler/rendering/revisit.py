"""How a source that is stored is asked for again: plainly, for what it is only if it has changed. Pure."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

from crawler.items import UnchangedItem, Validators
from crawler.rendering.thin import stands_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crawler.items import FetchItem
    from crawler.rendering.rendered import Rendered
    from crawler.storage.due import Before

LONGEST = 1024  # characters of a validator that is sent back


def validators_of(headers: Mapping[str, str], body: bytes) -> Validators:
    """Return by what an answer is known again. `headers` by lower-case names; one that no header can hold is left."""
    etag, modified = (_sendable(headers.get(name)) for name in ("etag", "last-modified"))
    return Validators(etag, modified, hashlib.sha256(body).hexdigest())


def validators_of_rendered(rendered: Rendered) -> Validators | None:
    """Return by what the plain answer to a rendered page is known again; None where it does not stand for the page."""
    document, kind = rendered.document, rendered.headers.get("content-type")
    if document is None or not stands_for(document, rendered.html or "", rendered.final_url, kind):
        return None
    return validators_of(rendered.headers, document)


def conditions(known: Validators) -> dict[str, str]:
    """Return the headers that ask for a page only if it is another one (RFC 9110, 13.1)."""
    headers = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in headers.items() if value}


def is_about(before: Before, final_url: str) -> bool:
    """Return whether a 304 from this address is about the page that is stored.

    Another one may never have changed since that day, and yet be another one: where a source redirects elsewhere now.
    """
    return urldefrag(before.final_url)[0] == urldefrag(final_url)[0]


def not_modified(item: FetchItem, known: Validators) -> UnchangedItem:
    """Return what an HTTP 304 is; what it says of the page's validators is newer than what we know."""
    unchanged = UnchangedItem.of_page(item)
    said = validators_of(item.headers, b"")
    unchanged.validators = Validators(
        said.etag or known.etag, said.last_modified or known.last_modified, known.body_hash
    )
    unchanged.why, unchanged.fallback = "not modified", None
    return unchanged


def unchanged(item: FetchItem, why: str) -> UnchangedItem:
    """Return what a page is that says what is stored."""
    found = UnchangedItem.of_page(item)
    found.why, found.fallback = why, None
    return found


def _sendable(value: str | None) -> str | None:
    if not value or len(value) > LONGEST or not value.isascii() or not value.isprintable():
        return None
    return value
