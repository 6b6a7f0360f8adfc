"""Say whether a licence of an installed dependency forbids to publish under MIT what is built on it.

LGPL and MPL ask nothing of those who only import; GPL and AGPL do. Run by the interpreter whose packages are meant.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import distributions
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import Distribution

FORBIDDEN = re.compile(r"\b(A?GPL|GNU (Affero )?General Public|unknown)", re.IGNORECASE)
ALLOWED = re.compile(r"\bLGPL|GNU (Lesser|Library)| OR ", re.IGNORECASE)
SHORT = 200  # characters: a longer License field is the licence's whole text


def licence(distribution: Distribution) -> str:
    """Return what a distribution says of its licence, in its newest way of saying so."""
    field = distribution.metadata.get_all
    classifiers = [line for line in field("Classifier") or [] if line.startswith("License ::")]
    stated = [text[:SHORT] for text in field("License") or []]
    return "; ".join(field("License-Expression") or classifiers or stated) or "unknown"


def main() -> int:
    installed = {each.metadata["Name"]: licence(each) for each in distributions()}
    bad = {name: text for name, text in installed.items() if FORBIDDEN.search(text) and not ALLOWED.search(text)}
    for name, text in sorted(bad.items()):
        print(f"{name}: {text}", file=sys.stderr)
    print(f"licences: {len(installed)} dependencies, {len(bad)} that forbid MIT")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
