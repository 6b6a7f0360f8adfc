"""What became of a source since a note cited it. Pure.

blocks ─► alignment ─► comparison ─► lines
quotes, anchors ─► pointing
"""

from crawler.drift.comparison import Comparison, compare

__all__ = ["Comparison", "compare"]
