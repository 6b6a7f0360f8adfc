"""Which items the judge makes failures of."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from crawler.extraction import extract_and_judge
from crawler.extraction.article import Article
from crawler.extraction.judging import Judgement
from crawler.items import ArticleItem, FailureItem, PageItem, Renderer
from crawler.verdict import Verdict
from pipelines.clean import answer_of
from pipelines.judge import judged_item

CAME: dict[str, Any] = {
    "source_id": 1,
    "source_url": "https://a.kr/1",
    "url": "http://a.kr/1",
    "final_url": "https://a.kr/1",
    "fetched_at": datetime(2026, 3, 1, tzinfo=UTC),
    "renderer": Renderer.HTTP,
    "content_type": "text/html",
}
GUARD = b"<title>Just a moment...</title><script>window._cf_chl_opt={}</script>"
SHELL = b"<title>A</title><body><div id='app'></div><script>show()</script></body>"
FRAME = b"<title>A</title><body><iframe src='/PostView.naver?logNo=1'></iframe></body>"


def article(judgement: Judgement | None) -> ArticleItem:
    kept = Article(title="A", text="A", markdown="A")
    return ArticleItem(**CAME, http_status=200, body=b"<p>A", article=kept, rules="1", judgement=judgement)


def failure(status: int, verdict: Verdict, body: bytes | None = GUARD, **changed: Any) -> FailureItem:
    came = {**CAME, **changed}
    return FailureItem(**came, http_status=status, body=body, verdict=verdict, evidence={"reason": f"HTTP {status}"})


def test_an_article_goes_on() -> None:
    item = article(None)

    assert judged_item(item) is item


def test_what_is_no_article_becomes_a_failure_with_its_page_and_its_evidence() -> None:
    judged = judged_item(article(Judgement(Verdict.PARKED, "the domain is parked")))

    assert isinstance(judged, FailureItem)
    assert (judged.verdict, judged.evidence) == (Verdict.PARKED, {"reason": "the domain is parked"})
    assert (judged.body, judged.http_status, judged.url) == (b"<p>A", 200, "http://a.kr/1")


@pytest.mark.parametrize(
    ("renderer", "body", "verdict"),
    [
        (Renderer.HTTP, SHELL, Verdict.OK),
        (Renderer.HTTP, FRAME, Verdict.OK),
        (Renderer.SPLASH, SHELL, Verdict.OK),
        (Renderer.CHROMIUM, SHELL, Verdict.SOFT_404),
        (Renderer.HTTP, b"<title>A</title><body></body>", Verdict.SOFT_404),
    ],
)
def test_an_empty_page_is_held_against_its_source_where_no_browser_can_fill_it(
    renderer: Renderer, body: bytes, verdict: Verdict
) -> None:
    came = {**CAME, "renderer": renderer, "http_status": 200, "body": body}
    _, judgement = extract_and_judge(body, answer_of(PageItem(**came)), "text/html")
    judged = judged_item(ArticleItem(**came, article=Article(), rules="1", judgement=judgement))

    assert (judged.verdict, judged.body) == (verdict, body)


def test_a_guard_that_stands_behind_an_error_is_a_captcha() -> None:
    for status, verdict in ((403, Verdict.BLOCKED), (503, Verdict.SERVER_ERROR)):
        judged = judged_item(failure(status, verdict))

        assert (judged.verdict, judged.http_status, judged.body) == (Verdict.CAPTCHA, status, GUARD)
        assert judged.evidence["rule"] == "script"


def test_what_is_gone_stays_gone_whatever_its_page_says() -> None:
    item = failure(404, Verdict.GONE)

    assert judged_item(item) is item


def test_an_error_without_a_guard_is_what_its_status_says() -> None:
    for item in (
        failure(403, Verdict.BLOCKED, b"<h1>Forbidden</h1>"),
        failure(403, Verdict.BLOCKED, None),
        failure(403, Verdict.BLOCKED, content_type="application/json"),
    ):
        assert judged_item(item) is item
