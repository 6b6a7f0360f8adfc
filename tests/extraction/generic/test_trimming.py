"""What is taken out of a known platform's content, whose themes write into it."""

from __future__ import annotations

from lxml.html import fromstring

from crawler.extraction.generic.trimming import trim

TOOLS = "".join(f"<h2>Tool {n}</h2><p>It does one thing.</p><p><a href='/{n}'>Download</a></p>" for n in range(4))


def trimmed(markup: str) -> str:
    content = fromstring(f"<div>{markup}</div>")
    trim(content)
    return str(content.text_content())


def test_lines_that_point_away_or_say_whose_it_is_are_taken_out() -> None:
    beside = "<p><a href='/9'>Read also: the ninth tool</a></p><p>Copyright © 2024 The tool shed</p>"

    assert trimmed(f"<p>A tool.</p>{beside}") == "A tool."


def test_links_that_the_author_names_alike_stay() -> None:
    assert trimmed(TOOLS).count("Download") == 4
