"""Whether bytes are text, whatever their declared type is."""

from __future__ import annotations

from crawler.extraction.charset import is_wide

SAMPLE = 1 << 20  # bytes that are counted
MAX_STRAY = 4  # control characters in a short body
MAX_STRAY_SHARE = 0.25  # of a body so short that even these are many
MAX_CONTROL_SHARE = 0.02  # compressed and random bytes have a tenth, media files more, text files a stray one
# ESC is part of ISO 2022 text, and some editors write SUB as the end of a file.
CONTROL = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B}) + b"\x7f"


def is_text(body: bytes, content_type: str | None = None) -> bool:
    """Return whether a body is text in some charset: one with hardly any control characters, or UTF-16 or UTF-32."""
    sample = body[:SAMPLE]
    control = len(sample) - len(sample.translate(None, CONTROL))
    stray = min(MAX_STRAY, MAX_STRAY_SHARE * len(sample))
    return control <= max(stray, MAX_CONTROL_SHARE * len(sample)) or is_wide(sample, content_type)
