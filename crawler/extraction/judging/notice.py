"""Whether a page speaks of one matter alone, as a notice does, sentence by sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.extraction.judging.voice import amount
from crawler.extraction.judging.words.courtesy import COURTESY, STANDING

if TYPE_CHECKING:
    from collections.abc import Sequence

END = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])")
CASE = re.compile(
    r"\b(?:if|when(?:ever)?|whether|unless|until|because|where|in case|after|before|once|while|which|whose"
    r"|raised?s?|returns?|says?|said|reports?|to indicate|an? (?:error|exception)|checks?|e\.g\.)\b|[@{}]",
    re.IGNORECASE,
)
TOLD = re.compile(
    r"\bI(?:'ve|'d|'ll)?\b(?! am not| agree| accept)|\b(?:my|myself)\b(?! account| profile| list| cart| content)"
    r"|(?<!니)다[.!]?$|[가-힣] ?(?:나는|내가|저는|제가) |(?:だった|である|(?<![まで])した|のだ|かった|いる|った)。?$"
)
ASTRAY, ALL = 0.4, 0.7  # the share of a notice's matter in what the page says: below and above
ASIDE = 40  # letters on other matters that any notice may have


def sentences_of(lines: Sequence[str]) -> list[str]:
    """Return what a page says, sentence by sentence, without what stands on every page of a site."""
    return [sentence for line in lines for sentence in END.split(line) if sentence and not STANDING.search(sentence)]


def first(pattern: re.Pattern[str], sentences: Sequence[str]) -> str | None:
    """Return the first sentence with such words, unless it speaks of a case: "if the page is gone, …"."""
    found = ((sentence, pattern.search(sentence)) for sentence in sentences)
    return next((sentence for sentence, words in found if words and not CASE.search(sentence[: words.start()])), None)


def tells(sentences: Sequence[str]) -> bool:
    """Say whether somebody tells something: a notice is no "I", and is polite in Korean and Japanese."""
    return any(TOLD.search(sentence) for sentence in sentences if not sentence.endswith("?"))


def speaks_of_others(sentences: Sequence[str], *matters: re.Pattern[str]) -> bool:
    """Say whether most of a text lies in sentences that are on none of the matters, and of no courtesy."""
    said, off = _lengths(sentences, matters)
    return off > ASIDE and off > (1 - ASTRAY) * said


def says_little_else(sentences: Sequence[str], *matters: re.Pattern[str]) -> bool:
    """Say whether nearly all of a text lies in sentences on the matters, or of courtesy."""
    said, off = _lengths(sentences, matters)
    return off <= max((1 - ALL) * said, ASIDE)


def _lengths(sentences: Sequence[str], matters: Sequence[re.Pattern[str]]) -> tuple[int, int]:
    """Measure what a text says, and what of it is on none of the matters."""
    off = (sentence for sentence in sentences if not any(one.search(sentence) for one in (*matters, COURTESY)))
    return sum(map(amount, sentences)), sum(map(amount, off))
