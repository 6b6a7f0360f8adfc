"""Which hosts are the reader's own or nobody's: never asked for, unless they are named as allowed."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crawler.exceptions import InvalidURLError, UsageError
from crawler.urls.parts import host_of, normal_host, port_of, split

if TYPE_CHECKING:
    from collections.abc import Iterable

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# RFC 2606 and 6761 (reserved), 6762 (.local), 8375 (home.arpa), ICANN's resolution on .internal.
PRIVATE_SUFFIXES = tuple(
    ".localhost .test .invalid .example .local .internal .home.arpa .example.com .example.net .example.org".split()
)
EMBEDDED_IPV4 = (  # IPv6 networks whose addresses lead to the IPv4 address in their last 32 bits
    ipaddress.IPv6Network("::ffff:0:0/96"),
    ipaddress.IPv6Network("::ffff:0:0:0/96"),
    ipaddress.IPv6Network("::/96"),
    ipaddress.IPv6Network("64:ff9b::/96"),
)
LOCAL_NAT64 = ipaddress.IPv6Network("64:ff9b:1::/48")
IPV4_PART = re.compile(r"0x[0-9a-f]*|[0-9]+")
ENTRY = re.compile(r"(?P<host>\[[^\]]+\]|[^\[\]:]+)(?::(?P<port>\d{1,5}))?")


def is_private_host(host: str) -> bool:
    """Say whether a literal host, name or address, is loopback, private, reserved or has no dot. Asks no resolver."""
    name = unicodedata.normalize("NFKC", host).strip("[]").rstrip(".").lower()
    if address := _address(name):
        return not is_global_address(address)
    ends_in_number = name.rpartition(".")[2].isdecimal()  # looks like an address, is none: browsers refuse it
    return "." not in name or ends_in_number or f".{name}".endswith(PRIVATE_SUFFIXES)


def is_global_address(address: str | Address) -> bool:
    """Say whether an IP address is reachable over the Internet, an IPv4 address inside an IPv6 one included.

    Raises ValueError for what is no address.
    """
    ip = ipaddress.ip_address(address.partition("%")[0]) if isinstance(address, str) else address
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.sixtofour or (ip.teredo[1] if ip.teredo else None) or _embedded_ipv4(ip)
        if inner is not None:
            return is_global_address(inner)
        if ip.is_site_local or ip in LOCAL_NAT64:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _embedded_ipv4(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if any(ip in network for network in EMBEDDED_IPV4):
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return None


def _address(name: str) -> Address | None:
    """Read an address as a browser does: `0x7f.1`, `2130706433` and `127.0.0.1` are one."""
    if ":" in name:
        try:
            return ipaddress.IPv6Address(name.partition("%")[0])
        except ValueError:
            return None
    parts = name.split(".")
    if len(parts) > 4 or not all(IPV4_PART.fullmatch(part) for part in parts):
        return None
    return _ipv4([_number(part) for part in parts])


def _number(part: str) -> int:
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    octal = part.startswith("0") and not set(part) & set("89")
    return int(part[:12], 8 if octal else 10)


def _ipv4(numbers: list[int]) -> ipaddress.IPv4Address:
    """Put inet_aton's one to four numbers together; what does not fit is no one's address."""
    *high, last = numbers
    value = sum(number << (24 - 8 * i) for i, number in enumerate(high)) + last
    fits = all(number < 256 for number in high) and last < 256 ** (4 - len(high))
    return ipaddress.IPv4Address(value if fits else 0)


@dataclass(frozen=True)
class AllowedHosts:
    """Hosts that are cited and asked for although they are private: (host, port), port None for every port."""

    entries: frozenset[tuple[str, int | None]] = frozenset()

    @classmethod
    def parse(cls, setting: str | Iterable[str]) -> AllowedHosts:
        """Read `127.0.0.1:8080,wiki.local,[::1]:80`, or the same in parts. Raises UsageError."""
        parts = setting.split(",") if isinstance(setting, str) else setting
        return cls(frozenset(_entry(part.strip()) for part in parts if part.strip()))

    def allows(self, host: str, port: int) -> bool:
        """Say whether `host` is named, alone or with this port (the scheme's own where the URL says none)."""
        if not self.entries:
            return False
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
    found = ENTRY.fullmatch(text)
    port = int(found["port"]) if found and found["port"] else None
    if not found or port == 0 or (port or 0) > 65535:
        raise UsageError(f"ALLOWED_PRIVATE_HOSTS: {text!r} is no host and no host:port")
    try:
        return _spelling(found["host"]), port
    except InvalidURLError as error:
        raise UsageError(f"ALLOWED_PRIVATE_HOSTS: {text!r} is no host and no host:port") from error


def _spelling(host: str) -> str:
    name = normal_host(host.strip("[]"))
    address = _address(name)
    return address.compressed if address else name
