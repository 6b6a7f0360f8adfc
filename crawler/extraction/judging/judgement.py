"""What a page is judged by, and what comes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from crawler.extraction.judging.notice import (
    addresses_its_reader,
    says_little_else,
    sentences_of,
    speaks_of_others,
    tells,
)
from crawler.extraction.judging.places import path_of
from crawler.extraction.judging.sight import BARE, EDGES, LITTLE, MUCH
from crawler.extraction.judging.voice import amount, unquoted
from crawler.extraction.judging.words.courtesy import BARE_NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from crawler.extraction.judging.answer import Answer
    from crawler.extraction.judging.sight import Sight
    from crawler.platforms.platform import Platform
    from crawler.verdict import Verdict

WORD = re.compile(r"[^\W_]{1,40}")
ENOUGH = 3  # weight of the signs from which on a verdict is believed
LISTED = re.compile(r"/(?:[\w-]{0,20}(?:errors?|codes?)|status|http)/(?:[a-z_-]{0,20})[45]\d\d(?!\w)", re.IGNORECASE)
DATED = -6  # weight of a date
TEXT = 3  # weight of what a page says, at most: that it is so, and little else
FAR_TOO_LONG = 4_000  # `amount` of an article that is longer than any notice; the longest known is a program's dump
PARAGRAPH = 200  # `amount` of a paragraph that is longer than a teaser's
QUOTE = 120  # letters of the page that are quoted at most


@dataclass(frozen=True, kw_only=True)
class Case:
    """All that is known of a page."""

    answer: Answer
    sight: Sight
    text: str  # of its article; empty where it was not cleaned
    platform: Platform | None = None

    @cached_property
    def said(self) -> str:
        """What the page says itself."""
        return " ".join(self.sight.lines)

    @cached_property
    def sentences(self) -> list[str]:
        """The same without its title, sentence by sentence, without what stands on every page of a site."""
        return sentences_of([line for line in self.sight.lines if not self.sight.is_its_title(line)])

    @cached_property
    def letters(self) -> int:
        """How much the page says, without what surrounds it, or its article in paragraphs: whichever is more."""
        paragraphs = (amount(line) for line in self.text.splitlines())
        return max(amount(self.sight.body), sum(length for length in paragraphs if length >= PARAGRAPH))

    @property
    def is_bare(self) -> bool:
        """Whether it says next to nothing."""
        return amount(self.said) <= BARE

    @property
    def is_short(self) -> bool:
        """Whether it says no more than most pages that stand in an article's place."""
        return self.letters <= LITTLE

    @property
    def is_long(self) -> bool:
        """Whether it says more than any page says that stands in an article's place."""
        return self.letters > MUCH

    @cached_property
    def is_far_too_long(self) -> bool:
        """Whether its words can be no notice's: only its address and the marks of programs count."""
        return len(self.text) > FAR_TOO_LONG or amount(self.text) > FAR_TOO_LONG


class Sign(NamedTuple):
    """One thing that speaks for a verdict, or against it where its weight is negative."""

    rule: str
    weight: int
    found: str = ""  # what the page says, word for word


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on a page, and what it rests on."""

    verdict: Verdict
    reason: str
    signs: tuple[Sign, ...] = ()

    @property
    def weight(self) -> int:
        """Of its signs together."""
        return sum(sign.weight for sign in self.signs)

    @property
    def evidence(self) -> dict[str, Any]:
        """What is stored: the reason, the heaviest rule with its quote, and the names of all that spoke for it."""
        if not self.signs:
            return {"reason": self.reason}
        heaviest = max(self.signs, key=lambda sign: (sign.weight, bool(sign.found)))
        signs = [sign for sign in self.signs if sign.weight > 0]
        quote = heaviest.found[:QUOTE] or next((sign.found[:QUOTE] for sign in signs if sign.found), "")
        names = [sign.rule for sign in signs]
        return {"reason": self.reason, "rule": heaviest.rule, "found": quote, "signs": names}


def of_an_article(case: Case, *matters: re.Pattern[str]) -> Iterator[Sign]:
    """Yield what speaks against any verdict; a text that is on its matters alone speaks less."""
    if not case.is_short:
        yield Sign("some text", -2 if matters and says_little_else(case.sentences, *matters) else -4)
    if case.sight.dated:
        yield Sign("says that it is an article", DATED)
    elif case.sight.typed:
        yield Sign("may be an article", -2)


def can_be(case: Case, names: Iterable[Sign], others: Iterable[Sign] = (), text: int = TEXT) -> bool:
    """Return whether a verdict is possible before the text is read: it weighs this much at most, with the `names`."""
    against = -2 * (not case.is_short) + (DATED if case.sight.dated else -2 * case.sight.typed)
    words = sum(sign.weight for sign in names) + text
    return max(words, 0) + sum(sign.weight for sign in others) + against >= ENOUGH


def in_sum(signs: Iterable[Sign]) -> Iterator[Sign]:
    """Yield signs that speak for a verdict together: words that speak against it take nothing from other evidence."""
    signs = tuple(signs)
    if sum(sign.weight for sign in signs) > 0:
        yield from signs


def of_its_matter(case: Case, said: str | None, *matters: re.Pattern[str]) -> Iterator[Sign]:
    """Yield what the page says, and whether it speaks of these matters alone, or of others as well."""
    if said:
        yield Sign("text", 2, said)
        if says_little_else(case.sentences, *matters):
            yield Sign("says little else", 1)
    elif not case.is_short:  # measuring a long text takes its time, and most pages come here
        yield Sign("says nothing of it", -4)
        return
    elif not (case.is_bare or case.sight.passwords or addresses_its_reader(case.sentences)):
        yield Sign("does not address its reader", -2)
    if speaks_of_others(case.sentences, *matters):
        yield Sign("speaks of other things", -4)
    if tells(case.sentences):
        yield Sign("tells something", -4)
    if case.sight.shows_code:
        yield Sign("shows code", -2)


def of_its_name(case: Case, is_name: Callable[[str], object], weight: int, matter: re.Pattern[str]) -> Iterator[Sign]:
    """Yield a heading that says so, in whole; or that the page is named after something else."""
    headings = [unquoted(head).strip(EDGES) for head in case.sight.headings]
    title = next((head for head in headings if case.sight.is_its_title(head)), None)
    says_so = next(filter(is_name, headings), None)
    if says_so and (title is None or is_name(title) or len(case.sight.title_parts) < 2):
        yield Sign("heading", weight, says_so)
    elif title and not BARE_NAME.fullmatch(title):
        yield Sign("has a heading of its own", -1 if matter.search(title) else -2, title)
    elif _has_own_title(case.sight, is_name):
        yield Sign("has a title of its own", -2, case.sight.title)


def _has_own_title(sight: Sight, is_name: Callable[[str], object]) -> bool:
    if sight.noindex:  # the title may be the site's, on all its pages that are none
        return False
    parts = sight.title_parts
    return len(parts) > 1 and not any(is_name(part) or BARE_NAME.fullmatch(part) for part in parts)


def of_what_was_asked(answer: Answer) -> Iterator[Sign]:
    """Yield that the address is one of a list of errors, `/errors/404`: what stands there is written about it."""
    if found := LISTED.search(path_of(answer.url)):
        yield Sign("was asked for", -4, found[0])


def is_in_the_address(name: str, answer: Answer) -> bool:
    """Return whether all words of a title stand in the requested address: an article is named like its address."""
    path = set(WORD.findall(path_of(answer.url).lower()))
    words = WORD.findall(name.lower())
    return bool(words) and path.issuperset(words)


def weigh(verdict: Verdict, reason: str, signs: Iterable[Sign], against: Iterable[Sign] = ()) -> Judgement | None:
    """Return the verdict where the signs weigh enough; read what speaks `against` it only where they do."""
    judgement = Judgement(verdict, reason, tuple(signs))
    if judgement.weight >= ENOUGH:
        judgement = Judgement(verdict, reason, (*judgement.signs, *against))
    return judgement if judgement.weight >= ENOUGH else None
