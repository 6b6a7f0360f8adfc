"""Which hosts are the reader's own or nobody's: never asked for, unless they are named as allowed.

deploy/splash/addresses.py says the same for the pages that Splash renders, in its own Python; tests/deploy holds the
two against each other.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crawler.exceptions import InvalidURLError, UsageError
from crawler.urls.parts import host_of, normal_host, port_of, split

if TYPE_CHECKING:
    from collections.abc import Iterable

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# RFC 2606 and 6761 (reserved), 6762 (.local and its appendix G), 8375 (home.arpa), ICANN's resolution on .internal.
PRIVATE_SUFFIXES = tuple(
    ".localhost .test .invalid .example .local .internal .intranet .private .corp .home .lan .localdomain .home.arpa "
    ".example.com .example.net .example.org".split()
)
# Browsers take such a host for an address, in whatever spelling (https://url.spec.whatwg.org/#ends-in-a-number-checker).
NUMERIC_END = re.compile(r":|(?:^|\.)(?:[0-9]+|0x[0-9a-f]*)$")

# By IANA's registries of special addresses (RFC 6890).
NOT_PUBLIC_IPV4 = tuple(
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
)
PUBLIC_IPV6 = ipaddress.IPv6Network("2000::/3")
NOT_PUBLIC_IPV6 = tuple(
    ipaddress.IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments, Teredo among them
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: an IPv4 address inside
        "3fff::/20",  # documentation
    )
)
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # the IPv4 internet, as a network without IPv4 sees it

ENTRY = re.compile(r"(?P<host>\[[^\]]+\]|[^\[\]:]+)(?::(?P<port>[0-9]{1,5}))?")


def is_private_host(host: str) -> bool:
    """Say whether a literal host, name or address, is loopback, private, reserved or has no dot. Asks no resolver.

    So is an address in an odd spelling (`0x7f.1`), whatever it stands for: nobody cites a page by it.
    """
    name = _lenient_name(host)
    if NUMERIC_END.search(name):
        try:
            return not is_global_address(name)
        except ValueError:
            return True
    return "." not in name or f".{name}".endswith(PRIVATE_SUFFIXES)


def is_global_address(address: str | Address) -> bool:
    """Say whether an IP address is one of the public internet's. Raises ValueError for what is no address."""
    ip = ipaddress.ip_address(address.partition("%")[0]) if isinstance(address, str) else address
    if isinstance(ip, ipaddress.IPv4Address):
        return not any(ip in network for network in NOT_PUBLIC_IPV4)
    if ip in NAT64:
        return is_global_address(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return ip in PUBLIC_IPV6 and not any(ip in network for network in NOT_PUBLIC_IPV6)


def _lenient_name(host: str) -> str:
    try:
        return normal_host(host.strip("[]"))
    except InvalidURLError:  # no host; what it looks like is still told
        return host.lower().rstrip(".")


@dataclass(frozen=True)
class AllowedHosts:
    """Hosts that are cited and asked for although they are private: (host, port), port None for every port."""

    entries: frozenset[tuple[str, int | None]] = frozenset()

    @classmethod
    def parse(cls, setting: str | Iterable[str]) -> AllowedHosts:
        """Read `127.0.0.1:8080, wiki.local`, by comma or white space, or the same in parts. Raises UsageError."""
        text = setting if isinstance(setting, str) else ",".join(setting)
        return cls(frozenset(map(_entry, text.replace(",", " ").split())))

    def allows(self, host: str, port: int) -> bool:
        """Say whether `host` is named, alone or with this port (the scheme's own where the URL says none)."""
        name = _spelling(host)
        return (name, None) in self.entries or (name, port) in self.entries

    def allows_some_port(self, host: str) -> bool:
        """Say whether `host` is named at all, for those who resolve names and know no port."""
        name = _spelling(host)
        return any(name == entry for entry, _ in self.entries)

    def refuses(self, url: str) -> bool:
        """Say whether `url` leads to a private host that is not named. Raises InvalidURLError."""
        parts = split(url)
        host = host_of(parts)
        return is_private_host(host) and not self.allows(host, port_of(parts))


def _entry(text: str) -> tuple[str, int | None]:
    if text.count(":") > 1 and not text.startswith("["):
        text = f"[{text}]"
    found = ENTRY.fullmatch(text)
    port = int(found["port"]) if found and found["port"] else None
    name = _spelling(found["host"]) if found else None
    if name is None or port == 0 or (port or 0) > 65535:
        raise UsageError(f"ALLOWED_PRIVATE_HOSTS: {text!r} is no host and no host:port")
    return name, port


def _spelling(host: str) -> str | None:
    """Spell a host in one way, as an allowed host is compared: `127.1` is `127.0.0.1`. None for what is no host."""
    try:
        name = normal_host(host.strip("[]"))
    except InvalidURLError:
        return None
    try:
        return socket.inet_ntoa(socket.inet_aton(name))
    except OSError:
        return name
