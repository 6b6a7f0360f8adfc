"""Jupyter notebooks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from crawler.extraction import extract

if TYPE_CHECKING:
    from crawler.extraction.article import Article

URL = "https://raw.example/o/r/main/분석.ipynb"


def read(book: dict[str, Any] | str) -> Article:
    return extract((book if isinstance(book, str) else json.dumps(book)).encode(), URL, "text/plain")


def test_prose_code_and_what_it_printed_are_kept_in_their_order() -> None:
    printed = [
        {"output_type": "stream", "name": "stdout", "text": ["3\n", "행\n"]},
        {"output_type": "display_data", "data": {"image/png": "iVBORw0KGgo=", "text/plain": "<Figure>"}},
        {"output_type": "error", "ename": "KeyError", "evalue": "'가'", "traceback": ["\u001b[31mKeyError"]},
    ]
    article = read(
        {
            "nbformat": 4,
            "metadata": {"language_info": {"name": "python"}},
            "cells": [
                {"cell_type": "markdown", "source": ["# 데이터 분석\n", "\n", "먼저 *읽는다*."]},
                {"cell_type": "code", "source": "import pandas\nlen(df)", "outputs": printed},
                {"cell_type": "code", "source": [], "outputs": []},
                {"cell_type": "raw", "source": "그대로"},
            ],
        }
    )

    assert article.title == "데이터 분석"
    assert article.markdown == (
        "# 데이터 분석\n\n먼저 *읽는다*.\n\n```python\nimport pandas\nlen(df)\n```\n\n"
        "```text\n3\n행\n<Figure>\nKeyError: '가'\n```\n\n```text\n그대로\n```"
    )
    assert '<code class="language-python">' in article.html
    assert article.language == "ko"


def test_one_of_format_three_is_read() -> None:
    cells = [
        {"cell_type": "heading", "level": 2, "source": "절"},
        {
            "cell_type": "code",
            "language": "python",
            "input": ["x = 1"],
            "outputs": [{"output_type": "pyout", "text": "1"}],
        },
    ]

    assert read({"nbformat": 3, "worksheets": [{"cells": cells}]}).markdown == (
        "## 절\n\n```python\nx = 1\n```\n\n```text\n1\n```"
    )


def test_the_language_is_the_kernels() -> None:
    cell = {"cell_type": "code", "source": "x <- '```'", "outputs": []}

    assert read({"nbformat": 4, "metadata": {"kernelspec": {"language": "R"}}, "cells": [cell]}).markdown == (
        "````R\nx <- '```'\n````"
    )


def test_what_a_cell_printed_without_end_is_cut() -> None:
    cell = {"cell_type": "code", "source": "go()", "outputs": [{"output_type": "stream", "text": "x" * 100_000}]}

    assert len(read({"nbformat": 4, "cells": [cell]}).markdown) < 3_000


@pytest.mark.parametrize(
    "source",
    [
        "{not json",
        '{"cells": []}',
        "[]",
        '{"a": ' * 100_000,
        '{"nbformat": 4, "cells": [3, {"cell_type": 7, "source": {}}]}',
    ],
)
def test_what_is_no_notebook_is_no_error(source: str) -> None:
    assert read(source).text in {source, ""}
