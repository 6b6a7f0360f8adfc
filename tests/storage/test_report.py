"""What a crawl changed, from the records that crawls leave."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from crawler.extraction.article import Article
from crawler.items import ArticleItem, FailureItem, Renderer
from crawler.storage import finish_crawl, read_scope, session_scope, start_crawl, store_results
from crawler.storage.records import Merge, Snapshot, Source
from crawler.storage.report import crawl_report
from crawler.storage.report_entries import report_entries
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from crawler.storage import Sessions
    from crawler.storage.report import CrawlReport

    AddSource = Callable[..., int]

DAY = timedelta(days=1)
FIRST = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Diary:
    """Crawls of one folder, each on the day that the test gives."""

    def __init__(self, sessions: Sessions, root: Path) -> None:
        self.sessions = sessions
        self.root = root

    def crawl(self, day: int, *items: dict[str, Any], finished: bool = True) -> int:
        """Store what a crawl brought, each item by the words of `good` and `bad`, and return its id."""
        begun = FIRST + day * DAY
        crawl_id = start_crawl(self.sessions, root=self.root, now=begun)
        with session_scope(self.sessions) as session:
            store_results(session, crawl_id, [_item(begun + timedelta(minutes=1), **item) for item in items])
        if finished:
            end = begun + timedelta(minutes=3)
            finish_crawl(self.sessions, crawl_id, outcome="finished", counts={"notes/notes": 4}, now=end)
        return crawl_id

    def report(self, crawl_id: int) -> tuple[CrawlReport, dict[str, list[dict[str, Any]]]]:
        with read_scope(self.sessions) as session:
            report = crawl_report(session, crawl_id)
            return report, {str(each): list(report_entries(session, report, each)) for each in report.sections}


@pytest.fixture
def diary(sessions: Sessions, tmp_path: Path) -> Diary:
    return Diary(sessions, tmp_path)


def good(source_id: int, text: str = "Text.", *, moved_to: str | None = None) -> dict[str, Any]:
    return {"source_id": source_id, "text": text, "moved_to": moved_to}


def bad(source_id: int, verdict: str, reason: str = "HTTP 404") -> dict[str, Any]:
    return {"source_id": source_id, "verdict": Verdict(verdict), "reason": reason}


def _item(
    at: datetime, *, source_id: int, moved_to: str | None = None, text: str = "", reason: str = "", **fields: Any
) -> ArticleItem | FailureItem:
    url = f"https://a.test/{source_id}"
    asked = {"source_id": source_id, "source_url": url, "url": url, "fetched_at": at, "renderer": Renderer.HTTP}
    if "verdict" in fields:
        return FailureItem(**asked, **fields, evidence={"reason": reason}, http_status=404)
    article = Article(title=f"제목 {source_id}", text=text, markdown=text)
    came = {"final_url": moved_to or url, "moved": moved_to is not None, "body": text.encode(), "http_status": 200}
    return ArticleItem(**asked, **came, article=article, rules="1")


def by_section(entries: dict[str, list[dict[str, Any]]]) -> dict[str, list[str]]:
    return {name: [entry["url"] for entry in those] for name, those in entries.items()}


def test_each_source_stands_under_what_happened_to_it(diary: Diary, add_source: AddSource) -> None:
    urls = [f"https://a.test/{n}" for n in range(1, 7)]
    same, changed, moved, gone, back, new = [add_source(url) for url in urls]
    diary.crawl(0, good(same), good(changed), good(moved), good(gone), bad(back, "timeout"))

    report, entries = diary.report(
        diary.crawl(
            30,
            *(good(same), good(changed, "Another text."), good(moved, moved_to="https://b.test/3")),
            *(bad(gone, "gone"), good(back), good(new)),
        )
    )

    assert by_section(entries) == {
        "moved": [urls[2]], "back": [urls[4]], "changed": [urls[1]], "new": [urls[5]], "failed": [urls[3]],
    }  # fmt: skip
    assert report.counts == {"moved": 1, "back": 1, "changed": 1, "new": 1, "failed": 1, "as_before": 1}
    assert (report.sources, report.asked) == (6, {"http": 6})
    assert (report.crawl["seconds"], report.notes) == (180.0, {"notes": 4})


def test_an_entry_says_what_it_rests_on_and_which_lines_it_concerns(diary: Diary, add_source: AddSource) -> None:
    moved, gone, back, changed = [add_source(f"https://a.test/{n}") for n in range(1, 5)]
    diary.crawl(0, good(moved), good(gone), bad(back, "timeout", "no answer in 60 s"), good(changed))

    _, entries = diary.report(
        diary.crawl(30, good(moved, moved_to="https://b.test/3"), bad(gone, "gone"), good(back), good(changed, "New."))
    )

    told = {name: (entry["because"], entry["moved_to"]) for name, (entry,) in entries.items()}
    assert told == {
        "moved": (None, "https://b.test/3"),
        "back": ("no answer in 60 s on 2026-03-01", None),
        "changed": ("another text than that of 2026-03-01", None),
        "failed": ("HTTP 404", None),
    }
    (entry,) = entries["failed"]
    assert (entry["title"], entry["verdict"], entry["http_status"]) == ("제목 2", "gone", 404)
    assert [(tie["path"], tie["line"], tie["headings"]) for tie in entry["notes"]] == [
        (f"note-{gone}.md", 3, ["A note", "Sources"])
    ]


def test_a_death_is_told_once(diary: Diary, add_source: AddSource) -> None:
    source = add_source("https://a.test/1")
    reports = [diary.report(diary.crawl(day, item)) for day, item in enumerate([good(source)])]
    reports += [diary.report(diary.crawl(day, bad(source, "gone"))) for day in (30, 33, 39, 45)]

    assert [list(entries) for _, entries in reports] == [["new"], ["failed"], [], ["died"], []]
    assert reports[3][1]["died"][0]["because"] == "HTTP 404, failing since 2026-03-31, 3 times in a row"
    assert reports[4][0].counts == {"still_failing": 1}


def test_a_copy_from_an_archive_is_a_rescue(diary: Diary, add_source: AddSource, sessions: Sessions) -> None:
    source = add_source("https://a.test/1")
    for day, item in ((0, good(source)), (30, bad(source, "gone")), (33, bad(source, "gone"))):
        diary.crawl(day, item)
    crawl = diary.crawl(39, bad(source, "gone"))
    with session_scope(sessions) as session:
        one = session.get_one(Source, source).snapshots[0]
        kept = {column.key: getattr(one, column.key) for column in Snapshot.__table__.columns if column.key != "id"}
        copy = {"rescued_at": FIRST + 39 * DAY + timedelta(minutes=2), "archived_from": "https://archive.test/1"}
        session.add(Snapshot(**kept | copy | {"taken_at": FIRST - 900 * DAY, "title": "As it was archived"}))

    _, entries = diary.report(crawl)

    (entry,) = entries["died"]
    assert (entry["happened"], entry["archived_from"]) == (["died", "rescued"], "https://archive.test/1")
    assert entry["title"] == f"제목 {source}"  # of its article, which stays its own


def test_a_copy_is_no_article_of_the_sources_own_when_it_comes_back(
    diary: Diary, add_source: AddSource, sessions: Sessions
) -> None:
    source = add_source("https://a.test/1")
    diary.crawl(0, good(source))
    with session_scope(sessions) as session:
        one = session.get_one(Source, source).snapshots[0]
        one.rescued_at, one.archived_from = FIRST + timedelta(minutes=2), "https://archive.test/1"
    diary.crawl(10, bad(source, "gone"))

    _, entries = diary.report(diary.crawl(30, good(source, "Its own text.")))

    (entry,) = entries["back"]
    assert (entry["happened"], entry["archived_from"]) == (["back", "new"], None)


def test_a_source_that_was_dead_and_not_due_can_be_rescued(
    diary: Diary, add_source: AddSource, sessions: Sessions
) -> None:
    source = add_source("https://a.test/1")
    diary.crawl(0, good(source))
    crawl = diary.crawl(39)
    with session_scope(sessions) as session:
        one = session.get_one(Source, source).snapshots[0]
        one.rescued_at, one.archived_from = FIRST + 39 * DAY + timedelta(minutes=2), "https://archive.test/1"

    _, entries = diary.report(crawl)

    assert [entry["happened"] for entry in entries["rescued"]] == [["rescued"]]


def test_a_merge_names_what_the_source_is_one_with(diary: Diary, add_source: AddSource, sessions: Sessions) -> None:
    one, other, unfetched = (add_source(f"https://a.test/{number}") for number in (1, 2, 3))
    crawl = diary.crawl(0, good(one), good(other))
    with session_scope(sessions) as session:
        for source_id in (one, unfetched):  # the latter is an address that a note got for that which it had
            session.add(Merge(source_id=source_id, into_id=other, evidence={}, merged_at=FIRST + timedelta(minutes=2)))

    _, entries = diary.report(crawl)

    assert [(entry["url"], entry["merged_into"]) for entry in entries["merged"]] == [
        ("https://a.test/1", "https://a.test/2")
    ]


def test_without_a_network_nothing_happened_to_a_source(diary: Diary, add_source: AddSource) -> None:
    source = add_source("https://a.test/1")
    diary.crawl(0, good(source))
    offline, _ = diary.report(diary.crawl(30, bad(source, "offline")))
    after, _ = diary.report(diary.crawl(31, good(source)))

    assert (offline.counts, after.counts) == ({"offline": 1}, {"as_before": 1})


def test_what_a_killed_crawl_brought_stands_in_the_next_report(diary: Diary, add_source: AddSource) -> None:
    first, second = add_source("https://a.test/1"), add_source("https://a.test/2")
    diary.crawl(0, good(first), good(second))
    diary.crawl(30, bad(first, "gone"), finished=False)

    _, entries = diary.report(diary.crawl(31, good(second, "Another.")))
    after, _ = diary.report(diary.crawl(32))

    assert by_section(entries) == {"changed": ["https://a.test/2"], "failed": ["https://a.test/1"]}
    assert after.sources == 0
