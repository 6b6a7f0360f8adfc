"""Colab: the wrapper around a notebook's outgoing links, `corgiredirector?site=`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from crawler.platforms.platform import Platform

if TYPE_CHECKING:
    from urllib.parse import SplitResult


def unwrap(url: SplitResult) -> str | None:
    """Read the target of `corgiredirector?site=`."""
    if not url.path.endswith("/corgiredirector"):
        return None
    return parse_qs(url.query).get("site", [None])[0]


PLATFORM = Platform(name="colab", hosts=("colab.research.google.com", "colab.google"), unwrap=unwrap)
