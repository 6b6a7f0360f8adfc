"""The day that blogs and newspapers write into the address of a post: /2021/03/14/the-road."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

DAY = re.compile(r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])/(?!page/\d+/?$)(?=[^/]*[^\W\d])")


def day_of(url: str) -> list[str]:
    """Return the day in the path of a post, none in that of a list of posts: /2021/03/14/, /2021/03/14/page/2."""
    try:
        found = DAY.search(urlsplit(url).path)
    except ValueError:
        return []
    return ["-".join(part.zfill(2) for part in found.groups())] if found else []
