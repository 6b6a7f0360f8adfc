"""How far an article can be trusted, 0 to 1, and what lowers it.

The product of what each symptom leaves of it; a symptom that takes a tenth or more is named. Nothing is known of the
page but itself, so 1 means that nothing speaks against the article, not that it is whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crawler.extraction.quality.symptoms import (
    boilerplate_share,
    breaks_off,
    garbled_share,
    is_cut_off,
    says_blocked,
    says_not_found,
    says_paywall,
    sentence_share,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

REASONS = {  # each word that a quality may name, with what it says
    "empty": "no text and no picture",
    "soft-404": "the text says that the page is not there",
    "blocked": "the text keeps programs out, or asks for scripts",
    "thin": "little text, few pictures",
    "truncated": "the page breaks off, or leads on to the rest",
    "left out": "most of the page's prose is not in the article",
    "paywall": "it ends in asking for an account",
    "menu": "nearly all of it is links, or lines that are no sentences",
    "links": "much of it is links",
    "boilerplate": "lines that belong to what is around articles",
    "mojibake": "read in the wrong character set",
    "code lost": "less code than the page has there",
    "tables lost": "fewer rows of tables",
    "formulas lost": "fewer formulas",
    "images lost": "fewer pictures",
    "headings lost": "fewer headings",
    "lists lost": "fewer items of lists",
}
ENOUGH = 400  # characters: a short post
WIDE = 2.5  # characters of an alphabet that one of Chinese, Japanese or Korean stands for
WORDED = 0.5  # share of a text that is sentences in any article
PICTURE = 100  # characters that a picture is worth
FEW_LINKS = 0.3  # share of linked text that reference lists and link cards reach as well
MENU = 0.7  # share of linked text from which on there is nothing else
MANY = 6  # addresses: fewer are cards, however much of a short post they are
HALF = 0.5  # share of the page's prose that an article holds at least
NAMED = 0.9  # factor from which on downwards a symptom is named


@dataclass(frozen=True, kw_only=True)
class Page:
    """What is known of the page that an article was made of."""

    source: str
    title: str
    coverage: float  # share of the page's prose that the article holds
    lost: list[tuple[str, float]]  # kinds of which cleaning lost more than a little, and the share that is left


def judge(page: Page, cleaned: HtmlElement, text: str) -> tuple[float, list[str]]:
    """Return the quality of an article, given its cleaned tree and its text, and the reasons, the worst first."""
    images = sum(1 for _ in cleaned.iter("img"))
    if not text.strip() and not images:
        return 0.0, ["empty"]
    return _weighed(
        [
            *_of_text(page.title, text, images),
            *_of_page(page, text),
            _linked(cleaned, text),
            _worded(cleaned, text),
            *((f"{kind} lost", 0.6 + 0.3 * left) for kind, left in page.lost),
        ]
    )


def judge_text(text: str) -> tuple[float, list[str]]:
    """Return the quality of a text that came as one, and the reasons."""
    return _weighed(list(_of_text("", text, 0))) if text.strip() else (0.0, ["empty"])


def _weighed(symptoms: list[tuple[str, float]]) -> tuple[float, list[str]]:
    found = sorted(symptoms, key=lambda pair: pair[1])
    quality = 1.0
    for _, factor in found:
        quality *= factor
    return round(quality, 3), [reason for reason, factor in found if factor <= NAMED]


def _of_text(title: str, text: str, images: int) -> Iterator[tuple[str, float]]:
    """Yield the symptoms of a text, each with what it leaves of the quality."""
    if says_not_found(title, text):
        yield "soft-404", 0.05
    if says_blocked(title, text):
        yield "blocked", 0.05
    yield "thin", min(1.0, (_amount(text) + PICTURE * images) / ENOUGH) ** 0.5
    yield "boilerplate", max(0.4, 1 - 2 * boilerplate_share(text))
    yield "mojibake", max(0.1, 1 - 15 * garbled_share(text))


def _of_page(page: Page, text: str) -> Iterator[tuple[str, float]]:
    """Yield the symptoms of an article that is not the whole one."""
    if breaks_off(page.source, text):
        yield "truncated", 0.55
    elif is_cut_off(text):
        yield "truncated", 0.6
    if says_paywall(text):
        yield "paywall", 0.6
    yield "left out", min(1.0, 0.4 + page.coverage * 0.6 / HALF)


def _linked(cleaned: HtmlElement, text: str) -> tuple[str, float]:
    linked = sum(len(link.text_content()) for link in cleaned.iter("a"))
    share = min(1.0, linked / len(text)) if text else 0.0
    excess = max(0.0, share - FEW_LINKS) / (1 - FEW_LINKS)
    if share > MENU and len({link.get("href") for link in cleaned.iter("a")}) >= MANY:
        return "menu", max(0.05, 0.3 * (1 - excess))
    return "links", 1 - 0.4 * excess


def _worded(cleaned: HtmlElement, text: str) -> tuple[str, float]:
    """Weigh how much of the text is sentences; code, tables and pictures with a word below them need none."""
    other = sum(len(block.text_content()) for block in cleaned.iter("pre", "table"))
    other += PICTURE * sum(1 for _ in cleaned.iter("img"))
    share = max(sentence_share(text), min(1.0, other / max(1, len(text))))
    return "menu", min(1.0, 0.1 + 0.9 * share / WORDED)


def _amount(text: str) -> float:
    wide = sum(1 for letter in text[: 2 * ENOUGH] if letter > "\u2e80")
    return len(text) + (WIDE - 1) * wide
