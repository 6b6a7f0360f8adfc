"""What a second crawl asks for, renders and stores: only what has changed."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from crawler.storage.records import Snapshot, Source
from tests.site import Page, Redirect, Validated, pages, scenes

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site import Site
    from tests.spiders.conftest import Crawls

TEXT = "이 문장은 본문에 있고 로그보다 조금 길다. " * 12
AGAIN = ("-a", "refresh=all")
YESTERDAY = "Sat, 28 Feb 2026 12:00:00 GMT"


def post(title: str, text: str = TEXT, views: int = 1) -> str:
    """Return a page as a tistory blog writes it: with its views beside the text and in it, and what else ticks."""
    return (
        f'<html><head><title>{title}</title></head><body><div id="today">오늘 {views}</div>'
        f'<div class="hd"><h1>{title}</h1></div><div class="tt_article_useless_p_margin contents_style"><p>{text}</p>'
        f"<p>조회 {views} · 댓글 {views % 7}</p></div><aside>recent: {views}</aside></body></html>"
    )


def whys(crawls: Crawls) -> dict[str, str | None]:
    return {"/" + fetch.url.split("/", 3)[3]: fetch.why for fetch in crawls.fetches()}


def snapshots(crawls: Crawls) -> Counter[str]:
    """Count the snapshots of each source, by its path."""
    with crawls.reading() as session:
        urls = session.scalars(select(Source.cited_url).join(Snapshot, Snapshot.source_id == Source.id))
        return Counter("/" + url.split("/", 3)[3] for url in urls)


def count(output: str, line: str) -> bool:
    return any(line in each for each in output.splitlines())


def test_a_second_crawl_renders_and_keeps_only_what_has_changed(
    ladder_crawls: Crawls, site: Site, tmp_path: Path
) -> None:
    kinds = ("etag", "modified", "neither", "counter")
    changed = {f"/{kind}/3" for kind in kinds}

    def publish(visit: int) -> list[str]:
        urls = []
        for kind in kinds:
            for n in range(6):
                path = f"/{kind}/{n}"
                text = TEXT + ("Corrected." if visit and path in changed else "")
                page = Page(body=post(f"Post {n}", text, views=10 + visit if kind == "counter" else 10))
                known = f'"{n}-{visit if path in changed else 0}"', YESTERDAY.replace("12:", f"{12 + visit}:")
                reply = {
                    "etag": Validated(page, etag=known[0]),
                    "modified": Validated(page, last_modified=known[1] if path in changed else YESTERDAY),
                }.get(kind, page)
                urls.append(site.add(path, reply, host=f"127.0.0.{n + 1}"))
        return urls

    ladder_crawls.note("a.md", *publish(0))
    ladder_crawls.run()
    first = snapshots(ladder_crawls)
    asked = len(site.seen("/*/*"))
    publish(1)

    output, _ = ladder_crawls.run(*AGAIN)

    assert set((snapshots(ladder_crawls) - first).elements()) == changed
    assert len(site.seen("/*/*")) - asked == 24 + len(changed)  # each plainly, the changed ones through Splash as well
    found = whys(ladder_crawls)
    assert {found[f"/{kind}/0"] for kind in ("etag", "modified")} == {"not modified"}
    assert (found["/neither/0"], found["/counter/0"]) == ("the same body", "the same content")
    assert "Kept 24 of 24 sources. 20 unchanged." in output
    articles = json.loads((tmp_path / "feeds/articles.json").read_text("utf-8"))
    assert {"/" + article["url"].split("/", 3)[3] for article in articles} == changed
    sources = ladder_crawls.sources()
    assert {sources[path]["renderer"] for path in first} == {"splash"}
    assert len(json.loads((tmp_path / "feeds/feed.json").read_text("utf-8"))["items"]) == 24


def test_plainly_too_a_snapshot_is_added_only_where_the_content_changed(
    plain_crawls: Crawls, site: Site, database_url: str
) -> None:
    plain_crawls.settings["DATABASE_URL"] = database_url
    known = Validated(Page(body=post("Known")), etag='W/"1"', last_modified=YESTERDAY)
    plain_crawls.note(
        "a.md",
        site.add("/known", known),
        site.add("/ticks", *(Page(body=post("Ticks", views=views)) for views in (1, 2, 3))),
        site.add("/edited", *(Page(body=post("Edited", f"{TEXT} port {port}", port)) for port in (8050, 8051, 8051))),
        site.page("/notes.txt", TEXT, content_type="text/plain; charset=utf-8"),
    )
    for _ in range(3):
        plain_crawls.run(*AGAIN)

    assert snapshots(plain_crawls) == {"/known": 1, "/ticks": 1, "/edited": 2, "/notes.txt": 1}
    assert [r.headers.get("if-none-match") for r in site.seen("/known")] == [None, 'W/"1"', 'W/"1"']
    assert [r.headers.get("if-modified-since") for r in site.seen("/known")] == [None, YESTERDAY, YESTERDAY]
    assert [fetch.http_status for fetch in plain_crawls.fetches() if fetch.url.endswith("/known")] == [200, 304, 304]


def test_a_source_that_was_rendered_at_once_needs_no_browser_where_its_document_is_the_same(
    crawls: Crawls, site: Site
) -> None:
    crawls.note(
        "a.md",
        site.page("/post", post("Post")),
        site.add("/ticks", *(Page(body=post("Ticks", views=views)) for views in (1, 2))),
        site.add("/known", Validated(Page(body=post("Known")), etag='"1"')),
        scenes.fetched_by_script(site, "/shell", TEXT),
        scenes.lengthened_by_script(site, "/half", TEXT, "그리고 스크립트가 더하는 다른 글도 여기에 있다. " * 8),
    )
    crawls.run()
    assert len(site.seen("/post")) == 1

    crawls.run(*AGAIN)

    found = whys(crawls)
    assert (found["/post"], found["/ticks"], found["/known"]) == ("the same body", "the same content", "not modified")
    rendered = [(fetch.url.rpartition("/")[2], fetch.renderer) for fetch in crawls.fetches()]
    for name in ("shell", "half"):
        assert [renderer for path, renderer in rendered if path == name] == ["splash", "splash"]
    assert len(site.seen("/shell.json")) == 2


def test_a_304_of_another_page_is_not_believed(plain_crawls: Crawls, site: Site) -> None:
    home = Validated(Page(body=post("Post", f"{TEXT} Welcome to its new place.")), last_modified=YESTERDAY)
    here = Validated(Page(body=post("Post")), last_modified=YESTERDAY)
    plain_crawls.note("a.md", site.add("/post", here, Redirect("/home", 301)))
    site.add("/home", home)
    plain_crawls.run()

    plain_crawls.run(*AGAIN)

    source = plain_crawls.sources()["/post"]
    assert source["verdict"] == "moved"
    assert "Welcome to its new place." in source["text"]
    assert snapshots(plain_crawls) == {"/post": 2}


def test_what_was_made_without_splash_is_rendered_when_it_is_there(ladder_crawls: Crawls, site: Site) -> None:
    ladder_crawls.note("a.md", site.add("/post", Validated(Page(body=post("Post")), etag='"1"')))
    ladder_crawls.run(SPLASH_URL="")

    ladder_crawls.run(*AGAIN)

    assert [fetch.renderer for fetch in ladder_crawls.fetches()] == ["http", "splash"]


def test_a_shell_that_came_without_splash_is_rendered_when_it_is_there(ladder_crawls: Crawls, site: Site) -> None:
    shell = pages.written_by_script(TEXT).replace("<body>", f"<body><p>{pages.KOREAN_TEXT}</p>")
    ladder_crawls.note("a.md", site.add("/shell", Validated(Page(body=shell), etag='"1"')))
    for _ in range(2):
        ladder_crawls.run(*AGAIN, SPLASH_URL="")
    assert snapshots(ladder_crawls) == {"/shell": 1}

    ladder_crawls.run(*AGAIN)

    assert TEXT.strip() in ladder_crawls.sources()["/shell"]["text"]
    assert whys(ladder_crawls) == {"/shell": "thin: empty app root #app"}


def test_a_shell_takes_no_rendered_pages_place_where_no_splash_is_wanted(ladder_crawls: Crawls, site: Site) -> None:
    written = pages.written_by_script(TEXT)
    shell = written.replace("<body>", f"<body><p>{pages.KOREAN_TEXT}</p>")
    ladder_crawls.note("a.md", site.page("/shell", shell), site.page("/empty", written))
    ladder_crawls.run()

    ladder_crawls.run(*AGAIN, SPLASH_URL="")

    assert snapshots(ladder_crawls) == {"/shell": 1, "/empty": 1}
    for source in ladder_crawls.sources().values():
        assert source["verdict"] == "ok"
        assert TEXT.strip() in source["text"]


def test_a_failure_between_leaves_the_validators_as_they_were(plain_crawls: Crawls, site: Site) -> None:
    good = Validated(Page(body=post("Post")), etag='"1"')
    plain_crawls.note("a.md", site.add("/post", good, Page(status=500), good))
    for _ in range(3):
        plain_crawls.run(*AGAIN)

    assert [fetch.http_status for fetch in plain_crawls.fetches()] == [200, 500, 304]
    assert plain_crawls.sources()["/post"]["verdict"] == "ok"


def test_who_asks_to_be_left_alone_for_long_is_left_alone_and_the_others_stay_due(
    plain_crawls: Crawls, site: Site
) -> None:
    busy = Page(body="slow down", status=429, headers={"Retry-After": "172800"})
    pages = [site.add(f"/page/{n}", busy, host="127.0.0.2") for n in range(5)]
    plain_crawls.note("a.md", *pages, site.page("/else", post("Else")))

    plain_crawls.run()

    (asked,) = site.seen("/page/*")
    with plain_crawls.reading() as session:
        sources = {source.cited_url: source for source in session.scalars(select(Source))}
    left = sources[next(url for url in pages if url.endswith(asked.path))]
    others = [sources[url] for url in pages if not url.endswith(asked.path)]
    assert left.due_at - left.fetched_at >= timedelta(days=2)
    assert [(source.verdict, source.failures) for source in others] == [(None, 0)] * 4
    assert all(source.due_at <= datetime.now(UTC) for source in others)
    assert plain_crawls.sources()["/else"]["verdict"] == "ok"


@pytest.mark.parametrize("renderer", ["plain_crawls", "crawls"])
def test_a_short_pause_is_waited_for(renderer: str, request: pytest.FixtureRequest, site: Site) -> None:
    crawls: Crawls = request.getfixturevalue(renderer)
    busy = Page(body="slow down", status=503, headers={"Retry-After": "2"})
    crawls.note("a.md", site.add("/busy", busy), *(site.page(f"/post/{n}", post("Post")) for n in range(2)))

    crawls.run()

    answered, *later = sorted(request.time for request in site.requests if request.path != "/robots.txt")
    assert later[0] - answered >= 2
    assert sorted(source["verdict"] for source in crawls.sources().values()) == ["ok", "ok", "server_error"]


@pytest.mark.parametrize(("asked", "kept"), [("0.7", 0.7), ("3600", 1.2)])
def test_the_crawl_delay_of_a_site_is_kept_up_to_a_bound(
    plain_crawls: Crawls, site: Site, asked: str, kept: float
) -> None:
    site.robots(f"User-agent: *\nCrawl-delay: {asked}")
    plain_crawls.note("a.md", *(site.page(f"/post/{n}", post("Post")) for n in range(3)))

    plain_crawls.run("-s", "MAX_CRAWL_DELAY=1.2")

    times = [request.time for request in site.requests]
    assert len(times) == 4
    assert all(kept - 0.05 <= later - sooner < kept + 3 for sooner, later in pairwise(times))
