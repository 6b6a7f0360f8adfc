"""Rules of robots.txt: whose they are, how often they are asked for, and what their absence means."""

from __future__ import annotations

import asyncio
import codecs
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from scrapy import Request
from scrapy.exceptions import DownloadConnectionRefusedError
from scrapy.http import TextResponse

from crawler.middlewares.refusal import Refusal
from crawler.middlewares.robots import TargetRobotsMiddleware
from crawler.rendering.splash import SplashJsonResponse

if TYPE_CHECKING:
    from collections.abc import Coroutine

CLOSED = "User-agent: *\nDisallow: /closed"


@dataclass
class Web:
    """Stands where the crawl's engine is: answers for robots.txt, and remembers what it was asked for."""

    rules: dict[str, tuple[int, str | bytes]] = field(default_factory=dict)  # by URL: HTTP status and text
    asked: list[Request] = field(default_factory=list)

    @property
    def engine(self) -> Web:
        return self

    async def download_async(self, request: Request) -> TextResponse:
        self.asked.append(request)
        await asyncio.sleep(0)
        if request.url not in self.rules:
            raise DownloadConnectionRefusedError
        status, text = self.rules[request.url]
        body = text if isinstance(text, bytes) else text.encode(errors="surrogateescape")
        return TextResponse(request.url, status=status, body=body)

    @property
    def asked_urls(self) -> list[str]:
        return [request.url for request in self.asked]


def ask(web: Web, *urls: str, **meta: Any) -> list[str]:
    """Ask for all of these at once; return what came of each: a verdict, or "asked"."""
    middleware = TargetRobotsMiddleware(web, "Refkeep", 30)  # type: ignore[arg-type]
    return asyncio.run(verdicts([middleware.process_request(Request(url, meta=meta)) for url in urls]))


async def verdicts(asking: list[Coroutine[Any, Any, Any]]) -> list[str]:
    outcomes = await asyncio.gather(*asking, return_exceptions=True)
    assert all(not isinstance(outcome, BaseException) or isinstance(outcome, Refusal) for outcome in outcomes), outcomes
    return [str(outcome.verdict) if isinstance(outcome, Refusal) else "asked" for outcome in outcomes]


def test_rules_are_asked_for_once_and_hold_for_all_who_wait() -> None:
    web = Web({"http://a.kr/robots.txt": (200, CLOSED)})

    said = ask(web, "http://a.kr/closed/1", "http://a.kr/open", "http://a.kr/closed/2", "http://a.kr/closed/3")

    assert said == ["robots", "asked", "robots", "robots"]
    assert web.asked_urls == ["http://a.kr/robots.txt"]


@pytest.mark.parametrize(
    "text",
    [
        CLOSED.encode("utf-8-sig"),
        codecs.BOM_UTF8 + CLOSED.encode("utf-8-sig"),
        CLOSED.encode("utf-16"),
        codecs.BOM_UTF16_BE + CLOSED.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + CLOSED.encode("utf-32-le"),
        b"Sitemap: /sitemap.xml\n" + CLOSED.encode("utf-8-sig"),
    ],
)
def test_a_byte_order_mark_hides_no_rule(text: bytes) -> None:
    web = Web({"http://a.kr/robots.txt": (200, text)})

    assert ask(web, "http://a.kr/closed/1", "http://a.kr/open") == ["robots", "asked"]


def test_each_scheme_host_and_port_has_its_own_rules() -> None:
    web = Web({"http://a.kr/robots.txt": (200, CLOSED), "http://b.a.kr/robots.txt": (200, "")})
    others = ["https://a.kr", "http://a.kr:8080", "http://b.a.kr"]

    said = ask(web, "http://a.kr/closed", *(f"{other}/closed" for other in others))

    assert said == ["robots", "asked", "asked", "asked"]
    assert web.asked_urls == ["http://a.kr/robots.txt", *(f"{other}/robots.txt" for other in others)]


def test_a_password_in_a_url_is_no_part_of_the_host() -> None:
    web = Web({"http://a.kr/robots.txt": (200, CLOSED)})

    assert ask(web, "http://name:word@a.kr/closed", "http://a.kr/closed") == ["robots", "robots"]
    assert web.asked_urls == ["http://a.kr/robots.txt"]


@pytest.mark.parametrize("status", [404, 410, 401, 403, 301])
def test_a_host_without_rules_is_asked(status: int) -> None:
    web = Web({"http://a.kr/robots.txt": (status, "User-agent: *\nDisallow: /")})

    assert ask(web, "http://a.kr/closed") == ["asked"]


def test_a_host_that_does_not_answer_is_asked_for_the_page() -> None:
    assert ask(Web(), "http://a.kr/closed") == ["asked"]


@pytest.mark.parametrize("status", [500, 503])
def test_a_server_in_trouble_is_asked_for_no_page(status: int) -> None:
    web = Web({"http://a.kr/robots.txt": (status, "")})

    assert ask(web, "http://a.kr/1", "http://a.kr/2") == ["server_error", "server_error"]
    assert len(web.asked) == 1


def test_rules_for_our_own_name_come_before_those_for_all() -> None:
    web = Web({"http://a.kr/robots.txt": (200, "User-agent: *\nDisallow: /\n\nUser-agent: refkeep\nDisallow: /closed")})

    assert ask(web, "http://a.kr/open", "http://a.kr/closed") == ["asked", "robots"]


def test_rules_may_be_in_any_bytes() -> None:
    web = Web({"http://a.kr/robots.txt": (200, f"\ufeff# \udcff 한글\r\n{CLOSED}")})

    assert ask(web, "http://a.kr/closed") == ["robots"]


def test_robots_txt_itself_is_asked_for_without_rules_soon_and_not_endlessly() -> None:
    web = Web({"http://a.kr/robots.txt": (200, CLOSED)})
    ask(web, "http://a.kr/open")
    (request,) = web.asked

    assert ask(web, request.url, **request.meta) == ["asked"]
    assert len(web.asked) == 1
    assert request.priority > 0
    assert 0 < request.meta["download_maxsize"] <= 8 << 20


def test_of_a_long_robots_txt_the_beginning_is_obeyed() -> None:
    comments = "# nothing\n" * 60_000
    web = Web(rules={"https://a.test/robots.txt": (200, f"{CLOSED}\n{comments}Disallow: /late")})

    assert ask(web, "https://a.test/closed", "https://a.test/late", "https://a.test/") == ["robots", "asked", "asked"]


def test_one_who_waits_no_more_takes_the_rules_from_nobody() -> None:
    web = Web({"http://a.kr/robots.txt": (200, CLOSED)})

    async def crawl() -> list[str]:
        middleware = TargetRobotsMiddleware(web, "Refkeep", 30)  # type: ignore[arg-type]
        first = asyncio.ensure_future(middleware.process_request(Request("http://a.kr/open")))
        await asyncio.sleep(0)
        first.cancel()
        said = await verdicts([middleware.process_request(Request("http://a.kr/closed"))])
        return [*said, "cancelled" if first.cancelled() else "not cancelled"]

    assert asyncio.run(crawl()) == ["robots", "cancelled"]
    assert len(web.asked) == 1


def rendered(web: Web, asked_url: str, final_url: str) -> str:
    """Return what becomes of a page that a browser was sent for, and found elsewhere."""
    splash = {"magic_response": False, "args": {"url": asked_url}}
    request = Request("http://127.0.0.1:8050/execute", meta={"splash": splash})
    body = json.dumps({"url": final_url, "html": "<p>text</p>"}).encode()
    response = SplashJsonResponse(request.url, request=request, body=body)
    middleware = TargetRobotsMiddleware(web, "Refkeep", 30)  # type: ignore[arg-type]
    return asyncio.run(verdicts([middleware.process_response(request, response)]))[0]


def test_the_rules_of_the_host_that_a_browser_ended_on_count() -> None:
    web = Web({"http://b.kr/robots.txt": (200, CLOSED)})

    assert rendered(web, "http://a.kr/1", "http://b.kr/closed") == "robots"
    assert rendered(web, "http://a.kr/1", "http://b.kr/open") == "asked"


@pytest.mark.parametrize("final_url", ["http://a.kr/1", "about:blank", "data:text/html,x"])
def test_a_browser_that_went_nowhere_needs_no_more_rules(final_url: str) -> None:
    web = Web()

    assert rendered(web, "http://a.kr/1", final_url) == "asked"
    assert web.asked == []
