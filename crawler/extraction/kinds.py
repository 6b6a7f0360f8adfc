"""What a body is: by its first bytes, then by its declared type, then by its address."""

from __future__ import annotations

import re
from enum import Enum, auto
from urllib.parse import urlsplit

from crawler.extraction.binary import is_text
from crawler.extraction.errors import UnsupportedContentError


class Kind(Enum):
    """How a body is read."""

    HTML = auto()
    MARKDOWN = auto()
    TEXT = auto()
    PDF = auto()
    IMAGE = auto()


PDF_WITHIN = 1024  # bytes before "%PDF-": readers look that far
HTML_WITHIN = 4096
IMAGE_MAGIC = re.compile(rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|BM.{4}\0\0\0\0|....ftypavif", re.DOTALL)
LEADING = rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
HTML_MAGIC = re.compile(LEADING + rb"<(?:!doctype[\s.]*html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
TAG_MAGIC = re.compile(
    LEADING + rb"<(?:!doctype|title|meta|link|script|style|div|main|article|section|table|h[1-6]|p|a|br|pre|ul|ol|span"
    rb"|font|center)\b",
    re.IGNORECASE | re.DOTALL,
)
SVG_MAGIC = re.compile(LEADING + rb"(?:<!doctype\s+svg[^>]*>\s*)?<svg\b", re.IGNORECASE | re.DOTALL)
HTML_TYPES = ("text/html", "application/xhtml+xml")
MARKDOWN_TYPES = ("text/markdown", "text/x-markdown")
MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdx")
TEXT_TYPES = re.compile(r"text/|application/(?:[\w.-]+\+)?(?:x-)?(?:json|xml|yaml|toml|javascript|sh|python|sql)")
TEXTS = (Kind.HTML, Kind.MARKDOWN, Kind.TEXT)
NOT_TEXT = "the bytes are not text"
IMAGE_NAME = re.compile(r"\.(?:png|jpe?g|gif|webp|bmp|ico|avif)\b", re.IGNORECASE)
UNSAID = ("", "application/octet-stream", "binary/octet-stream", "application/x-unknown", "unknown/unknown")


def kind_of(body: bytes, url: str, content_type: str | None) -> Kind:
    """Return the kind of a body; raises UnsupportedContentError for a video, an archive and the like.

    Bytes that are not text are none of the kinds of text, whatever their type says.
    """
    said = media_type(content_type)
    found = _by_content(body) or _by_type(said, url)
    if (found in TEXTS and not is_text(body, content_type)) or _is_misnamed_image(found, body, said, url):
        raise UnsupportedContentError(said or "unknown type", NOT_TEXT)
    if found:
        return found
    if said in UNSAID and is_text(body, content_type):
        return Kind.MARKDOWN if _is_markdown(url) else Kind.HTML if TAG_MAGIC.match(body[:HTML_WITHIN]) else Kind.TEXT
    raise UnsupportedContentError(said or "unknown type")


def media_type(content_type: str | None) -> str:
    """Return the type that a Content-Type header names, without its parameters; "" where there is none."""
    return (content_type or "").partition(";")[0].strip().lower()


def _by_content(body: bytes) -> Kind | None:
    if b"%PDF-" in body[:PDF_WITHIN]:
        return Kind.PDF
    if IMAGE_MAGIC.match(body) or SVG_MAGIC.match(body[:HTML_WITHIN]):
        return Kind.IMAGE
    return Kind.HTML if HTML_MAGIC.match(body[:HTML_WITHIN].lstrip(b"\xef\xbb\xbf\0")) else None


def _by_type(said: str, url: str) -> Kind | None:
    if said in HTML_TYPES:
        return Kind.HTML
    if said.startswith("image/"):
        return Kind.IMAGE
    if said in MARKDOWN_TYPES or (said == "text/plain" and _is_markdown(url)):
        return Kind.MARKDOWN
    return Kind.TEXT if TEXT_TYPES.match(said) else None


def _is_markdown(url: str) -> bool:
    try:
        return urlsplit(url).path.lower().endswith(MARKDOWN_SUFFIXES)
    except ValueError:
        return False


def _is_misnamed_image(found: Kind | None, body: bytes, said: str, url: str) -> bool:
    """Return whether an image came where the type and the address announce a page."""
    if found is not Kind.IMAGE or said not in HTML_TYPES or not IMAGE_MAGIC.match(body):
        return False
    return not IMAGE_NAME.search(url)
