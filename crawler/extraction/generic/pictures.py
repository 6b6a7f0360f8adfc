"""Pages that are pictures: a comic, a gallery, a photograph with its caption. Who looks for text finds none there."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from lxml.etree import XPath

from crawler.extraction.generic.asides import NAMES
from crawler.extraction.generic.runs import Run
from crawler.extraction.idioms.images import PICTURE, image_url

if TYPE_CHECKING:
    from lxml.html import HtmlElement

WORTH = 100  # letters that a picture stands for
HALF = 0.5  # of a run's letters: from there on it is a link more than a text
AROUND = 4  # elements around a picture whose names say what it is
NEAR = 3  # elements around a picture that may hold its caption too
SMALL = 100  # pixels of a side, where the page says it
ORNAMENTS = re.compile(r"logo|icon|avatar|profile|emoji|badge|button|btn|sprite|thumb|side-?bar|widget", re.IGNORECASE)
IMAGES = XPath(".//img")
SHOWN = XPath(
    "(.//img|.//embed)[not(ancestor::*[self::nav or self::footer or self::aside or self::form or self::header])]"
)
ANYWHERE = "https://e.invalid/"  # the page: only whether there is an address is asked


def picture_runs(body: HtmlElement, runs: list[Run]) -> list[Run]:
    """Return a page's pictures as kept runs, where no prose is kept and they outweigh the words that are; else none.

    Their captions are kept as well then. Where there are hardly any words, links are let go, and what is beside: words,
    and pictures from the tree.
    """
    words = [run for run in runs if run.kept and not run.is_linked(HALF)]
    if any(run.is_prose for run in words):
        return []
    pictures, letters = _pictures(body), sum(len(run.letters) for run in words)
    if letters >= WORTH * len(pictures):
        return []
    if letters < WORTH:
        _let_go(body, runs, pictures)
    captioned = _boxes_of_one(pictures)
    for run in runs:
        run.kept = run.kept or (not run.is_linked(HALF) and any(box in captioned for box in _around(run)))
    return [Run(picture.getparent(), [(picture, "whole")], letters="x" * WORTH, kept=True) for picture in pictures]


def _let_go(body: HtmlElement, runs: list[Run], pictures: list[HtmlElement]) -> None:
    for run in runs:
        beside = run.is_linked(HALF) or any(ORNAMENTS.search(_names(box)) for box in _around(run))
        run.kept = run.kept and not beside
    for other in set(IMAGES(body)).difference(pictures):
        other.drop_tree()


def _around(run: Run) -> tuple[HtmlElement, ...]:
    return (run.owner, *islice(run.owner.iterancestors(), NEAR - 1))


def _pictures(body: HtmlElement) -> list[HtmlElement]:
    """Return the pictures that a page shows for their own sake; one that links to another page only if it is alone."""
    free: list[HtmlElement] = []
    linked: list[HtmlElement] = []
    for picture in SHOWN(body):
        if _is_shown(picture) and not _is_ornament(picture):
            link = next(picture.iterancestors("a"), None)
            (free if link is None or PICTURE.search(link.get("href", "")) else linked).append(picture)
    return free or (linked if len(linked) == 1 else [])


def _is_shown(picture: HtmlElement) -> bool:
    sides = (picture.get(name, "").removesuffix("px") for name in ("width", "height"))
    small = any(side.isdecimal() and int(side[:6]) < SMALL for side in sides)
    return not small and (picture.tag == "embed" or image_url(picture, ANYWHERE) is not None)


def _is_ornament(picture: HtmlElement) -> bool:
    """Say whether the names of a picture and of what is around it call it part of the site, or of what is beside."""
    around = islice(picture.iterancestors(), AROUND)
    named = any(NAMES.search(said) or ORNAMENTS.search(said) for said in map(_names, around) if said)
    return named or bool(ORNAMENTS.search(f"{_names(picture)} {picture.get('src', '').rpartition('/')[2]}"))


def _names(element: HtmlElement) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}".strip()


def _boxes_of_one(pictures: list[HtmlElement]) -> set[HtmlElement]:
    """Return the elements near a picture that hold no other one: what they say, they say of it."""
    held = Counter(box for picture in pictures for box in islice(picture.iterancestors(), NEAR))
    return {box for box, number in held.items() if number == 1 and box.tag != "body"}
