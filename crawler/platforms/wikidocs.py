"""WikiDocs: the pages of books, wikidocs.net/NUMBER, hidden until a script shows them."""

from __future__ import annotations

from datetime import timedelta, timezone

from crawler.platforms.platform import Platform

EDITED = '//body//text()[contains(., "마지막 편집일시")]/parent::*[not(self::script)][string-length(.) < 200]'

PLATFORM = Platform(
    name="wikidocs",
    hosts=("wikidocs.net",),
    signs=("h1.page-subject ~ .page-content", "#load_content .page-content"),
    content=(".page-content",),
    drop=(EDITED, ".page-nav", ".comments", ".share-buttons"),
    title=(".page-subject-text", ".page-subject", 'meta[property="og:title"]@content'),
    # A page has the date of its last edition alone: that is when what is read here was published.
    published=(EDITED,),
    modified=(EDITED,),
    category=('#toc-data a[href^="/book/"] strong', "a.book-subject"),
    zone=timezone(timedelta(hours=9)),
)
