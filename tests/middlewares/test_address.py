"""Hosts that are asked for, and those that never are. What a name resolves to: test_resolver.py."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from scrapy import Request
from scrapy.exceptions import CannotResolveHostError

from crawler.middlewares.address import TargetAddressMiddleware
from crawler.middlewares.refusal import Refusal
from crawler.urls.private import AllowedHosts

if TYPE_CHECKING:
    from crawler.verdict import Verdict


def verdict_of(url: str, allowed: str = "") -> Verdict | None:
    """Return the verdict with which a request is refused, None where it passes."""
    middleware = TargetAddressMiddleware(AllowedHosts.parse(allowed))
    try:
        asyncio.run(middleware.process_request(Request(url)))
    except Refusal as refusal:
        return refusal.verdict
    return None


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://[::1]:8050/", "http://2130706433/", "http://0x7f.1/", "http://10.0.0.7/",
        "http://169.254.169.254/latest/meta-data/", "http://[::ffff:127.0.0.1]/", "http://localhost/", "http://printer/",
        "http://spring.io@127.0.0.1/", "http://nas.lan/", "about:blank",
    ],
)  # fmt: skip
@pytest.mark.parametrize("allowed", ["", "wiki.local"])
def test_a_private_host_is_unsafe_in_any_spelling(url: str, allowed: str) -> None:
    assert verdict_of(url, allowed) == "unsafe"


def test_a_public_address_passes() -> None:
    assert verdict_of("http://8.8.8.8/") is None


def test_allowed_hosts_pass_with_their_port_alone() -> None:
    assert verdict_of("http://127.0.0.1:8080/", allowed="127.0.0.1:8080") is None
    assert verdict_of("http://127.0.0.1:8050/", allowed="127.0.0.1:8080") == "unsafe"


def test_a_name_without_an_address_cannot_be_resolved() -> None:
    with pytest.raises(CannotResolveHostError):
        verdict_of(f"http://{'a' * 64}.kr/")  # no name has so long a part: nobody is asked
