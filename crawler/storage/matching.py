"""Which of a note's citations are still there. Pure."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import datetime

    from crawler.storage.reading import FoundCitation


@dataclass(frozen=True, slots=True)
class HeldCitation:
    """A citation as the database holds it."""

    id: int
    source_id: int
    closed_at: datetime | None
    values: dict[str, Any]  # what the note says, by column


def match_citations(
    held: Iterable[HeldCitation], found: Sequence[FoundCitation]
) -> tuple[list[HeldCitation | None], list[HeldCitation]]:
    """Return the held citation that each found one is (None: it is new), and those that no found one is.

    The same URL in the same spelling is the same citation, in order of occurrence; an open one before a closed one,
    and of the closed ones that which went last.
    """
    waiting: defaultdict[tuple[str, str], deque[HeldCitation]] = defaultdict(deque)
    for citation in sorted(held, key=_precedence):
        waiting[_spelling(citation.values)].append(citation)
    matches: list[HeldCitation | None] = []
    for each in found:
        same = waiting[_spelling(each.values)]
        matches.append(same.popleft() if same else None)
    return matches, [citation for citations in waiting.values() for citation in citations]


def match_readdressed(
    left: list[HeldCitation], found: Sequence[FoundCitation], known: Mapping[str, Collection[int]]
) -> list[HeldCitation | None]:
    """Return the citation, of those that are left, that each new one is with another address; and leave it no more.

    `known` says of an address which sources it is another one of.
    """
    matches: list[HeldCitation | None] = []
    for each in found:
        ids = known.get(each.source_url, ())
        same = next((citation for citation in left if citation.closed_at is None and citation.source_id in ids), None)
        if same is not None:
            left.remove(same)
        matches.append(same)
    return matches


def _spelling(values: dict[str, Any]) -> tuple[str, str]:
    return values["as_written"], values["url"]


def _precedence(citation: HeldCitation) -> tuple[float, int, int]:
    closed = -citation.closed_at.timestamp() if citation.closed_at else float("-inf")
    return closed, citation.values["line"], citation.id
