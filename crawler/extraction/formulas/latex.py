"""LaTeX as pages write it, to one line of a formula."""

from __future__ import annotations

import re

from crawler.extraction.formulas.delimiters import bare
from crawler.extraction.legible import legible

COMMAND = re.compile(r"\\[A-Za-z,;!|{}\\]|[\^_]|=")
COMMENT = re.compile(r"(?<!\\)%[^\n]*")
STYLED = re.compile(r"\{\\(?:display|text)style\s++(.*)\}", re.DOTALL)
BRACE = re.compile(r"(?<!\\)[{}]")
LONGEST = 10_000  # characters of a formula


def tidy(latex: str) -> str:
    """Return LaTeX on one line, without delimiters, comments and what only sets its size."""
    latex = bare(COMMENT.sub("", latex[:LONGEST]).strip())
    if (styled := STYLED.fullmatch(latex)) and _balanced(styled[1]):
        latex = styled[1]
    return legible(latex)


def _balanced(latex: str) -> bool:
    depth = 0
    for brace in BRACE.findall(latex):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0
