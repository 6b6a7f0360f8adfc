from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urljoin, urlsplit

import lxml.html
import pytest
from pypdf import PdfReader

from examples.site.serve import ADDRESS, FOLDER, PAGES, serve
from tests.plugins.site import NOTES

if TYPE_CHECKING:
    from email.message import Message
    from pathlib import Path

HTML_PAGES = [path for path, page in PAGES.items() if page.content_type.startswith("text/html")]


def get(url: str, method: str = "GET") -> tuple[str, int, Message, bytes]:
    """Return the final URL, its status, headers and body."""
    request = urllib.request.Request(quote(url, safe=":/?&=#%@~"), method=method)
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return response.url, response.status, response.headers, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.url, error.code, error.headers, error.read()


def test_every_page_is_served(demo_site: str) -> None:
    answers = {path: get(demo_site + path)[1] for path in PAGES}

    assert answers == dict.fromkeys(PAGES, 200)


def test_what_the_notes_cite_is_there_but_for_the_post_that_is_gone(demo_site: str) -> None:
    notes = "".join(note.read_text(encoding="utf-8") for note in NOTES.rglob("*.md"))
    cited = {path.rstrip("_") for path in re.findall(rf"http://{re.escape(ADDRESS)}(/[^\s)>\"]*)", notes)}
    missing = {path for path in cited if get(demo_site + path)[1] != 200}

    assert missing == {"/tistory/9"}


def test_an_old_address_redirects_to_the_new_one(demo_site: str) -> None:
    assert get(f"{demo_site}/2022/09/http-cache.html")[0] == f"{demo_site}/posts/http-cache/"


def test_a_head_has_the_headers_and_no_body(demo_site: str) -> None:
    _, status, headers, body = get(f"{demo_site}/tistory/102", method="HEAD")

    assert (status, int(headers["Content-Length"]) > 10_000, body) == (200, True, b"")


def test_a_path_does_not_lead_out_of_the_site(demo_site: str) -> None:
    assert get(f"{demo_site}/assets/../serve.py")[1] == 404


@pytest.mark.parametrize("path", HTML_PAGES)
def test_a_page_loads_nothing_from_elsewhere(demo_site: str, path: str) -> None:
    base = demo_site + path
    tree = lxml.html.fromstring(get(base)[3])
    loaded = tree.xpath("//img/@src | //script/@src | //iframe/@src | //link[@rel='stylesheet']/@href")
    found = {url: get(urljoin(base, url))[1] for url in map(str, loaded)}

    assert all(urljoin(base, url).startswith(f"{demo_site}/") for url in found)
    assert set(found.values()) <= {200}


def test_the_frame_set_holds_no_text_and_its_frame_does(demo_site: str) -> None:
    outer = get(f"{demo_site}/midnight-ops/223145678901")[3].decode()
    source = str(lxml.html.fromstring(outer).xpath("//iframe[@id='mainFrame']/@src")[0])
    inner = get(urljoin(demo_site, source))[3].decode()

    assert urlsplit(source).path == "/PostView.naver"
    assert "종료 코드 137의 뜻" in inner
    assert "종료 코드 137의 뜻" not in outer


def test_the_scripted_page_holds_no_text_before_its_script_ran(demo_site: str) -> None:
    assert "목록 화면" not in get(f"{demo_site}/app/release-notes")[3].decode()
    assert "목록 화면" in get(f"{demo_site}/app/release-notes.json")[3].decode()


def test_velogs_state_holds_the_markdown_of_the_post(demo_site: str) -> None:
    html = get(f"{demo_site}/@memlog/asyncio-태스크-취소")[3].decode()
    state = json.loads(html.partition("window.__APOLLO_STATE__=")[2].partition(";</script>")[0])
    [post] = [value for key, value in state.items() if key.startswith("Post:")]

    assert post["title"] == "asyncio 태스크를 취소한다는 것"
    assert "```python\nimport asyncio" in post["body"]


@pytest.mark.parametrize(
    ("path", "declared", "text"),
    [
        ("/~linuxer/mysql_charset.html", True, "MySQL에서 한글이 물음표로 보일 때"),
        ("/~linuxer/apache_rewrite.html", False, "아파치 mod_rewrite 따라하기"),
    ],
)
def test_the_boards_are_euc_kr_and_one_does_not_say_so(demo_site: str, path: str, declared: bool, text: str) -> None:
    _, _, headers, body = get(demo_site + path)

    assert headers["Content-Type"] == "text/html"
    assert (b"charset=" in body) is declared
    assert text in body.decode("euc-kr")
    with pytest.raises(UnicodeDecodeError):
        body.decode()


def test_the_pdf_is_valid_and_has_text(demo_site: str) -> None:
    reader = PdfReader(BytesIO(get(f"{demo_site}/files/sqlite-wal.pdf")[3]), strict=True)

    assert reader.metadata is not None
    assert reader.metadata.title == "Write-ahead logging in SQLite"
    assert ["Checkpoints" in page.extract_text() for page in reader.pages] == [True, False]


def test_a_page_names_the_address_that_it_is_served_at() -> None:
    with serve(port=0) as origin:
        html = get(f"{origin}/tistory/102")[3].decode()

    assert f'<link rel="canonical" href="{origin}/tistory/102"/>' in html
    assert ADDRESS not in html


def test_no_page_lies_there_that_is_not_served() -> None:
    served = {page.file for page in PAGES.values()} | {"pages/tistory-gone.html"}
    lying = {str(file.relative_to(FOLDER)) for folder in ("pages", "files") for file in (FOLDER / folder).iterdir()}

    assert lying == served


def test_demo_notes_cite_the_site_that_the_tests_serve(demo_site: str, demo_notes: Path) -> None:
    text = "".join(note.read_text(encoding="utf-8") for note in sorted(demo_notes.rglob("*.md")))

    assert ADDRESS not in text
    assert unquote(f"{demo_site}/@memlog/asyncio-태스크-취소") in text
