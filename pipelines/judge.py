"""Makes failures of the pages that came in an article's place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from crawler.extraction.judging import judge_error
from crawler.items import ArticleItem, FailureItem, Renderer, is_html
from crawler.rendering.thin import look
from crawler.verdict import Verdict
from pipelines.clean import answer_of

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler
    from scrapy.statscollectors import StatsCollector

UNCERTAIN = frozenset({Verdict.BLOCKED, Verdict.SERVER_ERROR})  # by status: a guard's page may say more


class JudgePipeline:
    """Turns an article that was judged to be none into a failure, which keeps its page and never becomes a snapshot.

    What came with an error is looked at as well: a guard sends its question with a 403 or 503.
    """

    def __init__(self, stats: StatsCollector) -> None:
        self.stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler.stats)

    def process_item(self, item: Any) -> Any:
        judged = judged_item(item)
        if judged is not item:
            self.stats.inc_value(f"judge/{judged.verdict}")
        return judged


def judged_item(item: Any) -> Any:
    """Return the item, or the failure that its page shows."""
    if isinstance(item, ArticleItem) and item.judgement:
        if waits_for := _waits_for(item):
            return FailureItem.of_page(item, Verdict.OK, f"nothing to read without a browser of today: {waits_for}")
        return FailureItem.of_page(item, item.judgement.verdict, **item.judgement.evidence)
    if isinstance(item, FailureItem) and item.verdict in UNCERTAIN and item.body and is_html(item.content_type):
        judgement = judge_error(answer_of(item), item.body, item.content_type)
        return replace(item, verdict=judgement.verdict, evidence=judgement.evidence) if judgement else item
    return item


def _waits_for(item: ArticleItem) -> str | None:
    """Return what an empty page waits for that no browser of today has shown yet; None where it is held against it."""
    is_empty = item.judgement is not None and item.judgement.verdict is Verdict.SOFT_404 and not item.judgement.signs
    if not is_empty or item.renderer is Renderer.CHROMIUM or not is_html(item.content_type):
        return None
    return look(item.body, item.final_url or item.url, item.content_type).thin
