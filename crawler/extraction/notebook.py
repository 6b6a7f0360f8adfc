"""A Jupyter notebook to its article: its prose as Markdown, its code and what that printed in blocks of code."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from crawler.extraction.plain_text import read_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extraction.article import Article

DEEPEST = 6  # level of headings
PRINTED = 2000  # characters of what one cell printed
BACKTICKS = re.compile(r"`{3,}")
WORD = re.compile(r"[\w+#-]+")


def read_notebook(source: str, url: str) -> Article | None:
    """Make the article of a notebook, of format 3 or 4; None for what is none."""
    try:
        book = json.loads(source)
    except (ValueError, RecursionError):
        return None
    if not isinstance(book, dict) or "nbformat" not in book:
        return None
    language = _language(book)
    return read_markdown("\n\n".join(block for cell in _cells(book) for block in _blocks(cell, language)), url)


def _cells(book: dict[str, Any]) -> Iterator[dict[str, Any]]:
    sheets = [book, *_dicts(book.get("worksheets"))]  # format 3 has its cells in sheets
    for sheet in sheets:
        yield from _dicts(sheet.get("cells"))


def _language(book: dict[str, Any]) -> str:
    about = _dict(book.get("metadata"))
    name = _dict(about.get("language_info")).get("name") or _dict(about.get("kernelspec")).get("language")
    return name if isinstance(name, str) and WORD.fullmatch(name) else "python"


def _blocks(cell: dict[str, Any], language: str) -> Iterator[str]:
    text = _text(cell.get("source", cell.get("input"))).strip("\n")
    match cell.get("cell_type"):
        case "code":
            if text:
                yield _fenced(text, language)
            printed = "\n".join(filter(None, map(_printed, _dicts(cell.get("outputs"))))).strip("\n")
            if printed.strip():
                yield _fenced(printed if len(printed) <= PRINTED else f"{printed[:PRINTED]}…", "text")
        case "heading":  # of format 3
            level = cell.get("level")
            yield f"{'#' * (level if isinstance(level, int) and 0 < level <= DEEPEST else 1)} {' '.join(text.split())}"
        case "markdown":
            yield text
        case _:
            yield _fenced(text, "text") if text else ""


def _printed(output: dict[str, Any]) -> str:
    """Return an output's text; pictures, widgets and tracebacks with their colours are none."""
    if output.get("output_type") in {"error", "pyerr"}:
        return ": ".join(filter(None, (_text(output.get("ename")), _text(output.get("evalue")))))
    data = output.get("data")
    said = data.get("text/plain") if isinstance(data, dict) else output.get("text")
    return _text(said).rstrip("\n")


def _fenced(text: str, language: str) -> str:
    fence = "`" * max((len(run) + 1 for run in BACKTICKS.findall(text)), default=3)
    return f"{fence}{language}\n{text}\n{fence}"


def _text(value: object) -> str:
    """Return a text, which notebooks keep whole or in lines."""
    lines = value if isinstance(value, list) else [value]
    return "".join(line for line in lines if isinstance(line, str))


def _dicts(value: object) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
