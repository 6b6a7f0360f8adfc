from __future__ import annotations

import re
import urllib.request
from typing import TYPE_CHECKING

import lxml.html
import pytest

from benchmarks.corpus import HOSTS, article_page, source_url, write_notes
from benchmarks.site import running

if TYPE_CHECKING:
    from pathlib import Path

BASE_URL = "http://wiki.internal"


def written(folder: Path, seed: int = 1) -> dict[Path, str]:
    write_notes(folder, notes=200, citations=400, seed=seed, base_url=BASE_URL)
    return {path.relative_to(folder): path.read_text(encoding="utf-8") for path in folder.rglob("*.md")}


def test_a_page_is_the_same_whenever_it_is_made() -> None:
    assert article_page(1, 5) == article_page(1, 5)
    assert len({article_page(seed, n) for seed in (1, 2) for n in (1, 2)}) == 4


def test_a_page_is_an_article_of_30_to_100_kb() -> None:
    pages = [article_page(1, n) for n in range(50)]
    articles = [lxml.html.fromstring(page.decode()).findall(".//article") for page in pages]

    assert all(30_000 <= len(page) <= 102_000 for page in pages)
    assert {len(found) for found in articles} == {1}


def test_the_notes_are_the_same_whenever_they_are_written(tmp_path: Path) -> None:
    first = written(tmp_path / "first")

    assert first == written(tmp_path / "again")
    assert first != written(tmp_path / "other", seed=2)


def test_the_notes_cite_as_often_as_was_asked_for(tmp_path: Path) -> None:
    notes = written(tmp_path)
    # Only a link whose label is its own URL names a URL twice.
    text = re.sub(r"\[(http[^\]]*)\]\(\1\)", r"\1", "".join(notes.values()))
    cited = re.findall(rf"{re.escape(BASE_URL)}/posts/\d+", text)

    assert len(notes) == 200
    assert len(cited) == 400
    assert 250 < len(set(cited)) < 400


def test_sources_lie_on_many_hosts_where_the_base_url_says_so() -> None:
    assert {source_url("http://127.0.0.{host}:80", n) for n in (0, HOSTS)} == {
        f"http://127.0.0.1:80/posts/{n}/비동기-처리-정리" for n in (0, HOSTS)
    }
    assert source_url("http://127.0.0.{host}:80", 7) == "http://127.0.0.8:80/posts/7"


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.77"])
def test_the_site_serves_the_pages_of_the_corpus(host: str) -> None:
    with running(seed=3) as origin:
        url = source_url(origin.replace("127.0.0.1", host), 12)
        with urllib.request.urlopen(url, timeout=10) as page:
            body = page.read()

    assert body == article_page(3, 12)
