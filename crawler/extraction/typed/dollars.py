"""Formulas that an author typed: `$…$` within a line, `$$…$$` within one or on lines of their own.

A plugin of markdown-it. What a single dollar opens and closes is told from prices as in the text of a page.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from crawler.extraction.formulas.delimiters import CLOSING, LONG, LONGEST, formula_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

DISPLAY = "$$"
INTERRUPTS = ["paragraph", "reference", "blockquote", "list"]


def read_dollars(parser: MarkdownIt) -> None:
    """Teach a parser to read formulas."""
    parser.inline.ruler.after("escape", "formula", _within_line)
    parser.block.ruler.before("fence", "formula_lines", _on_lines, {"alt": INTERRUPTS})
    parser.add_render_rule("formula", _written)
    parser.add_render_rule("formula_lines", _written)


def _within_line(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "$":
        return False
    opening = DISPLAY if state.src.startswith(DISPLAY, state.pos) else "$"
    start = state.pos + len(opening)
    end = state.src.find(CLOSING[opening], start, start + LONGEST.get(opening, LONG))
    after = formula_end(state.src, opening, start, end) if end >= 0 else 0
    latex = state.src[start:end]
    if not after or (opening == "$" and (latex[0].isspace() or "`" in latex)):
        return False
    if not silent:
        state.push("formula", "span", 0).content = latex
        state.tokens[-1].markup = opening
    state.pos = after
    return True


def _on_lines(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    if state.is_code_block(first) or not state.src.startswith(DISPLAY, state.bMarks[first] + state.tShift[first]):
        return False
    lines = [_line(state, first).removeprefix(DISPLAY)]
    alone = not lines[0].strip()
    end, length = first, 0
    while DISPLAY not in lines[-1]:
        end += 1
        if end >= last or length > LONG:
            return False
        lines.append(_line(state, end))
        length += len(lines[-1])
        within = state.sCount[end] >= state.blkIndent if lines[-1] else alone
        if not within:
            return False
    formula, _, behind = "\n".join(lines).partition(DISPLAY)
    if behind.strip() or not formula.strip():
        return False
    if not silent:
        state.line = end + 1
        token = state.push("formula_lines", "div", 0)
        token.content, token.markup, token.block, token.map = formula, DISPLAY, True, [first, end + 1]
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _written(_renderer: RendererHTML, tokens: Sequence[Token], place: int, _options: OptionsDict, _env: EnvType) -> str:
    """Write a formula as renderers of pages do, so that it is read as those of any page are."""
    token = tokens[place]
    kind = "display" if token.markup == DISPLAY else "inline"
    return f'<{token.tag} class="math-{kind}">{escape(token.content)}</{token.tag}>'
