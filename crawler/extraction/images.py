"""Which picture an `<img>` means: lazy loading puts the real address anywhere but into `src`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LAZY = ("data-lazy-src", "data-src", "data-original", "data-actualsrc", "data-lazy", "data-hi-res-src", "data-url")
SETS = ("data-lazy-srcset", "data-srcset", "srcset")
PLACEHOLDER = re.compile(
    r"^data:|(?:/|^)(?:blank|spacer|transparent|pixel|placeholder|loading|lazy|1x1)[\w-]*\.\w+(?:\?|$)", re.IGNORECASE
)
CANDIDATE = re.compile(r"(\S*[^,\s])(?:\s+([\d.]+)[wx])?\s*(?:,|$)")
TRACKER = frozenset({"0", "1", "0px", "1px"})  # a width or height that no one can see


def image_url(image: HtmlElement, base: str) -> str | None:
    """Return the absolute address of the picture, None for a placeholder, a tracker or inlined data."""
    if image.get("width") in TRACKER or image.get("height") in TRACKER:
        return None
    sources = [image.get(name, "") for name in LAZY]
    sources += [_largest(image.get(name, "")) for name in SETS[:2]]
    sources += [image.get("src", ""), _largest(image.get("srcset", "")), *_picture(image)]
    found = next((s for s in map(str.strip, sources) if s and not PLACEHOLDER.search(s)), None)
    return absolute(found, base) if found else None


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
    """Return what the sources of a surrounding `<picture>` offer."""
    parent = image.getparent()
    if parent is None or parent.tag != "picture":
        return []
    return [_largest(s.get("srcset") or s.get("data-srcset") or "") for s in parent.iterchildren("source")]


def absolute(address: str, base: str) -> str | None:
    """Join an address to the page's; None where it is no address of the web."""
    try:
        url = urljoin(base, address.strip().replace(" ", "%20"))
    except ValueError:
        return None
    return url if url.startswith(("http://", "https://")) else None
