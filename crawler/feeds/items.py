"""A crawl's items as the documents that its feeds hold. Page bodies never leave."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from crawler.items import ArticleItem, FailureItem
from crawler.storage.column_types import storable
from crawler.storage.export import rfc3339
from crawler.storage.snapshots import hash_content
from crawler.verdict import Verdict


@singledispatch
def document(item: Any) -> dict[str, Any]:
    """Return the document of an item: of an ArticleItem a source, of a FailureItem what was tried; a dict is one."""
    raise TypeError(f"no feed holds a {type(item).__name__}")


@document.register(dict)
def _(item: dict[str, Any]) -> dict[str, Any]:
    return item


@document.register(ArticleItem)
def _(item: ArticleItem) -> dict[str, Any]:
    article = item.article
    source = {
        "url": item.source_url,
        "cited_urls": item.cited_urls or [item.url],
        "final_url": item.final_url,
        "verdict": str(item.copy.verdict if item.copy else Verdict.MOVED if item.moved else Verdict.OK),
        "http_status": item.http_status,
        "title": article.title,
        "authors": article.authors,
        "site_name": article.site_name,
        "language": article.language,
        "published_at": rfc3339(article.published_at),
        "modified_at": rfc3339(article.modified_at),
        "fetched_at": rfc3339(item.fetched_at),
        "renderer": item.renderer,
        "platform": article.platform,
        "quality": article.quality,
        "quality_reasons": article.quality_reasons,
        "text": article.text,
        "markdown": article.markdown,
        "html": article.html,
        "images": article.images,
        "content_hash": hash_content(article),
        "archived_from": item.copy.address if item.copy else None,
        "notes": item.notes,
    }
    return {name: storable(value) if isinstance(value, str) else value for name, value in source.items()}


@document.register(FailureItem)
def _(item: FailureItem) -> dict[str, Any]:
    return {
        "url": item.source_url,
        "cited_urls": item.cited_urls or [item.url],
        "final_url": item.final_url,
        "verdict": str(item.verdict),
        "evidence": item.evidence,
        "http_status": item.http_status,
        "renderer": item.renderer,
        "fetched_at": rfc3339(item.fetched_at),
        "notes": item.notes,
    }
