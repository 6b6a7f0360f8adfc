from __future__ import annotations

import json
from typing import Any

import pytest

from crawler.extraction import extract
from crawler.extraction.metadata.linked_data import load

URL = "https://blog.example.org/2024/cron"
POST = {"@type": "BlogPosting", "headline": "Cron", "datePublished": "2024-03-01T09:00:00+09:00", "author": "Kim Minji"}


def page(*nodes: Any, body: str = "<h1>Cron</h1><p>A short text.</p>") -> str:
    scripts = "".join(
        f'<script type="application/ld+json">{node if isinstance(node, str) else json.dumps(node)}</script>'
        for node in nodes
    )
    return f"<html><head>{scripts}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "text",
    [
        '{"a": "b",}',
        '{"a": "b", // a remark, "quoted"\n}',
        '/* by a plugin */ {"a": "b"};',
        '//<![CDATA[\n{"a": "b"}\n//]]>',
        '<!-- {"a": "b"} -->',
        "{&quot;a&quot;: &quot;b&quot;}",
    ],
)
def test_the_slips_of_templates_are_mended(text: str) -> None:
    assert load(text) == {"a": "b"}


def test_what_looks_like_a_comment_within_a_string_stays() -> None:
    assert load('{"url": "https://a.test/b", "c": "1, }",}') == {"url": "https://a.test/b", "c": "1, }"}


@pytest.mark.parametrize("text", ["", "nonsense", '{"a": ', '"' * 200_000, "/*" * 200_000, "[" * 200_000])
def test_what_is_no_json_is_none(text: str) -> None:
    assert load(text) is None


def test_nodes_that_refer_to_each_other_are_joined() -> None:
    graph = [
        {"@type": "BlogPosting", "headline": "Cron", "author": {"@id": "#me"}, "datePublished": "2024-03-01"},
        {"@type": "Person", "@id": "#me", "name": "Kim Minji"},
    ]

    article = extract(page({"@context": "https://schema.org", "@graph": graph}), URL)

    assert article.authors == ["Kim Minji"]


def test_of_several_articles_the_pages_own_is_the_one_with_its_address() -> None:
    other = {"@type": "BlogPosting", "headline": "Another", "datePublished": "2020-01-01", "author": "Lee"}
    own = POST | {
        "headline": "Spelled differently",
        "mainEntityOfPage": {"@id": "https://www.blog.example.org/2024/cron/"},
    }

    article = extract(page([other, own]), URL)

    assert (article.authors, str(article.published_at)) == (["Kim Minji"], "2024-03-01 09:00:00+09:00")


def test_of_several_articles_none_of_which_is_the_pages_own_none_is_believed() -> None:
    listed = [POST | {"headline": f"Post {n}", "url": f"https://blog.example.org/{n}"} for n in range(3)]

    article = extract(page(*listed), "https://blog.example.org/")

    assert (article.authors, article.published_at) == ([], None)


def test_an_article_that_is_only_mentioned_is_not_the_pages() -> None:
    article = extract(page({"@type": "WebSite", "name": "Blog", "hasPart": [POST]}), URL)

    assert article.published_at is None


def test_an_organisation_that_is_the_site_is_no_author() -> None:
    paper, agency = ({"@type": "Organization", "name": name} for name in ("The Paper", "Reuters"))

    assert extract(page(POST | {"author": paper, "publisher": paper}), URL).authors == []
    assert extract(page(POST | {"author": agency, "publisher": paper}), URL).authors == ["Reuters"]


def test_a_person_whose_blog_has_the_persons_name_is_its_author() -> None:
    person, blog = ({"@type": kind, "name": "Kim Minji"} for kind in ("Person", "Organization"))

    article = extract(page(POST | {"author": person, "publisher": blog}), URL)

    assert (article.authors, article.site_name) == (["Kim Minji"], "Kim Minji")


def test_entities_and_tags_in_a_headline_are_read() -> None:
    article = extract(page(POST | {"headline": "&#8220;Cron&#8221; &amp;&nbsp;<b>PATH</b>"}, body="<p>x</p>"), URL)

    assert article.title == "“Cron” & PATH"
