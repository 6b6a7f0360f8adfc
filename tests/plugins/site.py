"""The two local webs of the tests: one that a test fills itself, and the one that the example notes cite."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from examples.site.serve import ADDRESS, serve
from tests.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTES = Path(__file__).resolve().parent.parent.parent / "examples/notes"


@pytest.fixture
def site() -> Iterator[Site]:
    """Give the test a web of its own, empty and with nothing asked for yet."""
    with Site() as site:
        yield site


@pytest.fixture(scope="session")
def demo_site() -> Iterator[str]:
    """Serve the bundled example site on a free port and give its origin."""
    with serve(port=0) as origin:
        yield origin


@pytest.fixture
def demo_notes(demo_site: str, tmp_path: Path) -> Path:
    """Copy the example notes so that they cite `demo_site`, and give the folder."""
    folder = Path(shutil.copytree(NOTES, tmp_path / "demo-notes"))
    for note in folder.rglob("*.md"):
        text = note.read_text(encoding="utf-8")
        note.write_text(text.replace(f"http://{ADDRESS}", demo_site), encoding="utf-8")
    return folder
