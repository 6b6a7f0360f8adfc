"""What an answer of an archive holds: a copy, or where it sends on."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from scrapy.http import Response

from crawler.archive.memento import TIMED, copied_url, is_as_it_was, read_time, shown
from crawler.archive.redirects import redirect_of
from crawler.archive.unwrapping import unwrap
from crawler.extraction.binary import is_text
from crawler.items import is_html
from crawler.rendering.unpacking import UnpackingError, unpack

if TYPE_CHECKING:
    from datetime import datetime

    from crawler.archive.redirects import Redirect

REDIRECTS = frozenset({301, 302, 303, 307, 308})
MAX_UNPACKED = 40 << 20  # bytes of a copy
CODING = "X-Archive-Orig-Content-Encoding"  # in which the page was sent to the archive


class ArchivedPage(NamedTuple):
    """A copy, without what the archive added to it."""

    address: str  # in the archive, as people read it
    taken_at: datetime  # by the archive
    url: str  # what it is a copy of
    body: bytes
    content_type: str | None


def read_copy(response: Response, url: str) -> ArchivedPage | None:
    """Return the copy in an answer; `url` is what it is a copy of where its address does not say so."""
    taken_at = read_time(header(response, "Memento-Datetime"))
    if taken_at is None:
        return None
    return ArchivedPage(
        address=shown(join(response.url, header(response, "Content-Location")) or response.url),
        taken_at=taken_at,
        url=copied_url(response.url) or url,
        body=response.body if is_as_it_was(response.url) else unwrap(response.body, response.url),
        content_type=header(response, "Content-Type") or None,
    )


def unpacked(response: Response) -> Response:
    """Return the answer with the bytes of the page where the archive gives them packed, as they were sent to it.

    A copy that cannot be unpacked becomes an answer without one: 422.
    """
    body, kind = response.body, header(response, "Content-Type")
    codings = [coding.strip().lower() for coding in header(response, CODING).split(",") if coding.strip()]
    if not header(response, "Memento-Datetime") or not body or (not codings and is_text(body)):
        return response
    try:
        return response.replace(body=unpack(body, codings, kind or None, MAX_UNPACKED)[0])
    except UnpackingError:
        return Response(response.url, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def leads_to(response: Response) -> str | None:
    """Return the address to which a redirect, or a page in place of one, sends on.

    A time gate that answers with the copy itself names its address, where the copy can be had as it was.
    """
    if to := location(response):
        return to
    named = join(response.url, header(response, "Content-Location"))
    if response.status == HTTPStatus.OK and TIMED.search(named) and not TIMED.search(response.url):
        return named
    page = redirect(response)
    return page.to if page else None


def redirect(response: Response) -> Redirect | None:
    """Return where a page sends on to that stands in place of a redirect; None where it is no such page."""
    if response.status != HTTPStatus.OK or not is_html(header(response, "Content-Type")):
        return None
    return redirect_of(response.body, response.url, header(response, "Refresh"))


def location(response: Response) -> str:
    """Return where a redirect leads; empty where that is nowhere."""
    to = header(response, "Location")
    return join(response.url, to) if to and response.status in REDIRECTS else ""


def join(base: str, url: str) -> str:
    """Return the URL that can be requested; empty where there is none."""
    try:
        joined = urljoin(base, url)
        return joined if urlsplit(joined).scheme in {"http", "https"} else ""
    except ValueError:
        return ""


def headers(response: Response) -> dict[str, str]:
    """Return the headers, their names in lower case."""
    names = (name.decode("latin-1") for name in response.headers)
    return {name.lower(): header(response, name) for name in names}


def header(response: Response, name: str) -> str:
    """Return a header; empty where it is missing."""
    return (response.headers.get(name) or b"").decode("latin-1")
