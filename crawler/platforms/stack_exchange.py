"""Stack Exchange: a question is its number; the slug, the asker and the answer pointed at do not choose the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.platforms.platform import Platform

if TYPE_CHECKING:
    from urllib.parse import SplitResult

QUESTION = re.compile(r"/(?:questions|q)/(\d+)(?:/|$)")
ANSWER = re.compile(r"/a/(\d+)(?:/|$)")  # its question cannot be told from the URL


def key(url: SplitResult) -> SplitResult:
    """Say a question as `/questions/NUMBER` and an answer as `/a/NUMBER`."""
    if found := QUESTION.match(url.path):
        return url._replace(path=f"/questions/{found[1]}", query="", fragment="")
    if found := ANSWER.match(url.path):
        return url._replace(path=f"/a/{found[1]}", query="", fragment="")
    return url


PLATFORM = Platform(
    name="stack_exchange",
    hosts=(
        "stackoverflow.com",
        "stackexchange.com",
        "superuser.com",
        "serverfault.com",
        "askubuntu.com",
        "mathoverflow.net",
        "stackapps.com",
    ),
    key=key,
)
