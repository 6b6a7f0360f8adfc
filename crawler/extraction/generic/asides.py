"""Lines that stand in an article or right after it and are none of it.

They send the reader elsewhere, ask for something, or say whose the text is.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crawler.extraction.generic.runs import Run

AROUND = 4  # blocks around a run whose names say what it is
LAST = 6  # kept runs at the end among which an article's partings stand
LONGEST = 240  # characters of a parting line
POINTER = 0.6  # share of a line that is a link, where the line only points to another page
CONTAINERS = frozenset("body article main".split())
PICTURES = frozenset("figure figcaption".split())
NAMES = re.compile(
    r"related|recommend|recent|share|sharing|social|newsletter|subscri|promo|read-?more|comment|breadcrumb|teaser|banner"
    r"|advert|sponsor|cookie|popup|author|byline|submitted|publish|date|meta|caption|copyright|noscript",
    re.IGNORECASE,
)
POINTS_AWAY = re.compile(
    r"\W*(?:(?:read|watch) (?:more|also|next)|also (?:on|read)|don.?t miss|related(?: \w+)?:|recommended|you may also"
    r"|관련\s?(?:기사|글|포스팅)|함께\s?(?:보면|읽으면)|추천\s?(?:기사|글)|더\s?읽)",
    re.IGNORECASE,
)
PARTS = re.compile(
    r"\bfollow\b.*\b(?:facebook|twitter|instagram|youtube|telegram|linkedin)\b"
    r"|\b(?:share|like) (?:this|it)\b.*(?:story|post|article|friend|facebook|twitter)"
    r"|\b(?:subscribe|sign up)\b.*\b(?:newsletter|channel|e-?mail|inbox)\b"
    r"|copyright\b|[©ⓒ]\s*\w|all rights reserved|무단\s?(?:전재|복제|배포|도용)|재배포\s?금지|저작권자",
    re.IGNORECASE,
)


def is_aside(run: Run) -> bool:
    """Say whether the names of the blocks around a run call it something beside the text."""
    for element in islice((run.owner, *run.owner.iterancestors()), AROUND):
        if element.tag in CONTAINERS:
            return False
        if element.tag in PICTURES or NAMES.search(f"{element.get('class', '')} {element.get('id', '')}"):
            return True
    return False


def drop_pointers(runs: list[Run]) -> None:
    """Let go of lines that do nothing but name another page to read: "Read more: …", "관련 기사: …"."""
    for run in runs:
        if run.kept and run.is_linked(POINTER) and POINTS_AWAY.match(run.text):
            run.kept = False


def drop_partings(runs: list[Run]) -> None:
    """Let go of what a site says below every article: whose it is, where to follow, share and subscribe."""
    kept = [run for run in runs if run.kept]
    for run in kept[-LAST:]:
        run.kept = run.is_block or len(run.text) > LONGEST or not PARTS.search(run.text)
