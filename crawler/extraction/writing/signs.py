"""Signs that are none of the text's, so that what they mean is known while the text's own are escaped.

While Markdown is written they are characters that no tree can hold.
"""

from __future__ import annotations

import re

DELIMITER = "\x01"  # of a formula
OPENS, CLOSES = "\x03", "\x04"  # the brackets of a picture
IN_CODE = str.maketrans("$[]", f"\x02{OPENS}{CLOSES}")
SIGNS = str.maketrans(f"{DELIMITER}\x02{OPENS}{CLOSES}", "$$[]")
OPENS_FORMULA = re.compile(r"(?<!\\)\$(?=[^\s$])")
CLOSES_FORMULA = re.compile(r"(?<=\S)[$\x01](?!\d)")


def with_signs(written: str) -> str:
    """Write the signs; of the text's dollars one that would open a formula is escaped."""
    written = "\n\n".join(map(_escape_dollars, written.split("\n\n"))) if "$" in written else written
    return written.translate(SIGNS)


def _escape_dollars(block: str) -> str:
    """Escape the dollars before the last one of a block that could close a formula.

    It stands right behind a word, with no digit after it: https://pandoc.org/MANUAL.html#extension-tex_math_dollars.
    """
    last = max((match.start() for match in CLOSES_FORMULA.finditer(block)), default=0)
    return OPENS_FORMULA.sub(lambda dollar: f"\\{dollar[0]}" if dollar.start() < last else dollar[0], block)
