"""What Splash's answer to render.lua says, read once."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urldefrag, urljoin

from scrapy.http import HtmlResponse
from w3lib.url import safe_url_string

from crawler.extraction.binary import is_text
from crawler.items import is_html
from crawler.rendering.chromium import document_of, is_from_chromium
from crawler.rendering.mojibake import put_right
from crawler.rendering.splash import SplashJsonResponse, is_sent_to_splash
from crawler.rendering.transfer import is_error_page, is_sound, may_be_cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Self

    from scrapy import Request
    from scrapy.http import Response

PERMANENT = frozenset({301, 308})
MAX_HOPS = 20
PUTS_OFF = re.compile(rb'"retry-after"', re.IGNORECASE)  # in Splash's answer: most have none, and are read later


@dataclass(frozen=True, kw_only=True)
class Rendered:
    """A page as the browser left it."""

    final_url: str
    status: int | None  # of the last document; None where none came
    headers: dict[str, str] = field(default_factory=dict)  # lower-case names
    redirects: list[str] = field(default_factory=list)  # passed through, the asked URL first
    permanent: bool = False  # there were redirects, and all were permanent
    html: str | None = field(default=None, repr=False)  # None: nothing honest to show, so a plain request tells more
    document: bytes | None = field(default=None, repr=False)  # as its server sent it, before any script ran
    error: str | None = None  # Splash's word for what went wrong
    file_type: str | None = None  # what came is no page but a file of this type
    script_failed: bool = False  # the browser could not run one of its scripts
    may_be_cut: bool = False  # the document may have broken off: a plain request tells


class Hop(NamedTuple):
    """One HTTP redirect."""

    url: str  # without a fragment, as the target is
    status: int
    target: str | None  # None: no URL, which the browser did not follow either

    @classmethod
    def of(cls, hop: dict[str, Any]) -> Self:
        """Read one of render.lua's `hops`."""
        try:
            target = urldefrag(urljoin(hop["url"], hop["location"]))[0]
        except ValueError:
            target = None
        return cls(urldefrag(hop["url"])[0], hop["status"], target)


def rendered_url(response: Response) -> str | None:
    """Return the URL that the browser ended on, None for a response that no browser made or that holds no page."""
    if is_from_chromium(response):
        return response.url
    if isinstance(response, SplashJsonResponse) and response.status == HTTPStatus.OK and "html" in response.data:
        return str(response.data["url"])
    return None


def plain_headers(response: Response) -> dict[str, str]:
    """Return the headers of a plain response, by lower-case names."""
    return {
        name.decode("latin-1").lower(): b", ".join(values).decode("latin-1")
        for name, values in response.headers.items()
    }


def said_by_page(request: Request, response: Response) -> tuple[int | None, dict[str, str]]:
    """Return the status and the headers of the page itself, as they come: of Splash's answer those that it tells of."""
    if not is_sent_to_splash(request):
        return response.status, plain_headers(response)
    if response.status != HTTPStatus.OK or not PUTS_OFF.search(response.body):
        return None, {}
    return _last_answer(json.loads(response.body))


def _last_response(answer: dict[str, Any]) -> dict[str, Any]:
    history = answer.get("history") or []
    response: dict[str, Any] = history[-1]["response"] if history else {}
    return response


def _last_answer(answer: dict[str, Any]) -> tuple[int | None, dict[str, str]]:
    last = _last_response(answer)
    return last.get("status") or None, {header["name"].lower(): header["value"] for header in last.get("headers", [])}


def read_answer(response: Response, asked_url: str) -> Rendered | None:
    """Return the page in Splash's answer for `asked_url`; None where there is none, or it is not render.lua's."""
    if response.status != HTTPStatus.OK or not isinstance(response, SplashJsonResponse):
        return None
    try:
        return read_rendered(response.data, asked_url)
    except (AttributeError, LookupError, TypeError, ValueError):  # JSON of another form
        return None


def read_rendered(answer: dict[str, Any], asked_url: str) -> Rendered:
    """Read the table that render.lua returned for `asked_url`."""
    history = answer.get("history") or []
    status, headers = _last_answer(answer)
    hops = list(_hops(asked_url, answer["hops"], [entry["request"]["url"] for entry in history]))
    file = answer.get("file") or {}
    content_type = headers.get("content-type", "")
    document = base64.b64decode(answer["body"]) if answer.get("body") else None
    return Rendered(
        final_url=safe_url_string(answer["url"]),
        status=status,
        headers=headers,
        redirects=[url for url, _ in hops],
        permanent=bool(hops) and all(status in PERMANENT for _, status in hops),
        html=_html(answer, headers, document),
        document=document,
        error=answer.get("error"),
        file_type=file.get("type") or (None if is_html(content_type) else content_type),
        script_failed=bool(answer.get("failed")),
        may_be_cut=may_be_cut(headers, document),
    )


def html_of_chromium(response: Response) -> str | None:
    """Return the page that Chromium showed; None where it is a file or did not come whole as text."""
    document, content_type = document_of(response), (response.headers.get("Content-Type") or b"").decode("latin-1")
    if not isinstance(response, HtmlResponse) or not is_html(content_type) or document.broke_off:
        return None
    if document.body is None:
        return response.text
    coding = {"content-encoding": document.coding}
    if not is_text(document.body) or may_be_cut(coding, document.body):
        return None
    return put_right(response.text, document.body, content_type, document.charset)


def _html(answer: dict[str, Any], headers: dict[str, str], document: bytes | None) -> str | None:
    html: str | None = answer.get("html")
    response = _last_response(answer)
    if html is None or not is_sound(response, headers, document):
        return None
    if is_error_page(html):
        return "" if (response.get("status") or 0) >= HTTPStatus.BAD_REQUEST else None
    return html if document is None else put_right(html, document, headers.get("content-type"), answer.get("charset"))


def _hops(asked_url: str, hops: Iterable[dict[str, Any]], shown: list[str]) -> Iterable[tuple[str, int | None]]:
    """Yield (URL, HTTP status) of each step from the asked URL on; a script redirects without a status."""
    waiting = [Hop.of(hop) for hop in hops]
    here = asked_url
    for _ in range(MAX_HOPS):
        step = next((hop for hop in waiting if hop.url == urldefrag(here)[0]), None)
        if step is not None:
            waiting.remove(step)
            yield here, step.status
            if step.target is None:
                return
            here = step.target
        elif len(shown) > 1 and urldefrag(shown[0])[0] == urldefrag(here)[0]:
            shown = shown[1:]
            yield here, None
            here = _start_of(shown[0], waiting)
        else:
            return


def _start_of(url: str, hops: Sequence[Hop]) -> str:
    """Return what a script asked for to end on `url`: the first of the HTTP redirects that lead there."""
    for _ in range(MAX_HOPS):
        before = next((hop.url for hop in hops if hop.target == urldefrag(url)[0]), None)
        if before is None:
            break
        url = before
    return url
