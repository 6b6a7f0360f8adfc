"""A bad or doubtful page in a later crawl, from the answer to the feeds, as a user sees it."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, text

from crawler.storage import open_engine
from crawler.storage.records import Candidate, Source
from tests.site import Page, Validated, pages
from tests.spiders.conftest import PROJECT_DIR, SCRAPY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site import Site
    from tests.spiders.conftest import Crawls

AGAIN = ("-a", "refresh=all")
CRON = "크론은 아주 짧은 경로로 작업을 실행하므로 프로그램의 전체 경로를 적거나 표의 첫 줄에 경로를 정한다. " * 8
SHOP = "올여름 새로 나온 린넨 원피스를 모든 매장에서 만나 보세요. 이번 주말까지 배송비를 받지 않습니다. " * 8


def feed(folder: Path, name: str) -> Any:
    return json.loads((folder / "feeds" / name).read_text("utf-8"))


def scrapy(crawls: Crawls, *arguments: str, code: int = 0) -> str:
    """Run a command on what the crawls have stored, and return what it prints."""
    environment = {**os.environ, "DATABASE_URL": crawls.database_url, "SPLASH_URL": ""}
    ran = subprocess.run(
        [SCRAPY, *arguments], cwd=PROJECT_DIR, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == code, ran.stderr
    return ran.stdout + ran.stderr


def test_a_doubtful_page_is_held_back_and_shown_and_can_be_accepted(
    plain_crawls: Crawls, site: Site, tmp_path: Path, database_url: str
) -> None:
    plain_crawls.settings["DATABASE_URL"] = database_url
    url = site.page("/post/37", pages.article("크론이 조용히 실패할 때", CRON))
    plain_crawls.note("리눅스.md", "# 리눅스", url)
    plain_crawls.run()
    site.add("/post/37", Validated(Page(body=pages.article("린넨 원피스", SHOP)), etag='"shop"'))

    output, _ = plain_crawls.run(*AGAIN)

    assert "Not kept: 1 doubtful." in output
    assert feed(tmp_path, "articles.json") == []
    [failure] = feed(tmp_path, "failures.json")
    assert failure["verdict"] == "doubtful"
    [item] = feed(tmp_path, "feed.json")["items"]
    assert (item["title"], item["_refkeep"]["verdict"]) == ("크론이 조용히 실패할 때", "doubtful")
    report = (tmp_path / "feeds/report.md").read_text("utf-8")
    assert "## Held back (1)" in report
    assert "another text than the kept article, under the title “린넨 원피스”" in report
    assert scrapy(plain_crawls, "status", "--failed") == f"리눅스.md:2 doubtful {url}\n"
    assert "원피스를 모든" in scrapy(plain_crawls, "show", "--candidate", url)

    assert "린넨 원피스 is the article now" in scrapy(plain_crawls, "accept", url)

    assert scrapy(plain_crawls, "status", "--failed") == ""
    plain_crawls.run(*AGAIN)
    assert [request.headers.get("if-none-match") for request in site.seen("/post/37")] == [None, None, None]
    assert plain_crawls.sources()["/post/37"]["title"] == "린넨 원피스"
    assert "nothing is held back" in scrapy(plain_crawls, "accept", url, code=2)


def test_the_article_that_comes_again_ends_the_doubt(plain_crawls: Crawls, site: Site, tmp_path: Path) -> None:
    cron = Validated(Page(body=pages.article("크론", CRON)), etag='"cron"')
    plain_crawls.note("a.md", site.add("/post/37", cron, Page(body=pages.article("린넨 원피스", SHOP)), cron))
    for _ in range(3):
        plain_crawls.run(*AGAIN)

    assert [fetch.http_status for fetch in plain_crawls.fetches()] == [200, 200, 304]
    assert [fetch.verdict for fetch in plain_crawls.fetches()] == ["ok", "doubtful", "ok"]
    assert feed(tmp_path, "report.json")["counts"] == {"back": 1}
    with plain_crawls.reading() as session:
        assert session.scalars(select(Candidate)).all() == []


def test_a_store_of_before_the_gate_is_brought_up_and_crawled_on(
    plain_crawls: Crawls, site: Site, database_url: str
) -> None:
    plain_crawls.settings["DATABASE_URL"] = database_url
    url = site.page("/post/37", pages.article("크론", CRON))
    plain_crawls.note("a.md", url, site.page("/post/38", pages.article("둘", CRON)))
    plain_crawls.run()
    engine = open_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE candidates"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0004'"))
    engine.dispose()
    site.page("/post/37", pages.article("린넨 원피스", SHOP))

    plain_crawls.run(*AGAIN)

    with plain_crawls.reading() as session:
        verdicts = dict(session.execute(select(Source.cited_url, Source.verdict)).all())
    assert verdicts == {url: "doubtful", site.url("/post/38"): "ok"}
    assert plain_crawls.sources()["/post/37"]["title"] == "크론"


def test_accept_says_in_one_line_what_is_wrong(plain_crawls: Crawls, site: Site) -> None:
    plain_crawls.note("a.md", site.page("/post/37", pages.article("크론", CRON)))
    plain_crawls.run()

    for argument, said in (
        ("https://nowhere.test/1", "no source https://nowhere.test/1 in the store"),
        (site.url("/post/37"), "nothing is held back of"),
        ("http://[", "is no URL"),
    ):
        output = scrapy(plain_crawls, "accept", argument, code=2)
        assert said in output
        assert output.count("\n") == 1
