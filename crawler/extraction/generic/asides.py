"""Lines that stand in an article or right after it and are none of it.

They send the reader elsewhere, ask for something, or say whose the text is.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice, takewhile, zip_longest
from typing import TYPE_CHECKING

from crawler.extraction.generic.partings import PARTS
from crawler.extraction.generic.pointers import ADVERTISEMENT, LABEL, POINTS_AWAY
from crawler.extraction.metadata.dates import dates_in

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from crawler.extraction.generic.runs import Run

AROUND = 4  # blocks around a run whose names say what it is
LITTLE = 0.35  # share of the kept letters that a box beside the text holds, at most
LAST = 6  # kept runs at the end among which an article's partings stand
GOES_ON = 2  # paragraphs below a line that is none of them
SHORT = 120  # characters of a byline, or of words that head other pages
LONGEST = 240  # characters of a parting line
POINTER = 0.6  # share of a line that is a link, where the line only points to another page
CONTAINERS = frozenset("body article main".split())
PICTURES = frozenset("figure figcaption".split())
NAMES = re.compile(
    r"related|recommend|recent|share|sharing|social|newsletter|subscri|promo|read-?more|comment|breadcrumb|teaser|banner"
    r"|advert|sponsor|cookie|popup|author|byline|submitted|publish|date|meta|caption|copyright|noscript",
    re.IGNORECASE,
)
# What no text is called, as whole words of a class or an id.
BESIDE = re.compile(
    r"(?<![a-z])(?:related|recommend(?:ed|ations?)|newsletter|subscri(?:be|ption)|pay-?wall|sign-?up|promo|advert(?:isement)?"
    r"|sponsored|social|shar(?:e|ing)|comments?|breadcrumbs?|popup|poll|outbrain|taboola|cta|author-?(?:bio|box|card|info)"
    r"|about-?(?:the-)?author|byline|post-?meta|entry-?meta)(?![a-z])",
    re.IGNORECASE,
)
BY = re.compile(
    r"(?:(?:posted|written|published|updated|publi[ée]e?|publicado|publicada|pubblicato|veröffentlicht|diterbitkan|опубликовано)"
    r"(?=\W*$|.*(?:\d{4}|\d:\d\d|\bago\b|\b(?:by|von|par|por|da|oleh)\b))\b"
    r"|(?:by|von|par|por|oleh|автор:?)\s(?=[^\W\d])(?-i:(?![a-z])))(?!.*[.!?。]\s*$)",
    re.IGNORECASE,
)
UNSEEN = re.compile(r"display:\s*none", re.IGNORECASE)


def is_aside(run: Run) -> bool:
    """Say whether the names of the blocks around a run call it something beside the text."""
    for element in islice((run.owner, *run.owner.iterancestors()), AROUND):
        if element.tag in CONTAINERS:
            return False
        if element.tag in PICTURES or NAMES.search(f"{element.get('class', '')} {element.get('id', '')}"):
            return True
    return False


def is_hidden(element: HtmlElement) -> bool:
    """Say whether an element itself is not shown; what is around it may be until a script has run."""
    return "hidden" in element.attrib or UNSEEN.search(element.get("style", "")) is not None


def drop_boxes_beside(runs: list[Run]) -> None:
    """Let go of the boxes that are named as no text is, where they hold little of what is kept."""
    kept = [run for run in runs if run.kept]
    weights: Counter[HtmlElement] = Counter()
    boxes: dict[int, HtmlElement] = {}
    for place, run in enumerate(kept):
        box = None if run.is_block else box_beside(run)
        if box is not None:
            boxes[place] = box
            weights[box] += len(run.letters)
    most = LITTLE * sum(len(run.letters) for run in kept)
    for place, box in boxes.items():
        kept[place].kept = weights[box] > most


def box_beside(run: Run) -> HtmlElement | None:
    """Return the box around a run that is named as no text is."""
    around = takewhile(lambda e: e.tag not in CONTAINERS, (run.owner, *islice(run.owner.iterancestors(), AROUND - 1)))
    return next((e for e in around if BESIDE.search(f"{e.get('class', '')} {e.get('id', '')}")), None)


def drop_bylines(runs: list[Run]) -> None:
    """Let go of the lines above the text that say by whom and when it was written."""
    for run in takewhile(lambda run: not (run.kept and run.is_prose), runs):
        may_be_byline = not (run.is_heading or run.is_block or run.owner.tag == "li")
        if run.kept and may_be_byline and len(run.text) <= SHORT:
            run.kept = not (BY.match(run.text) or _is_date(run.text))


def _is_date(text: str) -> bool:
    """Say whether a line is a date and little else."""
    found = next(dates_in(text), "")
    return 2 * len(found) > len(text)


def drop_pointers(runs: list[Run]) -> None:
    """Let go of lines that do nothing but name another page to read, "Read more: …", and of what such words head.

    Words alone are such a head where links follow, or nothing that is kept.
    """
    heads = False
    for run, below in zip_longest(runs, runs[1:]):
        if len(run.text) > LONGEST or run.is_block or not (run.kept or (below is not None and below.kept)):
            heads = False
        elif len(run.text) <= SHORT and LABEL.fullmatch(run.text):
            alone = below is None or not below.kept or below.is_linked(POINTER)
            heads = alone and not run.linked
            run.kept = run.kept and not alone
        elif len(run.text) <= SHORT and not run.is_heading and ADVERTISEMENT.fullmatch(run.text):
            run.kept = False
        else:
            heads = heads and run.is_linked(POINTER)
            run.kept = run.kept and not heads and not _points_away(run)


def _points_away(run: Run) -> bool:
    """Say whether a run begins with words that point away, and is a link from there on."""
    words = POINTS_AWAY.match(run.text) if run.linked else None
    return words is not None and run.linked >= POINTER * (len(run.text) - words.end())


def drop_partings(runs: list[Run]) -> None:
    """Let go of what a site says below every article: whose it is, where to follow, share and subscribe."""
    below = 0  # paragraphs: where several follow, the text goes on
    for run in [run for run in runs if run.kept][: -LAST - 1 : -1]:
        run.kept = run.is_block or below >= GOES_ON or len(run.text) > LONGEST or not PARTS.search(run.text)
        below += run.kept and run.is_prose
