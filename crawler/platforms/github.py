"""GitHub: a file as its page (`blob`) and as its bytes (`raw`) is one source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import SplitResult

from crawler.platforms.platform import Platform

if TYPE_CHECKING:
    from re import Match

RAW_HOSTS = ("raw.githubusercontent.com", "raw.github.com")
RAW_HOST_PATH = re.compile(r"(/[^/]+/[^/]+)/(?:refs/(?:heads|tags)/)?(.+)")
RAW_PATH = re.compile(r"(/[^/]+/[^/]+)/raw/(?:refs/(?:heads|tags)/)?(.+)")


def key(url: SplitResult) -> SplitResult:
    """Say a file's raw addresses as `github.com/OWNER/REPOSITORY/blob/BRANCH/PATH`."""
    pattern = RAW_HOST_PATH if url.netloc in RAW_HOSTS else RAW_PATH
    found = pattern.fullmatch(url.path)
    return _blob(found) if found else url


def _blob(found: Match[str]) -> SplitResult:
    return SplitResult("https", "github.com", f"{found[1]}/blob/{found[2]}", "", "")


PLATFORM = Platform(name="github", hosts=("github.com", *RAW_HOSTS), key=key)
