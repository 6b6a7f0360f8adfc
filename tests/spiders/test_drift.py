"""What changed since the notes cited it, as `scrapy diff` and changed.json tell it after real crawls."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from crawler.storage import make_sessions, open_engine, session_scope
from crawler.storage.records import Snapshot
from tests.feeds.json_feed_schema import check_json_feed
from tests.site import pages
from tests.spiders.conftest import PROJECT_DIR, SCRAPY

if TYPE_CHECKING:
    from tests.site import Site
    from tests.spiders.conftest import Crawls

LONG = "The scheduler asks each host at most once a second, and waits longer where robots.txt says so."
PATH = "The PATH of cron is two folders alone, so write every command with all of its path."
NEW_PATH = "The PATH of cron is four folders alone, so write every command with all of its path."
MAIL = "Output that nobody reads is mailed to the owner of the table, if a mailer is there at all."


def page(*paragraphs: str, views: int) -> str:
    return pages.article("Quiet failures of cron", f"조회수 {views}", LONG, *paragraphs).replace("<p>", '<p id="p">', 1)


@pytest.fixture
def changed(plain_crawls: Crawls, site: Site) -> str:
    """Crawl twice and change a page between; return its URL. Another one only counts its visitors."""
    url = site.page("/cron", page(PATH, MAIL, views=51))
    plain_crawls.note(
        "a.md",
        "# A",
        f"> {MAIL}",
        "",
        f"Source: {url}#p",
        "",
        f"Once “{PATH}” ([cron]({url}#none)).",
        site.url("/same"),
    )
    site.page("/same", page(PATH, views=7))
    plain_crawls.run()
    site.page("/cron", page(NEW_PATH, "Lock the job, or two of them run at once.", views=1034))
    site.page("/same", page(PATH, views=8))
    plain_crawls.run("-a", "refresh=all")
    return url


def diff(crawls: Crawls, *arguments: str, code: int = 0) -> str:
    environment = {**os.environ, "DATABASE_URL": crawls.database_url}
    done = subprocess.run(
        [SCRAPY, "diff", *arguments], cwd=PROJECT_DIR, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stderr
    return done.stdout or done.stderr


def feed(crawls: Crawls) -> dict[str, Any]:
    document = json.loads((crawls.folder / "feeds" / "changed.json").read_text("utf-8"))
    check_json_feed(document)
    return dict(document)


def test_what_changed_is_shown_and_told(plain_crawls: Crawls, changed: str) -> None:
    shown = diff(plain_crawls, changed).splitlines()

    assert shown[0] == "Quiet failures of cron"
    assert shown[3].endswith(": 34% of 59 words gone or altered, 11 new")
    assert "    #p: stands" in shown
    assert f"    “{MAIL[:60]}…”: gone" in shown
    assert "    #none: cannot tell" in shown
    assert "~ The PATH of cron is [-two-] {+four+} folders alone, so write every command with all of its path." in shown
    assert f"- {MAIL}" in shown
    assert "+ Lock the job, or two of them run at once." in shown

    told = json.loads(diff(plain_crawls, changed, "--json"))
    (version,) = told["versions"]
    assert (told["changed"], told["score"], version["gone"], version["new"]) == (True, 0.339, 20, 11)
    assert [tie["stands"] for tie in version["citations"]] == ["gone", "gone"]
    assert version["citations"][0]["pointed_at"] == [
        {"kind": "fragment", "what": "p", "state": "stands"},
        {"kind": "quote", "what": MAIL, "state": "gone"},
    ]


def test_the_feed_holds_what_changed_and_nothing_that_only_ticks(plain_crawls: Crawls, changed: str) -> None:
    (item,) = feed(plain_crawls)["items"]

    assert item["url"] == changed
    assert f"- {MAIL}" in item["content_text"]
    assert item["_refkeep"]["score"] == 0.339
    assert {tie["path"] for tie in item["_refkeep"]["versions"][0]["citations"]} == {"a.md"}


def test_the_day_of_citing_is_that_of_the_notes_history(plain_crawls: Crawls, changed: str) -> None:
    plain_crawls.commit(datetime(2021, 5, 1, tzinfo=UTC))

    assert "  a.md:4 cited 2021-05-01, " in diff(plain_crawls, changed)


def test_what_did_not_change_is_said(plain_crawls: Crawls, site: Site) -> None:
    plain_crawls.note("a.md", site.page("/same", page(PATH, views=7)))
    plain_crawls.run()

    assert diff(plain_crawls, site.url("/same")).splitlines()[3].endswith(": unchanged")
    assert json.loads(diff(plain_crawls, site.url("/same"), "--json"))["changed"] is False
    assert feed(plain_crawls)["items"] == []


def test_a_source_without_an_article_is_refused(plain_crawls: Crawls, site: Site) -> None:
    plain_crawls.note("a.md", site.url("/gone"))
    plain_crawls.run()

    assert diff(plain_crawls, site.url("/gone"), code=1).endswith(" has no article: there is nothing to compare\n")
    assert "scrapy citations shows what the notes cite" in diff(plain_crawls, "https://a.kr", code=2)


def test_what_older_rules_made_is_cleaned_again_before_it_is_compared(plain_crawls: Crawls, changed: str) -> None:
    engine = open_engine(plain_crawls.database_url)
    with session_scope(make_sessions(engine)) as session:
        first = session.scalars(select(Snapshot).order_by(Snapshot.id)).first()
        assert first is not None
        first.rules, first.markdown = "0", "What older rules left."
    engine.dispose()

    assert json.loads(diff(plain_crawls, changed, "--json"))["score"] == 0.339
