"""Cleaning that is trafilatura and nothing else, in the pipeline's place: what the pipeline itself costs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import trafilatura

from crawler.extraction import Article
from pipelines.clean import CleanPipeline

if TYPE_CHECKING:
    from datetime import datetime

    from crawler.extraction.judging import Answer


def text_of(body: bytes, _answer: Answer, _content_type: str | None, *, fetched_at: datetime) -> tuple[Article, None]:
    text = trafilatura.extract(body.decode()) or ""
    return Article(text=text, markdown=text), None


class TrafilaturaPipeline(CleanPipeline):
    """Makes plain text of each page."""

    clean = staticmethod(text_of)


IN_ITS_PLACE = "ITEM_PIPELINES=" + json.dumps(
    {
        "pipelines.validate.ValidatePipeline": 100,
        "benchmarks.trafilatura_alone.TrafilaturaPipeline": 200,
        "pipelines.store.StorePipeline": 300,
    }
)
