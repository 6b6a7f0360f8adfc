"""PLATFORMS_DIR, as a user sets it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands.conftest import Scrapy

URL = "https://wiki.team.dev/w/1"
PAGE = f"""<!doctype html><html><head><title>Wiki</title></head><body>
<article><p>{"A long paragraph that any extractor would take for the article. " * 5}</p></article>
<div class="body"><p>What the team wrote.</p><p class="votes">12 votes</p></div></body></html>"""
WIKI = """from crawler.platforms import Platform

PLATFORM = Platform(name="wiki", hosts=("wiki.team.dev",), content=(".body",), drop=(".votes",))
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.html"
    file.write_text(PAGE, "utf-8")
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "platforms"
    folder.mkdir()
    (folder / "wiki.py").write_text(WIKI, "utf-8")
    return folder


def test_a_file_of_ones_own_changes_what_clean_prints(scrapy: Scrapy, page: Path, folder: Path) -> None:
    without = scrapy("clean", page, "--url", URL, "--json")
    by_environment = scrapy("clean", page, "--url", URL, "--json", PLATFORMS_DIR=str(folder))
    by_argument = scrapy("clean", page, "--url", URL, "--json", "-s", f"PLATFORMS_DIR={folder}")

    assert "any extractor" in json.loads(without.stdout)["text"]
    for done in (by_environment, by_argument):
        article = json.loads(done.stdout)
        assert (article["text"], article["platform"]) == ("What the team wrote.", "wiki")


def test_citations_are_keyed_by_it(scrapy: Scrapy, tmp_path: Path, folder: Path) -> None:
    (folder / "wiki.py").write_text(WIKI.replace("content=", "tracking=frozenset({'from'}), content="), "utf-8")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.md").write_text(f"<{URL}?from=mail>\n", "utf-8")
    store = f"sqlite:///{tmp_path}/refkeep.db"
    take_in = ("crawl", "sources", "-a", f"notes={tmp_path / 'notes'}", "-a", "limit=0")
    stated = {"DATABASE_URL": store, "FEED_DIR": str(tmp_path / "feeds")}

    scrapy(*take_in, **stated)
    before = json.loads(scrapy("feed", "--format", "json", **stated).stdout)
    scrapy(*take_in, **stated, PLATFORMS_DIR=str(folder))
    after = json.loads(scrapy("feed", "--format", "json", **stated).stdout)

    assert [source["url"] for source in before] == [f"{URL}?from=mail"]
    assert URL in [source["url"] for source in after if source["notes"]]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (WIKI.replace(".body", ".body["), "the selector '.body[' of content cannot be read: "),
        (WIKI.replace("Platform(", "Platfrom("), ":3: NameError: name 'Platfrom' is not defined; mend it or take it"),
    ],
)
def test_a_bad_file_is_one_line_and_nothing_is_changed(
    scrapy: Scrapy, tmp_path: Path, folder: Path, text: str, reason: str
) -> None:
    (folder / "wiki.py").write_text(text, "utf-8")
    (tmp_path / "a.md").write_text(f"<{URL}>\n", "utf-8")

    done = scrapy("crawl", "sources", "-a", f"notes={tmp_path}", PLATFORMS_DIR=str(folder))

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert str(folder / "wiki.py") in done.stderr
    assert reason in done.stderr
    assert not (tmp_path / "none").exists()
