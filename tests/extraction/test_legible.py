from __future__ import annotations

import json

from crawler.extraction import extract

BROKEN = "A \ud83d\u0000 name\u0001\n\n# b"
PROSE = f"<p>{'Words that stand here for what somebody wrote. ' * 20}</p>"


def test_linked_data_gives_names_that_can_be_stored() -> None:
    data = {"@type": "BlogPosting", "headline": BROKEN, "author": {"@type": "Person", "name": BROKEN}}
    page = f'<script type="application/ld+json">{json.dumps(data)}</script><article>{PROSE}</article>'

    article = extract(page, "https://e.example/1")

    assert (article.title, article.authors) == ("A name # b", ["A name # b"])


def test_a_post_out_of_a_pages_data_can_be_stored() -> None:
    post = {"title": BROKEN, "body": f"{BROKEN} {PROSE}", "released_at": "2021-03-14T08:22:00Z", "tags": [BROKEN]}
    page = f"<script>window.__APOLLO_STATE__={json.dumps({'Post:1': post})};</script>"

    article = extract(f"<body>{page}</body>", "https://velog.io/@a/b")

    assert (article.title, article.raw["tags"]) == ("A name # b", ["A name # b"])
    assert article.markdown.encode()
    assert "\x01" not in article.markdown


def test_headings_out_of_a_pages_data_can_be_written() -> None:
    author = {"login": "octo\u0001\ud83d"}
    issue = {"bodyHTML": PROSE, "frontTimelineItems": {}, "title": "A bug", "author": author}
    page = f'<script type="application/json" data-target="react-app.embeddedData">{json.dumps({"x": issue})}</script>'

    article = extract(f"<body>{page}</body>", "https://github.com/o/r/issues/1")

    assert article.markdown.startswith("## Issue by octo\n")


def test_the_name_of_a_file_can_be_stored() -> None:
    assert extract("x = 1", "https://e.example/a%00b%0A.py", "text/plain").title == "ab .py"
