"""A form for logging in where the article should be, in any language.

The page's main part asks for one password, and the title or the notice above the field names what the form's button
does: "Ligar-se" over a button "Ligar-se", 请先登录 over 登录. No list of words is needed for that.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from crawler.extraction.judging.judgement import PARAGRAPH, Sign, is_in_the_address, of_what_was_asked
from crawler.extraction.judging.notice import sentences_of, tells
from crawler.extraction.judging.sight import EDGES
from crawler.extraction.judging.voice import amount
from crawler.extraction.judging.words.courtesy import BARE_NAME
from crawler.extraction.judging.words.members import PUSHING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crawler.extraction.judging.judgement import Case
    from crawler.extraction.judging.structure import Structure

STEM, SHARE = 4, 0.7  # of a word's characters, how many are the same in all its forms
SHORT = 2  # characters of a word that is one without spaces around it
WORDS = 3  # of a label
UNSPACED = re.compile("[\u3040-\u30ff\u4e00-\u9fff\u1100-\u11ff\uac00-\ud7a3\u0590-\u06ff\u0e00-\u0e7f]")
FIELDS = 3  # that a login has at most: the name, the password, a code
ABOVE = 700  # `amount` of what stands before the field
NOTICE = 16  # the same of a sentence above it, which is longer than a label
PROSE = 120  # the same of sentences there that do not name the login
STOPS = (".", "!", "?", "…", "。", "！", "？")
MOST = 1_500  # the same of the whole page
PARAGRAPHS = 1  # of an article's length, about the site itself
DATE = re.compile(
    r"\b(?:19|20)\d\d[-./年년]|\b\d{1,2}[./]\d{1,2}[./](?:\d\d|\d{4})\b|\b\d{1,2}:\d\d\b|\b(?:19|20)\d\d\b"
)


def of_a_form(case: Case) -> Iterator[Sign]:
    """Yield the signs of such a page, and what speaks against it; nothing where no such form stands in its place."""
    found = case.sight.structure
    if found.before is None or found.texts or found.choices or found.fields > FIELDS or not _is_brief(found):
        return
    stems = [stem for label in found.labels for stem in _stems(label)]
    named = list(_named(case, found, stems))
    if not any(sign.weight > 1 for sign in named):
        return
    yield Sign("password field in the main part", 1)
    yield from named
    yield from _against(case, found, stems)


def _is_brief(found: Structure) -> bool:
    before = sum(map(amount, found.lines[: found.before]))
    paragraphs = [line for line in found.lines if amount(line) >= PARAGRAPH]
    after = [line for line in found.lines[found.before :] if amount(line) >= PARAGRAPH]
    is_about_itself = len(after) <= PARAGRAPHS or len(paragraphs) <= PARAGRAPHS
    return before <= ABOVE and sum(map(amount, found.lines)) <= MOST and is_about_itself


def _named(case: Case, found: Structure, stems: Sequence[str]) -> Iterator[Sign]:
    """Yield where the page is called what the button does, and where its notice says so."""
    if part := next((part for part in case.sight.title_parts if _is_name(part, stems)), None):
        yield Sign("title of the form", 2, part)
    above = list(zip(found.lines, found.headed, strict=True))[: found.before]
    heading = next((line for line, headed in reversed(above) if headed), "")
    if _says(heading, stems):
        yield Sign("heading of the form", 2, heading)
    notices = [line for line, headed in above if not headed and amount(line) >= NOTICE]
    if line := next((line for line in notices if _says(line, stems)), None):
        yield Sign("notice above the form", 2, line)
    on = sum(amount(line) for line in notices if _says(line, stems))
    if sum(map(amount, notices)) - on > max(PROSE, 1.5 * on):
        yield Sign("speaks of other things", -2)
    if sum(map(amount, found.lines)) <= PARAGRAPH:
        yield Sign("nothing but a form", 1)


def _against(case: Case, found: Structure, stems: Sequence[str]) -> Iterator[Sign]:
    sight = case.sight
    above = found.lines[: found.before]
    if tells(sentences_of([line for line in found.lines if line.endswith(STOPS)])):
        yield Sign("tells something", -5)
    if sight.shows_code:
        yield Sign("shows code", -4)
    if sight.dated or any(DATE.search(line) for line in above):
        yield Sign("says that it is an article", -6)
    elif any(DATE.search(line) for line in found.lines):
        yield Sign("may be dated", -2)
    if sight.typed:
        yield Sign("may be an article", -2)
    if own := _own_heading(case, found, stems):
        is_part = len(sight.title_parts) > 1 and own == sight.title_parts[0]
        yield Sign("has a heading of its own", -4 if is_part else -2, own)
    yield from of_what_was_asked(case.answer)
    if part := next((part for part in sight.title_parts if is_in_the_address(part, case.answer)), None):
        yield Sign("was asked for", -4, part)


def _own_heading(case: Case, found: Structure, stems: Sequence[str]) -> str | None:
    """Return a heading that the title names, unless it is a form's or a site's over a notice."""
    parts = case.sight.title_parts
    if any(_is_name(part, stems) or BARE_NAME.fullmatch(part) for part in parts):
        return None
    headings = [line.strip(EDGES) for line, headed in zip(found.lines, found.headed, strict=True) if headed]
    return next((head for head in headings if case.sight.is_its_title(head) and not _is_name(head, stems)), None)


def _stems(label: str) -> Iterator[str]:
    """Yield what the forms of a label's words have in common; nothing of one that any button may have."""
    words = [_bare(word) for word in label.split()[:WORDS]]
    if not words or PUSHING.fullmatch(label.strip(EDGES)):
        return
    if UNSPACED.search(label):
        yield from (word for word in words if len(word) >= SHORT)
    elif len(words) > 1 and len(words[0]) <= STEM:  # "log in", "sign in", "đăng nhập"
        yield " ".join(words)
        yield "".join(words)
    elif len(words[0]) >= STEM:
        yield words[0][: max(STEM, int(SHARE * len(words[0])))]


def _bare(text: str) -> str:
    """Return a text in lower case without accents."""
    plain = unicodedata.normalize("NFD", text.lower())
    return "".join(one for one in plain if not "\u0300" <= one <= "\u036f").strip(EDGES)


def _says(text: str, stems: Sequence[str]) -> bool:
    bare = _bare(text)
    composed = unicodedata.normalize("NFC", bare)
    return any(stem in bare if UNSPACED.search(composed) else _begins(stem, bare) for stem in stems)


def _begins(stem: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(stem)}", text) is not None


def _is_name(part: str, stems: Sequence[str]) -> bool:
    """Return whether a part of the title says what the button does, and little else."""
    longest = max((len(stem) for stem in stems if _says(part, [stem])), default=0)
    return longest > 0 and len(_bare(part)) <= 2 * longest + 4
