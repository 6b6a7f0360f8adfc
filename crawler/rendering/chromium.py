"""The last step of the ladder: a current Chromium, where `make chromium` has installed one."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from scrapy import Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrapy.http import Response

PROGRAM = "chromium"  # Debian's
ASKED = "refkeep_chromium"  # in a request's meta
FLAG = "playwright"  # what scrapy-playwright marks its responses with
DOCUMENT = "refkeep_document"  # in a request's meta


@dataclass
class Document:
    """What Chromium tells of the document of a page, next to the page itself."""

    body: bytes | None = None  # as its server sent it, unpacked
    charset: str | None = None  # in which the browser read it
    coding: str = ""  # its Content-Encoding
    broke_off: bool = False  # the browser shows what came of it all the same


def program() -> str | None:
    """Return the path of the browser, None where there is none."""
    return shutil.which(PROGRAM)


def is_installed() -> bool:
    """Return whether both are there, the browser and the packages that drive it."""
    return find_spec("scrapy_playwright") is not None and program() is not None


def chromium_request(url: str, callback: Callable[..., Any], errback: Callable[..., Any], **cb_kwargs: Any) -> Request:
    """Return the request for a page, rendered by Chromium, in the download slot of the page's own host."""
    meta = {ASKED: True, "dont_redirect": True, "dont_retry": True}  # the browser follows redirects itself
    return Request(url, callback, errback=errback, cb_kwargs=cb_kwargs, dont_filter=True, meta=meta)


def document_of(response: Response) -> Document:
    """Return what Chromium tells of a response's document."""
    document: Document = response.meta.get(DOCUMENT) or Document()
    return document


def is_for_chromium(request: Request) -> bool:
    return ASKED in request.meta


def is_from_chromium(response: Response) -> bool:
    return FLAG in response.flags
