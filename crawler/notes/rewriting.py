"""Another address in the place of a cited one, and nothing else touched.

Where a citation's URL stands in the text is not guessed from its form: each place that spells it is tried, and the one
counts after which the note, read again, cites the new address there and all else as before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crawler.notes.citation import Form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from crawler.notes.citation import Citation

    Read = Callable[[str], Sequence[Citation]]

NEWLINE = re.compile("\r\n|\r|\n")
# What may end a URL, or mean something, in one form of Markdown or another.
ESCAPED = str.maketrans({character: f"%{ord(character):02X}" for character in " ()<>[]|\\`*\"'^{}"})


@dataclass(slots=True)
class Rewritten:
    """A note's text with other addresses, and what became of each citation that was to get one."""

    text: str
    done: list[tuple[Citation, str]] = field(default_factory=list)  # as it was, and its new address
    left: list[Citation] = field(default_factory=list)  # where the new address would not be read as meant


def rewrite(text: str, address_of: Callable[[Citation], str | None], read: Read) -> Rewritten:
    """Give each citation the address that `address_of` names for it, if any; `read` returns the citations of a text."""
    result = Rewritten(text)
    before = now = read(text)
    for number, citation in enumerate(before):
        address = (address_of(citation) or "").translate(ESCAPED)
        if not address or address == citation.url:
            continue
        if now[number].url != address:  # else its definition, shared with another reference, has it already
            found = _replaced(result.text, now, number, address, read)
            if found is None:
                result.left.append(citation)
                continue
            result.text, now = found
        result.done.append((citation, address))
    return result


def _replaced(
    text: str, citations: Sequence[Citation], number: int, address: str, read: Read
) -> tuple[str, Sequence[Citation]] | None:
    """Return the text and its citations after one citation got its new address, None where no place takes it."""
    written = citations[number].as_written
    for start in _places(text, citations[number]):
        changed = f"{text[:start]}{address}{text[start + len(written) :]}"
        after = read(changed)
        if _is_as_meant(citations, after, number, address):
            return changed, after
    return None


def _places(text: str, citation: Citation) -> Iterator[int]:
    """Yield where the text spells the citation's URL: on its line, then, for a reference, at its definition."""
    found = [match.start() for match in re.finditer(re.escape(citation.as_written), text)]
    starts = [0, *(newline.end() for newline in NEWLINE.finditer(text)), len(text) + 1]
    begin, end = starts[citation.line - 1], starts[citation.line]
    yield from (place for place in found if begin <= place < end)
    if citation.form in {Form.REFERENCE, Form.FOOTNOTE}:
        yield from (place for place in found if not begin <= place < end)


def _is_as_meant(before: Sequence[Citation], after: Sequence[Citation], number: int, address: str) -> bool:
    """Say whether this citation has the new address, and every other what it had, or this one's definition."""
    old = before[number].url
    return (
        len(before) == len(after)
        and after[number].url == address
        and all(
            was.line == now.line and (now.url == was.url or (was.url == old and now.url == address))
            for was, now in zip(before, after, strict=True)
        )
    )
