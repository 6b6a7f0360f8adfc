"""Naver, where no file of its own says more."""

from __future__ import annotations

from crawler.platforms.platform import Platform

PLATFORM = Platform(name="naver", hosts=("naver.com",), tracking=frozenset({"proxyReferer"}))
