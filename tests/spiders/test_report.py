"""The report that a crawl leaves, of crawls as a user runs them."""

from __future__ import annotations

import json
import signal
from threading import Event
from typing import TYPE_CHECKING, Any

from tests.site import Page, pages

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site import Site
    from tests.spiders.conftest import Crawls

TEXT = "한 문장이 여기에 있고 본문은 이만큼 길다. " * 10


def report(folder: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((folder / "feeds/report.json").read_text("utf-8"))
    return loaded


def titles(report: dict[str, Any]) -> dict[str, list[str]]:
    return {name: [entry["title"] or entry["cited_url"] for entry in each] for name, each in report["sections"].items()}


def test_the_second_crawl_says_what_changed_moved_failed_and_was_closed(
    plain_crawls: Crawls, site: Site, tmp_path: Path
) -> None:
    names = ("same", "changed", "moved", "gone", "shut")
    for name in names:
        site.page(f"/{name}", pages.article(name.title(), TEXT))
    plain_crawls.note("가/나.md", "# 제목", "## 절", *(site.url(f"/{name}") for name in names))
    plain_crawls.run()
    first = report(tmp_path)
    site.page("/changed", pages.article("Changed", f"{TEXT} 여기에 한 문장이 더 있다."))
    site.page("/elsewhere", pages.article("Moved", TEXT))
    site.redirect("/moved", "/elsewhere", 301)
    site.page("/gone", "no more", status=410)
    site.page("/shut", "no", status=403)

    output, _ = plain_crawls.run("-a", "refresh=all")

    second, page = report(tmp_path), (tmp_path / "feeds/report.md").read_text("utf-8")
    assert titles(first) == {"new": [name.title() for name in names]}
    assert titles(second) == {"moved": ["Moved"], "changed": ["Changed"], "failed": ["Gone"], "blocked": ["Shut"]}
    assert second["sections"]["moved"][0]["moved_to"] == site.url("/elsewhere")
    assert (second["failed"], second["counts"]["as_before"]) == (None, 1)
    assert f"- [Gone]({site.url('/gone')}): HTTP 410\n    - [가/나.md:6](../notes/" in page
    assert str(tmp_path / "feeds/report.md") in output


def test_a_killed_crawl_leaves_the_report_of_before_and_the_next_one_tells_for_both(
    plain_crawls: Crawls, site: Site, tmp_path: Path
) -> None:
    plain_crawls.note("a.md", site.page("/first", pages.article("First", TEXT)))
    plain_crawls.run()
    before = (tmp_path / "feeds/report.json").read_bytes()
    gate = Event()
    plain_crawls.note(
        "b.md",
        site.page("/second", pages.article("Second", TEXT)),
        site.add("/held", Page(body=pages.article("Held", TEXT), gate=gate), host="127.0.0.2"),
    )
    crawl = plain_crawls.start()
    site.wait_for(1, "/held")
    while len(plain_crawls.fetches()) < 2:
        assert crawl.poll() is None
    crawl.send_signal(signal.SIGKILL)
    crawl.communicate()
    after_kill = (tmp_path / "feeds/report.json").read_bytes()
    gate.set()

    plain_crawls.run()

    assert after_kill == before
    assert titles(report(tmp_path)) == {"new": ["Second", "Held"]}
    assert not list((tmp_path / "feeds").glob(".report*"))


def test_a_crawl_that_is_broken_off_leaves_a_report_that_says_so_and_posts_it(
    plain_crawls: Crawls, site: Site, tmp_path: Path
) -> None:
    gate = Event()
    plain_crawls.note("a.md", site.add("/held", Page(body=pages.article("Held", TEXT), gate=gate)))
    crawl = plain_crawls.start(WEBHOOK_URL=site.page("/hook", "ok", host="127.0.0.9").replace("127.0.0.1", "127.0.0.9"))
    site.wait_for(1, "/held")
    crawl.send_signal(signal.SIGINT)
    gate.set()
    crawl.communicate(timeout=60)

    assert crawl.returncode == 1
    assert report(tmp_path)["failed"] == "it was broken off"
    assert "**The crawl failed: it was broken off.**" in (tmp_path / "feeds/report.md").read_text("utf-8")
    (posted,) = site.seen("/hook")
    assert json.loads(posted.body)["report"]["failed"] == "it was broken off"


def test_the_report_is_posted_though_nobody_reads_the_summary(plain_crawls: Crawls, site: Site) -> None:
    plain_crawls.note("a.md", site.page("/page", pages.article("Page", TEXT)))
    with plain_crawls.start(WEBHOOK_URL=site.page("/hook", "ok")) as crawl:
        assert crawl.stdout is not None
        crawl.stdout.close()

    assert crawl.returncode == 0
    assert len(site.seen("/hook")) == 1


def test_a_webhook_that_fails_fails_no_crawl(plain_crawls: Crawls, site: Site) -> None:
    plain_crawls.note("a.md", site.page("/page", pages.article("Page", TEXT)))

    _, errors = plain_crawls.run("-L", "DEBUG", WEBHOOK_URL=site.page("/s3cret", "no", status=404))

    assert "the report did not reach the webhook on 127.0.0.1: HTTP 404" in errors
    assert "s3cret" not in errors
