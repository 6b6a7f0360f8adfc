"""Addresses of a page: absolute, and of the characters alone that an address may hold."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin

# What would end an address in Markdown or in HTML, and what no tree can hold: percent-encoding brings it in.
FOREIGN = re.compile('[\x00-\x20\x7f-\xa0"<>`\u2028\u2029\ufffe\uffff\ud800-\udfff]')


LONGEST = 8_000  # characters, which is what servers take


def absolute(address: str, base: str) -> str | None:
    """Join an address to the page's; None where it is no address of the web."""
    try:
        url = urljoin(base, encoded(address))
    except ValueError:
        return None
    return url if url.startswith(("http://", "https://")) and len(url) <= LONGEST else None


def encoded(address: str) -> str:
    """Percent-encode what no address holds as such, white space at its ends taken away."""
    return FOREIGN.sub(lambda sign: quote(sign[0], errors="replace"), _on_one_line(address))


def _on_one_line(address: str) -> str:
    """Take out what browsers do: https://url.spec.whatwg.org/#concept-basic-url-parser."""
    return address.strip().translate(dict.fromkeys(map(ord, "\t\n\r")))
