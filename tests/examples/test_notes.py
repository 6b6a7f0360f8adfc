"""What the example notes cite, by hand: a demo must show every form that a citation can take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.notes import extract_citations
from crawler.urls import canonical_url
from examples.site.serve import ADDRESS
from tests.plugins.site import NOTES

if TYPE_CHECKING:
    from crawler.notes import Citation

CITED = {
    "README.md": [],
    "TIL/2024-03-11-git.md": [
        (13, "comment", "/tistory/102"),
        (24, "bare", "/tistory/102"),
        (28, "inline", "/tistory/9"),
        (32, "inline", "/2022/09/http-cache.html"),
        (33, "inline", "/private/weekly-report"),
    ],
    "TIL/2024-05-21-asyncio.md": [
        (14, "reference", "/docs/retries.html"),
        (15, "inline", "/docs/retries.html#policy"),
        (19, "autolink", "/app/release-notes"),
        (23, "footnote", "/@memlog/asyncio-태스크-취소"),
    ],
    "인프라/리눅스-서버.md": [
        (5, "bare", "/tistory/37"),
        (11, "inline", "/~linuxer/mysql_charset.html"),
        (12, "inline", "/~linuxer/apache_rewrite.html"),
        (21, "inline", "/files/nginx-memo.txt"),
        (22, "inline", "/tistory/37/#entry37Comment"),
    ],
    "인프라/컨테이너-메모리.md": [
        (5, "frontmatter", "/midnight-ops/223145678901"),
        (19, "inline", "/PostView.naver?blogId=midnight-ops&logNo=223145678901"),
        (24, "html", "/@memlog/asyncio-%ED%83%9C%EC%8A%A4%ED%81%AC-%EC%B7%A8%EC%86%8C?utm_source=newsletter"),
    ],
    "읽을거리.md": [
        (5, "inline", "/tistory/102/?utm_source=rss#comment"),
        (6, "inline", "/posts/http-cache/"),
        (7, "bare", "/files/sqlite-wal.pdf"),
        (13, "footnote", "/files/sqlite-wal.pdf"),
    ],
}


def citations() -> dict[str, list[Citation]]:
    return {
        note.relative_to(NOTES).as_posix(): extract_citations(
            note.read_text(encoding="utf-8"), allowed_private_hosts=[ADDRESS]
        )
        for note in NOTES.rglob("*.md")
    }


def test_the_notes_cite_what_they_are_meant_to() -> None:
    origin = f"http://{ADDRESS}"
    found = {
        path: [(c.line, c.form, c.as_written.removeprefix(origin)) for c in cited]
        for path, cited in citations().items()
    }

    assert found == CITED


def test_spellings_of_one_source_come_together() -> None:
    keys = {canonical_url(citation.url) for cited in citations().values() for citation in cited}

    assert len(keys) == 15


def test_nothing_is_cited_where_the_address_is_not_allowed() -> None:
    texts = [note.read_text(encoding="utf-8") for note in NOTES.rglob("*.md")]

    assert [citation for text in texts for citation in extract_citations(text)] == []
