"""How far an article can be trusted, 0 to 1, from what it is made of.

A first measure, the product of two shares: how much of ENOUGH the article has (characters of text; a picture and a
block of code stand for some), and how much of its text is not links. A page whose article is a menu is near 0, an
ordinary post is near 1, a diary of pictures in between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ENOUGH = 400  # characters: a short post
PICTURE = 60  # characters that a picture is worth
FEW_LINKS = 0.3  # share of linked text that reference lists and link cards reach as well


def quality_of(tree: HtmlElement, text: str) -> float:
    """Measure a cleaned tree and its text; 0 where nothing was found."""
    letters = len(text)
    linked = sum(len(link.text_content()) for link in tree.iter("a"))
    amount = letters + PICTURE * sum(1 for _ in tree.iter("img"))
    excess = max(0.0, linked / letters - FEW_LINKS) / (1 - FEW_LINKS) if letters else 0.0
    return round(min(1.0, amount / ENOUGH) * (1 - min(1.0, excess)), 3)
