"""The commands that read the store: status, feed, show, clean."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import openpyxl
import pytest
from sqlalchemy import select

from crawler.storage import make_sessions, open_engine, session_scope
from crawler.storage.records import Citation, Note
from tests.feeds.filled_store import BROKEN, GONE, KOREAN_NOTE, NEVER, PAPER, READ, ROOT
from tests.feeds.json_feed_schema import check_json_feed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands.conftest import Scrapy


def test_status_counts(scrapy: Scrapy, store_url: str) -> None:
    done = scrapy("status", "--json", DATABASE_URL=store_url)
    status = json.loads(done.stdout)

    assert (done.returncode, done.stderr) == (0, "")
    assert (status["notes"], status["citations"], status["sources"]) == (2, 6, 6)
    assert status["verdicts"] == {"ok": 2, "gone": 1, "invalid": 1, "moved": 1, "not_fetched": 1}
    assert status["last_crawl"]["id"] == 2


def test_status_shows_the_counts_to_people(scrapy: Scrapy, store_url: str) -> None:
    lines = scrapy("status", DATABASE_URL=store_url).stdout.splitlines()
    rendering = [lines.pop(9) for _ in range(5)]

    assert [line.split()[0] for line in rendering if line] == ["rendering", "splash", "auto", "Chromium"]
    assert lines == [
        "2 notes   6 citations (1 weak, 1 unusable)   6 sources",
        "",
        "verdict     sources              host                 sources",
        "ok                2 ████████     goldsony.tistory.com       1",
        "gone              1 ████         gone.kr                    1",
        "invalid           1 ████         old.kr                     1",
        "moved             1 ████         papers.kr                  1",
        "not_fetched       1 ████         velog.io                   1",
        "",
        "last crawl 2026-03-02T09:00:00+00:00, not finished: 3 asked for, of /home/me/notes",
    ]


def test_status_shows_how_pages_are_asked_for(scrapy: Scrapy, store_url: str) -> None:
    settings = {"DATABASE_URL": store_url, "RENDER_POLICY": "velog=plain, docs.kr=splash"}
    lines = [line.split(maxsplit=2) for line in scrapy("status", **settings).stdout.splitlines()]
    rendering = json.loads(scrapy("status", "--json", **settings).stdout)["rendering"]

    assert ["plain", "velog"] in lines
    assert ["auto", "all", "others"] in lines
    assert next(line for line in lines if line[:1] == ["splash"])[:2] == ["splash", "docs.kr"]
    assert rendering["overrides"] == {"velog": "plain", "docs.kr": "splash"}
    assert (rendering["platforms"]["tistory"], rendering["platforms"]["sphinx"]) == ("splash", "auto")


def test_status_names_what_failed_a_line_each(scrapy: Scrapy, store_url: str) -> None:
    lines = scrapy("status", "--failed", DATABASE_URL=store_url).stdout.splitlines()
    listed = json.loads(scrapy("status", "--failed", "--json", DATABASE_URL=store_url).stdout)

    assert lines == ["til.md:4 gone http://gone.kr/post#part", f"til.md:32 invalid {BROKEN}"]
    assert listed[0] == {
        "folder": ROOT,
        "note": "til.md",
        "line": 4,
        "verdict": "gone",
        "url": "http://gone.kr/post#part",
        "dead_since": None,
    }


def test_status_names_the_folder_of_what_failed_where_there_are_several(scrapy: Scrapy, store_url: str) -> None:
    engine = open_engine(store_url)
    with session_scope(make_sessions(engine)) as session:
        til = session.scalars(select(Note).where(Note.path == "til.md")).one()
        session.add(Note(root="/home/me/work", path="til.md", title="", content_hash="0", reading="1",
                         first_seen_at=til.first_seen_at))  # fmt: skip
    engine.dispose()

    lines = scrapy("status", "--failed", DATABASE_URL=store_url).stdout.splitlines()

    assert lines[0] == f"{ROOT}/til.md:4 gone http://gone.kr/post#part"


def test_feed_prints_a_json_feed(scrapy: Scrapy, store_url: str) -> None:
    done = scrapy("feed", DATABASE_URL=store_url)

    check_json_feed(json.loads(done.stdout))
    assert done.stderr == "6 sources, 4 with an article\n"


@pytest.mark.parametrize(
    ("target", "start"),
    [
        ("feed.json", b'{"version": "https://jsonfeed.org'),
        ("feed.json --format json", b"[\n{"),
        ("feed.jsonl", b'{"url": '),
        ("feed.CSV", b"\xef\xbb\xbfurl,"),
        ("feed.xlsx", b"PK"),
    ],
)
def test_feed_writes_what_the_file_ends_in(
    scrapy: Scrapy, store_url: str, tmp_path: Path, target: str, start: bytes
) -> None:
    name, *options = target.split()
    file = tmp_path / "out" / name
    done = scrapy("feed", "-o", file, *options, DATABASE_URL=store_url)

    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"6 sources, 4 with an article, in {file}\n"
    assert file.read_bytes().startswith(start)


def test_feed_says_the_same_in_every_format(scrapy: Scrapy, store_url: str, tmp_path: Path) -> None:
    listed = json.loads(scrapy("feed", "--format", "json", DATABASE_URL=store_url).stdout)
    lines = scrapy("feed", "--format", "jsonl", DATABASE_URL=store_url).stdout.splitlines()
    table = csv.DictReader(
        io.StringIO(scrapy("feed", "--format", "csv", DATABASE_URL=store_url).stdout.lstrip("\ufeff"))
    )
    scrapy("feed", "-o", tmp_path / "a.xlsx", DATABASE_URL=store_url)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["sources"]

    assert [json.loads(line) for line in lines] == listed
    assert [row["url"] for row in table] == [source["url"] for source in listed]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [source["url"] for source in listed]


def test_feed_of_one_note(scrapy: Scrapy, store_url: str) -> None:
    found = json.loads(scrapy("feed", "--format", "json", "--note", KOREAN_NOTE, DATABASE_URL=store_url).stdout)

    assert [source["url"] for source in found] == [READ, PAPER]


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (
            ["--note", "no.md"],
            "no note 'no.md' in the store: give its path in the notes folder, or crawl the folder that",
        ),
        (["--format", "yaml"], "argument --format: invalid choice: 'yaml' (choose from 'jsonfeed', 'json', 'jsonl', "),
        (["-o", "tests"], "tests is a folder; name a file in it"),
        (["-o", "/proc/nothing/feed.json"], "cannot write /proc/nothing/feed.json: "),
    ],
)
def test_feed_refuses_in_one_line(scrapy: Scrapy, store_url: str, options: list[str], line: str) -> None:
    done = scrapy("feed", *options, DATABASE_URL=store_url)

    assert done.returncode in {1, 2}
    assert done.stdout == ""
    assert done.stderr.startswith(f"scrapy feed: {line}")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("url", [READ, "goldsony.tistory.com/m/37", "http://goldsony.tistory.com/37/?utm_source=x#top"])
def test_show_prints_the_article_and_who_cites_it(scrapy: Scrapy, store_url: str, url: str) -> None:
    done = scrapy("show", url, DATABASE_URL=store_url)

    assert (
        done.stdout
        == f"""# WAS 란? 🙂

- url: <{READ}>
- by: 골드소니
- published: 2023-09-13T09:00:00+00:00
- last fetch: ok, 2026-03-02T09:00:00+00:00

---

글

---

## Cited by

- `til.md:19` TIL › WAS “WAS 란?”
- `{KOREAN_NOTE}:3` “골드소니 🙂”
"""
    )


def test_show_names_the_new_address_until_a_note_cites_it(scrapy: Scrapy, store_url: str) -> None:
    moved = "https://papers.kr/새/a.pdf"
    assert f"- now at: <{moved}>" in scrapy("show", PAPER, DATABASE_URL=store_url).stdout
    engine = open_engine(store_url)
    with session_scope(make_sessions(engine)) as session:
        session.query(Citation).filter_by(source_id=2).update({"url": f"{moved}#page=2"})
    engine.dispose()

    assert "now at" not in scrapy("show", PAPER, DATABASE_URL=store_url).stdout


def test_show_prints_what_is_kept_of_a_page_that_is_gone(scrapy: Scrapy, store_url: str) -> None:
    text = scrapy("show", GONE, DATABASE_URL=store_url).stdout

    assert text.startswith("# 지워진 글\n")
    assert "- last fetch: gone, 2026-03-02T09:00:00+00:00\n" in text


@pytest.mark.parametrize(
    ("url", "code", "line"),
    [
        (NEVER, 1, f"{NEVER} has no article: not fetched yet; cited by til.md:30"),
        ("nope.kr", 2, "no source https://nope.kr in the store: scrapy citations shows what the notes cite"),
        ("http://[", 2, "'http://[' is no URL"),
    ],
)
def test_show_says_in_one_line_why_not(scrapy: Scrapy, store_url: str, url: str, code: int, line: str) -> None:
    done = scrapy("show", url, DATABASE_URL=store_url)

    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith(f"scrapy show: {line}")
    assert done.stderr.count("\n") == 1


PAGE = """<!doctype html><html><head><meta charset="euc-kr"><title>글 제목</title></head><body><article><h1>글 제목</h1>
<p>이벤트 루프는 한 스레드에서 여러 일을 번갈아 한다. 기다리는 동안 다른 일을 한다.</p>
<p>그래서 <a href="/next">다음 글</a>에서 코루틴을 다룬다. 코루틴은 멈췄다가 다시 이어지는 함수다.</p>
</article></body></html>"""


def test_clean_prints_a_file_as_markdown(scrapy: Scrapy, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(PAGE.encode("euc-kr"))
    done = scrapy("clean", file, "--url", "https://a.kr/post/1")

    assert done.returncode == 0
    assert "이벤트 루프는 한 스레드에서" in done.stdout
    assert "](https://a.kr/next)" in done.stdout


def test_clean_prints_the_whole_article_as_json(scrapy: Scrapy, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(PAGE.encode("euc-kr"))
    article = json.loads(scrapy("clean", "--json", file).stdout)

    assert article["title"] == "글 제목"
    assert {"text", "markdown", "html", "published_at", "quality"} < set(article)


def test_clean_takes_the_stored_page_of_a_url(scrapy: Scrapy, store_url: str) -> None:
    done = scrapy("clean", "http://goldsony.tistory.com/m/37", DATABASE_URL=store_url)

    assert (done.returncode, done.stderr) == (0, "")
    assert f"{READ} 2" in done.stdout


def test_clean_says_in_one_line_why_not(scrapy: Scrapy, tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)))
    absent, film = scrapy("clean", tmp_path / "no.html"), scrapy("clean", tmp_path / "film.mp4")

    assert absent.stderr == (
        f"scrapy clean: cannot read {tmp_path}/no.html: No such file or directory; "
        "give a file, or an address with https://\n"
    )
    assert film.stderr.startswith(f"scrapy clean: cannot clean {tmp_path}/film.mp4: ")
    assert (absent.returncode, film.returncode) == (2, 1)


def test_clean_prints_a_page_that_is_no_article_and_says_so(scrapy: Scrapy, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("<title>404 Not Found</title><h1>Not Found</h1><p>Nothing of that name.</p>", "utf-8")
    done = scrapy("clean", file, "--url", "https://a.kr/post/1")

    assert done.returncode == 0
    assert "Nothing of that name." in done.stdout
    assert done.stderr.startswith("this looks like no article: soft_404, ")
    assert done.stderr.count("\n") == 1
