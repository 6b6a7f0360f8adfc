from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands.conftest import Scrapy


def test_json_is_every_note_with_what_it_cites_and_nothing_else(scrapy: Scrapy, notes: Path) -> None:
    done = scrapy("citations", notes, "--json")

    assert done.returncode == 0
    assert json.loads(done.stdout) == [
        {"path": "empty.md", "title": "Empty", "citations": []},
        {
            "path": "파이썬/비동기.md",
            "title": "비동기 🙂",
            "citations": [
                {
                    "url": "https://goldsony.tistory.com/37",
                    "as_written": "https://goldsony.tistory.com/37",
                    "line": 5,
                    "label": "https://goldsony.tistory.com/37",
                    "headings": ["비동기 🙂", "루프"],
                    "marker": "출처:",
                    "form": "bare",
                    "context": "출처: https://goldsony.tistory.com/37",
                    "weak": False,
                },
                {
                    "url": "https://velog.io/@me/loop",
                    "as_written": "https://velog.io/@me/loop",
                    "line": 7,
                    "label": "이벤트 루프",
                    "headings": ["비동기 🙂", "루프"],
                    "marker": None,
                    "form": "inline",
                    "context": "- [이벤트 루프](https://velog.io/@me/loop)",
                    "weak": False,
                },
            ],
        },
    ]


def test_a_note_that_cannot_be_read_is_named_and_stops_nothing(scrapy: Scrapy, notes: Path) -> None:
    done = scrapy("citations", notes, "--json")

    assert done.stderr == "cannot read broken.md: neither UTF-8 nor CP949\n"


def test_the_table_has_a_whole_line_for_each_citation_where_it_is_piped(scrapy: Scrapy, notes: Path) -> None:
    long = f"https://blog.kr/{'posts/' * 60}1"
    (notes / "empty.md").write_text(f"<{long}>\n", "utf-8")
    lines = scrapy("citations", notes).stdout.splitlines()

    assert lines == [
        "empty.md",
        f"1  {long}",
        "",
        "파이썬/비동기.md  비동기 🙂",
        "5  출처:               https://goldsony.tistory.com/37",
        "7         이벤트 루프  https://velog.io/@me/loop",
        "",
        "3 citations of 3 sources in 2 of 2 notes",
    ]


def test_the_folder_is_the_setting_s_where_none_is_named(scrapy: Scrapy, notes: Path) -> None:
    assert len(json.loads(scrapy("citations", "--json", NOTES_DIR=str(notes)).stdout)) == 2


def test_the_settings_choose_what_is_a_citation(scrapy: Scrapy, notes: Path) -> None:
    (notes / "empty.md").write_text("<http://wiki.local/a>\n", "utf-8")
    chosen = scrapy("citations", notes, "--json", ALLOWED_PRIVATE_HOSTS="wiki.local", IGNORE_URLS="*velog*").stdout

    assert [citation["url"] for note in json.loads(chosen) for citation in note["citations"]] == [
        "http://wiki.local/a",
        "https://goldsony.tistory.com/37",
    ]


def test_a_folder_of_many_notes_says_how_far_it_is(scrapy: Scrapy, tmp_path: Path) -> None:
    for number in range(1001):
        (tmp_path / f"{number}.md").write_text("nothing")
    done = scrapy("citations", tmp_path)

    assert done.stderr == "reading: 1,000 of 1,001\n"
    assert done.stdout == "0 citations of 0 sources in 0 of 1,001 notes\n"


@pytest.mark.parametrize("arguments", [["none"], ["tests/commands"], [""]])
def test_a_folder_without_notes_is_named_in_one_line(scrapy: Scrapy, arguments: list[str]) -> None:
    done = scrapy("citations", *arguments, NOTES_DIR="/nowhere")

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith(("scrapy citations: no notes folder ", "scrapy citations: no notes in "))
    assert done.stderr.count("\n") == 1


def test_the_notes_of_the_known_answers_hold_38_references(scrapy: Scrapy, shared: Path) -> None:
    found = json.loads(scrapy("citations", shared / "notes", "--json").stdout)

    assert sum(len(note["citations"]) for note in found) == 38
