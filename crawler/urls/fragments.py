"""The fragment of a URL: the part of a page that one citation points at, or the route by which a script chooses it."""

from __future__ import annotations

import re
from urllib.parse import urldefrag

from crawler.urls.percent import normal_query

ROUTE = re.compile(r"[!/]|.*[?=&]", re.DOTALL)  # #!/home, #/a/b, #gid=0


def route_of(fragment: str) -> str:
    """Return a fragment only where it is a route; a text to highlight (`:~:text=`) never is."""
    fragment = normal_query(fragment.partition(":~:")[0])
    return fragment if ROUTE.match(fragment) else ""


def without_carried(address: str, asked: str) -> str:
    """Return where a page is without the part that it was asked for with; what a redirect added stays, and a route."""
    page, part = urldefrag(address)
    is_carried = normal_query(part) == normal_query(urldefrag(asked).fragment)
    return page if is_carried and not route_of(part) else address
