"""Every verdict on a page, provoked by a hostile site and brought through a whole crawl."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.site import Page, pages
from tests.verdicts.saved import ARTICLE, saved_pages

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site import Site
    from tests.spiders.conftest import Crawls
    from tests.verdicts.saved import SavedPage

TEXT = "한 문장이 여기에 있고 본문은 이만큼 길다. " * 10
# What hosts and redirects show cannot be shown on one host.
AT_HOME = frozenset("notes.example.org board.example.kr oldblog-example.com".split())
NAMED = "named after its domain"


def is_known_anywhere(page: SavedPage) -> bool:
    answer = page.answer
    if answer.url != answer.final_url or answer.url.split("/")[2] not in AT_HOME:
        return False
    return page.judgement is None or NAMED not in page.judgement.evidence.get("signs", ())


def served(site: Site, page: SavedPage) -> str:
    answer = page.answer
    return site.add(
        f"/{page.name}.html", Page(body=page.body, status=answer.status or 200, headers=dict(answer.headers))
    )


def test_each_page_gets_its_verdict_with_evidence_and_none_becomes_an_article(plain_crawls: Crawls, site: Site) -> None:
    shown = [page for page in saved_pages() if is_known_anywhere(page)]
    plain_crawls.note("a.md", *(served(site, page) for page in shown))

    plain_crawls.run()

    sources = plain_crawls.sources()
    wanted = {f"/{page.name}.html": "ok" if page.kind == ARTICLE else page.kind for page in shown}
    assert {path: source["verdict"] for path, source in sources.items()} == wanted
    assert len(set(wanted.values())) == 6
    assert {path for path, source in sources.items() if source["content_hash"] is None} == {
        path for path, verdict in wanted.items() if verdict != "ok"
    }
    for fetch in plain_crawls.fetches():
        assert fetch.page_id
        assert fetch.verdict == "ok" or fetch.evidence["reason"]
        assert len(str(fetch.evidence)) < 1000


def test_a_redirect_to_the_front_page_and_one_to_a_login_are_seen(plain_crawls: Crawls, site: Site) -> None:
    site.page("/", pages.article("Front", TEXT))
    site.page("/login", "<title>로그인</title><form><input type=password></form>")
    plain_crawls.note("a.md", site.redirect("/2019/05/rye.html", "/", 302), site.redirect("/memo/3", "/login", 302))

    plain_crawls.run()

    found = {
        fetch.url: (fetch.verdict, fetch.evidence["rule"], fetch.evidence["found"]) for fetch in plain_crawls.fetches()
    }
    assert found == {
        site.url("/2019/05/rye.html"): ("soft_404", "redirect to the front page", site.url("/")),
        site.url("/memo/3"): ("login", "redirect to a login page", site.url("/login")),
    }


def test_a_captcha_after_a_good_page_leaves_the_good_one_in_the_feed(
    plain_crawls: Crawls, site: Site, tmp_path: Path
) -> None:
    plain_crawls.note("a.md", site.page("/post", pages.article("Post", TEXT)))
    plain_crawls.run()
    guard = next(page for page in saved_pages() if page.name == "captcha/recaptcha_of_their_own")
    site.page("/post", guard.body)

    plain_crawls.run("-a", "refresh=all")

    source = plain_crawls.sources()["/post"]
    assert (source["verdict"], source["title"]) == ("captcha", "Post")
    assert TEXT.strip() in source["text"]
    (item,) = json.loads((tmp_path / "feeds/feed.json").read_text("utf-8"))["items"]
    assert (item["title"], item["_refkeep"]["verdict"]) == ("Post", "captcha")
    (failure,) = json.loads((tmp_path / "feeds/failures.json").read_text("utf-8"))
    assert (failure["verdict"], failure["evidence"]["rule"]) == ("captcha", "title")
    assert [fetch.verdict for fetch in plain_crawls.fetches()] == ["ok", "captcha"]
