"""Sources that are no web pages, from the note to the feed."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from crawler.storage.records import Page
from tests.extraction.test_pdf import encrypted, korean_pdf, pdf_of
from tests.site import pages

if TYPE_CHECKING:
    from tests.site import Site
    from tests.spiders.conftest import Crawls

PAGES = Path(__file__).resolve().parent.parent / "pages"
PICTURE = b"\x89PNG\r\n\x1a\n" + b"\0" * 60
NOTEBOOK = {
    "nbformat": 4,
    "cells": [
        {"cell_type": "markdown", "source": "# 회귀 분석\n\n잔차를 본다."},
        {"cell_type": "code", "source": "fit(x)", "outputs": [{"output_type": "stream", "text": "0.98"}]},
    ],
}


def kinds_on(site: Site) -> dict[str, str]:
    """Put one source of every kind on the site, and return their URLs by what they are."""
    github = {name: (PAGES / f"github_{name}/page.html").read_bytes() for name in ("readme", "file", "issue")}
    return {
        "pdf": site.page("/a.pdf", pdf_of("The first page.", "The second page."), content_type="application/pdf"),
        "korean pdf": site.page("/b", korean_pdf("KSCms-UHC-H", "cp949", "한글 문서"), content_type="application/pdf"),
        "locked pdf": site.page("/c.pdf", encrypted("secret"), content_type="application/pdf"),
        "scan": site.page("/d.pdf", pdf_of(""), content_type="application/pdf"),
        "text": site.page("/memo.txt", "메모 한 줄", content_type="text/plain; charset=utf-8"),
        "markdown": site.page("/README.md", "# 읽어 보기\n\n*글*", content_type="text/plain; charset=utf-8"),
        "csv": site.page("/표.csv", "가,나\n1,2\n", content_type="text/csv; charset=utf-8"),
        "json": site.page("/설정.json", '{"가": 1}', content_type="application/json"),
        "rss": site.page("/feed", "<?xml version='1.0'?><rss><channel/></rss>", content_type="application/rss+xml"),
        "notebook": site.page("/분석.ipynb", json.dumps(NOTEBOOK), content_type="text/plain; charset=utf-8"),
        "image": site.page("/그림", PICTURE, content_type="image/png"),
        "large image": site.page("/large", PICTURE + b"\0" * (10 << 20), content_type="image/png"),
        "film": site.page("/film", b"\0\0\0 ftypisom" * 9, content_type="video/mp4"),
        **{f"github {name}": site.page(f"/github/{name}", page) for name, page in github.items()},
        "page": site.page("/page", pages.article("Page", "한 문장이 여기에 있고 본문은 이만큼 길다. " * 10)),
    }


@pytest.fixture
def found(plain_crawls: Crawls, site: Site) -> dict[str, dict[str, object]]:
    """Crawl all of them, and return what the feed says of each."""
    urls = kinds_on(site)
    plain_crawls.note("a.md", *(f"[{kind}]({url})" for kind, url in urls.items()))
    plain_crawls.run()
    sources = {source["notes"][0]["label"]: source for source in plain_crawls.sources().values()}
    assert set(sources) == set(urls)
    return sources


def test_every_kind_of_source_comes_through_to_the_feed(
    found: dict[str, dict[str, object]], plain_crawls: Crawls
) -> None:
    told = {kind: (source["title"], source["markdown"]) for kind, source in found.items() if kind[:6] != "github"}

    assert {source["verdict"] for source in found.values()} == {"ok"}
    assert told.pop("page")[0] == "Page"
    assert told == {
        "pdf": ("On Crawling", "The first page.\n\n---\n\nThe second page."),
        "korean pdf": ("On Crawling", "한글 문서"),
        "locked pdf": (None, None),
        "scan": (None, None),
        "text": (None, "메모 한 줄"),
        "markdown": ("읽어 보기", "# 읽어 보기\n\n*글*"),
        "csv": ("표.csv", "```csv\n가,나\n1,2\n```"),
        "json": ("설정.json", '```json\n{"가": 1}\n```'),
        "rss": (None, "```xml\n<?xml version='1.0'?><rss><channel/></rss>\n```"),
        "notebook": ("회귀 분석", "# 회귀 분석\n\n잔차를 본다.\n\n```python\nfit(x)\n```\n\n```text\n0.98\n```"),
        "image": (None, f"![]({found['image']['images'][0]})"),  # type: ignore[index]
        "large image": (None, None),
        "film": (None, None),
    }
    for name in ("readme", "file", "issue"):
        expected = json.loads((PAGES / f"github_{name}/expected.json").read_text("utf-8"))
        source = found[f"github {name}"]
        assert (source["platform"], source["title"]) == ("github", expected["title"])
    with plain_crawls.reading() as session:
        picture = session.query(Page).filter(Page.content_type == "image/png", Page.snapshots.any()).one()
        assert zlib.decompress(picture.body) == PICTURE, "the picture itself is kept"
    report = json.loads((plain_crawls.folder / "feeds/report.json").read_text("utf-8"))
    reasons = {entry["cited_url"].rpartition("/")[2]: entry["because"] for entry in report["sections"]["wordless"]}
    assert reasons == {
        "c.pdf": "application/pdf: it cannot be read (FileNotDecryptedError)",
        "d.pdf": "application/pdf: it holds no text: a scan, or pictures alone",
        "large": f"larger than MAX_IMAGE_BYTES: {len(PICTURE) + (10 << 20)} bytes",
        "film": "nothing to read in video/mp4",
    }
