"""A small SOCKS5 proxy that lets Splash reach the public internet and nothing else.

It resolves a name once, refuses every address that is not public (unless the settings open it) and connects to the
very address that it has vetted, so that a public name which stands for a private address leads nowhere. SOCKS, because
it carries http, https and WebSockets alike, unread.

`proxy.py FD PORT…` serves on the listening socket FD, which it inherits, and never opens the PORTs; `watchdog.py`
starts it.
"""

import asyncio
import contextlib
import ipaddress
import os
import socket
import sys
from typing import Awaitable, Callable, List, Tuple

from addresses import Address, Policy, policy_of

Resolve = Callable[[str, int], Awaitable[List[Address]]]

CONNECTIONS = 256  # at once; a page opens six to a host
HANDSHAKE_SECONDS = 10
CONNECT_SECONDS = 15  # for each address of a name
IDLE_SECONDS = 60  # nothing in either direction: as long as Splash waits for a page at most
CHUNK = 256 * 1024

# RFC 1928
VERSION, NO_AUTHENTICATION, CONNECT = 5, 0, 1
IPV4, NAME, IPV6 = 1, 3, 4
DONE, FAILED, FORBIDDEN, HOST_UNREACHABLE, CONNECTION_REFUSED, TOO_LATE, NOT_SUPPORTED = 0, 1, 2, 4, 5, 6, 7


class RefusedError(Exception):
    """A connection that is not made; `code` is what SOCKS calls the reason."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code


async def resolve(host: str, port: int) -> List[Address]:
    """Return a name's addresses, in the order in which the system would try them. Raises OSError."""
    loop = asyncio.get_event_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [ipaddress.ip_address(str(address[0]).split("%")[0]) for *_, address in found]


class VettingProxy:
    """Answers SOCKS5 clients, each connection vetted by the policy."""

    def __init__(self, policy: Policy, resolve: Resolve = resolve) -> None:
        self.policy = policy
        self.resolve = resolve
        self.places = asyncio.Semaphore(CONNECTIONS)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one client from its greeting until either side hangs up."""
        async with self.places:
            try:
                await self.answer(reader, writer)
            except (OSError, EOFError, asyncio.TimeoutError):
                pass  # the client went away
            finally:
                writer.close()

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            host, port = await asyncio.wait_for(read_request(reader, writer), HANDSHAKE_SECONDS)
            site_reader, site_writer = await self.connect(host, port)
        except RefusedError as refusal:
            print("proxy: {}".format(refusal), file=sys.stderr, flush=True)
            writer.write(reply(refusal.code))
            return
        writer.write(reply(DONE))
        try:
            await tunnel(reader, writer, site_reader, site_writer)
        finally:
            site_writer.close()

    async def connect(self, host: str, port: int) -> Tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Connect to the first address of the host that may be reached and answers."""
        addresses = await self.vet(host, port)
        for address in addresses[:-1]:
            with contextlib.suppress(RefusedError):
                return await connect_to(address, port)
        return await connect_to(addresses[-1], port)

    async def vet(self, host: str, port: int) -> List[Address]:
        """Return the addresses of the host that may be reached, at least one."""
        try:
            addresses = await self.resolve(host, port)
        except (OSError, UnicodeError):
            raise RefusedError(HOST_UNREACHABLE, "{} has no address".format(host)) from None
        permitted = [address for address in addresses if self.policy.permits(host, port, address)]
        if not permitted:
            raise RefusedError(FORBIDDEN, "{}:{} is not public; ALLOWED_PRIVATE_HOSTS opens hosts".format(host, port))
        return permitted


async def connect_to(address: Address, port: int) -> Tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    place = "{}:{}".format(address, port)
    try:
        return await asyncio.wait_for(asyncio.open_connection(str(address), port, limit=CHUNK), CONNECT_SECONDS)
    except ConnectionRefusedError:
        raise RefusedError(CONNECTION_REFUSED, "{} refuses the connection".format(place)) from None
    except asyncio.TimeoutError:
        raise RefusedError(TOO_LATE, "{} does not answer".format(place)) from None
    except OSError as error:
        raise RefusedError(HOST_UNREACHABLE, "{} cannot be reached: {}".format(place, error.strerror)) from None


async def read_request(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Tuple[str, int]:
    """Read a SOCKS5 greeting and request; return where the client wants to go."""
    version, methods = await reader.readexactly(2)
    if version != VERSION or NO_AUTHENTICATION not in await reader.readexactly(methods):
        raise RefusedError(FAILED, "a client that does not speak SOCKS5")
    writer.write(bytes([VERSION, NO_AUTHENTICATION]))
    _, command, _, kind = await reader.readexactly(4)
    host = await read_host(reader, kind)
    port = int.from_bytes(await reader.readexactly(2), "big")
    if command != CONNECT:
        raise RefusedError(NOT_SUPPORTED, "a request other than CONNECT")
    return host, port


async def read_host(reader: asyncio.StreamReader, kind: int) -> str:
    if kind == IPV4:
        return str(ipaddress.IPv4Address(await reader.readexactly(4)))
    if kind == IPV6:
        return str(ipaddress.IPv6Address(await reader.readexactly(16)))
    if kind != NAME:
        raise RefusedError(NOT_SUPPORTED, "an unknown kind of address")
    length = (await reader.readexactly(1))[0]
    return (await reader.readexactly(length)).decode("ascii", "replace")


def reply(code: int) -> bytes:
    return bytes([VERSION, code, 0, IPV4, 0, 0, 0, 0, 0, 0])


async def tunnel(
    client: asyncio.StreamReader,
    to_client: asyncio.StreamWriter,
    site: asyncio.StreamReader,
    to_site: asyncio.StreamWriter,
) -> None:
    """Carry bytes both ways until one side hangs up, or nothing has moved for IDLE_SECONDS."""
    traffic = Traffic()
    copies = {
        asyncio.ensure_future(traffic.copy(client, to_site)),
        asyncio.ensure_future(traffic.copy(site, to_client)),
    }
    try:
        while True:
            moved = traffic.moved
            done, _ = await asyncio.wait(copies, timeout=IDLE_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            if done or traffic.moved == moved:
                return
    finally:
        for copy in copies:
            copy.cancel()
        await asyncio.wait(copies)


class Traffic:
    """Counts what moves through a tunnel."""

    def __init__(self) -> None:
        self.moved = 0

    async def copy(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Copy until the reader's side hangs up, no faster than the writer's side takes it."""
        while True:
            chunk = await reader.read(CHUNK)
            if not chunk:
                return
            self.moved += len(chunk)
            writer.write(chunk)
            await writer.drain()


def main(arguments: List[str]) -> None:
    fd, *splash_ports = map(int, arguments)
    proxy = VettingProxy(policy_of(os.environ, splash_ports))
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, fileno=fd)
    loop = asyncio.get_event_loop_policy().new_event_loop()
    asyncio.set_event_loop(loop)
    loop.run_until_complete(asyncio.start_server(proxy.serve, sock=listening, limit=CHUNK))
    loop.run_forever()


if __name__ == "__main__":
    main(sys.argv[1:])
