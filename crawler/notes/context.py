"""The words around a citation."""

from __future__ import annotations

import re

LONG_LINE = 400  # characters: a longer line is cut to the sentence
SENTENCE_END = re.compile(r"(?<=[.!?。])\s+|(?<=다\.)")


def sentence_around(line: str, url: str) -> str:
    """Return the line without the white space around it; of a long one the sentence that holds `url`, at most 400."""
    if len(line) <= LONG_LINE:
        return line.strip()
    at = max(line.find(url), 0)
    begin = max(0, at - LONG_LINE)
    for end in SENTENCE_END.finditer(line, begin, at):
        begin = end.end()
    stop = SENTENCE_END.search(line, min(at + len(url), len(line)))
    sentence = line[begin : stop.start() if stop else len(line)].strip()
    at = max(sentence.find(url), 0)
    begin = max(0, min(at - LONG_LINE // 2, len(sentence) - LONG_LINE))
    return sentence[begin : begin + LONG_LINE].strip()
