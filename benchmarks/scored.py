"""`python -m benchmarks.scored SCORER KIND TOOL`: the scorer of known answers, asking one tool, ours or a peer.

The scorer calls `crawler.extraction.extract`; for a peer that name is the peer's function in this process.
"""

from __future__ import annotations

import runpy
import sys

import crawler.extraction
from benchmarks.peers import PEERS

OURS = "refkeep"

if __name__ == "__main__":
    scorer, kind, tool = sys.argv[1:]
    if tool != OURS:
        crawler.extraction.extract = PEERS[tool]  # type: ignore[assignment]
    sys.argv = [scorer, kind]
    runpy.run_path(scorer)
