"""Dates that a page shows to its readers, under a label and near its title or byline.

"기사입력 2020.05.08. 오전 9:12", "작성일 : 2021-03-14 17:22", "Posted on Mar 14, 2021", "Last updated: 2023-02-01".
A date counts where its line is short and no sentence, and where a label that begins the line, or a field of it, stands
right before it; else where the line is marked as one of dates or bylines and holds no other. Of several dates that
differ, no one says which is the article's.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from crawler.extraction.cleaning.tree import HEADINGS
from crawler.extraction.metadata.bylines import is_beside
from crawler.extraction.metadata.dates import dates_in, leading_date, parse_date
from crawler.extraction.metadata.relative_dates import counts_back

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from crawler.extraction.generic.runs import Run

PUBLISHED = (
    r"(?:기사|최초|글)?\s?(?:입력|등록|작성|게시|발행)\s?(?:일시|일자|일|시간|날짜)?"
    r"|(?:first )?(?:posted|published)(?: on| at)?|date (?:posted|published)|publi(?:shed|cation) date|posting date"
    r"|(?:veröffentlicht|publiziert|erstellt)(?: am)?|publié(?:e)?(?: le)?|publicado(?: el| em)?|pubblicato(?: il)?"
    r"|投稿日時?|公開日|掲載日|发布(?:于|时间|日期)?|發佈(?:於|時間|日期)?|опубликовано"
)
MODIFIED = (
    r"(?:기사|최종|마지막)?\s?(?:수정|편집|업데이트|갱신)\s?(?:일시|일자|일|시간|날짜)?"
    r"|(?:last )?(?:updated|modified|edited|revised|reviewed)(?: on| at)?|last (?:update|modification|change)"
    r"|date (?:updated|modified)|(?:zuletzt )?(?:aktualisiert|geändert)(?: am)?|mis(?:e)? à jour(?: le)?"
    r"|actualizado(?: el)?|atualizado(?: em)?|aggiornato(?: il)?|更新(?:日時?|于|时间|日期)|обновлено"
)
LABEL = re.compile(rf"\W*(?:(?P<published>{PUBLISHED})|(?P<modified>{MODIFIED}))(?!\w)\s*[:：]?\s*", re.IGNORECASE)
FIELDS = re.compile(r"[|·•∙;]|\s/\s|(?<=기자)\s")
GOES_ON = re.compile(r"\w|,\s+[a-z]")  # behind a date, so that it is a part of what is said
SENTENCE = re.compile(r"[^\W\d]{2,}[.!?。]\s*$")
# Classes of what shows when, and by whom, an article was written.
SHOWN = re.compile(
    r"(?<![a-z])(?:pub|post|reg|num|entry|story|page|w)?[-_]?"
    r"(?:dates?|datetime|timestamp|time|published|posted|meta|byline|created)(?![a-z])",
    re.IGNORECASE,
)
CHANGED = re.compile(r"updated|modified|edited", re.IGNORECASE)
BEFORE_CHANGE = re.compile(rf"(?<!\w)(?:{MODIFIED})\W*$", re.IGNORECASE)
LEVELS = 3  # elements around a `<time>` before which its label may stand
FEW = 4  # pieces of text there
LONGEST = 120  # characters of a line that holds labels; a longer one is prose
BEFORE, AFTER = 3, 8  # lines around the title or byline that are looked at, up to the next heading


def labelled_dates(runs: list[Run], title: str | None, language: str | None) -> tuple[list[str], list[str]]:
    """Return a page's date of publishing and of its last change, each as written, in a list of one or none."""
    places = _places(runs, title)
    found = [(kind, date) for place in places for kind, date in _dates(_line(runs, place), language)]
    if not any(kind == "published" for kind, _ in found):
        found += [pair for place in places for pair in _shown_dates(runs[place], language)]
    return _only(found, "published", language), _only(found, "modified", language)


def tells_change(time: HtmlElement) -> bool:
    """Say whether the words right before a `<time>` call it that of the last change: "Last updated on", "수정"."""
    element = time
    for _ in range(LEVELS):
        parent = element.getparent()
        if parent is None:
            return False
        if before := " ".join(_before(element, parent)).strip():
            return BEFORE_CHANGE.search(before) is not None
        element = parent
    return False


def _before(element: HtmlElement, parent: HtmlElement) -> list[str]:
    """Return the last texts of an element's parent before it, comments aside."""
    beside = list(islice(element.itersiblings(preceding=True), FEW))
    texts = [text for one in reversed(beside) for text in (_own(one), one.tail or "")]
    return texts if len(beside) == FEW else [parent.text or "", *texts]


def _own(element: HtmlElement) -> str:
    return "".join(islice(element.itertext(), FEW)) if isinstance(element.tag, str) else ""


def _line(runs: list[Run], place: int) -> str:
    """Return the words of a run; with them those of the next, where a label stands in a cell or box of its own."""
    line = " ".join(runs[place].text.split())
    beside = runs[place + 1].text.split() if place + 1 < len(runs) and LABEL.fullmatch(line) else []
    return " ".join([line, *beside])


def _only(found: list[tuple[str | None, str]], kind: str, language: str | None) -> list[str]:
    """Return the one date of a kind, however often it is there."""
    dates = {parse_date(date, language=language): date for own, date in reversed(found) if own == kind}
    return list(dates.values()) if len(dates) == 1 else []


def _shown_dates(run: Run, language: str | None) -> list[tuple[str | None, str]]:
    """Return the one date of a line that is marked as one of dates or bylines, with its kind."""
    around = list(dict.fromkeys((run.owner, *(element for element, _ in run.pieces), run.owner.getparent())))
    classes = " ".join(f"{e.get('class', '')} {e.get('id', '')}" for e in around if e is not None)
    if len(run.text) > LONGEST or not (SHOWN.search(classes) or any(e.tag == "time" for e in around if e is not None)):
        return []
    dates = [run.text] if counts_back(run.text) else list(dates_in(run.text, language))
    is_change = CHANGED.search(classes) or any(kind == "modified" for kind, _ in _dates(run.text, language))
    kind = "modified" if is_change else "published"
    return [(kind, dates[0])] if len(dates) == 1 and not is_beside(run.owner) else []


def _dates(line: str, language: str | None) -> Iterator[tuple[str | None, str]]:
    """Yield the kind of each label in a line, and the date behind it."""
    if len(line) > LONGEST or SENTENCE.search(line):
        return
    for words in FIELDS.split(line):
        rest = words
        while label := LABEL.match(rest):
            date = leading_date(rest[label.end() :], language)
            rest = rest[label.end() + len(date or "") :]
            if not date or GOES_ON.match(rest):
                break
            yield label.lastgroup, date


def _places(runs: list[Run], title: str | None) -> list[int]:
    """Return the places of the runs around the title and the bylines."""
    name = "".join((title or "").split())
    found: set[int] = set()
    for place, run in enumerate(runs):
        if (run.letters == name and run.owner.tag in HEADINGS) or _is_byline(run):
            found |= {*_up_to_heading(runs, range(place - 1, max(-1, place - 1 - BEFORE), -1)), place}
            found |= {*_up_to_heading(runs, range(place + 1, min(len(runs), place + 1 + AFTER)))}
    return sorted(found)


def _is_byline(run: Run) -> bool:
    return len(run.text) <= LONGEST and any(
        e.get("itemprop") == "author" or e.get("rel") == "author" or "byline" in e.get("class", "")
        for e in (run.owner, *(element for element, _ in run.pieces))
    )


def _up_to_heading(runs: list[Run], places: range) -> Iterator[int]:
    for place in places:
        if runs[place].owner.tag in HEADINGS:
            return
        yield place
