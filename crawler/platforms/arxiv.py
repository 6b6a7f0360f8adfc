"""arXiv: the abstract of a paper."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(
    name="arxiv",
    hosts=("arxiv.org",),
    content=("#abs blockquote.abstract", "blockquote.abstract"),
    drop=(".descriptor",),
    paragraphs=("blockquote.abstract",),
    title=('meta[name="citation_title"]@content',),
    authors=('meta[name="citation_author"]@content',),
    published=('meta[name="citation_date"]@content',),
    modified=('meta[name="citation_online_date"]@content',),
    category=("td.subjects .primary-subject",),
)
