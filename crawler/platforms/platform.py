"""What can be said of one publishing platform."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from urllib.parse import SplitResult


@dataclass(frozen=True, kw_only=True)
class Platform:
    """One platform's file, declarative where it can be. Everything but the name may be left out."""

    name: str
    hosts: tuple[str, ...] = ()  # "tistory.com" stands for itself and for every host below it
    tracking: frozenset[str] = frozenset()  # query parameters that never choose the page
    key: Callable[[SplitResult], SplitResult] | None = None  # the one address of a page that has several
    unwrap: Callable[[SplitResult], str | None] | None = None  # the target, where the URL is a redirect wrapper
