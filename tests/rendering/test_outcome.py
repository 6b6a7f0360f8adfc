"""What answers mean, from the tables that render.lua returns."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from crawler.items import FailureItem, PageItem
from crawler.rendering.outcome import of_rendered
from crawler.rendering.rendered import read_rendered
from crawler.storage import DueSource

SOURCE = DueSource(1, "https://a.kr/old", "http://a.kr/old", "a.kr")
NOW = datetime(2026, 3, 1, tzinfo=UTC)


def answer(*shown: tuple[str, int], hops: list[dict[str, Any]] | None = None, **fields: Any) -> dict[str, Any]:
    """Return what render.lua returns for a browser that showed these documents."""
    history = [{"request": {"url": url}, "response": {"status": status, "headers": []}} for url, status in shown]
    return {"url": shown[-1][0], "history": history, "hops": hops or [], "html": "<p>text</p>", **fields}


def hop(url: str, status: int, location: str) -> dict[str, Any]:
    return {"url": url, "status": status, "location": location}


@pytest.mark.parametrize(
    ("hops", "moved"),
    [
        ([hop("http://a.kr/old", 301, "/new")], True),
        ([hop("http://a.kr/old", 308, "/mid"), hop("http://a.kr/mid", 301, "/new")], True),
        ([hop("http://a.kr/old", 301, "/mid"), hop("http://a.kr/mid", 302, "/new")], False),
        ([hop("http://a.kr/logo.png", 301, "/pixel.png")], False),  # an image's, not the page's
        ([], False),
    ],
)
def test_a_page_moved_when_every_redirect_was_permanent(hops: list[dict[str, Any]], moved: bool) -> None:
    item = of_rendered(SOURCE, read_rendered(answer(("http://a.kr/new", 200), hops=hops), SOURCE.cited_url), NOW)

    assert item.moved is moved


@pytest.mark.parametrize("location", ["https://a.kr/old", "http://www.a.kr/old/", "/old?utm_source=x"])
def test_a_page_that_is_the_same_source_did_not_move(location: str) -> None:
    final = location if "//" in location else "http://a.kr" + location
    table = answer((final, 200), hops=[hop("http://a.kr/old", 301, location)])

    assert of_rendered(SOURCE, read_rendered(table, SOURCE.cited_url), NOW).moved is False


def test_redirects_by_script_are_listed_and_never_permanent() -> None:
    table = answer(("http://a.kr/old", 200), ("http://a.kr/new", 200))
    rendered = read_rendered(table, SOURCE.cited_url)

    assert (rendered.redirects, rendered.permanent, rendered.final_url) == (
        ["http://a.kr/old"],
        False,
        "http://a.kr/new",
    )


def test_redirects_in_a_circle_end_as_a_failure() -> None:
    circle = [hop("http://a.kr/old", 302, "/old")] * 30
    item = of_rendered(SOURCE, read_rendered(answer(("http://a.kr/old", 302), hops=circle), SOURCE.cited_url), NOW)

    assert isinstance(item, FailureItem)
    assert (item.verdict, item.evidence) == ("server_error", {"reason": "HTTP 302: redirects that lead nowhere"})


def test_cookies_are_not_kept() -> None:
    table = answer(("http://a.kr/old", 200))
    table["history"][0]["response"]["headers"] = [
        {"name": "Set-Cookie", "value": "session=secret"},
        {"name": "ETag", "value": '"1"'},
    ]
    item = of_rendered(SOURCE, read_rendered(table, SOURCE.cited_url), NOW)

    assert isinstance(item, PageItem)
    assert item.headers == {"etag": '"1"'}
