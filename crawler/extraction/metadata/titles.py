"""The title of a page without the name of its site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.extraction.metadata.linked_data import bare_title

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

PARTS = re.compile(r"\s+[|·•–—:»«-]\s+|\s*[|»]\s*|:{1,2}\s+")
LONGEST = 500  # characters of a title


def best_title(written: Iterable[str], site_names: Collection[str], heads: Collection[str]) -> str | None:
    """Return the first title that is more than the site's name, freed of that.

    `site_names` are bare titles; `heads`, the page's headings as written, stand in where no title is.
    """
    titles = [text[:LONGEST] for text in written if text]
    freed = [*(without_site(title, site_names, heads) for title in titles), *heads]
    own = (title for title in freed if bare_title(title) not in site_names)
    return next(own, next(iter(freed), None))


def without_site(title: str, site_names: Collection[str], heads: Collection[str]) -> str:
    """Take the site's name off a title: where the page names its site, or where a heading is the rest."""
    bare_heads = {bare_title(head) for head in heads}
    if bare_title(title) in bare_heads:
        return title
    for cut in PARTS.finditer(title):
        left, right = title[: cut.start()], title[cut.end() :]
        at_left, at_right = bare_title(left), bare_title(right)
        if at_right and (at_left in site_names or (at_right in bare_heads and len(right) > len(left))):
            return right
        if at_left and (at_right in site_names or (at_left in bare_heads and cut[0][0] != ":")):
            return left
    return title
