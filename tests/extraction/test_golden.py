"""Golden pages: tests/pages/NAME holds a page of ours and what is to come out of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from crawler.extraction import extract, extract_wording

if TYPE_CHECKING:
    from crawler.extraction import Article

PAGES = Path(__file__).resolve().parent.parent / "pages"
NAMES = sorted(folder.name for folder in PAGES.iterdir() if folder.is_dir())


def article_of(name: str) -> tuple[Article, dict[str, Any]]:
    expected = json.loads((PAGES / name / "expected.json").read_text("utf-8"))
    return extract((PAGES / name / "page.html").read_bytes(), expected["url"]), expected


@pytest.mark.parametrize("name", NAMES)
def test_the_markdown_is_the_golden_one(name: str) -> None:
    article, _ = article_of(name)

    assert article.markdown + "\n" == (PAGES / name / "expected.md").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_wording_is_that_of_the_article(name: str) -> None:
    article, expected = article_of(name)
    wording = extract_wording((PAGES / name / "page.html").read_bytes(), expected["url"])

    assert (wording.title, wording.markdown) == (article.title, article.markdown)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "field",
    ["title", "authors", "published_at", "modified_at", "site_name", "language", "images", "canonical_url", "platform"],
)
def test_each_field_is_the_golden_one(name: str, field: str) -> None:
    article, expected = article_of(name)
    value = getattr(article, field)

    assert (value.isoformat() if field.endswith("_at") and value else value) == expected[field]


@pytest.mark.parametrize("name", NAMES)
def test_text_and_html_hold_the_words_of_the_markdown(name: str) -> None:
    article, expected = article_of(name)

    for words in expected["words"]:
        assert words in article.text
        assert words in article.html
