"""What the sites see of a crawl: gaps, numbers at once, robots.txt, and no more than needed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tests.site import Page, pages

if TYPE_CHECKING:
    from tests.site import Site
    from tests.spiders.conftest import Crawls

TEXT = "A sentence of the article, long enough to be one. " * 10


def publish(site: Site, count: int, hosts: int, **fields: float) -> list[str]:
    body = pages.article("Post", TEXT)
    return [
        site.add(f"/post-{number}", Page(body=body, **fields), host=f"127.0.0.{number % hosts + 1}")
        for number in range(count)
    ]


def test_the_delay_holds_for_the_target_host_through_splash(crawls: Crawls, site: Site) -> None:
    crawls.note("a.md", *publish(site, 8, hosts=2))

    crawls.run(DOWNLOAD_DELAY="0.6")  # 0.3 to 0.9 with its jitter

    for host in ("127.0.0.1", "127.0.0.2"):
        times = [request.time for request in site.seen("/post-*", host)]
        assert len(times) == 4
        assert all(later - sooner > 0.2 for sooner, later in pairwise(times))


def test_one_host_is_asked_for_one_page_at_a_time(crawls: Crawls, site: Site) -> None:
    crawls.note("a.md", *publish(site, 4, hosts=1, delay=0.3))

    crawls.run()

    assert site.peak("/post-*") == 1


def test_no_more_pages_are_in_flight_than_splash_has_slots(crawls: Crawls, site: Site) -> None:
    crawls.note("a.md", *publish(site, 18, hosts=9, delay=0.3))

    crawls.run(SPLASH_SLOTS="2")

    assert site.peak("/post-*") == 2


def test_robots_txt_is_asked_for_once_and_obeyed(crawls: Crawls, site: Site) -> None:
    site.robots("User-agent: *\nDisallow: /closed")
    crawls.note(
        "a.md", site.page("/closed/a", pages.article("No", TEXT)), site.page("/open", pages.article("Yes", TEXT))
    )

    crawls.run()

    assert {path: source["verdict"] for path, source in crawls.sources().items()} == {
        "/closed/a": "robots",
        "/open": "ok",
    }
    assert len(site.seen("/robots.txt")) == 1
    assert site.seen("/closed/*") == []


def test_the_second_crawl_asks_only_for_what_is_due(crawls: Crawls, site: Site) -> None:
    crawls.note("a.md", *publish(site, 3, hosts=1))
    crawls.run()
    crawls.note("b.md", site.page("/new", pages.article("New", TEXT)))
    seen = len(site.seen("/post-*"))

    crawls.run()

    assert len(site.seen("/post-*")) == seen
    assert len(site.seen("/new")) == 1


def test_refresh_hosts_and_limit_choose_what_is_asked_for(plain_crawls: Crawls, site: Site) -> None:
    plain_crawls.note("a.md", *publish(site, 6, hosts=2), site.url("/gone"))
    plain_crawls.run("-a", "limit=0")
    assert site.requests == []

    _, errors = plain_crawls.run("-a", "hosts=127.0.0.2,nope")
    assert f"no source on nope; hosts are 127.0.0.1:{site.port}, 127.0.0.2:{site.port}\n" in errors
    assert {request.host for request in site.seen("/post-*")} == {"127.0.0.2"}

    plain_crawls.run()
    plain_crawls.run("-a", "refresh=failed")
    assert len(site.seen("/gone")) == 2
    assert len(site.seen("/post-*")) == 6

    plain_crawls.run("-a", "refresh=all", "-a", "limit=2")
    assert len(site.seen("/post-*")) + len(site.seen("/gone")) == 10
