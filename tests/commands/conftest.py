from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from crawler.storage.engine import open_engine
from crawler.storage.schema import upgrade
from crawler.storage.sessions import make_sessions, session_scope
from tests.feeds.filled_store import fill

if TYPE_CHECKING:
    from collections.abc import Callable

    Scrapy = Callable[..., subprocess.CompletedProcess[str]]

PROJECT_DIR = Path(__file__).resolve().parents[2]


@pytest.fixture
def scrapy(tmp_path: Path) -> Scrapy:
    """Return what runs a command as a user does, in an environment of its own: nothing is stored yet."""

    def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        stated = {
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path),
            "DATABASE_URL": f"sqlite:///{tmp_path}/none/refkeep.db",
            "SPLASH_URL": "",
        }
        return subprocess.run(
            [sys.executable, "-m", "scrapy", *arguments],
            cwd=PROJECT_DIR,
            env=stated | environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


@pytest.fixture
def store_url(tmp_path: Path) -> str:
    """Return the URL of a small store."""
    url = f"sqlite:///{tmp_path}/refkeep.db"
    engine = open_engine(url)
    upgrade(engine)
    with session_scope(make_sessions(engine)) as session:
        fill(session)
    engine.dispose()
    return url


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Return a folder of three notes: one cites twice, one nothing, one cannot be read."""
    folder = tmp_path / "notes"
    (folder / "파이썬").mkdir(parents=True)
    (folder / "파이썬" / "비동기.md").write_text(
        "# 비동기 🙂\n\n## 루프\n\n출처: https://goldsony.tistory.com/37\n\n- [이벤트 루프](https://velog.io/@me/loop)\n",
        "utf-8",
    )
    (folder / "empty.md").write_text("# Empty\n\nNothing.\n", "utf-8")
    (folder / "broken.md").write_bytes(b"\xff\xff\xff")
    return folder
