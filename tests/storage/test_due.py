from __future__ import annotations

import tracemalloc
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import insert

from crawler.extraction.article import Article
from crawler.items import ArticleItem, Fallback, Renderer, Validators
from crawler.storage import (
    DueSource,
    cited_hosts,
    due_source_ids,
    load_due,
    read_scope,
    session_scope,
    store_results,
    unknown_hosts,
)
from crawler.storage.due import Before
from crawler.storage.records import Citation, Note, Source, hash_url

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from crawler.storage import Sessions

    AddSource = Callable[..., int]

ROOT = Path("/notes")


def due(sessions: Sessions, now: datetime, **options: Any) -> list[int]:
    asked = {"root": ROOT, "now": now, "refresh": "due", "splash": False, **options}
    with read_scope(sessions) as session:
        return list(due_source_ids(session, **asked))


def test_a_source_is_due_from_its_moment_on(sessions: Sessions, add_source: AddSource, now: datetime) -> None:
    waiting = add_source("https://a.test/1", due_at=now)
    add_source("https://a.test/2", due_at=now + timedelta(seconds=1))

    assert due(sessions, now) == [waiting]


def test_only_what_a_note_of_this_folder_cites_now_is_due(
    sessions: Sessions, add_source: AddSource, now: datetime
) -> None:
    here = add_source("https://a.test/1")
    there = add_source("https://a.test/2", root="/other")
    add_source("https://a.test/3", root=None)
    add_source("https://a.test/4", gone=True)
    add_source("https://a.test/5", closed=True)

    assert due(sessions, now) == [here]
    assert due(sessions, now, root=None) == [here, there]


@pytest.mark.parametrize("refresh", ["due", "all", "failed"])
def test_what_no_one_can_ask_for_is_never_due(
    sessions: Sessions, add_source: AddSource, now: datetime, refresh: str
) -> None:
    add_source("https://a.test/", due_at=None, verdict="invalid")

    assert due(sessions, now, refresh=refresh, splash=True) == []


def test_all_is_all_and_failed_is_what_failed(sessions: Sessions, add_source: AddSource, now: datetime) -> None:
    later = now + timedelta(days=9)
    good = add_source("https://a.test/1", due_at=later, verdict="ok")
    moved = add_source("https://a.test/2", due_at=later, verdict="moved")
    gone = add_source("https://a.test/3", due_at=later, verdict="gone")
    new = add_source("https://a.test/4", due_at=later)

    assert due(sessions, now) == []
    assert due(sessions, now, refresh="failed") == [gone]
    assert due(sessions, now, refresh="all") == [good, moved, gone, new]


def test_what_was_fetched_without_splash_is_due_when_it_is_there(
    sessions: Sessions, add_source: AddSource, now: datetime
) -> None:
    plain = add_source("https://a.test/", due_at=now + timedelta(days=9), verdict="ok", fallback=True)

    assert due(sessions, now, splash=False) == []
    assert due(sessions, now, splash=True) == [plain]


def test_hosts_take_turns_and_who_waits_longest_is_first(
    sessions: Sessions, add_source: AddSource, now: datetime
) -> None:
    before = [now - timedelta(hours=hours) for hours in range(10)]
    a1, a2, a3 = (add_source(f"https://a.test/{n}", due_at=before[n]) for n in (1, 2, 3))
    b1 = add_source("https://b.test/1", due_at=before[5])
    c1, c2 = (add_source(f"https://c.test/{n}", due_at=before[0]) for n in (1, 2))

    assert due(sessions, now) == [b1, a3, c1, a2, c2, a1]


def test_a_limit_takes_the_first(sessions: Sessions, add_source: AddSource, now: datetime) -> None:
    ids = [add_source(f"https://{name}.test/") for name in "abc"]

    assert due(sessions, now, limit=2) == ids[:2]
    assert due(sessions, now, limit=0) == []


def test_a_host_stands_for_its_subdomains_and_its_ports(
    sessions: Sessions, add_source: AddSource, now: datetime
) -> None:
    urls = ["a.test", "www.a.test", "a.test:8080", "www.a.test:8080", "aa.test", "a.test.b", "axtest"]
    ids = {host: add_source(f"https://{host}/") for host in urls}

    def of(*hosts: str) -> set[str]:
        found = set(due(sessions, now, hosts=hosts))
        return {host for host, id_ in ids.items() if id_ in found}

    assert of("a.test") == {"a.test", "www.a.test", "a.test:8080", "www.a.test:8080"}
    assert of("A.test:8080") == {"a.test:8080", "www.a.test:8080"}
    assert of("aa.test", "www.a.test") == {"aa.test", "www.a.test", "www.a.test:8080"}
    assert of("%.test") == set()


def test_hosts_without_a_source_are_known(sessions: Sessions, add_source: AddSource) -> None:
    for url in ("https://b.kr/", "https://a.kr/1", "https://a.kr/2", "https://x.c.kr:81/"):
        add_source(url)
    add_source("https://elsewhere.kr/", root="/other")

    with read_scope(sessions) as session:
        unknown = unknown_hosts(session, root=ROOT, hosts=["A.kr", "nope", "c.kr", "elsewhere.kr"])
        cited = cited_hosts(session, root=ROOT)

    assert unknown == ["nope", "elsewhere.kr"]
    assert cited == ["a.kr", "b.kr", "x.c.kr:81"]


def test_due_sources_are_loaded_in_the_order_asked_for(
    sessions: Sessions, add_source: AddSource, now: datetime
) -> None:
    ids = [add_source(f"https://a.test/{n}", cited_url=f"http://www.a.test/{n}/") for n in range(3)]

    with read_scope(sessions) as session:
        loaded = load_due(session, ids[::-1])

    assert loaded[0] == DueSource(ids[2], "https://a.test/2", "http://www.a.test/2/", "a.test")
    assert [source.id for source in loaded] == ids[::-1]


def test_a_due_source_brings_what_is_stored_of_it(
    sessions: Sessions, add_source: AddSource, crawl_id: int, now: datetime
) -> None:
    stored = {"source_url": "https://a.test/1", "url": "https://a.test/1", "final_url": "https://a.test/1/"}
    made = {"renderer": Renderer.SPLASH, "fetched_at": now, "body": b"x", "rules": "1"}
    known, away, new = (add_source(f"https://a.test/{n}") for n in range(3))
    article = Article(title="T", text="T", markdown="T", platform="tistory")
    with session_scope(sessions) as session:
        by = {"validators": Validators('"1"', None, "one")}
        store_results(session, crawl_id, [ArticleItem(source_id=known, article=article, **stored, **made, **by)])
        made["fallback"] = Fallback.SPLASH_AWAY
        store_results(session, crawl_id, [ArticleItem(source_id=away, article=article, **stored, **made)])

    with read_scope(sessions) as session:
        first, second, third = load_due(session, [known, away, new])

    assert first.platform == "tistory"
    assert first.before == Before("https://a.test/1/", "splash", Validators('"1"', None, "one"))
    assert (second.before, third.before) == (None, None)


def test_many_due_sources_cost_eight_bytes_each_and_one_stretch_of_rows(sessions: Sessions, now: datetime) -> None:
    add_many(sessions, now, 40_000)
    with read_scope(sessions) as session:
        asked = {"root": ROOT, "now": now, "refresh": "due", "splash": False}
        due_source_ids(session, **asked, limit=1)
        tracemalloc.start()
        ids = due_source_ids(session, **asked)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

    assert len(ids) == 40_000
    assert ids.itemsize == 8
    assert len({id_ % 100 for id_ in ids[:100]}) == 100  # each of the 100 hosts in its turn
    assert peak < 2 * 2**20  # bytes; all rows at once take more than twice that


def add_many(sessions: Sessions, now: datetime, count: int) -> None:
    urls = [f"https://{n % 100}.test/{n}" for n in range(count)]
    sources = [
        {
            "id": number,
            "url": url,
            "url_hash": hash_url(url),
            "cited_url": url,
            "host": url.split("/")[2],
            "first_seen_at": now,
            "due_at": now,
            "failures": 0,
            "fallback": False,
        }
        for number, url in enumerate(urls, 1)
    ]
    with session_scope(sessions) as session:
        note = Note(root=str(ROOT), path="a.md", title="", content_hash="", reading="", first_seen_at=now)
        session.add(note)
        session.flush()
        session.execute(insert(Source), sources)
        session.execute(
            insert(Citation),
            [
                {
                    "note_id": note.id,
                    "source_id": source["id"],
                    "url": source["url"],
                    "as_written": source["url"],
                    "line": 1,
                    "label": "",
                    "headings": [],
                    "marker": None,
                    "form": "bare",
                    "context": "",
                    "weak": False,
                    "first_seen_at": now,
                    "closed_at": None,
                }
                for source in sources
            ],
        )
