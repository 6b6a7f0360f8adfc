"""Names out of bylines: "By A and B, Associated Press", "홍길동 기자 gildong@paper.kr", "Jeff Foust | Monday, …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crawler.extraction.metadata.dates import DAY_OF_WEEK
from crawler.extraction.metadata.linked_data import bare_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST = 200  # characters of a byline
LONGEST_NAME = 60  # characters: what is longer is no name
MOST_WORDS = 6
LEAD = re.compile(
    r"^(?:(?:(?:posted|written|published|reviewed|words|story|text|article)\s+)?by\b\s*:?\s*"
    r"|(?:authors?|writer|autore?|auteur|autor(?:in)?|글쓴이|작성자|저자|글|文|著者|作者|執筆者?|автор|текст)\s*[:：]\s*"
    r"|(?:글|작성자|글쓴이|저자)\s+(?=\S)|(?-i:[Vv]on|[Pp]ar|[Pp]or|door|av|di|da)\s+(?=\S+\s\S))",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"(?:mailto:)?[\w.+-]{1,64}@[\w.-]{1,80}|https?://\S+|(?<!\w)@\w+")
EMPTY = re.compile(r"[(<\[]\s*[)>\]]")  # what brackets an address leaves
ROLE = re.compile(
    r"\s*(?:선임|수석|인턴|객원|전문|취재|사진|의학전문)?\s?(?:기자|특파원|편집장|에디터|논설위원|칼럼니스트|앵커)$"
    r"|,?\s+(?:staff writer|senior (?:writer|reporter|editor)|contributor|correspondent|columnist|editor|reporter)$",
    re.IGNORECASE,
)
NOBODY = frozenset(
    "admin administrator root user author authors editor editors editorial staff guest anonymous unknown webmaster "
    "moderator team none null undefined default гость админ администратор редакция redaktion gast redacción invité "
    "관리자 운영자 편집부 작성자 글쓴이 익명 게스트 管理人 管理者 匿名 superuser".split()
)
WORKPLACE = re.compile(r"\s+[-–—|]\s+|(?<=[a-z]{4})\.\s+(?=[A-Z])")  # between a name and where it works
PARTS = re.compile(r"\s*[,;·•/、，]\s*")
JOINS = re.compile(r"\s+(?:and|und|et|y|e|och|og|en|и)\s+|\s*&\s*", re.IGNORECASE)
DEGREE = re.compile(r"(?:jr|sr|ph\.?\s?d|m\.?d|md|esq|m\.?sc|b\.?sc|mba|rn|rdn?|ms|ii|iii|iv)\.?", re.IGNORECASE)
TIMES = re.compile(r"(?<!\S)\d+(?!\S)|\b(?:19|20)\d\d\b|\d{1,2}[./:]\d|\bmin(?:ute)?s?\b|\bago\b", re.IGNORECASE)
CJK_NAME = re.compile(r"[가-힣]{2,5}|[\u4e00-\u9fff]{2,5}")


@dataclass(frozen=True)
class Site:
    """What is no person on a page, as bare titles."""

    names: frozenset[str] = frozenset()  # of the site: behind a name it is where that one works
    organisations: frozenset[str] = frozenset()  # that the page says are such


def people(bylines: Iterable[str], site: Site) -> list[str]:
    """Return the names in bylines, each once."""
    return list(dict.fromkeys(name for byline in bylines for name in _names(byline, site)))


def _names(byline: str, site: Site) -> Iterator[str]:
    text = EMPTY.sub(" ", ADDRESS.sub(" ", byline[:LONGEST]))
    for place, part in enumerate(_parts(LEAD.sub("", " ".join(text.split()), count=1))):
        name = ROLE.sub("", part).strip(" .,;:|-–—·•")
        bare = bare_title(name)
        works = place > 0 and (bare in site.names or bare_title(name.split(" ")[0]) in site.names)
        is_role = place > 0 and name != part.strip() and not CJK_NAME.fullmatch(name)  # "Ann Lee, Science Editor"
        if _is_name(name) and not (works or is_role) and bare not in site.organisations:
            yield name


def _parts(text: str) -> Iterator[str]:
    """Split a byline where it holds several names; what follows a pair of them is where they work."""
    parts = [part for part in PARTS.split(WORKPLACE.split(text)[0]) if part and not DEGREE.fullmatch(part)]
    pair = next((place for place, part in enumerate(parts) if JOINS.search(part)), None)
    if pair is not None:
        for part in parts[: pair + 1]:
            yield from JOINS.split(part)
    elif len(parts) == 2 and not any(" " in part or CJK_NAME.fullmatch(part) for part in parts):
        yield ", ".join(parts)  # "Smith, John"
    else:
        yield from parts


def _is_name(text: str) -> bool:
    """Say whether a text can be a name: some letters, no sentence, no date, nobody's role."""
    if not any(map(str.isalpha, text)) or len(text) > LONGEST_NAME or len(text.split()) > MOST_WORDS:
        return False
    return text.casefold() not in NOBODY and not TIMES.search(text) and not DAY_OF_WEEK.match(f"{text} ")
