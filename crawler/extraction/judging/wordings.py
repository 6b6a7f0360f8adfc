"""Lists of wordings, one a line, as one pattern."""

from __future__ import annotations

import re

GOES_ON = re.compile(r"\\\n\s*")


def any_of(wordings: str, **parts: str) -> re.Pattern[str]:
    """Compile a list of patterns, one a line, in any case; `<name>` in one of them stands for the part of that name.

    A line that ends with a backslash goes on in the next.
    """
    lines = [bare for line in GOES_ON.sub("", wordings).splitlines() if (bare := line.strip())]
    pattern = "|".join(lines)
    for name, part in parts.items():
        pattern = pattern.replace(f"<{name}>", part)
    return re.compile(pattern, re.IGNORECASE)
