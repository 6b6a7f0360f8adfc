"""What is asked for."""

from __future__ import annotations

import pytest

from crawler.rendering.requests import file_address
from crawler.urls import canonical_url

RAW = "https://raw.githubusercontent.com/o/r/main/a/b"


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("https://github.com/o/r/blob/main/a/b.ipynb#cell-3", f"{RAW}.ipynb"),
        ("https://www.github.com/o/r/blob/main/a/b.pdf?raw=true", f"{RAW}.pdf"),
        ("https://github.com/o/r/blob/main/a/%EB%B6%84%EC%84%9D.ipynb", f"{RAW[:-1]}%EB%B6%84%EC%84%9D.ipynb"),
    ],
)
def test_of_a_page_that_frames_a_file_the_file_is_asked_for_and_stays_the_same_source(url: str, asked: str) -> None:
    assert file_address(url) == asked
    assert canonical_url(asked) == canonical_url(url.partition("?")[0])


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/o/r/blob/main/a.py",
        "https://github.com/o/r/issues/1",
        f"{RAW}.ipynb",
        "http://[::1]:80/a.pdf",
    ],
)
def test_anything_else_is_asked_for_as_it_is(url: str) -> None:
    assert file_address(url) == url
