"""Fixtures that every test may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

pytest_plugins = ["tests.plugins.postgres", "tests.plugins.site", "tests.plugins.splash"]

PROJECT_DIR = Path(__file__).resolve().parent.parent
SETTINGS = (
    "NOTES_DIR DATABASE_URL SPLASH_URL FEED_DIR ALLOWED_PRIVATE_HOSTS IGNORE_URLS PLATFORMS_DIR CONTACT "
    "SPLASH_SLOTS SPLASH_PATIENCE CLEAN_WORKERS DOWNLOAD_DELAY ARCHIVE_DELAY RENDER_POLICY RECRAWL_MIN RECRAWL_MAX "
    "SCRAPY_SETTINGS_MODULE SCRAPY_PROJECT"
).split()


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what the person who runs the tests has set for their own crawls."""
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ARCHIVE_URL", "")  # no test asks the real one


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real notes and pages with known answers, which is kept beside the checkout, not in it."""
    folder = PROJECT_DIR.parent / "shared"
    if not folder.is_dir():
        message = f"no folder of known answers at {folder}"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return folder
