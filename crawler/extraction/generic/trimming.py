"""Lines among a platform's content that are none of the text: which box holds it is known, not what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extraction.generic.asides import drop_partings, drop_pointers
from crawler.extraction.generic.cutting import cut_out
from crawler.extraction.generic.runs import runs_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def trim(content: HtmlElement) -> None:
    """Take out what points to other pages, and what a site says below every article; the author's own links stay."""
    runs = runs_of(content)
    for run in runs:
        run.kept = True
    drop_pointers(runs)
    drop_partings(runs)
    cut_out(runs)
