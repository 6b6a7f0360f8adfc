"""Which picture an `<img>` means: lazy loading puts the real address anywhere but into `src`."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from lxml.etree import XPath

from crawler.extraction.addresses import absolute
from crawler.extraction.idioms.originals import original

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

LAZY = (
    "data-lazy-src", "data-src", "data-original", "data-actualsrc", "data-lazy", "data-hi-res-src", "data-url",
    "data-original-src", "data-echo",
)  # fmt: skip
SETS = ("data-lazy-srcset", "data-srcset", "srcset")
PLACEHOLDER = re.compile(
    r"^(?:data|blob|about|javascript):"
    r"|(?:/|^)(?:[\w-]*[-_])?(?:blank|spacer|transparent|pixel|grey|gray|1x1)(?:[-_]?\d+x\d+)?\.\w+(?:\?|$)"
    r"|(?:/|^)(?:placeholder|loading|lazy(?:load)?|spinner|loader)(?:[-_]?\d+(?:x\d+)?)?\.\w+(?:\?|$)",
    re.IGNORECASE,
)
CANDIDATE = re.compile(r"(\S*[^,\s])(?:\s+([\d.]+)[wx])?\s*(?:,|$)")
PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp)(?:[?#]|$)", re.IGNORECASE)
TRACKER = frozenset({"0", "1", "0px", "1px"})  # a width or height that no one can see
TWINS = XPath(".//noscript[.//img]")
FILMS = XPath(".//video[@data-gif-url]")
MOST_SOURCES = 20  # of one picture
NEAR = 3  # pictures before a <noscript>, one of which it may repeat


def image_url(image: HtmlElement, base: str) -> str | None:
    """Return the absolute address of the picture, None for a placeholder, a tracker or inlined data."""
    if image.get("width") in TRACKER or image.get("height") in TRACKER:
        return None
    address = next(filter(_is_address, map(str.strip, _sources(image))), None)
    url = absolute(address, base) if address else None
    return original(url) if url else None


def _sources(image: HtmlElement) -> Iterator[str]:
    yield from (image.get(name, "") for name in LAZY)
    yield from (_largest(image.get(name, "")) for name in SETS[:2])
    yield image.get("src", "")
    yield _largest(image.get("srcset", ""))
    yield from _picture(image)
    yield from (value for name, value in image.items() if name.startswith("data-") and PICTURE.search(value))


def _is_address(source: str) -> bool:
    """Say whether a source is one, and no flag of a script, no data and no stand-in."""
    return ("/" in source or "." in source) and not PLACEHOLDER.search(source)


def show_pictures(tree: HtmlElement) -> None:
    """Put the picture of a `<noscript>` where its stand-in is: it says what a script would have loaded.

    A film that naver plays for a GIF is that GIF.
    """
    for film in FILMS(tree):
        address, tail = film.get("data-gif-url"), film.tail
        film.clear()
        film.tag, film.tail = "img", tail
        film.set("src", address)
    for twin in TWINS(tree):
        shown = next(twin.iter("img"))
        if shown.get("width") in TRACKER or shown.get("height") in TRACKER:
            continue
        before = list(islice(_pictures_before(twin), NEAR))
        empty = next((image for image in before if image_url(image, "https://e.invalid/") is None), None)
        if empty is not None:
            shown.set("alt", shown.get("alt") or empty.get("alt", ""))
            shown.tail = empty.tail
            empty.getparent().replace(empty, shown)
        elif not before:
            shown.tail = None
            twin.addprevious(shown)
        twin.drop_tree()


def _pictures_before(twin: HtmlElement) -> Iterator[HtmlElement]:
    for sibling in islice(twin.itersiblings(preceding=True), NEAR):
        yield from islice(sibling.iter("img"), NEAR)


def _largest(candidates: str) -> str:
    """Return the widest of a srcset's candidates."""
    found = CANDIDATE.findall(candidates)
    return max(found, key=lambda pair: _number(pair[1]), default=("", ""))[0]


def _number(text: str) -> float:
    try:
        return float(text or 1)
    except ValueError:
        return 1.0


def _picture(image: HtmlElement) -> list[str]:
    """Return what the sources of a surrounding `<picture>` offer; the parser nests them, as it knows no `<source>`."""
    around = next((e for e in islice(image.iterancestors(), MOST_SOURCES) if e.tag != "source"), None)
    if around is None or around.tag != "picture":
        return []
    sources = islice(around.iter("source"), MOST_SOURCES)
    return [_largest(source.get("srcset") or source.get("data-srcset") or "") for source in sources]
