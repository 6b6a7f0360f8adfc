"""What tells a crawl's report from a note: it may lie among the notes, and cites nothing."""

from __future__ import annotations

REPORT_MARK = "<!-- refkeep: a crawl's report, no note -->"  # its last line


def is_report(text: str) -> bool:
    return text.rstrip().endswith(REPORT_MARK)
