"""Makes failures of the pages that came in an article's place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from crawler.extraction.judging import judge_error
from crawler.items import ArticleItem, FailureItem, is_html
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
        return FailureItem.of_page(item, item.judgement.verdict, **item.judgement.evidence)
    if isinstance(item, FailureItem) and item.verdict in UNCERTAIN and item.body and is_html(item.content_type):
        judgement = judge_error(answer_of(item), item.body, item.content_type)
        return replace(item, verdict=judgement.verdict, evidence=judgement.evidence) if judgement else item
    return item
