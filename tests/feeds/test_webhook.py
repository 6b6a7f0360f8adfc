"""The report posted to a webhook."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

import pytest

from crawler.exceptions import UsageError
from crawler.feeds import webhook
from crawler.feeds.webhook import check_webhook, post_report
from tests.site import Hang, Page, Reset

if TYPE_CHECKING:
    from tests.site import Site

PATH = "/services/T0/s3cret"
REPORT: dict[str, Any] = {
    "started_at": "2026-03-01T04:17:00+00:00",
    "failed": None,
    "crawl": {"seconds": 192.0},
    "sources": 3,
    "asked": {"splash": 2, "nothing": 1},
    "counts": {"died": 1, "as_before": 2},
    "sections": {"died": [{"title": "지워진 글"}]},
}


def post(url: str) -> bool:
    return post_report(url, REPORT, pause=lambda _: None)


def test_the_report_is_posted_with_a_text_that_chat_programs_show(site: Site) -> None:
    assert post(site.page(PATH, "ok"))

    (request,) = site.seen(PATH)
    body = json.loads(request.body)
    assert (request.method, request.headers["content-type"]) == ("POST", "application/json")
    assert body["report"] == REPORT
    assert body["text"] == body["content"] == (
        "Refkeep 2026-03-01T04:17:00+00:00\n3 sources asked for in 3 min 12 s: 2 through Splash, 1 not at all.\n"
        "1 died, 2 as before."
    )  # fmt: skip


@pytest.mark.parametrize(
    ("first", "asked", "arrives"),
    [
        (Page(status=503), 2, True),
        (Page(status=429), 2, True),
        (Reset(), 2, True),
        (Page(status=404), 1, False),
        (Page(status=302, headers={"Location": "/elsewhere"}), 1, False),
    ],
)
def test_it_is_tried_once_more_where_that_may_help(
    site: Site, caplog: pytest.LogCaptureFixture, first: Any, asked: int, arrives: bool
) -> None:
    with caplog.at_level(logging.DEBUG):
        arrived = post(site.add(PATH, first, Page(body="ok")))

    assert (arrived, len(site.seen(PATH)), len(site.seen("/elsewhere"))) == (arrives, asked, 0)
    assert [record.levelname for record in caplog.records] == ([] if arrives else ["WARNING"])
    assert "s3cret" not in caplog.text


def test_a_receiver_that_says_nothing_is_one_line_in_the_log(
    site: Site, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "SECONDS", 0.2)

    assert not post(site.add(PATH, Hang()))

    (record,) = caplog.records
    assert record.getMessage() == "the report did not reach the webhook on 127.0.0.1: TimeoutError"
    assert len(site.seen(PATH)) == 2


def test_a_host_that_is_not_there_is_one_line_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    assert not post(f"http://127.0.0.1:9{PATH}")

    (record,) = caplog.records
    assert record.getMessage() == "the report did not reach the webhook on 127.0.0.1: Connection refused"


@pytest.mark.parametrize(
    "url", ["", "https://hooks.chat.example/services/T0/B0?x=1#y", "http://[::1]:8080/", "http://nas"]
)
def test_an_address_of_the_web_is_taken(url: str) -> None:
    check_webhook(url)


@pytest.mark.parametrize(
    "url",
    ["s3cret", "file:///s3cret", "ftp://h/s3cret", "https:///s3cret", "http://h:port/s3cret", "http://me:s3cret@h/",
     "http://h/s3cret with blanks", "http://h/s3cret\n", "http://h/비밀/s3cret", "http://[s3cret/", "http://h:0/s3cret"],
)  # fmt: skip
def test_any_other_is_refused_without_showing_it(url: str) -> None:
    with pytest.raises(UsageError, match="WEBHOOK_URL") as caught:
        check_webhook(url)

    assert "s3cret" not in str(caught.value)
