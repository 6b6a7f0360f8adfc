"""Text that comes out of a page's data, JSON above all, which holds characters that its markup cannot."""

from __future__ import annotations

import re

# No XML, so that no tree holds them, or no UTF-8, so that no database does; white space aside.
ILLEGIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def legible(text: str) -> str:
    """Return a text on one line, without control characters and halves of characters."""
    return " ".join(ILLEGIBLE.sub("", text).split())
