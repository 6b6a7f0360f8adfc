"""Data and programs, shown as they are."""

from __future__ import annotations

import pytest

from crawler.extraction import extract
from crawler.extraction.dom import LIMIT


@pytest.mark.parametrize(
    ("url", "content_type", "language"),
    [
        ("https://e.example/설정.json", "application/json", "json"),
        ("https://e.example/feed", "application/rss+xml; charset=utf-8", "xml"),
        ("https://e.example/feed", "application/atom+xml", "xml"),
        ("https://e.example/table.csv", "text/plain", "csv"),
        ("https://e.example/table", "text/csv", "csv"),
        ("https://e.example/compose.yml", "application/octet-stream", "yaml"),
        ("https://e.example/compose", "application/x-yaml", "yaml"),
        ("https://raw.example/o/r/main/tool.py", "text/plain", "python"),
        ("https://raw.example/o/r/main/Main.java", "text/plain", "java"),
        ("https://e.example/build.h", "text/plain", "c"),
    ],
)
def test_a_file_of_data_or_a_program_is_one_block_of_code(url: str, content_type: str, language: str) -> None:
    article = extract("가 = 1\n\n  <b> = '2'\n".encode(), url, content_type)

    assert article.text == "가 = 1\n\n  <b> = '2'"
    assert article.markdown == f"```{language}\n{article.text}\n```"
    assert article.html == (f"<pre><code class=\"language-{language}\">가 = 1\n\n  &lt;b&gt; = '2'</code></pre>")


def test_its_name_is_its_title() -> None:
    assert extract(b"{}", "https://e.example/a/%EC%84%A4%EC%A0%95.json?raw=1", "application/json").title == "설정.json"
    assert extract(b"{}", "https://e.example/", "application/json").title is None


def test_a_fence_inside_ends_nothing() -> None:
    article = extract(b"doc = '''\n```\nx\n```\n'''\n", "https://e.example/a.py", "text/plain")

    assert article.markdown.startswith("````python\n")
    assert article.markdown.endswith("\n````")


def test_prose_stays_prose() -> None:
    assert extract("메모: 1\n".encode(), "https://e.example/memo.txt", "text/plain").markdown == "메모: 1"
    assert extract("메모: 1\n".encode(), "https://e.example/LICENSE", "text/plain").title is None


@pytest.mark.parametrize("url", ["https://e.example/a.txt", "https://e.example/a.md", "https://e.example/a.json"])
def test_a_text_that_is_cut_says_so(url: str) -> None:
    article = extract(b"word " * (LIMIT // 5 + 10), url, "text/plain")

    assert len(article.text) <= LIMIT
    assert "truncated" in article.quality_reasons
