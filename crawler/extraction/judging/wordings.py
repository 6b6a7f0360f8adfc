"""Lists of wordings, one a line, as one pattern."""

from __future__ import annotations

import re


def any_of(wordings: str, **parts: str) -> re.Pattern[str]:
    """Compile a list of patterns, one a line, in any case; `<name>` in one of them stands for the part of that name."""
    lines = [line.strip() for line in wordings.strip().splitlines()]
    pattern = "|".join(lines)
    for name, part in parts.items():
        pattern = pattern.replace(f"<{name}>", part)
    return re.compile(pattern, re.IGNORECASE)
