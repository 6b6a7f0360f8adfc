"""Fixtures for what lies in deploy/."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.deploy.asking import serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.deploy.asking import Site

PROJECT_DIR = Path(__file__).resolve().parent.parent.parent
SPLASH_DIR = PROJECT_DIR / "deploy/splash"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def other_site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make the scripts of deploy/splash importable, as they are to one another."""
    monkeypatch.syspath_prepend(SPLASH_DIR)
    yield
    for name in "addresses processes proxy request_filters run watchdog".split():
        sys.modules.pop(name, None)
