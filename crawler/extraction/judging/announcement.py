"""A notice that the page announces: its title and a heading say so, and the text below the heading.

What else the site's template holds (teasers, a newsletter, a text about the publisher) says nothing about the page
then, however long it is. Only paragraphs as long as an article's weigh against the verdict.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from crawler.extraction.judging.judgement import (
    DATED,
    ENOUGH,
    PARAGRAPH,
    Sign,
    is_in_the_address,
    of_what_was_asked,
)
from crawler.extraction.judging.notice import (
    READER,
    addresses_its_reader,
    first,
    says_little_else,
    sentences_of,
    speaks_of_others,
    tells,
)
from crawler.extraction.judging.sight import EDGES, LITTLE
from crawler.extraction.judging.traces import is_trace
from crawler.extraction.judging.voice import amount, unquoted
from crawler.extraction.judging.words.courtesy import BARE_NAME, COURTESY

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator, Sequence

    from crawler.extraction.judging.judgement import Case

HEADINGS = 8  # among which the notice's is looked for
NOTICE = 14  # lines that a notice has at most
PARAGRAPHS = 2  # that may stand outside of the notice
LONGEST_NAME, SHARE = 120, 0.4  # characters of a title that is such a sentence, and how much of it says so
STRONG = 2  # weight of a name
BRIEF = 250  # `amount` of a notice that may send the reader elsewhere
NEEDED = 5  # weight of title, heading and text together
MOST = 8  # the same at most: both say it, the text says little else, and title and heading differ


@dataclass(frozen=True, slots=True, eq=False)  # a pattern's hash takes as long as the pattern
class Matter:
    """What the notices of one verdict are about."""

    is_name: Callable[[str], object]  # whether a title or a heading is such a notice's
    sentence: re.Pattern[str]
    topic: re.Pattern[str]
    has_code: bool = False  # whether such a notice may show code of its own

    def weight(self, name: str) -> int:
        """Return 2 for the name of such a notice, 1 for a title or heading that is a sentence of one, 0 for others."""
        return _weight(self, name)


@lru_cache(maxsize=256)  # the same few titles and headings are looked at again and again
def _weight(matter: Matter, name: str) -> int:
    if matter.is_name(name):
        return STRONG
    said = matter.sentence.search(name) if len(name) <= LONGEST_NAME else None
    return 1 if said and len(said[0]) >= SHARE * len(name) else 0


def of_an_announcement(
    case: Case, matter: Matter, also: Sequence[Sign] = (), beside: Sequence[Sign] = ()
) -> Iterator[Sign]:
    """Yield the signs of a notice that title and heading announce, and what speaks against it; or nothing.

    `also`: other evidence of the same verdict, which counts as well. `beside`: what counts without a notice, too.
    """
    if beside or _can_be_one(case, also):
        yield from _of_a_notice(case, matter, also)
    yield from beside


def _of_a_notice(case: Case, matter: Matter, also: Sequence[Sign]) -> Iterator[Sign]:
    names = list(_of_names(case, matter))
    if not any(sign.weight > 0 for sign in names):  # nearly every page ends here: what follows takes its time
        return
    start = _start(case, matter)
    if start is None:
        return
    end = _end(case, matter, start)
    notice = sentences_of([line for line in case.sight.lines[start:end] if not _is_name(case, matter, line)])
    text = list(_of_text(matter, notice))
    signs = [*names, *text, *also]
    if sum(sign.weight for sign in signs) < NEEDED:
        return
    is_vague = max(sign.weight for sign in names) < STRONG or not (text and text[0].weight == STRONG)
    if is_vague and notice and not (also or _speaks(names) or addresses_its_reader(notice)):
        return
    yield from signs
    if speaks_of_others(notice, matter.sentence, matter.topic) and not (_says_it_twice(names) and _is_brief(notice)):
        yield Sign("speaks of other things", -5)
    yield from _against(case, matter, notice, says_so=bool(text and text[0].weight >= STRONG))
    outside = [*case.sight.lines[:start], *case.sight.lines[end:]]
    if sum(amount(line) >= PARAGRAPH for line in outside) > PARAGRAPHS:
        yield Sign("paragraphs outside of the notice", -4)


def _can_be_one(case: Case, also: Sequence[Sign]) -> bool:
    """Return whether title, heading and text can make a verdict at all, before they are read."""
    known = sum(sign.weight for sign in also)
    if case.is_far_too_long and known <= 0:
        return False
    return MOST + known + DATED * case.sight.dated >= ENOUGH


def _is_name(case: Case, matter: Matter, line: str) -> bool:
    return case.sight.is_its_title(line) or bool(matter.is_name(line.strip(EDGES)))


def _of_names(case: Case, matter: Matter) -> Iterator[Sign]:
    sight = case.sight
    titles = [
        piece
        for part in (*sight.title_parts, sight.title)
        for piece in (part, *part.split(": ")[: 2 * (": " in part and len(part) <= LONGEST_NAME // 2)])
    ]
    headings = [unquoted(head).strip(EDGES) for head in sight.headings[:HEADINGS]]
    title = max(titles, key=matter.weight, default="")
    heading = max(headings, key=matter.weight, default="")
    if of_title := matter.weight(title):
        yield Sign("title", of_title, title)
    elif any(map(BARE_NAME.fullmatch, titles)):
        yield Sign("title of a notice", 1, sight.title)
    elif len(sight.title_parts) > 1:
        yield Sign("has a title of its own", -2, sight.title)
    if of_heading := matter.weight(heading):
        yield Sign("heading", of_heading, heading)
    elif headings and not of_title:
        yield Sign("has a heading of its own", -2, headings[0])
    said = heading if of_heading else title if of_title else ""
    if max(of_title, of_heading) < STRONG and READER.search(said):
        yield Sign("addresses its reader", 2 if case.is_bare else 1, said)
    if of_title == of_heading == STRONG and title.lower() not in heading.lower():
        yield Sign("says it twice", 1, heading)  # an article's heading is its title


def _says_it_twice(names: Sequence[Sign]) -> bool:
    return any(sign.rule == "says it twice" for sign in names)


def _speaks(names: Sequence[Sign]) -> bool:
    return any(sign.rule in {"says it twice", "addresses its reader"} for sign in names)


def _is_brief(notice: Sequence[str]) -> bool:
    return sum(map(amount, notice)) <= BRIEF


def _of_text(matter: Matter, notice: Sequence[str]) -> Iterator[Sign]:
    """Yield what the notice says, and whether it says little else or at least begins with its matter."""
    if said := first(matter.sentence, notice):
        yield Sign("text", 2, said)
    matters = matter.sentence, matter.topic
    if sum(map(amount, notice)) <= LITTLE and says_little_else(notice, *matters):
        yield Sign("says little else", 1)
    elif said and any(words.search(notice[0]) for words in (*matters, COURTESY)):
        yield Sign("begins with it", 1)


def _against(case: Case, matter: Matter, notice: Sequence[str], *, says_so: bool) -> Iterator[Sign]:
    sight = case.sight
    if tells(notice):
        yield Sign("tells something", -5)
    is_its_own = matter.has_code and (says_so or is_trace(sight.listing))
    if sight.shows_code and not is_its_own:
        yield Sign("shows code", -4 if sight.shows_listing else -3)
    if sight.dated:
        yield Sign("says that it is an article", DATED)
    elif sight.typed:
        yield Sign("may be an article", -1)
    yield from (Sign(sign.rule, -9, sign.found) for sign in of_what_was_asked(case.answer))
    named = (part for part in sight.title_parts if is_in_the_address(part, case.answer))
    if not case.is_bare and (found := next(named, None)):  # a bare page explains nothing
        yield Sign("was asked for", -9, found)


def _start(case: Case, matter: Matter) -> int | None:
    """Return the line with which the notice begins: a heading that says so, or else the first line that does."""
    lines = list(zip(case.sight.lines, case.sight.headed, strict=True))
    named = (i for i, (line, headed) in enumerate(lines) if headed and _says_so(line, matter))
    said = (i for i, (line, _) in enumerate(lines) if first(matter.sentence, [line]))
    return next(named, next(said, None))


def _says_so(heading: str, matter: Matter) -> bool:
    return any(matter.weight(piece.strip(EDGES)) for piece in (heading, *heading.split(": ")))


def _end(case: Case, matter: Matter, start: int) -> int:
    """Return the line after the notice: the next heading on another matter."""
    last = min(len(case.sight.lines), start + NOTICE)
    for place in range(start + 1, last):
        if case.sight.headed[place] and not _belongs(case.sight.lines[place], matter):
            return place
    return last


def _belongs(line: str, matter: Matter) -> bool:
    return any(words.search(line) for words in (matter.sentence, matter.topic, COURTESY))
