"""Whether Splash answers."""

from __future__ import annotations

from http.client import HTTPException
from urllib.parse import urljoin
from urllib.request import ProxyHandler, build_opener

PING_SECONDS = 5.0

_direct = build_opener(ProxyHandler({}))  # http_proxy is for the web, not for our own Splash


def splash_answers(splash_url: str) -> bool:
    """Return whether the Splash at `splash_url` answers its ping within PING_SECONDS. Blocks: call it in a thread."""
    try:
        with _direct.open(urljoin(splash_url, "/_ping"), timeout=PING_SECONDS) as answer:
            return bool(answer.status == 200)
    except (OSError, HTTPException, ValueError):  # ValueError: no URL at all
        return False
