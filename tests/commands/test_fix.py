from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from crawler.extraction.article import Article
from crawler.items import ArticleItem, FailureItem, Renderer
from crawler.storage import make_sessions, open_engine, session_scope, start_crawl, store_results, sync_notes, upgrade
from crawler.storage.records import Snapshot, Source
from crawler.verdict import Verdict
from tests.commands.conftest import PROJECT_DIR

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.orm import Session

    from tests.commands.conftest import Scrapy

THEN = datetime(2026, 3, 1, 12, tzinfo=UTC)
COPY = "https://web.archive.org/web/20240101000000/https://gone.kr/글"
GONE = "https://gone.kr/%EA%B8%80"
TIL = '\ufeff# TIL\r\n\r\n출처: [글](http://moved.kr/1#절 "제목") https://alive.kr/\r\n\r\n끝'
SUB = "- [간 글](https://gone.kr/글)\n- [다른 글](https://gone.kr/others)\n"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    (folder / "sub").mkdir(parents=True)
    (folder / "til.md").write_bytes(TIL.encode())
    (folder / "sub" / "글.md").write_text(SUB, "utf-8")
    return folder


@pytest.fixture
def url(tmp_path: Path, notes: Path) -> str:
    """Return the URL of a store in which one source of the notes has moved, and one died and has an archived copy."""
    address = f"sqlite:///{tmp_path}/fix.db"
    engine = open_engine(address)
    upgrade(engine)
    sessions = make_sessions(engine)
    sync_notes(sessions, notes, allowed_private_hosts="", ignore_urls="", now=THEN)
    crawl_id = start_crawl(sessions, root=notes, now=THEN)
    with session_scope(sessions) as session:
        store_results(session, crawl_id, [article(session, "https://moved.kr/1", "https://new.kr/post (1)")])
        store_results(session, crawl_id, [article(session, GONE, None)])
        for day in range(1, 60, 6):
            store_results(session, crawl_id, [failure(session, GONE, day)])
    with session_scope(sessions) as session:
        gone = session.query(Source).filter(Source.url == GONE).one()
        assert gone.dead_since is not None
        session.query(Snapshot).filter(Snapshot.source_id == gone.id).update({"archived_from": COPY})
    engine.dispose()
    return address


def article(session: Session, source_url: str, moved_to: str | None) -> ArticleItem:
    source = session.query(Source).filter(Source.url == source_url).one()
    return ArticleItem(
        source_id=source.id,
        source_url=source.url,
        url=source.cited_url,
        final_url=moved_to or source.cited_url,
        moved=moved_to is not None,
        fetched_at=THEN,
        renderer=Renderer.HTTP,
        body=b"<p>text",
        article=Article(title="Title", text="Text.", markdown="Text."),
        rules="1",
    )


def failure(session: Session, source_url: str, day: int) -> FailureItem:
    source = session.query(Source).filter(Source.url == source_url).one()
    return FailureItem(
        source_id=source.id,
        source_url=source.url,
        url=source.cited_url,
        fetched_at=THEN + timedelta(days=day),
        renderer=Renderer.HTTP,
        verdict=Verdict.GONE,
        evidence={"reason": "HTTP 404"},
    )


def commit(folder: Path) -> None:
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@a", "commit", "-qm", "n"]):
        subprocess.run(["git", "-C", folder, *command], check=True)


def contents(notes: Path) -> list[bytes]:
    return [(notes / name).read_bytes() for name in ("til.md", "sub/글.md")]


FIXED = [
    TIL.replace("http://moved.kr/1#절", "https://new.kr/post%20%281%29#절").encode(),
    SUB.replace("https://gone.kr/글", COPY).encode(),
]


def test_a_diff_is_printed_and_nothing_changed(scrapy: Scrapy, notes: Path, url: str) -> None:
    done = scrapy("fix", notes, DATABASE_URL=url)

    assert (done.returncode, done.stderr) == (0, "1 died, 1 moved: --apply changes the notes\n")
    assert "--- a/til.md\n+++ b/til.md\n" in done.stdout
    assert f"\n+- [간 글]({COPY})\n" in done.stdout
    assert contents(notes) == [TIL.encode(), SUB.encode()]


def test_the_diff_is_one_that_git_applies(notes: Path, url: str) -> None:
    commit(notes)
    command = [sys.executable, "-m", "scrapy", "fix", notes, "-s", f"DATABASE_URL={url}"]
    diff = subprocess.run(command, cwd=PROJECT_DIR, capture_output=True, check=True).stdout
    subprocess.run(["git", "-C", notes, "apply", "-"], input=diff, check=True)

    assert contents(notes) == FIXED


def test_applied_the_notes_are_changed_to_the_letter_and_once(scrapy: Scrapy, notes: Path, url: str) -> None:
    first = scrapy("fix", notes, "--apply", DATABASE_URL=url)
    second = scrapy("fix", notes, "--apply", DATABASE_URL=url)

    assert (first.returncode, first.stderr) == (0, "1 died, 1 moved: changed\n")
    assert first.stdout.splitlines() == [
        f"sub/글.md:1 https://gone.kr/글 → {COPY}",
        "til.md:3 http://moved.kr/1#절 → https://new.kr/post%20%281%29#절",
    ]
    assert contents(notes) == FIXED
    assert second.stdout == ""
    assert second.stderr.startswith("nothing to fix")


def test_one_note_alone(scrapy: Scrapy, notes: Path, url: str) -> None:
    scrapy("fix", notes / "til.md", "--apply", DATABASE_URL=url)

    assert contents(notes) == [FIXED[0], SUB.encode()]


@pytest.mark.parametrize("change", ["edited", "untracked"])
def test_a_note_that_git_could_not_bring_back_is_left(scrapy: Scrapy, notes: Path, url: str, change: str) -> None:
    if change == "edited":
        commit(notes)
        (notes / "til.md").write_bytes(TIL.encode() + b"!")
    else:
        subprocess.run(["git", "-C", notes, "init", "-q"], check=True)
        (notes / ".git" / "info" / "exclude").write_text("sub/\n")
    before = (notes / "til.md").read_bytes()
    done = scrapy("fix", notes, "--apply", DATABASE_URL=url)

    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        "til.md: left as it is, since git has uncommitted changes to it: commit them, or add --force",
        "1 died: changed",
    ]
    assert contents(notes) == [before, FIXED[1]]
    scrapy("fix", notes, "--apply", "--force", DATABASE_URL=url)
    assert (notes / "til.md").read_bytes() == before.replace(TIL.encode(), FIXED[0])


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["nowhere"], "no notes at nowhere"),
        (["crawler"], "no crawl has read notes at crawler"),
        ([".", "--force"], "--force without --apply"),
    ],
)
def test_wrong_usage(scrapy: Scrapy, url: str, arguments: list[str], reason: str) -> None:
    done = scrapy("fix", *arguments, DATABASE_URL=url)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"scrapy fix: {reason}")
    assert done.stderr.count("\n") == 1
