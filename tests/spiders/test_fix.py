"""Notes that were given better addresses by `scrapy fix`, crawled again."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import update

from crawler.storage import make_sessions, open_engine, session_scope
from crawler.storage.records import Source
from tests.site import pages
from tests.site.replies import Page
from tests.site.time_gate import Archive
from tests.spiders.conftest import PROJECT_DIR, SCRAPY

if TYPE_CHECKING:
    from tests.site import Site
    from tests.spiders.conftest import Crawls

TEXT = "The words of the page as they stood then, and long enough to be an article of its own. " * 5
CITED, TAKEN = datetime(2017, 11, 1, tzinfo=UTC), datetime(2018, 6, 1, tzinfo=UTC)
NOW = datetime.now(UTC).replace(microsecond=0)


def scrapy(crawls: Crawls, *arguments: str) -> str:
    environment = {**os.environ, "DATABASE_URL": crawls.database_url, "ALLOWED_PRIVATE_HOSTS": "127.0.0.1,127.0.0.9"}
    command = [SCRAPY, *arguments]
    return subprocess.run(command, cwd=PROJECT_DIR, env=environment, capture_output=True, text=True, check=True).stdout


def test_what_a_fix_made_of_the_notes_is_known_already(plain_crawls: Crawls, site: Site) -> None:
    archive = Archive(site)
    settings = {"ARCHIVE_URL": archive.gate, "ARCHIVE_DELAY": "0.01"}
    old, dead = (site.page(path, pages.article(path, TEXT)) for path in ("/old", "/dead"))
    archive.hold(dead, {TAKEN: Page(body=pages.article("Archived", TEXT))})
    plain_crawls.note("a.md", "# A", f"[old]({old}#part)", f"[dead]({dead})")
    plain_crawls.commit(CITED)
    plain_crawls.run()
    site.redirect("/old", "/new")
    site.page("/new", pages.article("/old", TEXT))
    site.page("/dead", status=404)
    plain_crawls.run("-a", "refresh=all")
    engine = open_engine(plain_crawls.database_url)
    with session_scope(make_sessions(engine)) as session:
        died = {"dead_since": NOW, "due_at": NOW + timedelta(days=30)}
        session.execute(update(Source).where(Source.cited_url == dead).values(**died))
    engine.dispose()
    plain_crawls.run(**settings)
    scrapy(plain_crawls, "fix", str(plain_crawls.notes), "--apply")
    plain_crawls.commit(NOW)
    asked = len(site.requests)

    output, _ = plain_crawls.run(**settings)

    assert output.splitlines()[0] == "Nothing was due."
    assert "are gone" not in output
    assert len(site.requests) == asked
    copy = site.url(f"/web/{TAKEN:%Y%m%d%H%M%S}/{dead}", "127.0.0.9")
    for url, title in ((site.url("/new"), "# /old\n"), (copy, "# Archived\n")):
        shown = scrapy(plain_crawls, "show", url)
        assert (shown.startswith(title), "`a.md:" in shown) == (True, True)
        assert "cited 2017-11-01" in scrapy(plain_crawls, "diff", url)
    plain_crawls.run("-a", "refresh=all", **settings)
    assert [request.path for request in site.requests[asked:]] == ["/robots.txt", "/new"]
