"""The real Splash, as the launcher repairs it and the watchdog starts it."""

from __future__ import annotations

import json
import urllib.request
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.plugins.splash import RunningSplash


def test_splash_answers_pings(splash: RunningSplash) -> None:
    with urllib.request.urlopen(f"{splash.url}/_ping") as response:
        assert json.load(response)["status"] == "ok"
