"""Crawls that are killed, a Splash that is killed, pages that browsers die of."""

from __future__ import annotations

import signal
import time
from collections import Counter
from threading import Event
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, inspect, select

from crawler.storage.records import Snapshot
from tests.plugins.splash import free_port, start_splash
from tests.site import Hang, Page, pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.plugins.splash import RunningSplash
    from tests.site import Site
    from tests.spiders.conftest import Crawls

COUNT = 40


@pytest.fixture
def own_splash(tmp_path: Path, splash: RunningSplash) -> Iterator[RunningSplash]:  # splash: skips where it does
    """Run a Splash that this test alone may kill."""
    running = start_splash(tmp_path, free_port())
    try:
        running.wait()
        yield running
    finally:
        running.watchdog.terminate()
        running.watchdog.wait(timeout=30)


def publish(site: Site, count: int = COUNT, gate: Event | None = None) -> list[str]:
    """Put so many articles on several hosts; those of the second half wait for the gate."""
    return [
        site.add(
            f"/post-{number}",
            Page(
                body=pages.article(f"Post {number}", f"Text of post {number}. " * 20),
                gate=gate if number * 2 >= count else None,
            ),
            host=f"127.0.0.{number % 4 + 1}",
        )
        for number in range(count)
    ]


def snapshots(crawls: Crawls) -> Counter[int]:
    """Count the snapshots of each source; none before the first crawl has made the database."""
    if not (crawls.folder / "refkeep.db").exists():
        return Counter()
    with crawls.reading() as session:
        if not inspect(session.connection()).has_table("snapshots"):
            return Counter()
        return Counter(
            dict(session.execute(select(Snapshot.source_id, func.count()).group_by(Snapshot.source_id)).all())
        )


def test_a_crawl_killed_half_way_loses_nothing_and_stores_nothing_twice(crawls: Crawls, site: Site) -> None:
    gate = Event()
    crawls.note("a.md", *publish(site, gate=gate))
    crawl = crawls.start()
    while len(snapshots(crawls)) < COUNT // 4:
        assert crawl.poll() is None
        time.sleep(0.05)
    crawl.kill()
    crawl.communicate()
    gate.set()
    before = snapshots(crawls)

    crawls.run()

    assert 0 < len(before) < COUNT
    assert snapshots(crawls) == Counter(range(1, COUNT + 1))
    assert {source["verdict"] for source in crawls.sources().values()} == {"ok"}
    again = Counter(request.path for request in site.seen("/post-*"))
    assert sum(again.values()) <= COUNT * 2 - len(before), "what was stored is not asked for again"


def test_ctrl_c_stores_what_is_on_its_way(crawls: Crawls, site: Site) -> None:
    gate = Event()
    crawls.note("a.md", *publish(site, gate=gate))
    crawl = crawls.start()
    site.wait_for(COUNT // 2 + 2, "/post-*")
    crawl.send_signal(signal.SIGINT)
    gate.set()
    crawl.communicate(timeout=120)

    assert crawl.returncode == 1
    assert len(snapshots(crawls)) >= COUNT // 2
    assert len(site.seen("/post-*")) == len(snapshots(crawls)), "each page that was asked for is stored"


def test_ctrl_c_does_not_wait_for_the_delay_of_a_host(crawls: Crawls, site: Site) -> None:
    crawls.note("a.md", *publish(site, 12))
    crawl = crawls.start(DOWNLOAD_DELAY="60")
    site.wait_for(4, "/robots.txt")
    crawl.send_signal(signal.SIGINT)
    _, errors = crawl.communicate(timeout=25)

    assert crawl.returncode == 1, errors
    assert "Traceback" not in errors
    assert len(crawls.sources()) == 12
    assert {source["verdict"] for source in crawls.sources().values()} == {None}


def test_ctrl_c_waits_for_no_page_that_does_not_come(crawls: Crawls, site: Site) -> None:
    crawls.note("a.md", site.add("/hangs", Hang(), host="127.0.0.5"), *publish(site, 2))
    crawl = crawls.start()
    site.wait_for(1, "/hangs")
    while len(snapshots(crawls)) < 2:
        time.sleep(0.05)
    crawl.send_signal(signal.SIGINT)
    _, errors = crawl.communicate(timeout=25)

    assert crawl.returncode == 1, errors
    assert "Traceback" not in errors
    verdicts = {path: source["verdict"] for path, source in crawls.sources().items()}
    assert verdicts == {"/hangs": None, "/post-0": "ok", "/post-1": "ok"}


def test_splash_killed_in_mid_crawl_burns_no_source(crawls: Crawls, site: Site, own_splash: RunningSplash) -> None:
    gate = Event()
    crawls.note("a.md", *publish(site, gate=gate))
    crawl = crawls.start(SPLASH_URL=own_splash.url)
    site.wait_for(COUNT // 2 + 2, "/post-*")
    killed = own_splash.kill()
    gate.set()
    _, errors = crawl.communicate(timeout=240)

    assert crawl.returncode == 0, errors
    assert own_splash.pid != killed
    found = (
        {source["verdict"] for source in crawls.sources().values()},
        {s["renderer"] for s in crawls.sources().values()},
    )
    assert found == ({"ok"}, {"splash"})
    assert snapshots(crawls) == Counter(range(1, COUNT + 1))


def test_splash_that_stays_away_leaves_the_sources_due(crawls: Crawls, site: Site, own_splash: RunningSplash) -> None:
    gate = Event()
    crawls.note("a.md", *publish(site, gate=gate))
    crawl = crawls.start(SPLASH_URL=own_splash.url, SPLASH_PATIENCE="3")
    site.wait_for(COUNT // 2 + 2, "/post-*")
    own_splash.watchdog.kill()
    gate.set()
    _, errors = crawl.communicate(timeout=120)

    assert crawl.returncode == 1
    assert "Splash" in errors
    assert "Traceback" not in errors
    assert {source["verdict"] for source in crawls.sources().values()} == {"ok", None}

    crawls.run()  # with the other Splash

    assert {source["verdict"] for source in crawls.sources().values()} == {"ok"}


def test_a_page_that_freezes_the_browser_harms_no_other(crawls: Crawls, site: Site, own_splash: RunningSplash) -> None:
    freezing = site.page(
        "/freezes", pages.article("Freezes", "Text all the same. " * 20) + "<script>while(true){}</script>"
    )
    crawls.note("a.md", freezing, *publish(site, 8))

    crawls.run(SPLASH_URL=own_splash.url)

    sources = crawls.sources()
    assert sources.pop("/freezes")["renderer"] == "http"
    assert {(source["verdict"], source["renderer"]) for source in sources.values()} == {("ok", "splash")}


def test_without_splash_pages_come_plainly_and_again_when_it_is_back(crawls: Crawls, site: Site) -> None:
    crawls.note("a.md", *publish(site, 2))

    _, errors = crawls.run(SPLASH_URL=f"http://127.0.0.1:{free_port()}")
    assert errors.count("Splash does not answer") == 1
    assert {source["renderer"] for source in crawls.sources().values()} == {"http"}

    crawls.run()
    assert {source["renderer"] for source in crawls.sources().values()} == {"splash"}

    crawls.run()
    assert len(site.seen("/post-*")) == 4, "nothing is due any more"
