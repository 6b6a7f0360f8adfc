"""What holds for every command of ours."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.feeds.filled_store import READ

if TYPE_CHECKING:
    from tests.commands.conftest import Scrapy

PROJECT_DIR = Path(__file__).resolve().parents[2]
OURS = ["citations", "clean", "crawl", "diff", "feed", "fix", "merge", "reclean", "show", "status"]
READING = [["status"], ["status", "--json"], ["feed"], ["show", "https://a.kr"]]


def test_scrapy_lists_our_commands_and_nothing_beside_them(scrapy: Scrapy) -> None:
    listed = [line.split()[0] for line in scrapy().stdout.splitlines() if line.startswith("  ") and line.split()]

    assert set(OURS) <= set(listed)
    assert {"commands", "output", "stored"}.isdisjoint(listed)


@pytest.mark.parametrize("command", OURS)
def test_help_shows_examples(scrapy: Scrapy, command: str) -> None:
    done = scrapy(command, "--help")

    assert done.returncode == 0
    assert f"Examples\n========\n  scrapy {command}" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        "citations --nonsense",
        "citations a b",
        "citations -s x",
        "clean",
        "clean page.html --nonsense",
        "crawl sources --nonsense",
        "feed --format",
        "feed a",
        "fix",
        "merge https://a.kr",
        "reclean tistory",
        "show",
        "show https://a.kr https://b.kr",
        "status --nonsense",
    ],
)
def test_wrong_usage_is_one_line_that_names_it_and_the_mend(scrapy: Scrapy, arguments: str, tmp_path: Path) -> None:
    command, *rest = arguments.split()
    done = scrapy(command, *rest)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"scrapy {command}: ")
    assert done.stderr.endswith(f"; see scrapy {command} --help\n")
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["~nobody-lives-here/x", "x" * 300, "loop/x"])
@pytest.mark.parametrize("command", ["citations", "clean", "crawl", "feed", "fix", "status"])
def test_a_path_that_leads_nowhere_is_one_line(
    scrapy: Scrapy, store_url: str, tmp_path: Path, command: str, path: str
) -> None:
    (tmp_path / "loop").symlink_to("loop")
    place = path if path.startswith("~") else str(tmp_path / path)
    arguments = {"crawl": ["sources", "-a", f"notes={place}"], "feed": ["-o", place], "status": []}
    platforms = {"PLATFORMS_DIR": place} if command == "status" else {}
    before = sorted(tmp_path.iterdir())
    done = scrapy(command, *arguments.get(command, [place]), DATABASE_URL=store_url, **platforms)

    assert done.returncode in {1, 2}
    assert done.stderr.startswith(f"scrapy {command}: "), done.stderr
    assert done.stderr.count("\n") == 1
    assert Path(path).name[:50] in done.stderr
    assert (done.stdout, sorted(tmp_path.iterdir())) == ("", before)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-L", "LOUD"], "LOG_LEVEL=LOUD is none of DEBUG"),
        (["-s", "LOG_LEVEL=LOUD"], "LOG_LEVEL=LOUD is none of DEBUG"),
        (["--logfile", "/proc/log"], "cannot write /proc/log"),
        (["--pidfile", "/proc/pid"], "cannot write /proc/pid"),
    ],
)
@pytest.mark.parametrize("command", [["status"], ["crawl", "sources"]])
def test_a_wrong_option_of_scrapy_is_one_line(
    scrapy: Scrapy, command: list[str], arguments: list[str], words: str
) -> None:
    done = scrapy(*command, *arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"scrapy {command[0]}: {words}")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("arguments", ["status", "status --json", "feed --format csv", "show goldsony.tistory.com/37"])
def test_a_full_disk_under_the_output_is_one_line(store_url: str, arguments: str) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m scrapy {arguments} >/dev/full"],
        cwd=PROJECT_DIR,
        env={"DATABASE_URL": store_url},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith(": No space left on device")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", READING)
def test_a_store_that_is_not_there_is_said_and_not_made(scrapy: Scrapy, arguments: list[str], tmp_path: Path) -> None:
    done = scrapy(*arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"scrapy {arguments[0]}: there is no database {tmp_path}/none/refkeep.db: "
        "run scrapy crawl sources -a notes=DIR, or correct DATABASE_URL\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_store_named_by_a_uri_of_sqlite_is_found(scrapy: Scrapy, store_url: str) -> None:
    done = scrapy("status", DATABASE_URL=store_url.replace("sqlite:///", "sqlite:///file:") + "?uri=true")

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("2 notes")


@pytest.mark.parametrize(
    ("arguments", "url"),
    [
        ("status", "nonsense"),
        ("feed", "mysql://a/b"),
        ("show https://a.kr", "postgresql://nobody:secret@127.0.0.1:1/x"),
        ("clean https://a.kr", "sqlite:///pyproject.toml"),
    ],
)
def test_a_wrong_database_url_is_one_line_without_its_password(scrapy: Scrapy, arguments: str, url: str) -> None:
    command, *rest = arguments.split()
    done = scrapy(command, *rest, DATABASE_URL=url)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"scrapy {command}: ")
    assert "secret" not in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_setting_on_the_command_line_goes_before_the_environment(scrapy: Scrapy, store_url: str) -> None:
    assert scrapy("status", "-s", f"DATABASE_URL={store_url}").stdout.startswith("2 notes")


@pytest.mark.parametrize("locale", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"LANG": "C"}, {"PYTHONIOENCODING": "euc-kr"}])
def test_korean_and_emoji_are_written_whatever_the_locale(
    scrapy: Scrapy, store_url: str, locale: dict[str, str]
) -> None:
    assert "WAS 란? 🙂" in scrapy("show", READ, DATABASE_URL=store_url, **locale).stdout


@pytest.mark.parametrize("arguments", ["feed --format json", "status --json", "show goldsony.tistory.com/37"])
def test_a_reader_that_has_enough_is_no_error(store_url: str, arguments: str) -> None:
    command = f"set -o pipefail; {sys.executable} -m scrapy {arguments} | true"
    done = subprocess.run(
        ["bash", "-c", command], cwd=PROJECT_DIR, env={"DATABASE_URL": store_url}, capture_output=True, check=False
    )

    assert (done.returncode, done.stderr.replace(b"6 sources, 4 with an article\n", b"")) == (0, b"")
