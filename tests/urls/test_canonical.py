from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.exceptions import InvalidURLError
from crawler.urls import canonical_url, unwrap

SAME = [
    ("http://Spring.IO", "https://spring.io"),
    ("https://www.spring.io:443/", "https://spring.io"),
    ("http://spring.io:80/a/index.html", "https://spring.io/a"),
    ("https://spring.io/a/#b", "https://spring.io/a"),
    ("https://spring.io/a#:~:text=b=c", "https://spring.io/a"),
    ("https://spring.io/#!/a", "https://spring.io#!/a"),
    ("https://spring.io/#/a", "https://spring.io#/a"),
    ("https://docs.google.com/spreadsheets/d/1/edit#gid=0", "https://docs.google.com/spreadsheets/d/1/edit#gid=0"),
    ("https://velog.io/%40a/한글", "https://velog.io/@a/%ED%95%9C%EA%B8%80"),
    ("https://velog.io/@a/%e1%84%92%e1%85%a1%e1%86%ab글", "https://velog.io/@a/%ED%95%9C%EA%B8%80"),
    ("https://spring.io/%C7%D1?q=%c7", "https://spring.io/%C7%D1?q=%C7"),
    ("https://spring.io/a%2Fb?c=d%26e", "https://spring.io/a%2Fb?c=d%26e"),
    ("https://한글.kr/", "https://xn--bj0bj06e.kr"),
    ("https://spring.io/?utm_source=a&b=1&fbclid=2&gclid=3&igshid=4", "https://spring.io?b=1"),
    ("https://spring.io/?b=2&amp;a=1", "https://spring.io?b=2&a=1"),
    ("https://www.notion.so/a?pvs=4", "https://notion.so/a"),
    ("https://crontab.guru/#12_2,16_*_*_*", "https://crontab.guru"),
    ("https://user:word@spring.io./a", "https://spring.io/a"),
    ("https://[::1]:8080/a", "https://[::1]:8080/a"),
    ("https://www.google.com/url?q=https%3A%2F%2Fspring.io%2Fa&sa=D", "https://spring.io/a"),
]


@pytest.mark.parametrize(("url", "key"), SAME)
def test_a_url_has_one_key(url: str, key: str) -> None:
    assert canonical_url(url) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://spring.io/a", "https://spring.io/A"),
        ("https://spring.io/?cid=1", "https://spring.io/?cid=2"),
        ("https://spring.io/a?b", "https://spring.io/a"),
        ("https://docs.python.org/3/", "https://docs.python.org/ko/3/"),
        ("https://spring.io/a~", "https://spring.io/a"),
        ("https://spring.io/a&current_weather", "https://spring.io/a¤t_weather"),
        ("https://blog.spring.io/", "https://spring.io/"),
        ("https://spring.io:8443/", "https://spring.io/"),
        ("https://spring.io/?a=b%2Bc", "https://spring.io/?a=b+c"),
    ],
)
def test_two_pages_have_two_keys(one: str, other: str) -> None:
    assert canonical_url(one) != canonical_url(other)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "spring.io",
        "ftp://spring.io",
        "https://",
        "https:///a",
        "https://a b.com",
        "https://spring.io:99999",
        "https://[x",
        "https://spring.io:0",
        "https://a..b",
        "https://-",
        f"https://{'a' * 300}.com",
        "https://*.spring.io",
        "https://\ud800/",
    ],
)
def test_a_url_that_no_one_can_ask_for_is_refused(url: str) -> None:
    with pytest.raises(InvalidURLError):
        canonical_url(url)


PIECES = st.sampled_from(
    "https:// http:// www. spring.io tistory.com blog.naver.com youtu.be google.com/url?q= / /m/ /index.html ? # & = % "
    "%25 %34 %C7 %ED%95%9C 한 ᄒ ᅡ . : :80 @ [ ] + ; utm_a=1 !/ :~: \u212a \u0338 \\".split()
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join), st.text().map("https://spring.io/".__add__)))
def test_a_key_is_its_own_key(url: str) -> None:
    try:
        key = canonical_url(url)
    except InvalidURLError:
        return

    assert canonical_url(key) == key


def test_wrappers_are_taken_off_in_layers() -> None:
    inner = "https://www.youtube.com/redirect?q=https%3A%2F%2Fspring.io%2F"

    assert (
        unwrap(f"https://l.facebook.com/l.php?u={inner.replace('%', '%25').replace('&', '%26')}")
        == "https://spring.io/"
    )


@pytest.mark.parametrize("url", ["https://spring.io/url?q=https://a.kr", "https://www.google.com/url?q=a", "no url"])
def test_what_wraps_nothing_stays(url: str) -> None:
    assert unwrap(url) == url
