"""Facebook: its link wrapper `l.facebook.com/l.php?u=`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from crawler.platforms.platform import Platform

if TYPE_CHECKING:
    from urllib.parse import SplitResult


def unwrap(url: SplitResult) -> str | None:
    """Read the target of `/l.php?u=`."""
    return parse_qs(url.query).get("u", [None])[0] if url.path == "/l.php" else None


PLATFORM = Platform(name="facebook", hosts=("facebook.com",), tracking=frozenset({"fref"}), unwrap=unwrap)
