"""The address that a page says is its own."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from crawler.extraction.addresses import absolute

if TYPE_CHECKING:
    from collections.abc import Iterable


def canonical_of(written: Iterable[str], url: str, base: str) -> str | None:
    """Return the first address that can be that of the page at `url`, made absolute by `base`.

    Templates write the site's root into every page, or the machine on which they were made: neither is believed.
    """
    addresses = (absolute(text, base) for text in written if text)
    return next((address for address in addresses if address and _is_own(address, url)), None)


def _is_own(address: str, url: str) -> bool:
    try:
        said, here = urlsplit(address), urlsplit(url)
        local, public = _is_local(said.hostname), not _is_local(here.hostname)
    except ValueError:
        return False
    root = said.path in {"", "/"} and not said.query and here.path not in {"", "/"} and said.hostname == here.hostname
    return not root and not (local and public)


def _is_local(host: str | None) -> bool:
    return host is None or "." not in host or host.startswith(("127.", "0.0.0.0", "192.168.", "10."))  # noqa: S104 - no socket
