"""The proxy connects to addresses that it has vetted, and to no others."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from typing import TYPE_CHECKING, Any

import pytest

from tests.deploy.asking import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.deploy.asking import Site
    from tests.plugins.splash import RunningSplash

pytestmark = pytest.mark.usefixtures("scripts")

SUCCEEDED, FORBIDDEN, UNREACHABLE, REFUSED = 0, 2, 4, 5


def names(table: dict[str, list[str]]) -> Callable[[str, int], Any]:
    """Return a resolver that knows these names, as /etc/hosts would; each counts how often it is asked."""

    async def resolve(host: str, port: int) -> list[Any]:
        del port
        if host not in table:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return [ipaddress.ip_address(address) for address in table[host]]

    return resolve


def ask(
    host: str, port: int, known: dict[str, list[str]], settings: dict[str, str], send: bytes = b""
) -> tuple[int, bytes]:
    """Ask a proxy for `host:port` as WebKit does; return SOCKS's answer and what came through the tunnel."""
    import addresses  # noqa: PLC0415 - found by the fixture `scripts`
    import proxy  # noqa: PLC0415

    async def conversation() -> tuple[int, bytes]:
        vetting = proxy.VettingProxy(addresses.policy_of(settings, [8050]), names(known))
        server = await asyncio.start_server(vetting.serve, "127.0.0.1", 0)
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        try:
            writer.write(bytes([5, 1, 0]))
            assert await reader.readexactly(2) == bytes([5, 0])
            writer.write(bytes([5, 1, 0, 3, len(host)]) + host.encode() + port.to_bytes(2, "big"))
            answer = (await reader.readexactly(10))[1]
            writer.write(send)
            return answer, await reader.read() if send else b""
        finally:
            writer.close()
            await writer.wait_closed()
            server.close()
            await server.wait_closed()

    return asyncio.run(asyncio.wait_for(conversation(), 30))


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.1", "169.254.169.254", "100.64.0.1", "::1", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1"],
)
def test_a_public_name_of_a_private_address_leads_nowhere(address: str, site: Site) -> None:
    assert ask("blog.example.org", site.port, {"blog.example.org": [address]}, {}) == (FORBIDDEN, b"")
    assert site.asked == []


def test_a_private_address_among_public_ones_is_not_tried(site: Site) -> None:
    import addresses  # noqa: PLC0415 - found by the fixture `scripts`
    import proxy  # noqa: PLC0415

    known = {"blog.example.org": ["127.0.0.1", "8.8.8.8"]}
    vetting = proxy.VettingProxy(addresses.policy_of({}, [8050]), names(known))

    assert asyncio.run(vetting.vet("blog.example.org", site.port)) == [ipaddress.ip_address("8.8.8.8")]


def test_an_opened_host_is_tunnelled(site: Site) -> None:
    site.pages["/"] = "<p>through</p>"
    request = b"GET / HTTP/1.0\r\n\r\n"
    settings = {"ALLOWED_PRIVATE_HOSTS": f"wiki.local:{site.port}"}

    answer, received = ask("wiki.local", site.port, {"wiki.local": ["127.0.0.1"]}, settings, send=request)

    assert answer == SUCCEEDED
    assert received.endswith(b"<p>through</p>")


@pytest.mark.parametrize("port", [8050, 5432, 6543])
def test_the_ports_of_splash_and_the_database_stay_shut_on_an_opened_host(port: int) -> None:
    settings = {"ALLOWED_PRIVATE_HOSTS": "wiki.local", "DATABASE_URL": "postgresql://db:6543/refkeep"}

    assert ask("wiki.local", port, {"wiki.local": ["127.0.0.1"]}, settings) == (FORBIDDEN, b"")


def test_an_unknown_name_and_a_closed_port_are_told_apart() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    settings = {"ALLOWED_PRIVATE_HOSTS": "wiki.local"}

    assert ask("nobody.example.org", 80, {}, settings) == (UNREACHABLE, b"")
    assert ask("wiki.local", port, {"wiki.local": ["127.0.0.1"]}, settings) == (REFUSED, b"")


def test_splash_reaches_nothing_past_the_proxy_even_without_its_filters(splash: RunningSplash, site: Site) -> None:
    site.pages["/"] = "<p>reached</p>"

    by_address = render(splash, site.url("/"), filters="none")
    by_name = render(splash, f"http://localhost:{site.port}/", filters="none")
    itself = render(splash, f"{splash.url}/_ping", filters="none")

    assert "reached" in by_address
    assert "reached" not in by_name
    assert "status" not in itself
    assert site.asked == ["/"]
