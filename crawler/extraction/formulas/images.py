"""Pictures of formulas: who draws them has the source in the address, or beside it as words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_plus

from crawler.extraction.formulas.latex import COMMAND

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SERVICE = re.compile(
    r"codecogs\.com/|latex\.php\?|[?&]cht=tx\b|zhihu\.com/equation|mimetex|mathtex|upmath\.me/|/render/math\?"
    r"|math\.(?:vercel\.app|now\.sh)",
    re.IGNORECASE,
)
IN_ADDRESS = re.compile(r"[?&](?:latex|tex|chl|math|eq|formula|from)=([^&#]*)", re.IGNORECASE)
IN_PATH = re.compile(
    r"(?:\.(?:latex|image|cgi)\?|upmath\.me/(?:svg|png)/|/(?:formula|equation|latex|tex|math)/)(.+)", re.IGNORECASE
)
# What only says how codecogs draws: https://editor.codecogs.com/docs/3-Parameters.php
LOOKS = re.compile(
    r"(?:\s*\\(?:dpi\s*\{?\d+\}?|bg_?\w*\s*\{[^{}]*\}|inline|large|huge|small|tiny|fn_\w+)(?![a-z]))+", re.IGNORECASE
)
NAMED = re.compile(r"\\[A-Za-z]{2}")  # what no other address holds


def latex_of_image(image: HtmlElement, *, framed: bool) -> str | None:
    """Return the source of the formula that a picture shows, None where it shows none.

    `framed` says that its class is one of formulas: what stands in the alternative text is the source then.
    """
    source, alt = image.get("src", ""), image.get("alt", "").strip()
    written = _in_address(source)
    if framed:
        return (alt if alt and (COMMAND.search(alt) or not written) else written) or None
    return written or None if NAMED.search(written) or SERVICE.search(source) else None


def _in_address(source: str) -> str:
    if source.startswith("data:"):
        return ""
    if found := IN_ADDRESS.search(source):
        return unquote_plus(found[1])
    found = IN_PATH.search(source)
    written = unquote(found[1]).replace("&space;", " ").replace("&plus;", "+") if found else ""
    looks = LOOKS.match(written)
    return written[looks.end() :] if looks else written
