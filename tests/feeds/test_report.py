"""A crawl's report, as it lies in the feeds' folder."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from crawler.extraction.typed.markdown import markdown_tree
from crawler.feeds import report
from crawler.feeds.report import write_failure, write_report
from crawler.feeds.report_page import escaped
from crawler.notes import extract_citations
from crawler.storage.records import Citation, Crawl, Snapshot, Source
from crawler.storage.sessions import session_scope
from tests.feeds.filled_store import GONE, KOREAN_NOTE, READ, ROOT, START

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.orm import Session, sessionmaker

    Sessions = sessionmaker[Session]


def written(sessions: Sessions, folder: Path, crawl_id: int = 2, failed: str | None = None) -> tuple[Any, str]:
    write_report(sessions, crawl_id, folder, failed=failed)
    return json.loads((folder / "report.json").read_text("utf-8")), (folder / "report.md").read_text("utf-8")


def test_the_page_and_the_data_tell_the_same(sessions: Sessions, tmp_path: Path) -> None:
    data, page = written(sessions, tmp_path)

    assert data["counts"] == {"moved": 1, "changed": 1, "failed": 1}
    assert [entry["url"] for entry in data["sections"]["changed"]] == [READ]
    assert page.startswith("# Refkeep 2026-03-02 09:00 UTC\n\n3 sources asked for: all through Splash.\n")
    assert "\n1 moved, 1 changed, 1 failed.\n" in page
    assert "\n## Failed for the first time (1)\n\n- [지워진 글](https://gone.kr/post): HTTP 404\n" in page
    assert "\n- [\\-2+3]" not in page
    assert "now at <https://papers.kr/새/a.pdf>" in page
    assert "## Dead" not in page


def test_the_notes_are_linked_from_where_the_page_lies(sessions: Sessions, tmp_path: Path) -> None:
    _, page = written(sessions, tmp_path)
    up = "../" * len(tmp_path.resolve().parents[:-1]) + "../"

    assert f"    - [til.md:19]({up}home/me/notes/til.md) TIL › WAS\n" in page
    assert f"[{KOREAN_NOTE}:3]({up}home/me/notes/%E1%84%91" in page, "spelled as on disk"
    assert ROOT == "/home/me/notes"


def test_a_crawl_without_anything_due_is_one_line(sessions: Sessions, tmp_path: Path) -> None:
    with session_scope(sessions) as session:
        session.add(Crawl(id=3, root="/n", started_at=START, finished_at=START, outcome="finished", counts={}))
    data, page = written(sessions, tmp_path, 3)

    assert page == "Refkeep 2026-03-01 09:00 UTC: nothing was asked for.\n"
    assert (data["sources"], data["counts"], data["failed"], data["sections"]) == (0, {}, None, {})


def test_what_happened_without_asking_any_source_is_told(sessions: Sessions, tmp_path: Path) -> None:
    with session_scope(sessions) as session:
        session.get_one(Crawl, 2).finished_at = START + timedelta(days=1)
        begun = START + timedelta(days=9)
        session.add(Crawl(id=3, root=ROOT, started_at=begun, finished_at=begun, outcome="finished", counts={}))
        for article in session.query(Snapshot).filter_by(source_id=3):
            article.archived_from, article.rescued_at = "https://archive.kr/1", begun
    _, page = written(sessions, tmp_path, 3)

    assert page.startswith("# Refkeep 2026-03-10 09:00 UTC\n\nNothing was asked for.\n1 rescued.\n")
    assert "## Rescued from an archive (1)\n\n- [지워진 글](https://gone.kr/post): [the archive's copy]" in page


def test_a_line_that_cites_a_source_twice_stands_once(sessions: Sessions, tmp_path: Path) -> None:
    with session_scope(sessions) as session:
        session.query(Citation).filter_by(source_id=1).update({"line": 19, "note_id": 1})
    data, page = written(sessions, tmp_path)

    (entry,) = data["sections"]["changed"]
    assert len(entry["notes"]) == 2
    assert page.count("til.md:19") == 1


def test_a_failed_crawl_says_so(sessions: Sessions, tmp_path: Path) -> None:
    data, page = written(sessions, tmp_path, failed="it was broken off")

    assert data["failed"] == "it was broken off"
    assert "**The crawl failed: it was broken off.**" in page


def test_a_crawl_of_which_the_database_says_nothing_leaves_a_report(tmp_path: Path) -> None:
    write_failure(tmp_path, failed="cannot open the database", now=START)

    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["failed"] == "cannot open the database"
    assert "cannot open the database" in (tmp_path / "report.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("C++ [템플릿] *완전* 정복_2", r"C++ \[템플릿\] \*완전\* 정복\_2"),
        ("<b>굵게</b> & #태그", r"\<b\>굵게\</b\> \& \#태그"),
        ("두\n줄\t그리고 \u202e거꾸로", "두 줄 그리고 거꾸로"),
        ("$x$ `코드` ~~줄~~ ==강조== %%숨김%%", r"\$x\$ \`코드\` \~\~줄\~\~ \=\=강조\=\= \%\%숨김\%\%"),
    ],
)
def test_titles_are_shown_as_they_are(title: str, line: str) -> None:
    assert escaped(title) == line


def test_a_title_or_an_address_cannot_break_out_of_its_link(sessions: Sessions, tmp_path: Path) -> None:
    with session_scope(sessions) as session:
        source = session.get_one(Source, 3)
        source.cited_url = "https://gone.kr/a)(b <c>|`d`"
        (article,) = session.query(Snapshot).filter_by(source_id=3)
        article.title = "]( https://evil.kr ) <script>alert(1)</script> \\"
    _, page = written(sessions, tmp_path)

    links = {link.text_content(): link.get("href") for link in markdown_tree(page).iter("a")}
    assert links["]( https://evil.kr ) <script>alert(1)</script> \\"] == "https://gone.kr/a%29%28b%20%3Cc%3E%7C%60d%60"


def test_a_page_is_cut_and_the_data_is_not(sessions: Sessions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with session_scope(sessions) as session:
        session.get_one(Crawl, 1).finished_at = None
        session.get_one(Crawl, 2).started_at = START + timedelta(days=1)
    monkeypatch.setattr(report, "SHOWN", 1)
    data, page = written(sessions, tmp_path)

    assert len(data["sections"]["new"]) == 2
    assert page.count("… and 1 more, in `report.json`") == 1


def test_a_report_among_the_notes_cites_nothing(sessions: Sessions, tmp_path: Path) -> None:
    _, page = written(sessions, tmp_path)

    assert GONE in page
    assert extract_citations(page) == []
    assert extract_citations(page.rpartition("<!--")[0]) != []
