"""What a text is about, by the words that it uses, so that one that was rewritten is known again. Pure."""

from __future__ import annotations

import re
from collections import Counter
from math import log, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SYLLABLES = 2  # of a Korean word that are its stem: particles and endings follow
STEM = 6  # characters of any other word that are its stem
SHORTEST = 4  # characters of a word that may name a subject: most shorter ones are grammar
SAMPLE = 600  # words that a subject is taken from: all long texts of a language have most of their words in common
STRETCH = 20  # words in a row of a sample
HANGUL = re.compile("[\uac00-\ud7a3]")
HAN = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


def sample(words: Sequence[str]) -> Sequence[str]:
    """Return SAMPLE words of a long text, in stretches from its beginning to its end; all words of a short one."""
    if len(words) <= SAMPLE:
        return words
    count = SAMPLE // STRETCH
    starts = (number * (len(words) - STRETCH) // (count - 1) for number in range(count))
    return [word for start in starts for word in words[start : start + STRETCH]]


def subject_of(words: Iterable[str]) -> Counter[str]:
    """Count the stems of words in lower case; characters of Han and kana, each a word, count in pairs."""
    stems: Counter[str] = Counter()
    before = ""
    for word in words:
        if HAN.match(word):
            stems[before + word] += bool(before)
            before = word
            continue
        before = ""
        if HANGUL.match(word):
            stems[word[:SYLLABLES]] += 1
        elif len(word) >= SHORTEST:
            stems[word[:STEM]] += 1
    return stems


def subjects_alike(one: Counter[str], other: Counter[str]) -> float:
    """Return how alike two subjects are, 0 to 1: the cosine of their counts, each dampened (1 + log)."""
    first, second = _weights(one), _weights(other)
    common = sum(weight * second[stem] for stem, weight in first.items() if stem in second)
    size = sqrt(sum(weight**2 for weight in first.values()) * sum(weight**2 for weight in second.values()))
    return common / size if size else 0.0


def _weights(stems: Counter[str]) -> dict[str, float]:
    return {stem: 1 + log(count) for stem, count in stems.items() if count}
