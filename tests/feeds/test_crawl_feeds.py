"""What a crawl leaves in its feeds, written by a real Scrapy under the project's settings."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from crawler.feeds import FORMATS
from crawler.storage.export import SOURCE_FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable

    Crawl = Callable[..., subprocess.CompletedProcess[str]]

PROJECT_DIR = Path(__file__).resolve().parents[2]
SPIDER = """
from datetime import UTC, datetime

from scrapy import Spider

from crawler.extraction.article import Article
from crawler.items import ArticleItem, FailureItem, Renderer
from crawler.verdict import Verdict

FETCH = {
    "fetched_at": datetime(2026, 3, 1, 9, tzinfo=UTC),
    "renderer": Renderer.SPLASH,
    "body": b"SECRET BODY",
    "notes": [{"path": "메모.md", "line": 3}],
}
ARTICLE = Article(title="제목 \\ud83d", text="글 🙂", markdown="글", html="<p>글</p>")


class ItemsSpider(Spider):
    name = "items"
    custom_settings = {"ITEM_PIPELINES": {}, "EXTENSIONS": {}, "SPIDER_MIDDLEWARES": {}, "DOWNLOADER_MIDDLEWARES": {}}

    async def start(self):
        yield ArticleItem(
            source_id=1, source_url="https://a.kr", url="http://a.kr/", final_url="https://a.kr/b", moved=True,
            http_status=200, article=ARTICLE, rules="1", **FETCH,
        )
        yield FailureItem(
            source_id=2, source_url="https://b.kr", url="http://b.kr/", http_status=404,
            verdict=Verdict.GONE, evidence={"reason": "HTTP 404"}, **FETCH,
        )
"""


@pytest.fixture
def crawl(tmp_path: Path) -> Crawl:
    """Return what runs a spider that yields one article and one failure, with options of `scrapy runspider`."""
    spider = tmp_path / "items_spider.py"
    spider.write_text(SPIDER)

    def run(*options: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "scrapy", "runspider", spider, *options]
        environment = {"FEED_DIR": str(tmp_path / "feeds"), "PATH": "/usr/bin:/bin"}
        return subprocess.run(command, cwd=PROJECT_DIR, env=environment, capture_output=True, text=True, check=False)

    return run


def test_a_crawl_leaves_its_articles_and_its_failures(crawl: Crawl, tmp_path: Path) -> None:
    log = crawl().stderr
    (article,) = json.loads((tmp_path / "feeds" / "articles.json").read_text("utf-8"))
    (failure,) = json.loads((tmp_path / "feeds" / "failures.json").read_text("utf-8"))

    assert "Traceback" not in log
    assert tuple(article) == SOURCE_FIELDS
    assert article == article | {
        "url": "https://a.kr",
        "cited_urls": ["http://a.kr/"],
        "final_url": "https://a.kr/b",
        "verdict": "moved",
        "title": "제목 \N{REPLACEMENT CHARACTER}",
        "text": "글 🙂",
        "fetched_at": "2026-03-01T09:00:00+00:00",
        "notes": [{"path": "메모.md", "line": 3}],
    }
    assert failure == {
        "url": "https://b.kr",
        "cited_urls": ["http://b.kr/"],
        "final_url": None,
        "verdict": "gone",
        "evidence": {"reason": "HTTP 404"},
        "http_status": 404,
        "renderer": "splash",
        "fetched_at": "2026-03-01T09:00:00+00:00",
        "notes": [{"path": "메모.md", "line": 3}],
    }


@pytest.mark.parametrize("suffix", FORMATS)
def test_no_feed_of_a_crawl_holds_the_body_of_a_page(crawl: Crawl, tmp_path: Path, suffix: str) -> None:
    log = crawl("-O", str(tmp_path / f"out.{suffix}")).stderr
    feed = (tmp_path / f"out.{suffix}").read_bytes()

    assert "Traceback" not in log
    assert len(feed) > 100
    assert b"SECRET" not in feed


@pytest.mark.parametrize("suffix", ["xml", "pickle", "marshal"])
def test_formats_that_would_hold_the_body_are_not_offered(crawl: Crawl, tmp_path: Path, suffix: str) -> None:
    refusal = crawl("-O", str(tmp_path / f"out.{suffix}"))

    assert refusal.returncode == 2
    assert f"Unrecognized output format '{suffix}'" in refusal.stderr


def test_appending_keeps_what_was_there(crawl: Crawl, tmp_path: Path) -> None:
    feed = tmp_path / "out.jsonl"
    crawl("-o", str(feed))
    crawl("-o", str(feed))

    assert [json.loads(line)["url"] for line in feed.read_text("utf-8").splitlines()] == [
        "https://a.kr",
        "https://b.kr",
    ] * 2
