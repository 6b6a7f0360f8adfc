"""Each format, read again by a library of its own."""

from __future__ import annotations

import csv
import gc
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from scrapy.utils.misc import load_object

from crawler.exceptions import JobError
from crawler.feeds import FORMATS, xlsx_table
from crawler.feeds.export import Exported, export
from crawler.storage.export import SOURCE_FIELDS, feed_sources
from tests.feeds.filled_store import DROPPED, GONE, PAPER, READ
from tests.feeds.json_feed_schema import check_json_feed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

LISTS = [name for name in SOURCE_FIELDS if name in {"cited_urls", "authors", "quality_reasons", "images", "notes"}]


def written(documents: Any, format_: str) -> io.BytesIO:
    file = io.BytesIO()
    export(documents, load_object(FORMATS[format_])(file, encoding="utf-8", indent=0))
    file.seek(0)
    return file


@pytest.fixture
def documents(session: Session) -> list[dict[str, Any]]:
    return list(feed_sources(session))


def source(**fields: Any) -> dict[str, Any]:
    empty: dict[str, Any] = dict.fromkeys(SOURCE_FIELDS) | {name: [] for name in LISTS}
    stated = {"url": "https://a.kr", "cited_urls": ["https://a.kr"], "verdict": "ok", "content_hash": "a" * 64}
    return empty | stated | {"html": "<p>글</p>", "text": "글"} | fields


def test_json_is_a_list_of_the_documents_one_a_line_in_readable_utf8(documents: list[dict[str, Any]]) -> None:
    file = written(documents, "json").getvalue()

    assert json.loads(file) == documents
    assert file.count(b"\n") == len(documents) + 1
    assert "WAS 란? 🙂".encode() in file


def test_jsonl_is_one_document_a_line(documents: list[dict[str, Any]]) -> None:
    lines = written(documents, "jsonl").read().splitlines()

    assert [json.loads(line) for line in lines] == documents


def test_jsonfeed_obeys_the_published_rules_and_holds_what_has_an_article(documents: list[dict[str, Any]]) -> None:
    feed = json.load(written(documents, "jsonfeed"))

    check_json_feed(feed)
    assert [item["id"] for item in feed["items"]] == [READ, PAPER, GONE, DROPPED]


def test_an_item_of_the_jsonfeed_says_what_a_reader_shows(documents: list[dict[str, Any]]) -> None:
    item = json.load(written(documents, "jsonfeed"))["items"][0]
    extension = item.pop("_refkeep")

    assert item == {
        "id": READ,
        "url": READ,
        "title": "WAS 란? 🙂",
        "content_html": "<p>글</p>",
        "content_text": "글",
        "image": "https://goldsony.tistory.com/%EA%B7%B8%EB%A6%BC%201.png",
        "date_published": "2023-09-13T09:00:00+00:00",
        "authors": [{"name": "골드소니"}],
        "language": "ko",
    }
    assert extension["notes"] == documents[0]["notes"]
    assert extension["verdict"] == "ok"


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ({"final_url": "https://a.kr/새 글?q=한#글"}, "https://a.kr/%EC%83%88%20%EA%B8%80?q=%ED%95%9C#%EA%B8%80"),
        (
            {"verdict": "gone", "final_url": "https://parking.kr", "cited_urls": ["http://www.a.kr/"]},
            "http://www.a.kr/",
        ),
        ({"final_url": "https://a.kr:x/"}, "https://a.kr"),
        ({"final_url": None}, "https://a.kr"),
    ],
)
def test_the_url_of_an_item_is_one_that_a_browser_opens(fields: dict[str, Any], url: str) -> None:
    feed = json.load(written([source(**fields)], "jsonfeed"))

    check_json_feed(feed)
    assert feed["items"][0]["url"] == url


def test_a_field_that_breaks_a_rule_is_left_out_of_the_jsonfeed() -> None:
    odd = source(language="Korean, mostly", authors=[""], images=["/a.png", "http://[b/"], title="", html="", text="")
    feed = json.load(written([odd], "jsonfeed"))

    check_json_feed(feed)
    assert set(feed["items"][0]) == {"id", "url", "content_text", "_refkeep"}


def test_a_jsonfeed_of_nothing_is_valid() -> None:
    feed = json.load(written([], "jsonfeed"))

    check_json_feed(feed)
    assert feed["items"] == []


def test_csv_has_a_row_a_source_lists_as_json_and_a_mark_that_lets_excel_read_korean(
    documents: list[dict[str, Any]],
) -> None:
    file = written(documents, "csv").getvalue()
    rows = list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"), newline="")))

    assert file.startswith(b"\xef\xbb\xbfurl,cited_urls,")
    assert [row["url"] for row in rows] == [document["url"] for document in documents]
    assert list(rows[0]) == list(SOURCE_FIELDS)
    assert [json.loads(rows[0][name]) for name in LISTS] == [documents[0][name] for name in LISTS]
    assert (rows[0]["title"], rows[0]["http_status"], rows[3]["title"]) == ("WAS 란? 🙂", "200", "")


@pytest.mark.parametrize("format_", ["csv", "xlsx"])
def test_an_empty_table_has_its_header(format_: str) -> None:
    file = written([], format_)
    header = next(csv.reader(io.TextIOWrapper(file, "utf-8-sig"))) if format_ == "csv" else sheet(file)[0]

    assert tuple(header) == SOURCE_FIELDS


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_spreadsheet_runs_a_cell_of_the_csv(text: str) -> None:
    row = list(csv.reader(io.TextIOWrapper(written([source(title=text)], "csv"), "utf-8-sig", newline="")))[1]

    assert row[SOURCE_FIELDS.index("title")] == f"'{text}"


def test_a_negative_number_in_the_csv_stays_a_number() -> None:
    row = list(csv.reader(io.TextIOWrapper(written([source(quality=-0.5)], "csv"), "utf-8-sig")))[1]

    assert row[SOURCE_FIELDS.index("quality")] == "-0.5"


def sheet(file: io.BytesIO) -> list[list[Any]]:
    book = openpyxl.load_workbook(file, read_only=True)
    rows = [list(row) for row in book["sources"].iter_rows(values_only=True)]
    book.close()
    return rows


def in_sheet(field: str, **fields: Any) -> Any:
    return sheet(written([source(**fields)], "xlsx"))[1][SOURCE_FIELDS.index(field)]


def test_xlsx_has_a_row_a_source_and_lists_as_json(documents: list[dict[str, Any]]) -> None:
    header, *rows = sheet(written(documents, "xlsx"))

    assert tuple(header) == SOURCE_FIELDS
    assert [row[0] for row in rows] == [document["url"] for document in documents]
    assert [json.loads(rows[0][SOURCE_FIELDS.index(name)]) for name in LISTS] == [documents[0][name] for name in LISTS]
    assert rows[0][SOURCE_FIELDS.index("http_status")] == 200


@pytest.mark.parametrize("text", ["=1+1", "#N/A", "-1", "2026-01-01", "🙂 한글"])
def test_text_is_text_in_xlsx(text: str) -> None:
    file = written([source(title=text)], "xlsx")
    cell = openpyxl.load_workbook(file)["sources"].cell(2, SOURCE_FIELDS.index("title") + 1)

    assert (cell.value, cell.data_type) == (text, "s")


def test_a_text_too_long_for_a_cell_is_cut_by_the_units_that_excel_counts(caplog: pytest.LogCaptureFixture) -> None:
    cell = in_sheet("text", text="가" + "🙂" * 20_000, html="x" * 32_768, markdown="y" * 32_767)

    assert cell == "가" + "🙂" * 16_383
    assert caplog.messages == ["cut to what a cell of xlsx can hold: text 1, html 1"]


def test_a_list_too_long_for_a_cell_loses_its_last_entries_and_stays_json() -> None:
    ties = [{"path": f"{number}.md", "context": '"🙂' * 500} for number in range(100)]

    kept = json.loads(in_sheet("notes", notes=ties))

    assert kept == ties[:16]  # each about 2,030 units, the escaped quote two and the emoji two


def test_a_character_that_xlsx_cannot_hold_is_taken_out() -> None:
    cell = in_sheet("title", title="a\x00\x0b\ufffeb\n🙂", notes=[{"label": "\ufffe"}])

    assert cell == "ab\n🙂"


def test_more_sources_than_a_sheet_has_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_table, "ROW_LIMIT", 3)

    with pytest.raises(JobError, match="use --format csv or jsonl"):
        written([source()] * 3, "xlsx")


def test_a_workbook_given_up_half_way_leaves_nothing_to_complain_of() -> None:
    def broken() -> Iterator[dict[str, Any]]:
        yield source()
        raise RuntimeError("the database went away")

    with pytest.raises(RuntimeError):
        written(broken(), "xlsx")
    gc.collect()  # what openpyxl left open would be a warning, which is an error here


def test_a_workbook_that_has_no_room_leaves_nothing_to_complain_of() -> None:
    with pytest.raises(OSError, match="No space left"), Path("/dev/full").open("wb", buffering=0) as file:
        export([source()], load_object(FORMATS["xlsx"])(file))
    gc.collect()


def test_an_export_says_how_many_sources_have_an_article(documents: list[dict[str, Any]]) -> None:
    exporter = load_object(FORMATS["jsonl"])(io.BytesIO())

    assert export(documents, exporter) == Exported(sources=6, articles=4)
