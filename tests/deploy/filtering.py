"""The request filters, asked by Splash's own matcher."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

from tests.plugins.splash import need_splash

if TYPE_CHECKING:
    from pathlib import Path

MATCHER = """
import json, sys, warnings
warnings.simplefilter("ignore")
from adblockparser import AdblockRules
lines = open(sys.argv[1], encoding="utf-8").read().splitlines()
rules = AdblockRules([line.strip() for line in lines], supported_options=["domain"], skip_unsupported_rules=False)
blocked = [rules.should_block(url, {"domain": page}) for page, url in json.load(sys.stdin)]
print(json.dumps(blocked))
"""
"""As splash.request_middleware reads a list and asks it."""


def blocked(folder: Path, urls: list[str], page: str = "blog.spring.io", **environment: str) -> set[str]:
    """Return which of the URLs are left out of a page of that host, with settings and Splash on port 8050."""
    import addresses  # noqa: PLC0415 - found by the fixture `scripts`
    import request_filters  # noqa: PLC0415

    python = need_splash()
    request_filters.write_filters(folder, addresses.policy_of(environment, [8050]))
    questions = json.dumps([[page, url] for url in urls])
    command = [python, "-c", MATCHER, folder / "default.txt"]
    answer = subprocess.run(command, input=questions, capture_output=True, text=True, check=True)
    return {url for url, is_blocked in zip(urls, json.loads(answer.stdout), strict=True) if is_blocked}
