"""Footnotes that an author typed: `[^1]` in the text, `[^1]: the note` on a line of its own, indented lines going on.

A plugin of markdown-it: https://pandoc.org/MANUAL.html#extension-footnotes. Notes are written at the end, linked as any
page's are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from markdown_it.token import Token

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from typing import Any

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

REFERENCE = re.compile(r"\[\^([^\s\[\]]{1,100})\]")
DEFINITION = re.compile(REFERENCE.pattern + r":[ \t]*")
INDENT = 4  # of the lines that go on with a note
NOTES = "notes"  # of the environment: label → note


class Note(NamedTuple):
    """A note of a text: its number in the order of the definitions, and what it says."""

    number: int
    tokens: list[Token]


def read_footnotes(parser: MarkdownIt) -> None:
    """Teach a parser to read footnotes."""
    parser.block.ruler.before("reference", "note", _definition, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.before("link", "note_reference", _reference)
    parser.core.ruler.after("block", "notes", _put_at_end)


def _definition(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    begin = state.bMarks[first] + state.tShift[first]
    found = None if state.is_code_block(first) else DEFINITION.match(state.src, begin, state.eMarks[first])
    if found is None:
        return False
    if silent:
        return True
    kept = state.bMarks[first], state.tShift[first], state.sCount[first]
    state.bMarks[first], state.tShift[first], state.sCount[first] = found.end(), 0, state.blkIndent + INDENT
    before = len(state.tokens)
    state.blkIndent += INDENT
    state.level += 1
    state.md.block.tokenize(state, first, last)
    state.level -= 1
    state.blkIndent -= INDENT
    state.bMarks[first], state.tShift[first], state.sCount[first] = kept
    notes = _notes(state.env)
    notes.setdefault(found[1].casefold(), Note(len(notes) + 1, state.tokens[before:]))
    del state.tokens[before:]
    return True


def _reference(state: StateInline, silent: bool) -> bool:
    found = REFERENCE.match(state.src, state.pos) if state.src[state.pos] == "[" else None
    note = _notes(state.env).get(found[1].casefold()) if found else None
    if found is None or note is None:
        return False
    if not silent:
        state.push("html_inline", "", 0).content = f'<sup><a href="#fn-{note.number}">{note.number}</a></sup>'
    state.pos = found.end()
    return True


def _put_at_end(state: StateCore) -> None:
    notes = _notes(state.env).values()
    if notes:
        state.tokens.append(_markup('<ol class="footnotes">'))
        for note in notes:
            state.tokens += [_markup(f'<li id="fn-{note.number}">'), *note.tokens, _markup("</li>")]
        state.tokens.append(_markup("</ol>"))


def _markup(written: str) -> Token:
    return Token("html_block", "", 0, content=written)


def _notes(env: MutableMapping[str, Any]) -> dict[str, Note]:
    notes: dict[str, Note] = env.setdefault(NOTES, {})
    return notes
