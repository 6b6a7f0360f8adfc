"""scrapy-splash on today's Scrapy."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

PROJECT_DIR = Path(__file__).resolve().parent.parent.parent


def run(code: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-c", code]
    return subprocess.run(command, cwd=PROJECT_DIR, capture_output=True, text=True, check=False)


def test_scrapy_splash_imports_without_a_warning_through_our_module() -> None:
    assert run("import crawler.rendering.splash").returncode == 0


def test_scrapy_splash_still_needs_our_module() -> None:
    """On the day when this fails, crawler/rendering/splash.py can lose what it puts right."""
    alone = run("import scrapy_splash")

    assert version("scrapy-splash") == "0.11.1"
    assert "canonicalize_url" in alone.stderr


def test_our_module_is_the_only_one_that_imports_scrapy_splash() -> None:
    folders = ("crawler", "spiders", "pipelines")
    files = [file for folder in folders for file in (PROJECT_DIR / folder).rglob("*.py")]

    importing = [file.name for file in files if "from scrapy_splash import" in file.read_text("utf-8")]

    assert importing == ["splash.py"]
    assert not [file for file in files if "import scrapy_splash" in file.read_text("utf-8")]
