"""Sources fetched plainly."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.site import Reset, Stream, pages

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site import Site
    from tests.spiders.conftest import Crawls

TEXT = "한 문장이 여기에 있고 본문은 이만큼 길다. " * 10


def verdicts(crawls: Crawls) -> dict[str, str]:
    return {path: source["verdict"] for path, source in crawls.sources().items()}


def test_pages_files_and_failures_are_told_apart(plain_crawls: Crawls, site: Site) -> None:
    plain_crawls.note(
        "a.md",
        site.page("/page", pages.article("Page", TEXT)),
        site.page("/euc-kr", pages.undeclared("euc-kr", TEXT), content_type="text/html"),
        site.page("/notes.txt", TEXT, content_type="text/plain; charset=utf-8"),
        site.page("/film", b"\x00" * 2000, content_type="video/mp4"),
        site.page("/empty", ""),
        site.redirect("/moved", "/page", 301),
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


def test_a_body_without_end_is_cut_off(plain_crawls: Crawls, site: Site) -> None:
    plain_crawls.note("a.md", site.add("/endless", Stream(None)), site.page("/page", pages.article("Page", TEXT)))

    plain_crawls.run()

    assert verdicts(plain_crawls)["/page"] == "ok"
    assert plain_crawls.sources()["/endless"]["text"] is None


def test_the_feeds_hold_articles_and_failures(plain_crawls: Crawls, site: Site, tmp_path: Path) -> None:
    plain_crawls.note("a.md", site.page("/page", pages.article("Page", TEXT)), site.url("/gone"))

    plain_crawls.run()

    articles = json.loads((tmp_path / "feeds/articles.json").read_text("utf-8"))
    failures = json.loads((tmp_path / "feeds/failures.json").read_text("utf-8"))
    feed = json.loads((tmp_path / "feeds/feed.json").read_text("utf-8"))
    assert [(a["title"], a["notes"][0]["path"]) for a in articles] == [("Page", "a.md")]
    assert [(f["verdict"], f["http_status"], f["notes"][0]["line"]) for f in failures] == [("gone", 404, 2)]
    assert [item["title"] for item in feed["items"]] == ["Page"]


def test_no_log_line_holds_a_page(plain_crawls: Crawls, site: Site) -> None:
    plain_crawls.note(
        "a.md",
        site.page("/page", pages.article("Page", "SECRETBODY " * 50)),
        site.page("/sick", "SECRETBODY", status=500),
    )

    output, errors = plain_crawls.run("-L", "DEBUG")

    assert "SECRETBODY" not in output + errors
