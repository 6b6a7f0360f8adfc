"""Sources fetched plainly."""

from __future__ import annotations

import json
from threading import Event
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import create_engine

from tests.site import Page, Reset, Stream, pages, scenes

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site import Site
    from tests.spiders.conftest import Crawls

TEXT = "한 문장이 여기에 있고 본문은 이만큼 길다. " * 10


def verdicts(crawls: Crawls) -> dict[str, str]:
    return {path: source["verdict"] for path, source in crawls.sources().items()}


def test_pages_files_and_failures_are_told_apart(plain_crawls: Crawls, site: Site) -> None:
    site.page("/elsewhere", pages.article("Elsewhere", TEXT))  # which no note cites: the two would be one source
    plain_crawls.note(
        "a.md",
        site.page("/page", pages.article("Page", TEXT)),
        site.page("/euc-kr", pages.undeclared("euc-kr", TEXT), content_type="text/html"),
        site.page("/notes.txt", TEXT, content_type="text/plain; charset=utf-8"),
        site.page("/film", b"\x00" * 2000, content_type="video/mp4"),
        site.page("/empty", ""),
        site.redirect("/moved", "/elsewhere", 301),
        site.redirect("/for-now", "/page", 302),
        site.url("/gone"),
        site.page("/slow-down", "wait", status=429),
        site.page("/sick", "oh", status=500),
        site.add("/reset", Reset()),
    )

    plain_crawls.run()

    assert verdicts(plain_crawls) == {
        "/page": "ok", "/euc-kr": "ok", "/notes.txt": "ok", "/film": "ok", "/empty": "soft_404", "/moved": "moved",
        "/for-now": "ok", "/gone": "gone", "/slow-down": "blocked", "/sick": "server_error", "/reset": "server_error",
    }  # fmt: skip
    assert TEXT.strip() in plain_crawls.sources()["/euc-kr"]["text"]
    assert plain_crawls.sources()["/film"]["text"] is None


def test_the_workers_clean_by_the_users_own_platform_files(plain_crawls: Crawls, site: Site, tmp_path: Path) -> None:
    own = (
        "from crawler.platforms import Platform\nPLATFORM = Platform(name='mine', signs=('.own',), content=('.own',))\n"
    )
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "mine.py").write_text(own, "utf-8")
    plain_crawls.note("a.md", site.page("/page", pages.article("Page", f'{TEXT}</p><div class="own">Mine.</div><p>')))

    plain_crawls.run(PLATFORMS_DIR=str(tmp_path / "own"))

    assert plain_crawls.sources()["/page"]["text"] == "Mine."


def test_a_redirect_to_a_private_address_is_not_followed(plain_crawls: Crawls, site: Site) -> None:
    secret = site.page("/secret", pages.article("Secret", TEXT), host="127.0.0.20")
    plain_crawls.note("a.md", site.redirect("/way", secret, 302))

    plain_crawls.run()

    assert verdicts(plain_crawls) == {"/way": "unsafe"}
    assert site.seen(host="127.0.0.20") == []


def test_private_addresses_in_notes_are_never_asked_for(plain_crawls: Crawls, site: Site) -> None:
    plain_crawls.note("a.md", site.page("/page", pages.article("Page", TEXT)), "https://docs.python.org/3/")

    plain_crawls.run(ALLOWED_PRIVATE_HOSTS="")

    assert site.requests == []
    assert list(plain_crawls.sources()) == ["/3/"]


def test_what_has_no_end_is_cut_off(plain_crawls: Crawls, site: Site) -> None:
    headers = {f"X-{number}": "v" * 1000 for number in range(1200)}
    plain_crawls.note(
        "a.md",
        site.add("/endless", Stream(None)),
        site.add("/bomb", Page(body=b"\0" * (41 << 20), encoding="gzip")),
        site.add("/headers", Page(body=pages.article("Page", TEXT), headers=headers)),
        scenes.redirect_loop(site, "/circle"),
    )

    plain_crawls.run()

    reasons = {fetch.url: (fetch.verdict, fetch.evidence["reason"]) for fetch in plain_crawls.fetches()}
    assert reasons == {
        site.url("/endless"): ("ok", "larger than DOWNLOAD_MAXSIZE"),
        site.url("/bomb"): ("ok", "larger than DOWNLOAD_MAXSIZE"),
        site.url("/headers"): ("server_error", "the connection failed (DownloadFailedError)"),
        site.url("/circle"): ("server_error", "redirects that lead nowhere"),
    }


def test_a_page_that_says_the_strangest_things_is_a_fetch_all_the_same(plain_crawls: Crawls, site: Site) -> None:
    plain_crawls.note(
        "a.md",
        site.page("/control", pages.article("Control", TEXT + "\x08 \x1b &#8; &#xFFFF;")),
        site.redirect("/bracket", "http://[bad/", 302),
        site.redirect("/hyphen", "http://-x.kr/", 301),
        site.add("/headers", Page(body=pages.article("Headers", TEXT), headers={"X-Odd": "\xe9\xff"})),
    )

    plain_crawls.run()

    found = verdicts(plain_crawls)
    assert (found["/control"], found["/headers"]) == ("ok", "ok")
    assert None not in found.values()


def test_the_database_gone_in_mid_crawl_ends_the_crawl(plain_crawls: Crawls, site: Site, postgres_url: str) -> None:
    gate = Event()
    database = f"gone_{uuid4().hex}"
    administration = create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    with administration.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {database}")
    plain_crawls.settings["DATABASE_URL"] = str(
        administration.url.set(database=database).render_as_string(hide_password=False)
    )
    held = Page(body=pages.article("Page", TEXT), gate=gate)
    plain_crawls.note("a.md", *(site.add(f"/page-{number}", held) for number in range(40)))
    crawl = plain_crawls.start(DOWNLOAD_DELAY="3")
    site.wait_for(1, "/page-*")
    with administration.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {database} WITH (FORCE)")
    administration.dispose()
    gate.set()
    _, errors = crawl.communicate(timeout=60)

    assert crawl.returncode == 1
    assert [line.count("cannot open the database") for line in errors.splitlines()] == [1, 1], (
        "in the log, and at the end"
    )


def test_the_feeds_hold_articles_and_failures(plain_crawls: Crawls, site: Site, tmp_path: Path) -> None:
    plain_crawls.note("a.md", site.page("/page", pages.article("Page", TEXT)), site.url("/gone"))

    plain_crawls.run()

    articles = json.loads((tmp_path / "feeds/articles.json").read_text("utf-8"))
    failures = json.loads((tmp_path / "feeds/failures.json").read_text("utf-8"))
    feed = json.loads((tmp_path / "feeds/feed.json").read_text("utf-8"))
    assert [(a["title"], a["notes"][0]["path"]) for a in articles] == [("Page", "a.md")]
    assert [(f["verdict"], f["http_status"], f["notes"][0]["line"]) for f in failures] == [("gone", 404, 2)]
    assert [item["title"] for item in feed["items"]] == ["Page"]


def test_the_feeds_of_a_crawl_name_every_spelling_that_the_notes_use(
    plain_crawls: Crawls, site: Site, tmp_path: Path
) -> None:
    url = site.page("/page", pages.article("Page", TEXT))
    plain_crawls.note("a.md", f"{url}/#part", url)

    plain_crawls.run()

    (article,) = json.loads((tmp_path / "feeds/articles.json").read_text("utf-8"))
    assert sorted(article["cited_urls"]) == [url, f"{url}/#part"]
    assert article["cited_urls"] == plain_crawls.sources()["/page"]["cited_urls"]


def test_no_log_line_holds_a_page(plain_crawls: Crawls, site: Site) -> None:
    plain_crawls.note(
        "a.md",
        site.page("/page", pages.article("Page", "SECRETBODY " * 50)),
        site.page("/sick", "SECRETBODY", status=500),
    )

    output, errors = plain_crawls.run("-L", "DEBUG")

    assert "SECRETBODY" not in output + errors


def test_two_crawls_store_the_same_on_either_database(plain_crawls: Crawls, site: Site, database_url: str) -> None:
    plain_crawls.settings["DATABASE_URL"] = database_url
    plain_crawls.note(
        "a.md", site.page("/page", pages.article("Page", TEXT)), site.url("/gone"), "[broken](http://blog.kr:99999/x)"
    )
    plain_crawls.run()
    plain_crawls.note("b.md", site.url("/page"), site.page("/more", pages.article("More", TEXT)))

    plain_crawls.run()

    sources = plain_crawls.sources()
    assert verdicts(plain_crawls) == {"/page": "ok", "/gone": "gone", "/more": "ok", "/x": "invalid"}
    assert [tie["path"] for tie in sources["/page"]["notes"]] == ["a.md", "b.md"]
    assert (len(site.seen("/page")), len(site.seen("/more"))) == (1, 1)


def test_a_password_in_a_url_is_neither_sent_nor_stored(plain_crawls: Crawls, site: Site) -> None:
    url = site.page("/page", pages.article("Page", TEXT)).replace("http://", "http://me:s3cret@")
    plain_crawls.note("a.md", f"[the page]({url})")

    output, errors = plain_crawls.run()

    source = plain_crawls.sources()["/page"]
    assert (source["verdict"], source["cited_urls"]) == ("ok", [site.url("/page")])
    assert "authorization" not in site.seen("/page")[0].headers
    assert "s3cret" not in output + errors


def test_a_url_of_any_length_is_asked_for(plain_crawls: Crawls, site: Site) -> None:
    path = "/long-" + "x" * 3000
    plain_crawls.note("a.md", site.page(path, pages.article("Long", TEXT)))

    plain_crawls.run()

    assert verdicts(plain_crawls) == {path: "ok"}


def test_an_unreadable_note_is_reported_and_does_not_stop_the_crawl(plain_crawls: Crawls, site: Site) -> None:
    plain_crawls.note("a.md", site.page("/page", pages.article("Page", TEXT)))
    (plain_crawls.notes / "broken.md").write_bytes(b"\xff\xfe\x00\x00not text")

    _, errors = plain_crawls.run()

    assert "broken.md" in errors
    assert verdicts(plain_crawls) == {"/page": "ok"}
