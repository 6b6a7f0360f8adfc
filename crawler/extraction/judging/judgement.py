"""What a page is judged by, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from crawler.extraction.judging.sight import BARE, LITTLE, MUCH, amount

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from crawler.extraction.judging.sight import Sight
    from crawler.platforms.platform import Platform
    from crawler.verdict import Verdict

ENOUGH = 3  # weight of the signs from which on a verdict is believed
QUOTE = 120  # letters of the page that are quoted at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How the page came."""

    url: str  # as asked for
    final_url: str
    status: int | None = 200
    headers: dict[str, str] = field(default_factory=dict)  # lower-case names
    rendered: bool = False  # its scripts have run, in a browser of today


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """All that is known of a page."""

    answer: Answer
    sight: Sight
    text: str  # of its article; empty where it was not cleaned
    platform: Platform | None = None

    @property
    def letters(self) -> int:
        """How much the page says, and its article: whichever is more."""
        return max(amount(self.sight.prose), amount(self.text))

    @property
    def is_bare(self) -> bool:
        """Whether it says next to nothing."""
        return amount(self.sight.prose) <= BARE

    @property
    def is_short(self) -> bool:
        """Whether it says no more than most pages that stand in an article's place."""
        return self.letters <= LITTLE

    @property
    def is_long(self) -> bool:
        """Whether it says more than any page says that stands in an article's place."""
        return self.letters > MUCH


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
    def evidence(self) -> dict[str, Any]:
        """What is stored: the reason, the heaviest rule with its quote, and the names of all that spoke for it."""
        if not self.signs:
            return {"reason": self.reason}
        heaviest = max(self.signs, key=lambda sign: (sign.weight, bool(sign.found)))
        quote = heaviest.found[:QUOTE] or next((sign.found[:QUOTE] for sign in self.signs if sign.found), "")
        names = [sign.rule for sign in self.signs if sign.weight > 0]
        return {"reason": self.reason, "rule": heaviest.rule, "found": quote, "signs": names}


def of_an_article(case: Case) -> Iterator[Sign]:
    """Yield what speaks against any verdict."""
    if not case.is_short:
        yield Sign("some text", -4)
    if case.sight.dated:
        yield Sign("says that it is an article", -6)


def weigh(verdict: Verdict, reason: str, signs: Iterable[Sign]) -> Judgement | None:
    """Return the verdict where the signs weigh enough."""
    signs = tuple(signs)
    return Judgement(verdict, reason, signs) if sum(sign.weight for sign in signs) >= ENOUGH else None
