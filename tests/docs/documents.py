"""The documents as their tests read them: headings, tables, code, names in backticks, links."""

from __future__ import annotations

import re
from pathlib import Path

PROJECT_DIR = Path(__file__).resolve().parent.parent.parent
DOCUMENTS = [PROJECT_DIR / "README.md", PROJECT_DIR / "CHANGELOG.md", *sorted((PROJECT_DIR / "docs").glob("*.md"))]

FENCE = re.compile(r"^ *```(?P<language>\w*)\n(?P<code>.*?)^ *```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?P<target>[^)\s]+)\)")
NAME = re.compile(r"`([^`\n]+)`")


def read(name: str) -> str:
    return (PROJECT_DIR / name).read_text(encoding="utf-8")


def prose(text: str) -> str:
    """Return a document without its blocks of code."""
    return FENCE.sub("", text)


def code(text: str, language: str) -> list[str]:
    """Return the blocks of code in one language, in order."""
    return [block["code"] for block in FENCE.finditer(text) if block["language"] == language]


def names(text: str) -> set[str]:
    """Return what stands in backticks outside blocks of code."""
    return set(NAME.findall(prose(text)))


def links(text: str) -> list[str]:
    return [link["target"] for link in LINK.finditer(prose(text))]


def section(text: str, heading: str) -> str:
    """Return what stands below a heading, up to the next one."""
    _, found, rest = text.partition(f"# {heading}\n")
    assert found, f"no heading {heading!r}"
    return re.split(r"^#+ ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def rows(text: str) -> list[list[str]]:
    """Return the cells of a text's tables, row by row, without their headers."""
    lines = [line.strip() for line in text.splitlines()]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    rules = [number for number, row in enumerate(cells) if set("".join(row)) <= set("-: ") and any(row)]
    return [row for number, row in enumerate(cells) if number not in rules and number + 1 not in rules]


def anchors(text: str) -> set[str]:
    """Return the anchors of a document's headings, as GitHub makes them."""
    kept = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in HEADING.findall(prose(text)))
    return {heading.strip().replace(" ", "-") for heading in kept}
