"""Whether two addresses are one source: what redirects, canonical links and the contents say. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

WORD = re.compile(r"\w+")
SHINGLE = 4  # words
FEWEST = 20  # words that tell a text from others
SAME = 0.9  # overlap of two texts that are one
OTHER = 0.5  # overlap below which a redirect has led to something else


@dataclass(frozen=True)
class Claim:
    """What the fetch of one source says of another."""

    kind: str  # redirect, canonical
    url: str  # canonical, of the source
    key: str  # canonical, of the other


@dataclass(frozen=True)
class Texts:
    """The articles of the two, as far as they are kept."""

    before: str | None  # of the source, from its own address
    now: str | None  # of the source, wherever it came from
    other: str
    other_key: str | None  # which address the other's page calls canonical


def evidence_of(claim: Claim, texts: Texts) -> dict[str, Any] | None:
    """Return why the two are one, None where that is not shown.

    On one host a permanent redirect or a canonical link on which both agree is enough; across hosts the contents have
    to agree as well. Nothing is one with a front page or with a list that it stands in.
    """
    agreed = overlap(texts.before or texts.now or "", texts.other)
    if not is_page(claim) or (texts.before and agreed is not None and agreed < OTHER):
        return None
    on_one_host = urlsplit(claim.url).netloc == urlsplit(claim.key).netloc
    mutual = claim.kind == "redirect" or texts.other_key in {claim.url, claim.key}
    if not (on_one_host and mutual) and (agreed is None or agreed < SAME):
        return None
    return {"kind": claim.kind, "address": claim.key, "overlap": agreed}


def is_page(claim: Claim) -> bool:
    """Say whether the other address may be a page as the source is: no front page, no folder above the source."""
    source, other = urlsplit(claim.url), urlsplit(claim.key)
    if other.query or other.fragment:
        return True
    folder = f"{other.path.rstrip('/')}/"
    return folder != "/" and not (source.netloc == other.netloc and source.path.startswith(folder))


def overlap(one: str, other: str) -> float | None:
    """Return the share of runs of words that two texts have in common, 0 to 1; None for texts that are too short."""
    first, second = _shingles(one), _shingles(other)
    if not first or not second:
        return None
    return round(len(first & second) / len(first | second), 3)


def _shingles(text: str) -> set[int]:
    words = WORD.findall(text.casefold())
    if len(words) < FEWEST:
        return set()
    return {hash(tuple(words[place : place + SHINGLE])) for place in range(len(words) - SHINGLE + 1)}
