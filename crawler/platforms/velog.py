"""Velog: velog.io/@USER/SLUG."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(name="velog", hosts=("velog.io",))
