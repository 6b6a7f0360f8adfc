"""The crawl, Splash's proxy and Splash's filter have one notion of what is public, and read one setting alike."""

from __future__ import annotations

import ipaddress
import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawler.exceptions import UsageError
from crawler.urls.private import PRIVATE_SUFFIXES, AllowedHosts, is_global_address, is_private_host
from tests.deploy.filtering import blocked

if TYPE_CHECKING:
    from pathlib import Path

    Address = ipaddress.IPv4Address | ipaddress.IPv6Address

pytestmark = pytest.mark.usefixtures("scripts")
own_scripts = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # they stay the same

# The networks of IANA's registries, and neighbours that are public.
NETWORKS = """0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.0.9/32
192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15
198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 8.8.8.0/24 ::1/128 ::/96 ::ffff:0:0/96 ::ffff:0:0:0/96
64:ff9b::/96 64:ff9b:1::/48 64:ff9b::a00:0/104 100::/64 2001::/32 2001:1::1/128 2001:2::/48 2001:3::/32
2001:4:112::/48 2001:10::/28 2001:20::/28 2001:30::/28 2001:100::/24 2001:db8::/32 2002::/16 2620:4f:8000::/48
2606:4700::/32 3fff::/20 3ffe::/16 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8""".split()
NAMES = """localhost router wiki.local nas.lan a.b.corp x.home x.internal x.intranet x.private x.localdomain home.arpa
a.home.arpa arpa example.com a.example.net example.org test a.test a.invalid a.example spring.io lan.io local.kr
testlan.io example.io myexample.com naver.com xn--bj0bj06e.kr 127.0.0.1.nip.io a.1 a.0x a.0x1f 0x1f 0x1f.io 1.2.3
1.2.3.4.5 127.1 256.1.1.1 08.8.8.8 8.8.8.08 010.1.1.1 8.8.8.0x8 134744072 0.0.0.0 8.8.8.8 8.8.8.8a a8.8.8.8 a-.lan
-.home""".split()


def edges() -> list[Address]:
    """Return the first and last addresses of the networks, and those beside them."""
    ends = [network[end] for network in map(ipaddress.ip_network, NETWORKS) for end in (0, -1)]
    ends += [end + step for end in ends for step in (-1, 1) if 0 < int(end) < 2**end.max_prefixlen - 1]
    return ends


def drawn(count: int) -> list[Address]:
    """Return addresses of the networks and of anywhere, the same ones each time."""
    dice = random.Random(4)
    anywhere = [ipaddress.ip_network("0.0.0.0/0"), ipaddress.ip_network("::/0"), ipaddress.ip_network("2000::/3")]
    networks = [*map(ipaddress.ip_network, NETWORKS), *anywhere]
    return [network[dice.randrange(network.num_addresses)] for network in networks for _ in range(count)]


def url(host: str) -> str:
    return f"http://[{host}]/" if ":" in host else f"http://{host}/"


@own_scripts
@given(st.one_of(st.ip_addresses(), st.sampled_from(edges())))
def test_the_crawl_and_the_proxy_agree_on_addresses(address: Address) -> None:
    import addresses  # noqa: PLC0415 - found by the fixture `scripts`

    assert is_global_address(address) == addresses.is_public(address)
    assert is_private_host(str(address)) == (not addresses.is_public(address))


def test_the_filter_and_the_proxy_agree_on_addresses(tmp_path: Path) -> None:
    """But for the IPv4 internet's addresses in IPv6: a network's resolver makes them, and no page is cited by one."""
    import addresses  # noqa: PLC0415 - found by the fixture `scripts`

    asked = {address for address in edges() + drawn(20) if address not in addresses.NAT64}
    in_full = {url(address.exploded): not addresses.is_public(address) for address in asked}
    in_short = {url(str(address)): not addresses.is_public(address) for address in asked}
    urls = in_full | in_short

    assert blocked(tmp_path, list(urls)) == {url for url, is_private in urls.items() if is_private}
    assert len({url(str(address)) for address in asked if addresses.is_public(address)}) > 50


def test_the_filter_and_the_crawl_agree_on_names(tmp_path: Path) -> None:
    names = NAMES + [name for suffix in PRIVATE_SUFFIXES for name in (f"a{suffix}", f"a.b{suffix}.", f"a{suffix}.io")]
    urls = {url(name): is_private_host(name) for name in names}

    assert blocked(tmp_path, list(urls)) == {url for url, is_private in urls.items() if is_private}


PIECES = st.sampled_from(
    "wiki .local 위키 .lan . 。 .. 127.1 127.0.0.1 0x7f.1 017 2130706433 256.1.1.1 ::1 :: [ ] fd00::1 : :80 :0 :08 "
    ":65535 :65536 :x a _ - A @ / * %6c %".split()
)
ENTRIES = st.one_of(st.text(max_size=12), st.lists(PIECES, max_size=5).map("".join))


@own_scripts
@given(st.lists(ENTRIES, max_size=3), st.sampled_from([",", " ", ", ", "\n"]))
def test_the_crawl_and_the_proxy_read_the_setting_alike(entries: list[str], separator: str) -> None:
    import addresses  # noqa: PLC0415 - found by the fixture `scripts`

    setting = separator.join(entries)
    try:
        opened = AllowedHosts.parse(setting).entries
    except UsageError:
        with pytest.raises(ValueError):  # noqa: PT011 - of ipaddress, of IDNA or of ours
            addresses.policy_of({"ALLOWED_PRIVATE_HOSTS": setting}, [])
        return

    assert addresses.policy_of({"ALLOWED_PRIVATE_HOSTS": setting}, []).opened == opened


@pytest.mark.parametrize(
    ("entry", "host"),
    [("127.1", "127.0.0.1"), ("0x7f.1:80", "127.0.0.1"), ("위키.lan", "xn--9q5b29o.lan"), ("WIKI.lan.", "wiki.lan"),
     ("[fd00:0:0::1]:80", "fd00::1"), ("fd00::1", "fd00::1"), ("wiki.lan", "위키.lan"), ("wiki.lan", ""), ("a", "a b")],
)  # fmt: skip
def test_the_crawl_and_the_proxy_open_the_same_hosts(entry: str, host: str) -> None:
    import addresses  # noqa: PLC0415 - found by the fixture `scripts`

    policy = addresses.policy_of({"ALLOWED_PRIVATE_HOSTS": entry}, [8050])
    permitted = policy.permits(host, 80, ipaddress.ip_address("10.0.0.1"))

    assert permitted == AllowedHosts.parse(entry).allows(host, 80)
    assert permitted == (host in {"127.0.0.1", "xn--9q5b29o.lan", "wiki.lan", "fd00::1"})
