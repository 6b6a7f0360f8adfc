"""What the request filters leave out of a page, by Splash's own matcher and in a rendered page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.deploy.asking import render
from tests.deploy.filtering import blocked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.deploy.asking import Site
    from tests.plugins.splash import RunningSplash

PRIVATE = [
    "http://127.0.0.1/",
    "http://127.8.9.10:8080/x",
    "https://127.0.0.1./",
    "http://0.0.0.0/",
    "http://localhost:631/",
    "http://LOCALHOST/",
    "http://a.localhost./x",
    "http://10.1.2.3/",
    "http://172.16.0.1/",
    "http://172.31.255.255/",
    "http://192.168.0.1/admin",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/",
    "http://198.18.0.1/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[fe80::1]/",
    "http://[fd00::1]:8080/",
    "http://[2002:7f00:1::]/",
    "http://[2001:db8::1]/",
    "http://[2001:0:53aa:64c::1]/",
    "http://name@10.0.0.1/",
    "http://spring.io@127.0.0.1:80/",
    "http://a@b@127.0.0.1/",
    "http://router/",
    "http://wiki.local/",
    "http://nas.lan:5000/",
    "http://metadata.google.internal/",
]
PUBLIC = [
    "http://spring.io/",
    "https://10.spring.io/127.0.0.1/",
    "https://spring.io/?next=http://127.0.0.1/",
    "http://127.0.0.1.spring.io/",
    "http://127.0.0.1@spring.io/",
    "http://11.0.0.1/",
    "http://172.32.0.1/",
    "http://8.8.8.8:8080/",
    "http://100.128.0.1/",
    "http://[2606:4700::1111]/",
    "https://localhost.spring.io/",
    "https://velog.io/@name/localhost",
    "http://0x.spring.io/",
    "https://한글.한국/",
]


@pytest.mark.usefixtures("scripts")
def test_private_addresses_are_left_out_in_every_spelling(tmp_path: Path) -> None:
    assert blocked(tmp_path, PRIVATE + PUBLIC) == set(PRIVATE)
    assert blocked(tmp_path, PRIVATE + PUBLIC, page="") == set(PRIVATE)


@pytest.mark.usefixtures("scripts")
def test_the_settings_open_hosts_and_ports_but_never_those_of_splash_and_the_database(tmp_path: Path) -> None:
    opened = ["http://127.0.0.1:8731/a", "http://127.0.0.1:8731", "http://wiki.local/", "https://wiki.local:8443/x"]
    opened += ["http://[fd00::1]:9000/", "http://192.168.0.7/", "http://192.168.0.7:80/"]
    shut = ["http://127.0.0.1:8732/", "http://127.0.0.1/", "http://127.0.0.1:87310/", "http://127.0.0.1:8731@10.0.0.1/"]
    shut += ["http://wiki.local:8050/", "http://wiki.local:08050/_ping", "http://wiki.local:5432/"]
    shut += ["http://wiki.local:6543/", "http://a.wiki.local/", "http://192.168.0.7:81/", "https://192.168.0.7/"]
    allowed = "127.0.0.1:8731, WIKI.local,[fd00::1]:9000 192.168.0.7:80"
    database = "postgresql://user:pass@db:6543/refkeep"

    assert blocked(tmp_path, opened + shut, ALLOWED_PRIVATE_HOSTS=allowed, DATABASE_URL=database) == set(shut)


@pytest.mark.usefixtures("scripts")
def test_the_ports_of_splash_and_the_database_cannot_be_opened_by_name(tmp_path: Path) -> None:
    urls = ["http://127.0.0.1:8050/execute", "http://127.0.0.1:5432/", "http://[::1]:8050/"]

    assert blocked(tmp_path, urls, ALLOWED_PRIVATE_HOSTS="127.0.0.1:8050 127.0.0.1:5432 [::1]:8050 ::1") == set(urls)


@pytest.mark.usefixtures("scripts")
def test_images_fonts_and_trackers_are_left_out_of_a_page(tmp_path: Path) -> None:
    parts = [
        "https://blog.spring.io/a/b.PNG",
        "https://blog.spring.io/photo.jpeg?type=w800",
        "https://postfiles.pstatic.net/MjAy/abc",
        "https://fonts.gstatic.com/s/nanum.woff2",
        "https://blog.spring.io/fonts/x.ttf#iefix",
        "https://fonts.googleapis.com/css?family=Nanum",
        "https://www.google-analytics.com/analytics.js",
        "https://wcs.naver.net/wcslog.js",
        "https://www.youtube.com/embed/xyz",
    ]
    kept = [
        "https://blog.spring.io/style.css",
        "https://blog.spring.io/app.js?image=a.png",
        "https://blog.spring.io/png/",
        "https://blog.spring.io/api/post/1",
        "https://m.blog.naver.com/PostView.naver?logNo=1",
        "https://t1.daumcdn.net/tistory_admin/skin.css",
    ]

    assert blocked(tmp_path, parts + kept) == set(parts)


@pytest.mark.usefixtures("scripts")
def test_the_page_that_is_asked_for_is_not_taken_for_an_image(tmp_path: Path) -> None:
    pages = ["https://en.wikipedia.org/wiki/File:Lake.jpg", "https://www.youtube.com/embed/xyz"]

    assert blocked(tmp_path, pages, page="") == set()


def test_a_rendered_page_asks_for_its_styles_only(splash: RunningSplash, site: Site, other_site: Site) -> None:
    site.pages["/"] = (
        "<link rel=stylesheet href=/style.css><img src=/photo.png><img src=/thumbnail>"
        f"<img src='http://localhost:{other_site.port}/'><img src='http://0x7f000001:{splash.port}/_ping'>"
        "<style>@font-face { font-family: f; src: url(/f.woff2) } p { font-family: f }</style><p>Text</p>"
    )

    html = render(splash, site.url("/"))

    assert "Text" in html
    assert sorted(site.asked) == ["/", "/style.css", "/thumbnail"]
    assert other_site.asked == []


def test_splash_does_not_render_itself(splash: RunningSplash) -> None:
    assert '"error": 502' in render(splash, f"{splash.url}/_ping")
