"""Which addresses a rendered page must not reach, and what the settings open of them.

ALLOWED_PRIVATE_HOSTS opens hosts by name, with or without a port. Splash's own port and the database's stay shut on
every private address, whatever it says: a page that reached Splash's could have any URL read and sent out.

crawler/urls/private.py says the same for the crawl; Splash's image has neither that package nor its Python.
tests/deploy/test_addresses.py holds the two against each other, and the list in filters/private.template with them.
"""

import ipaddress
import re
import socket
from typing import FrozenSet, Iterable, Mapping, Optional, Tuple, Union
from urllib.parse import parse_qs, unquote, urlsplit

Address = Union[ipaddress.IPv4Address, ipaddress.IPv6Address]
HostAndPort = Tuple[str, Optional[int]]

POSTGRESQL_PORT = 5432

NOT_PUBLIC_IPV4 = [
    ipaddress.IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # carrier-grade NAT
        "127.0.0.0/8",  # loopback
        "169.254.0.0/16",  # link-local, a cloud's metadata among them
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # relays from IPv6, deprecated
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/3",  # multicast, reserved, broadcast
    )
]
PUBLIC_IPV6 = ipaddress.IPv6Network("2000::/3")
NOT_PUBLIC_IPV6 = [
    ipaddress.IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments, Teredo among them
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: an IPv4 address inside
        "3fff::/20",  # documentation
    )
]
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # the IPv4 internet, as a network without IPv4 sees it

ENTRY = re.compile(r"(?P<host>\[[^\]]+\]|[^\[\]:]+)(?::(?P<port>[0-9]{1,5}))?")
HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*")
MAX_HOST = 253  # RFC 1035


def is_public(address: Address) -> bool:
    """Say whether an address is one of the public internet's, by the registries of special addresses (RFC 6890)."""
    if isinstance(address, ipaddress.IPv4Address):
        return not any(address in network for network in NOT_PUBLIC_IPV4)
    if address in NAT64:
        return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return address in PUBLIC_IPV6 and not any(address in network for network in NOT_PUBLIC_IPV6)


class Policy:
    """What is open of the private addresses, and which of their ports never are."""

    def __init__(self, opened: Iterable[HostAndPort], shut_ports: Iterable[int]) -> None:
        self.opened: FrozenSet[HostAndPort] = frozenset(opened)
        self.shut_ports: FrozenSet[int] = frozenset(shut_ports)

    def permits(self, host: str, port: int, address: Address) -> bool:
        """Say whether a page may reach `host:port`, which is this address."""
        if is_public(address):
            return True
        try:
            name = spelling(host)
        except ValueError:  # no host at all
            return False
        return port not in self.shut_ports and bool({(name, port), (name, None)} & self.opened)


def policy_of(environment: Mapping[str, str], splash_ports: Iterable[int]) -> Policy:
    """Read the policy from the settings ALLOWED_PRIVATE_HOSTS and DATABASE_URL. Raises ValueError."""
    opened = environment.get("ALLOWED_PRIVATE_HOSTS", "").replace(",", " ").split()
    database_port = port_of_database(environment.get("DATABASE_URL", ""))
    return Policy(map(host_and_port, opened), {POSTGRESQL_PORT, database_port, *splash_ports})


def host_and_port(text: str) -> HostAndPort:
    """Read `wiki.local`, `127.0.0.1:8080`, `[::1]:80` or `::1`; without a port, all of them are meant.

    Raises ValueError where it is none of them.
    """
    if text.count(":") > 1 and not text.startswith("["):
        return spelling(text), None
    found = ENTRY.fullmatch(text)
    port = int(found.group("port")) if found and found.group("port") else None
    if not found or port == 0 or (port or 0) > 65535:
        raise ValueError("{!r} is no host and no host:port".format(text))
    return spelling(found.group("host").strip("[]")), port


def spelling(host: str) -> str:
    """Spell a host in one way, as crawler.urls does: lower case, IDNA, no dot at the end; `127.1` is `127.0.0.1`.

    Raises ValueError where it is no host.
    """
    if ":" in host:
        return str(ipaddress.IPv6Address(host))
    name = unquote(host).lower()
    if any(character > "\x7f" for character in name):
        name = name.encode("idna").decode("ascii").lower()
    if name.endswith("."):
        name = name[:-1]
    if len(name) > MAX_HOST or not HOST.fullmatch(name):
        raise ValueError("{!r} is no host".format(host))
    try:
        return socket.inet_ntoa(socket.inet_aton(name))
    except OSError:
        return name


def port_of_database(url: str) -> int:
    """Return the port that a database URL names, in its address or as `?port=`, or PostgreSQL's own."""
    try:
        parts = urlsplit(url)
        return parts.port or int(parse_qs(parts.query).get("port", [POSTGRESQL_PORT])[0])
    except ValueError:  # a password with characters of a URL's own
        return POSTGRESQL_PORT
