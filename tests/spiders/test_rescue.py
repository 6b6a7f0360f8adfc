"""Dead sources, looked up in a web archive on the site."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, update

from crawler.storage import make_sessions, open_engine, session_scope
from crawler.storage.records import Fetch, Snapshot, Source
from tests.site import Page, pages
from tests.site.time_gate import HOST, Archive

if TYPE_CHECKING:
    from tests.site import Site
    from tests.spiders.conftest import Crawls

TEXT = "The words of the page as they stood then, and long enough to be an article of its own. " * 5
NOW = datetime.now(UTC).replace(microsecond=0)
OLD, LATER, NEW = (datetime(year, 6, 1, 12, tzinfo=UTC) for year in (2015, 2018, 2021))


def copy(year: int, *links: str) -> Page:
    return Page(body=pages.article(f"As of {year}", TEXT, *(f'<a href="{link}">A link of it</a>' for link in links)))


@pytest.fixture
def archive(site: Site) -> Archive:
    return Archive(site)


def kill(crawls: Crawls) -> None:
    """Make every source dead, as failures over several days do."""
    engine = open_engine(crawls.database_url)
    with session_scope(make_sessions(engine)) as session:
        session.execute(update(Source).values(dead_since=NOW, due_at=NOW + timedelta(days=30)))
    engine.dispose()


def crawl_again(crawls: Crawls, archive: Archive, **settings: str) -> str:
    output, _ = crawls.run(**{"ARCHIVE_URL": archive.gate, "ARCHIVE_DELAY": "0.01", **settings})
    return output


def test_the_copy_nearest_to_the_day_of_the_citation_is_kept(
    plain_crawls: Crawls, site: Site, archive: Archive
) -> None:
    url = site.url("/dead")
    archive.hold(url, {OLD: copy(2015), LATER: copy(2018), NEW: copy(2021)})
    plain_crawls.note("a.md", "# A", url)
    plain_crawls.commit(datetime(2017, 11, 1, tzinfo=UTC))
    plain_crawls.run()
    kill(plain_crawls)

    output = crawl_again(plain_crawls, archive)

    source = plain_crawls.sources()["/dead"]
    assert (source["title"], source["verdict"]) == ("As of 2018", "gone")
    assert source["archived_from"] == site.url(f"/web/{LATER:%Y%m%d%H%M%S}/{url}", HOST)
    assert "Rescued 1 of 1 dead sources" in output
    with plain_crawls.reading() as session:
        snapshot = session.scalars(select(Snapshot)).one()
        assert (snapshot.taken_at, snapshot.final_url) == (LATER, url)
        assert len(session.scalars(select(Fetch)).all()) == 1  # the source's own


def test_without_a_history_the_day_is_when_the_citation_was_first_seen(
    plain_crawls: Crawls, site: Site, archive: Archive
) -> None:
    url = site.url("/dead")
    archive.hold(url, {OLD: copy(2015), NEW: copy(2021)})
    plain_crawls.note("a.md", url)
    plain_crawls.run()
    kill(plain_crawls)

    crawl_again(plain_crawls, archive)

    assert plain_crawls.sources()["/dead"]["title"] == "As of 2021"


def test_a_copy_that_is_no_article_gives_way_to_the_next_nearest(
    plain_crawls: Crawls, site: Site, archive: Archive
) -> None:
    url = site.url("/dead")
    archive.hold(url, {OLD: copy(2015), LATER: Page(body="<html></html>"), NEW: Page(body="gone", status=404)})
    plain_crawls.note("a.md", url)
    plain_crawls.run()
    kill(plain_crawls)

    crawl_again(plain_crawls, archive)

    assert plain_crawls.sources()["/dead"]["title"] == "As of 2015"


def test_a_source_is_looked_up_by_every_address_that_it_has(plain_crawls: Crawls, site: Site, archive: Archive) -> None:
    link = f'<link rel="canonical" href="{site.url("/entry/slug")}">'
    old, new = (site.page(path, pages.article("Post", TEXT, head=link)) for path in ("/37", "/entry/slug"))
    archive.hold(old, {OLD: copy(2015)})
    plain_crawls.note("a.md", old, new)
    plain_crawls.run()
    for path in ("/37", "/entry/slug"):
        site.page(path, "", status=404)
    kill(plain_crawls)

    output = crawl_again(plain_crawls, archive)

    assert "Rescued 1 of 1 dead sources" in output
    with plain_crawls.reading() as session:
        [snapshot] = session.scalars(select(Snapshot).where(Snapshot.archived_from.is_not(None)))
        assert (snapshot.title, snapshot.final_url) == ("As of 2015", old)
    assert [request.path for request in site.seen("/web/http*", HOST)] == [f"/web/{new}", f"/web/{old}"]


def test_of_a_list_in_pages_those_are_read_that_may_hold_a_nearer_copy(plain_crawls: Crawls, site: Site) -> None:
    archive, url = Archive(site, page_length=2), site.url("/dead")
    held = {year: copy(year) for year in (2010, 2011, 2013, 2014, 2016, 2018, 2021)} | {
        2018: Page(body="<html></html>")
    }
    archive.hold(url, {datetime(year, 6, 1, tzinfo=UTC): page for year, page in held.items()})
    plain_crawls.note("a.md", url)
    plain_crawls.commit(datetime(2017, 11, 1, tzinfo=UTC))
    plain_crawls.run()
    kill(plain_crawls)

    crawl_again(plain_crawls, archive)

    assert plain_crawls.sources()["/dead"]["title"] == "As of 2016"
    assert [request.path for request in site.seen("/map/*", HOST)] == [f"/map/{url}", f"/map/2/{url}"]


def test_of_an_archive_without_raw_copies_banner_and_rewritten_links_are_taken_out(
    plain_crawls: Crawls, site: Site
) -> None:
    archive, url = Archive(site, raw=False), site.url("/dead")
    archive.hold(url, {OLD: copy(2015, "http://other.example/page")})
    plain_crawls.note("a.md", url)
    plain_crawls.run()
    kill(plain_crawls)

    crawl_again(plain_crawls, archive)

    source = plain_crawls.sources()["/dead"]
    assert "](http://other.example/page)" in source["markdown"]
    assert "Donate" not in source["text"]


def test_a_good_snapshot_of_its_own_stays_the_article(plain_crawls: Crawls, site: Site, archive: Archive) -> None:
    url = site.page("/dead", pages.article("Our own", TEXT))
    archive.hold(url, {OLD: copy(2015)})
    plain_crawls.note("a.md", url)
    plain_crawls.run()
    site.page("/dead", "", status=404)
    kill(plain_crawls)

    crawl_again(plain_crawls, archive)

    source = plain_crawls.sources()["/dead"]
    assert (source["title"], source["archived_from"]) == ("Our own", None)
    with plain_crawls.reading() as session:
        assert session.scalars(select(Snapshot.title).order_by(Snapshot.id)).all() == ["Our own", "As of 2015"]


def test_what_the_archive_does_not_have_is_looked_up_again_after_weeks(
    plain_crawls: Crawls, site: Site, archive: Archive
) -> None:
    plain_crawls.note("a.md", site.url("/dead"))
    plain_crawls.run()
    kill(plain_crawls)

    crawl_again(plain_crawls, archive)
    crawl_again(plain_crawls, archive)

    assert len(site.seen("/web/*")) == 1
    with plain_crawls.reading() as session:
        assert session.scalars(select(Source.rescue_at)).one() > NOW + timedelta(days=29)


def test_an_archive_that_is_away_is_asked_again_by_the_next_crawl(
    plain_crawls: Crawls, site: Site, archive: Archive
) -> None:
    url = site.url("/dead")
    site.page(f"/web/{url}", "busy", status=503, host=HOST)
    plain_crawls.note("a.md", url)
    plain_crawls.run()
    kill(plain_crawls)

    crawl_again(plain_crawls, archive)
    archive.hold(url, {OLD: copy(2015)})
    crawl_again(plain_crawls, archive)

    assert plain_crawls.sources()["/dead"]["title"] == "As of 2015"


def test_no_archive_is_asked_where_none_is_set_or_its_robots_txt_says_no(
    plain_crawls: Crawls, site: Site, archive: Archive
) -> None:
    url = site.url("/dead")
    archive.hold(url, {OLD: copy(2015)})
    site.robots("User-agent: *\nDisallow: /web/", host=HOST)
    plain_crawls.note("a.md", url)
    plain_crawls.run()
    kill(plain_crawls)

    crawl_again(plain_crawls, archive, ARCHIVE_URL="")
    assert site.seen(host=HOST) == []
    crawl_again(plain_crawls, archive)

    assert [request.path for request in site.seen(host=HOST)] == ["/robots.txt"]
