from __future__ import annotations

from crawler.extraction import extract

URL = "https://blog.example.org/cron"
ARTICLE = """
<article itemscope itemtype="https://schema.org/BlogPosting">
  <h1 itemprop="headline">Cron</h1>
  <i itemprop="author" itemscope itemtype="https://schema.org/Person">by <b itemprop="name">Kim Minji</b> @kim</i>
  <meta itemprop="datePublished" content="2024-03-01T09:00:00+09:00">
  <time itemprop="dateModified" datetime="2024-03-02">yesterday</time>
  <p>A short text.</p>
</article>"""
COMMENT = """
<div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><b itemprop="author">Visitor</b>
<meta itemprop="datePublished" content="2025-01-01"><p>Thanks!</p></div>"""


def test_the_properties_of_the_pages_article_are_read() -> None:
    article = extract(ARTICLE, URL)

    assert (article.title, article.authors) == ("Cron", ["Kim Minji"])
    assert str(article.published_at) == "2024-03-01 09:00:00+09:00"
    assert str(article.modified_at) == "2024-03-02 00:00:00+00:00"


def test_a_comments_properties_are_the_comments() -> None:
    article = extract(f"<h1>Cron</h1><p>Text</p>{COMMENT}", URL)

    assert (article.authors, article.published_at) == ([], None)


def test_a_listing_of_articles_says_nothing_of_the_page() -> None:
    article = extract(ARTICLE.replace("Cron", "One") + ARTICLE.replace("Cron", "Two"), URL)

    assert article.published_at is None


def test_of_several_articles_the_one_with_the_pages_title_counts() -> None:
    other = ARTICLE.replace("Cron", "Other").replace("2024", "2019").replace("Kim Minji", "Lee")

    article = extract(f"<title>Cron</title>{other.replace('h1', 'h3')}{ARTICLE.replace('h1', 'h3')}", URL)

    assert (article.authors, article.published_at and article.published_at.year) == (["Kim Minji"], 2024)


def test_properties_outside_any_item_are_the_pages() -> None:
    article = extract('<h1>Cron</h1><span itemprop="datePublished">Fri 6:45 PM, Feb 16, 2018</span><p>Text</p>', URL)

    assert str(article.published_at) == "2018-02-16 18:45:00+00:00"


def test_an_hentry_is_read_by_its_classes() -> None:
    entry = (
        '<div class="hentry"><h2 class="entry-title">Cron</h2><a class="author vcard"><b class="fn">Kim Minji</b></a>'
        '<abbr class="published" title="x">1 March 2024</abbr><p>Text</p><p class="author">A visitor</p></div>'
    )

    article = extract(f"<title>Cron</title>{entry}", URL)

    assert (article.authors, str(article.published_at)) == (["Kim Minji"], "2024-03-01 00:00:00+00:00")
