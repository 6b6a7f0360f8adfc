"""Whether Splash answers."""

from __future__ import annotations

import json
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
