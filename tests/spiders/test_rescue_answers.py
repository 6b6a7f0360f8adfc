"""What an archive answers in place of a good copy: three crawls meet all of it."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select

from crawler.archive.memento import write_time
from crawler.storage.records import Snapshot, Source
from tests.site import Page, Raw, Site, pages
from tests.site.time_gate import HOST, Archive
from tests.spiders.conftest import Crawls
from tests.spiders.test_rescue import copy, crawl_again, kill

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = Path(__file__).resolve().parent.parent / "cases/crawl"
STAMP, DAY = "20210520120000", datetime(2021, 5, 20, 12, tzinfo=UTC)
THEIR_SITE, THEIR_ARCHIVE = b"127.0.0.2:9107", b"127.0.0.3:9106"
BAD = {
    "captcha": "<title>Just a moment...</title><h1>Verify you are human</h1><p>Complete the security check.</p>"
    '<div class="g-recaptcha" data-sitekey="x"></div><script src="https://www.google.com/recaptcha/api.js"></script>',
    "soft 404": pages.article("404 Not Found", "The page that you requested could not be found on this server."),
    "login": "<title>Log in</title><h1>Log in</h1><form action=/login><input name=user><input type=password></form>",
    "empty": "<html><body></body></html>",
}


def whole(case: str, name: str, site: Site) -> Raw:
    """Return an answer of a case, with the addresses of this site and archive in place of its own."""
    head, _, body = (CASES / case / f"{name}.http").read_bytes().partition(b"\r\n\r\n")
    port = str(site.port).encode()
    head, body = (
        part.replace(THEIR_SITE, b"127.0.0.2:" + port).replace(THEIR_ARCHIVE, HOST.encode() + b":" + port)
        for part in (head, body)
    )
    length = b"Content-Length: %d" % len(body)
    return Raw(answered=re.sub(rb"Content-Length: \d+", length, head) + b"\r\n\r\n" + body)


PATHS = ("/dead/a24", "/followed", "/offline", "/unknown", "/hidden", "/packed")


@dataclass
class Found:
    """What the crawls left, by the sources' paths."""

    sources: dict[str, dict[str, Any]]  # after the last crawl
    rescue_at: dict[str, datetime | None]  # after the first lookups
    requests: list[str]  # paths, of the first lookups
    titles: set[str | None]  # of all snapshots


def put(site: Site, archive: Archive) -> None:
    """Put on the archive what the first lookups meet."""
    redirected, followed, offline, _, hidden, packed = (site.url(path, "127.0.0.2") for path in PATHS)
    archive.hold(redirected, {DAY: Page()})
    site.add(f"/web/{STAMP}id_/{redirected}", whole("rescue-302-page", "raw", site), host=HOST)
    site.add(f"/web/{STAMP}/{redirected}", whole("rescue-302-page", "copy", site), host=HOST)
    there = site.url("/there", "127.0.0.2")
    archive.hold(there, {DAY: copy(2021)})
    notice = f'<p>Got an HTTP 301 response at crawl time</p><a href="/web/{STAMP}/{there}">Impatient?</a>'
    archive.hold(followed, {DAY: Page(body=notice)})
    site.add(f"/web/{offline}", whole("rescue-offline-page", "gate", site), host=HOST)
    bad = {DAY + timedelta(days=number): Page(body=body) for number, body in enumerate(BAD.values())}
    archive.hold(hidden, {**bad, DAY - timedelta(days=30): copy(2020)})
    archive.hold(packed, {DAY: Page()})
    as_sent = gzip.compress(pages.article("Packed", pages.ENGLISH_TEXT * 5).encode())
    site.page(f"/web/{STAMP}id_/{packed}", as_sent, headers={"Memento-Datetime": write_time(DAY)}, host=HOST)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Found]:
    with pytest.MonkeyPatch.context() as patch, Site() as site:
        patch.setenv("ARCHIVE_URL", "")
        crawls, archive = Crawls(tmp_path_factory.mktemp("rescue"), {"SPLASH_URL": ""}), Archive(site)
        put(site, archive)
        crawls.note("a.md", *(site.url(path, "127.0.0.2") for path in PATHS))
        crawls.commit(DAY)
        crawls.run()
        kill(crawls)
        crawl_again(crawls, archive)
        requests = [request.path for request in site.seen("/web/*", HOST)]
        with crawls.reading() as session:
            rescue_at = {urlsplit(each.cited_url).path: each.rescue_at for each in session.scalars(select(Source))}
        archive.hold(site.url("/offline", "127.0.0.2"), {DAY: copy(2021)})
        crawl_again(crawls, archive)
        with crawls.reading() as session:
            titles = set(session.scalars(select(Snapshot.title)))
        yield Found(crawls.sources(), rescue_at, requests, titles)


def test_the_page_of_a_redirect_whose_target_the_archive_does_not_have_is_not_kept(found: Found) -> None:
    assert found.sources["/dead/a24"]["archived_from"] is None
    assert not found.sources["/dead/a24"]["text"]


def test_the_target_of_a_redirect_is_kept_as_the_copy(found: Found) -> None:
    assert found.sources["/followed"]["title"] == "As of 2021"
    assert found.sources["/followed"]["archived_from"].endswith("/there")


def test_an_archive_that_says_with_200_that_it_is_offline_is_asked_again_by_the_next_crawl(found: Found) -> None:
    assert sum(path.endswith("/offline") for path in found.requests) == 1
    assert (found.rescue_at["/offline"] or DAY) <= datetime.now(UTC)
    assert found.sources["/offline"]["title"] == "As of 2021"


def test_an_archive_that_knows_none_is_asked_again_after_weeks(found: Found) -> None:
    assert found.rescue_at["/unknown"] is not None
    assert found.rescue_at["/unknown"] > datetime.now(UTC) + timedelta(days=28)


def test_bad_copies_of_every_kind_lead_to_the_good_one(found: Found) -> None:
    assert found.sources["/hidden"]["title"] == "As of 2020"
    assert sum(path.endswith("/hidden") for path in found.requests) == 1 + len(BAD) + 1  # the gate, and all copies
    assert found.titles == {"As of 2020", "As of 2021", "Packed"}


def test_a_raw_copy_in_undeclared_gzip_is_unpacked(found: Found) -> None:
    assert found.sources["/packed"]["title"] == "Packed"
