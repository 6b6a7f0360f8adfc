"""The words around a citation."""

from __future__ import annotations

import re

LONG_LINE = 400  # characters: a longer line is cut to the sentence
SENTENCE_END = re.compile(r"(?<=[.!?。])\s+|(?<=다\.)")


def sentence_around(line: str, url: str, column: int) -> str:
    """Return the line without the white space around it; of a long one the sentence with `url`, at most 400 characters.

    `column` is where the link stands; list and quote marks may have moved it to the right by a little.
    """
    if len(line) <= LONG_LINE:
        return line.strip()
    at = line.find(url, column, column + len(url) + LONG_LINE)
    at = at if at >= 0 else min(column, len(line))
    begin = max(0, at - LONG_LINE // 2)
    for end in SENTENCE_END.finditer(line, begin, at):
        begin = end.end()
    stop = SENTENCE_END.search(line, at + len(url), begin + LONG_LINE)
    return line[begin : stop.start() if stop else begin + LONG_LINE].strip()
