"""The URLs of a note's front matter: the lines of YAML or TOML above its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FENCES = {"---": ("---", "..."), "+++": ("+++",)}
FIELD = re.compile(
    r"(?P<indent>\s*+)(?:-\s++)?(?P<key>\"[^\"]+\"|'[^']+'|[\w가-힣](?:[\w가-힣 ./-]*[\w가-힣./-])?)\s*+[:=](?:\s|$)"
)
TABLE = re.compile(r"\[{1,2}(?P<key>[^\[\]]+)\]{1,2}\s*$")  # of TOML
# Keys whose URL is a picture, the note's own address or its author, none of which is what the note cites.
NO_SOURCE = re.compile(
    r"image|img|thumb|cover|banner|icon|logo|avatar|photo|picture|teaser|hero|header|favicon|^og|^head$|canonical|permalink"
    r"|edit|author|slug|comments|analytics",
    re.IGNORECASE,
)


def front_matter_end(lines: Sequence[str]) -> int:
    """Return how many lines the front matter takes, its fences included; 0 where there is none."""
    closing = FENCES.get(lines[0].rstrip()) if lines else None
    if closing is None:
        return 0
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() in closing:
            return number + 1
        if number == 1 and line.strip() and not (FIELD.match(line) or line.startswith("#")):
            return 0  # a rule and then text
    return 0


def title_of(lines: Sequence[str]) -> str | None:
    """Return the front matter's title."""
    for line in lines:
        key, colon, value = line.partition(":" if ":" in line else "=")
        if colon and key.strip().lower() == "title":
            return value.strip().strip("\"'").strip() or None
    return None


def source_lines(lines: Sequence[str]) -> Iterator[tuple[int, str, str | None]]:
    """Yield (number, line, key of the list it stands in) of each line whose URLs the note cites."""
    keys: list[tuple[int, str, bool]] = []  # indentation, key, whether its value stands on its line
    for number, line in enumerate(lines):
        field = FIELD.match(line)
        if table := TABLE.match(line):
            keys = [(-1, table["key"], False)]
        elif field:
            indent = len(field["indent"])
            while keys and (keys[-1][0] >= indent or keys[-1][2]):
                keys.pop()
            keys.append((indent, field["key"].strip("\"'"), bool(line[field.end() :].strip())))
        if "://" in line and not line.lstrip().startswith("#") and not any(NO_SOURCE.search(key) for _, key, _ in keys):
            yield number, line, None if field or not keys else keys[-1][1]
