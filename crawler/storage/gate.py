"""The gate in front of each snapshot that would replace an article: is the page that came a version of it?"""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy.orm import undefer

from crawler.drift.doubt import Version, doubt_of
from crawler.extraction import decode
from crawler.extraction.article import Article
from crawler.extraction.dom import parse
from crawler.extraction.judging import Answer, judge
from crawler.extraction.judging.sight import sight_of
from crawler.items import is_html
from crawler.storage.records import Page

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from crawler.drift.doubt import Doubt
    from crawler.items import ArticleItem
    from crawler.storage.records import Snapshot


def doubt_about(session: Session, kept: Snapshot | None, item: ArticleItem) -> Doubt | None:
    """Return why an item may not replace the kept article yet; None where it may, or where nothing is kept.

    An article that names no day is as old as its fetch.
    """
    if kept is None:
        return None
    old, new = _version(kept), _version(item.article)
    doubt = doubt_of(replace(old, published_at=kept.taken_at) if old.dated is None else old, new)
    return None if doubt and _is_no_article(session, kept, item.url) else doubt


def _version(article: Snapshot | Article) -> Version:
    return Version(
        title=article.title,
        markdown=article.markdown,
        canonical_url=article.canonical_url,
        published_at=article.published_at,
        modified_at=article.modified_at,
    )


def _is_no_article(session: Session, kept: Snapshot, url: str) -> bool:
    """Return whether today's rules know the kept page as a wall or an error, which older ones took for an article.

    `url` is what was requested.
    """
    page = session.get_one(Page, kept.page_id, options=[undefer(Page.body)])
    if not is_html(page.content_type):
        return False
    sight = sight_of(parse(decode(zlib.decompress(page.body), page.content_type)))
    article = Article(text=kept.text, images=kept.images, platform=kept.platform)
    return judge(Answer(url=url, final_url=kept.final_url), article, sight) is not None
