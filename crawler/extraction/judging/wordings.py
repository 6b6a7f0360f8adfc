"""Lists of wordings, one a line, as one pattern."""

from __future__ import annotations

import re

UNSPACED = re.compile("[\u0590-\u0fff\u3000-\uffff]")  # scripts whose words have no blanks, or prefixes, around
GOES_ON = re.compile(r"\\\n\s*")


def any_of(wordings: str, **parts: str) -> re.Pattern[str]:
    """Compile a list of patterns, one a line, in any case; `<name>` in one of them stands for the part of that name.

    A line that ends with a backslash goes on in the next.
    """
    lines = [bare for line in GOES_ON.sub("", wordings).splitlines() if (bare := line.strip())]
    pattern = "|".join(lines)
    for name, part in parts.items():
        pattern = pattern.replace(f"<{name}>", part)
    return re.compile(pattern, re.IGNORECASE)


def either_order(*pairs: tuple[str, str]) -> str:
    """Return a part for `any_of`: a word of the first list and one of the second in one sentence, in either order."""
    return "|".join(line for one, other in pairs for line in _orders(one, other))


def words_of(*pairs: tuple[str, str]) -> str:
    """Return a part for `any_of`: any word of such lists."""
    return "|".join(rf"{_edges(words)[0]}(?:{words})" for pair in pairs for words in pair)


def _edges(words: str) -> tuple[str, str]:
    """Return what stands before and after a whole word; a script whose words have no blanks around knows none."""
    return ("", "") if UNSPACED.search(words) else (r"(?<![^\W_])", r"(?![^\W_])")


def _orders(one: str, other: str) -> tuple[str, str]:
    edges = ("", "") if UNSPACED.search(one) else (r"(?<![^\W_])", r"(?![^\W_])")
    gap = r"[^.!?。！？؟\n]{0,16}?" if UNSPACED.search(one) else r"[^.!?\n]{0,48}?"
    word = f"(?:{one})".join(edges)
    return f"{word}{gap}(?:{other})", f"(?:{other}){gap}{word}"
