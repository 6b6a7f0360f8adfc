from __future__ import annotations

import json
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from crawler.extraction import RULES_VERSION, Article
from crawler.items import ArticleItem, Renderer
from crawler.storage import make_sessions, open_engine, read_scope, session_scope, start_crawl, store_results, upgrade
from crawler.storage.lease import acquire_lease
from crawler.storage.records import Snapshot, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from crawler.storage import Sessions
    from tests.commands.conftest import Scrapy

    Add = Callable[..., None]

PROJECT_DIR = Path(__file__).resolve().parents[2]
TISTORY = (PROJECT_DIR / "tests/pages/tistory_plain/page.html").read_bytes()
EXPECTED = json.loads((PROJECT_DIR / "tests/pages/tistory_plain/expected.json").read_text("utf-8"))
THEN = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
OLD = Article(title="old", text="old", markdown="old", quality=0.1)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/refkeep.db"


@pytest.fixture
def sessions(url: str) -> Iterator[Sessions]:
    engine = open_engine(url)
    upgrade(engine)
    yield make_sessions(engine)
    engine.dispose()


@pytest.fixture
def add(sessions: Sessions) -> Add:
    """Return what stores an old article for each URL, all with one page."""
    crawl_id = start_crawl(sessions, root=Path("/notes"), now=THEN)

    def run(*urls: str, body: bytes = TISTORY, content_type: str = "text/html", rules: str = "0") -> None:
        with session_scope(sessions) as session:
            for number, address in enumerate(urls):
                source = Source(url=address, cited_url=address, host=address.split("/")[2], first_seen_at=THEN)
                session.add(source)
                session.flush()
                item = ArticleItem(
                    source_id=source.id,
                    source_url=address,
                    url=address,
                    final_url=address,
                    fetched_at=THEN + timedelta(seconds=number),
                    renderer=Renderer.SPLASH,
                    body=body,
                    content_type=content_type,
                    article=OLD,
                    rules=rules,
                )
                store_results(session, crawl_id, [item])

    return run


def count(sessions: Sessions, *, rules: str) -> int:
    with read_scope(sessions) as session:
        return session.scalar(select(func.count()).select_from(Snapshot).where(Snapshot.rules == rules)) or 0


def test_an_article_of_older_rules_is_made_again(scrapy: Scrapy, url: str, sessions: Sessions, add: Add) -> None:
    add("https://me.tistory.com/1")
    add("https://me.tistory.com/2", rules=RULES_VERSION)
    done = scrapy("reclean", "--json", DATABASE_URL=url)
    report = json.loads(done.stdout)

    assert (done.returncode, report["made"], report["failed"]) == (0, 1, {})
    assert [(one["url"], one["platform"]) for one in report["changed"]] == [("https://me.tistory.com/1", "tistory")]
    with read_scope(sessions) as session:
        titles = dict(session.execute(select(Source.url, Snapshot.title).join(Snapshot.source)).all())
        assert titles == {"https://me.tistory.com/1": EXPECTED["title"], "https://me.tistory.com/2": "old"}


def test_the_users_own_platform_files_make_other_rules(scrapy: Scrapy, url: str, add: Add, tmp_path: Path) -> None:
    add("https://me.tistory.com/1", rules=RULES_VERSION)
    own = 'from crawler.platforms import Platform\n\nPLATFORM = Platform(name="tistory", content=("p",))'
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "mine.py").write_text(own, "utf-8")
    runs = [json.loads(scrapy("reclean", "--json", DATABASE_URL=url, PLATFORMS_DIR=str(tmp_path / "own")).stdout)
            for _ in range(2)]  # fmt: skip

    assert [run["made"] for run in runs] == [1, 0]
    assert "markdown" in runs[0]["changed"][0]["fields"]


def test_a_second_run_has_nothing_to_do_unless_told(scrapy: Scrapy, url: str, add: Add) -> None:
    add("https://me.tistory.com/1")
    runs = [scrapy("reclean", *more, DATABASE_URL=url).stdout.splitlines()[0] for more in ([], [], ["--all"])]

    assert runs == ["1 made again, 1 changed", "0 made again, 0 changed", "1 made again, 0 changed"]


def test_one_platform_alone(scrapy: Scrapy, url: str, sessions: Sessions, add: Add) -> None:
    add("https://me.tistory.com/1", "https://velog.io/@me/2")
    done = scrapy("reclean", "--platform", "velog", DATABASE_URL=url)

    assert done.stdout.startswith("1 made again")
    assert count(sessions, rules="0") == 1


def test_a_page_that_cannot_be_cleaned_keeps_its_article(
    scrapy: Scrapy, url: str, sessions: Sessions, add: Add
) -> None:
    add("https://films.test/1", body=b"\0\0\0 ftypisom", content_type="video/mp4")
    add("https://empty.test/2", body=b"<body></body>")
    done = scrapy("reclean", DATABASE_URL=url)

    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "0 made again, 0 changed, 2 failed and as they were",
        "https://films.test/1: cleaning failed (UnsupportedContentError)",
        "https://empty.test/2: nothing is left of its page",
    ]
    assert count(sessions, rules="0") == 2


def test_broken_off_it_goes_on_where_it_was(scrapy: Scrapy, url: str, sessions: Sessions, add: Add) -> None:
    add(*(f"https://me.tistory.com/{number}" for number in range(400)))
    command = [sys.executable, "-m", "scrapy", "reclean", "-s", f"DATABASE_URL={url}"]
    with subprocess.Popen(command, cwd=PROJECT_DIR, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as first:
        while not count(sessions, rules=RULES_VERSION):
            time.sleep(0.01)
        first.kill()
    done = count(sessions, rules=RULES_VERSION)
    report = json.loads(scrapy("reclean", "--json", DATABASE_URL=url).stdout)

    assert 0 < done < 400
    assert report["made"] == 400 - done
    assert count(sessions, rules=RULES_VERSION) == 400


def test_a_platform_that_is_none(scrapy: Scrapy, url: str, add: Add) -> None:
    add("https://me.tistory.com/1")
    done = scrapy("reclean", "--platform", "tistori", DATABASE_URL=url)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("scrapy reclean: no platform 'tistori': there are ")
    assert done.stderr.count("\n") == 1


def test_it_does_not_run_beside_a_crawl(scrapy: Scrapy, url: str, sessions: Sessions, add: Add) -> None:
    add("https://me.tistory.com/1")
    acquire_lease(sessions, now=datetime.now(UTC), ttl=timedelta(minutes=3))
    done = scrapy("reclean", DATABASE_URL=url)

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert count(sessions, rules="0") == 1
