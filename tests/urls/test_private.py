from __future__ import annotations

import pytest

from crawler.exceptions import UsageError
from crawler.urls.private import AllowedHosts, is_global_address, is_private_host

PRIVATE = """localhost LOCALHOST a.localhost localhost. 127.0.0.1 127.1 0x7f.1 0177.0.0.1 2130706433 0x7f000001
１２７.0.0.1 127。0。0。1 0.0.0.0 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 224.0.0.1 255.255.255.255
192.0.2.1 192.0.0.9 192.88.99.1 198.18.0.1 [::1] :: fe80::1 fc00::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:8.8.8.8
64:ff9b::7f00:1 64:ff9b:1::808:808 2002:7f00:1:: 2002:808:808::1 2001:0:53aa:64c::1 2001:20::1 2001:3::1 2001:db8::1
3fff::1 3fff:fff::1 ff02::1 fec0::1 fe80::1%eth0 example.com www.example.org example.net a.test b.invalid c.local
d.example e.internal home.arpa f.home.arpa nas.lan a.corp a.home a.intranet a.private a.localdomain redis 1.2.3.4.5
256.256.256.256 a.1 a.0x1f 0x.1 134744072 010.8.8.8 metadata.google.internal""".split()
PUBLIC = """8.8.8.8 1.1.1.1 192.0.1.1 2606:4700:4700::1111 2001:200::1 3fff:1000::1 64:ff9b::808:808
naver.com examples.com local.kr 127.0.0.1.nip.io lan.kr homelan.kr test.kr 0x1.kr""".split()


@pytest.mark.parametrize("host", PRIVATE)
def test_a_private_host_is_told(host: str) -> None:
    assert is_private_host(host)


@pytest.mark.parametrize("host", PUBLIC)
def test_a_public_host_is_told(host: str) -> None:
    assert not is_private_host(host)


def test_what_is_no_address_is_refused() -> None:
    with pytest.raises(ValueError, match="naver"):
        is_global_address("naver.com")


def test_an_entry_without_a_port_allows_every_port() -> None:
    allowed = AllowedHosts.parse("wiki.local, 127.0.0.1:8080 ,[::1]:80\nfd00::1 위키.lan")

    assert allowed.allows("WIKI.local.", 1)
    assert allowed.allows("127.1", 8080)
    assert allowed.allows("::1", 80)
    assert allowed.allows("fd00:0::1", 1)
    assert allowed.allows("xn--9q5b29o.lan", 1)
    assert not allowed.allows("127.0.0.1", 80)
    assert not allowed.allows("a.wiki.local", 1)


def test_the_port_of_the_scheme_counts() -> None:
    allowed = AllowedHosts.parse(["wiki.local:443"])

    assert not allowed.refuses("https://wiki.local/")
    assert allowed.refuses("http://wiki.local/")
    assert not allowed.refuses("http://naver.com:1/")


@pytest.mark.parametrize("setting", ["a:b", "a:0", "a:70000", "http://a", "[::1", "a@b", "::1:80:x", "fd00::1::2"])
def test_a_bad_entry_is_named(setting: str) -> None:
    with pytest.raises(UsageError, match="ALLOWED_PRIVATE_HOSTS"):
        AllowedHosts.parse(setting)


@pytest.mark.parametrize("host", ["", "a b", "a..b", "[", "::x", "*.kr", "\ud800", "가" * 300])
def test_what_is_no_host_is_not_allowed(host: str) -> None:
    allowed = AllowedHosts.parse("wiki.local")

    assert not allowed.allows(host, 80)
    assert not allowed.allows_some_port(host)
