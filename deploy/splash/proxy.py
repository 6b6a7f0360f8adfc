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
import signal
import socket
import sys
from typing import Any, Awaitable, Callable, List, Optional, Tuple

from addresses import Address, Policy, policy_of
from processes import die_with_parent

Resolve = Callable[[str, int], Awaitable[List[Address]]]

CONNECTIONS = 256  # at once; a page opens six to a host
HANDSHAKE_SECONDS = 10
CONNECT_SECONDS = 15  # for each address of a name
IDLE_SECONDS = 60  # nothing in either direction: as long as Splash waits for a page at most

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
    with contextlib.suppress(ValueError):
        return [ipaddress.ip_address(host)]
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
                host, port = await asyncio.wait_for(read_request(reader, writer), HANDSHAKE_SECONDS)
                await self.tunnel(writer, host, port)
            except RefusedError as refusal:
                print("proxy: {}".format(refusal), file=sys.stderr, flush=True)
                writer.write(reply(refusal.code))
            except (OSError, EOFError, asyncio.TimeoutError):
                pass  # the client went away
            finally:
                writer.close()

    async def tunnel(self, writer: asyncio.StreamWriter, host: str, port: int) -> None:
        """Carry bytes both ways until a side hangs up, or nothing has moved for IDLE_SECONDS."""
        site = await self.connect(host, port)
        client = Side()
        client.connection_made(writer.transport)
        client.carry_to(site)
        site.carry_to(client)
        writer.transport.set_protocol(client)
        writer.write(reply(DONE))
        try:
            moved = -1
            while moved != client.moved + site.moved and not client.ended.done() and not site.ended.done():
                moved = client.moved + site.moved
                await asyncio.wait(
                    {client.ended, site.ended}, timeout=IDLE_SECONDS, return_when=asyncio.FIRST_COMPLETED
                )
        finally:
            site.transport.close()

    async def connect(self, host: str, port: int) -> "Side":
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


class Side(asyncio.Protocol):
    """One side of a tunnel: what comes in here goes out at the other, no faster than that side takes it.

    A bare protocol, since every byte of every page passes here: streams cost half as much again.
    """

    def __init__(self) -> None:
        self.transport: Any = None
        self.out: Any = None
        self.moved = 0
        self.ended = asyncio.get_event_loop().create_future()

    def connection_made(self, transport: Any) -> None:
        self.transport = transport
        transport.pause_reading()  # until it is known where to

    def carry_to(self, other: "Side") -> None:
        self.out = other.transport
        self.transport.resume_reading()

    def data_received(self, data: bytes) -> None:
        self.moved += len(data)
        self.out.write(data)

    def pause_writing(self) -> None:
        self.out.pause_reading()

    def resume_writing(self) -> None:
        self.out.resume_reading()

    def connection_lost(self, _: Optional[Exception]) -> None:
        if not self.ended.done():
            self.ended.set_result(None)


async def connect_to(address: Address, port: int) -> Side:
    place = "{}:{}".format(address, port)
    opening = asyncio.get_event_loop().create_connection(Side, str(address), port)
    try:
        _, side = await asyncio.wait_for(opening, CONNECT_SECONDS)
    except ConnectionRefusedError:
        raise RefusedError(CONNECTION_REFUSED, "{} refuses the connection".format(place)) from None
    except asyncio.TimeoutError:
        raise RefusedError(TOO_LATE, "{} does not answer".format(place)) from None
    except OSError as error:
        raise RefusedError(HOST_UNREACHABLE, "{} cannot be reached: {}".format(place, error.strerror)) from None
    return side


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


async def start(listening: socket.socket, policy: Policy) -> None:
    """Serve on a socket from now on; the proxy is made in the loop that it runs in, as Python before 3.10 wants it."""
    await asyncio.start_server(VettingProxy(policy).serve, sock=listening)


def main(arguments: List[str]) -> None:
    die_with_parent(signal.SIGKILL)  # whoever it was that started it
    fd, *splash_ports = map(int, arguments)
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, fileno=fd)
    loop = asyncio.new_event_loop()
    loop.run_until_complete(start(listening, policy_of(os.environ, splash_ports)))
    loop.run_forever()


if __name__ == "__main__":
    main(sys.argv[1:])
