"""No reader ever sees half a feed."""

from __future__ import annotations

import os
import resource
import signal
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from scrapy import Spider
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from crawler.feeds.storage import WholeFileFeedStorage, replacing

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT_DIR = Path(__file__).resolve().parents[2]
SLOW_WRITER = """
import sys, time
from pathlib import Path
from crawler.feeds.storage import replacing
with replacing(Path(sys.argv[1])) as file:
    file.write(b"half")
    file.flush()
    print("writing", flush=True)
    time.sleep(600)
"""


def start_writer(path: Path) -> subprocess.Popen[bytes]:
    """Start a process that is in the middle of writing `path` when this returns."""
    writer = subprocess.Popen([sys.executable, "-c", SLOW_WRITER, path], stdout=subprocess.PIPE, cwd=PROJECT_DIR)
    assert writer.stdout is not None
    assert writer.stdout.readline() == b"writing\n"
    return writer


def kill(writer: subprocess.Popen[bytes]) -> None:
    writer.send_signal(signal.SIGKILL)
    writer.communicate()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_feed_changes_when_it_is_whole(tmp_path: Path) -> None:
    feed = tmp_path / "new" / "feed.json"
    with replacing(feed) as file:
        file.write(b"one")
    with replacing(feed) as file:
        file.write(b"two")
        file.flush()
        before = feed.read_bytes()

    assert (before, feed.read_bytes(), names(feed.parent)) == (b"one", b"two", ["feed.json"])


def test_an_error_leaves_the_old_feed_and_nothing_beside_it(tmp_path: Path) -> None:
    feed = tmp_path / "feed.json"
    feed.write_bytes(b"old")

    def write_half() -> None:
        with replacing(feed) as file:
            file.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_half()

    assert (feed.read_bytes(), names(tmp_path)) == (b"old", ["feed.json"])


def test_a_writer_killed_half_way_leaves_the_old_feed_and_the_next_one_tidies_up(tmp_path: Path) -> None:
    feed = tmp_path / "fe[e]d *.json"
    feed.write_bytes(b"old")
    kill(start_writer(feed))
    left = len(names(tmp_path))
    after_kill = feed.read_bytes()
    with replacing(feed) as file:
        file.write(b"new")

    assert (after_kill, left) == (b"old", 2)
    assert (feed.read_bytes(), names(tmp_path)) == (b"new", [feed.name])


def test_tidying_up_spares_what_another_process_is_writing(tmp_path: Path) -> None:
    feed = tmp_path / "feed.json"
    writer = start_writer(feed)
    with replacing(feed) as file:
        file.write(b"new")
    beside = [path.read_bytes() for path in tmp_path.iterdir() if path != feed]
    kill(writer)

    assert (feed.read_bytes(), beside) == (b"new", [b"half"])


def test_a_new_feed_has_the_mode_of_the_user_and_a_replaced_one_keeps_its_own(tmp_path: Path) -> None:
    feed = tmp_path / "feed.json"
    umask = os.umask(0o022)
    try:
        with replacing(feed) as file:
            file.write(b"one")
        first = stat.S_IMODE(feed.stat().st_mode)
        feed.chmod(0o640)
        with replacing(feed) as file:
            file.write(b"two")
    finally:
        os.umask(umask)

    assert (first, stat.S_IMODE(feed.stat().st_mode)) == (0o644, 0o640)


@pytest.fixture
def small_disk() -> Iterator[None]:
    """Let no file grow beyond 64 KiB."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 << 10, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("small_disk")
def test_a_full_disk_is_told_once_and_leaves_the_old_feed(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    feed = tmp_path / "articles.json"
    feed.write_bytes(b"old")
    crawler = get_crawler()
    crawler.stats = MemoryStatsCollector(crawler)
    storage = WholeFileFeedStorage.from_crawler(crawler, str(feed), feed_options={"overwrite": True})

    file = storage.open(Spider("any"))
    for _ in range(3):
        assert file.write(b"x" * 50_000) == 50_000
    storage.store(file)

    assert (feed.read_bytes(), names(tmp_path)) == (b"old", ["articles.json"])
    assert caplog.messages == [f"cannot write {feed}: File too large"]
    assert crawler.stats.get_value("feedexport/failed_count/WholeFileFeedStorage") == 1


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_bytes(b"old")
    (tmp_path / "feed.json").symlink_to("real.json")
    with replacing(tmp_path / "feed.json") as file:
        file.write(b"new")

    assert (tmp_path / "feed.json").is_symlink()
    assert (tmp_path / "real.json").read_bytes() == b"new"


def test_a_device_is_written_to_and_never_replaced() -> None:
    with replacing(Path("/dev/null")) as file:
        file.write(b"gone")

    assert Path("/dev/null").is_char_device()
