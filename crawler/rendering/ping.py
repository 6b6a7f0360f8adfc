"""Whether Splash answers, and that it forgets what it has seen."""

from __future__ import annotations

import json
from contextlib import suppress
from http.client import HTTPException
from urllib.parse import urljoin
from urllib.request import ProxyHandler, build_opener

PING_SECONDS = 5.0

_direct = build_opener(ProxyHandler({}))  # http_proxy is for the web, not for our own Splash


def splash_answers(splash_url: str) -> bool:
    """Return whether the Splash at `splash_url` answers its ping within PING_SECONDS. Blocks: call it in a thread."""
    try:
        with _direct.open(urljoin(splash_url, "/_ping"), timeout=PING_SECONDS) as answer:
            return bool(json.load(answer)["status"] == "ok")
    except (OSError, HTTPException, ValueError, LookupError, TypeError):  # nobody there, or somebody else
        return False


def clear_cache(splash_url: str) -> None:
    """Have Splash forget the pages that it holds, so that each is asked of its site again. Blocks.

    Its WebKit takes a page for fresh for a tenth of the time since it was modified: months, for an old post.
    """
    with suppress(OSError, HTTPException), _direct.open(urljoin(splash_url, "/_gc"), b"", timeout=PING_SECONDS):
        pass
