"""What others make of a page, each by a plain call of its library: name → function of (body, url).

readability-lxml and resiliparse give text alone, so they are held against ours by text alone.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from types import SimpleNamespace
from typing import TYPE_CHECKING

import trafilatura
from lxml import html
from readability import Document
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import bytes_to_str, detect_encoding
from trafilatura.metadata import extract_metadata

if TYPE_CHECKING:
    from collections.abc import Callable

    Peer = Callable[[bytes, str], SimpleNamespace]


def of_trafilatura(**options: bool) -> Peer:
    def extract(body: bytes, url: str) -> SimpleNamespace:
        said = extract_metadata(body, url)
        markdown = trafilatura.extract(
            body, url, output_format="markdown", include_links=True, include_images=True, **options
        )
        return SimpleNamespace(
            text=trafilatura.extract(body, url, include_comments=False, **options) or "",
            markdown=markdown or "",
            title=said.title,
            authors=(said.author or "").split("; "),
            published_at=said.date,
        )

    return extract


def readability_lxml(body: bytes, url: str) -> SimpleNamespace:
    document = Document(_decoded(body), url=url)
    return _text_only(html.fromstring(document.summary()).text_content(), document.short_title())


def resiliparse(body: bytes, _url: str) -> SimpleNamespace:
    return _text_only(extract_plain_text(_decoded(body), main_content=True, alt_texts=False))


def magic_html(body: bytes, url: str) -> SimpleNamespace:
    found = import_module("magic_html").GeneralExtractor().extract(_decoded(body), base_url=url)
    return _text_only(html.fromstring(found["html"]).text_content(), found.get("title"))


def rs_trafilatura(body: bytes, _url: str) -> SimpleNamespace:
    found = import_module("rs_trafilatura").extract(_decoded(body))
    return _text_only(found.content_text or "", found.title)


def _decoded(body: bytes) -> str:
    return bytes_to_str(body, detect_encoding(body))


def _text_only(text: str, title: str | None = None) -> SimpleNamespace:
    return SimpleNamespace(text=text, markdown="", title=title, authors=[], published_at=None)


PEERS: dict[str, Peer] = {
    "trafilatura": of_trafilatura(),
    "trafilatura, precision": of_trafilatura(favor_precision=True),
    "readability-lxml": readability_lxml,
    "resiliparse": resiliparse,
}
# Wheels for Python 3.12 and newer only: held against where they are installed.
PEERS |= {peer.__name__: peer for peer in (magic_html, rs_trafilatura) if find_spec(peer.__name__)}
