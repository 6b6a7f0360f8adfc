"""Hosts that are asked for, and those that never are."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from scrapy import Request

from crawler.middlewares.address import TargetAddressMiddleware
from crawler.middlewares.refusal import Refusal
from crawler.rendering.network import Network
from crawler.urls.private import AllowedHosts

if TYPE_CHECKING:
    from crawler.items import Verdict


def verdict_of(url: str, allowed: str = "", probes: tuple[str, ...] = ()) -> Verdict | None:
    """Return the verdict with which a request is refused, None where it passes."""
    middleware = TargetAddressMiddleware(AllowedHosts.parse(allowed), Network(probes))
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
    ],
)  # fmt: skip
def test_a_private_address_is_unsafe_in_any_spelling(url: str) -> None:
    assert verdict_of(url) == "unsafe"


def test_allowed_hosts_pass_with_their_port_alone() -> None:
    assert verdict_of("http://127.0.0.1:8080/", allowed="127.0.0.1:8080") is None
    assert verdict_of("http://127.0.0.1:8050/", allowed="127.0.0.1:8080") == "unsafe"


def test_a_name_without_an_address_is_gone_while_the_network_is_there() -> None:
    assert verdict_of("http://no-such-host.refkeep.invalid.kr/", probes=("localhost",)) == "gone"


def test_a_name_without_an_address_is_nobody_s_fault_while_the_network_is_away() -> None:
    assert verdict_of("http://no-such-host.refkeep.invalid.kr/", probes=("no-such-probe.invalid",)) == "offline"


def test_a_public_name_that_resolves_to_a_private_address_is_unsafe() -> None:
    """The machine's own name has an address, and it is none of the internet's."""
    middleware = TargetAddressMiddleware(AllowedHosts(), Network(()))

    with pytest.raises(Refusal) as caught:
        asyncio.run(middleware._refuse_by_address("localhost"))

    assert caught.value.verdict == "unsafe"
