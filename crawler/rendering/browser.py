"""The one place that knows scrapy-playwright: pages in Chromium, under the rules that Splash's pages are under.

Imported only where it is installed. Chromium reaches the net through the vetting proxy alone (deploy/splash/proxy.py),
which it asks for loopback too; it starts with the first page that needs it.
"""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import subprocess
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from playwright.async_api import Error as BrowserError
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler
from scrapy_playwright.page import PageMethod
from scrapy_playwright.provider import PlaywrightBrowserProvider

from crawler.rendering.chromium import DOCUMENT, Document, program
from crawler.rendering.requests import RenderOptions
from crawler.settings import PROJECT_DIR

if TYPE_CHECKING:
    from playwright.async_api import Browser, CDPSession, Page
    from playwright.async_api import Request as BrowserRequest
    from playwright.async_api import Response as BrowserResponse
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

PROXY = PROJECT_DIR / "deploy/splash/proxy.py"
LOG = PROJECT_DIR / "data/chromium.log"
UNNEEDED = frozenset({"image", "media", "font", "texttrack", "manifest", "ping"})  # nothing of them is in a page's text
STEP_SECONDS = 0.05
CLOSE_SECONDS = 5.0
HERE = Path(__file__).parent
ARGUMENTS = (
    "--disable-gpu",
    "--disable-remote-fonts",
    "--blink-settings=imagesEnabled=false",
    # What goes past a proxy: UDP of WebRTC, and names that are resolved ahead.
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-quic",
    "--dns-prefetch-disable",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def is_unneeded(request: BrowserRequest) -> bool:
    """Return whether Chromium can do without what it is about to ask for."""
    return request.resource_type in UNNEEDED


class LateChromium(PlaywrightBrowserProvider):  # type: ignore[misc]  # an extra: not there for mypy
    """Starts neither driver nor browser before a page needs them."""

    async def start(self) -> None:
        """Leave it to the first page."""

    async def launch_browser(self) -> Browser:
        if self.playwright is None:
            await super().start()
        browser: Browser = await super().launch_browser()
        return browser


class ChromiumHandler:
    """Renders pages in Chromium, one at a time, each without the cookies of another.

    Raises playwright's Error and TimeoutError where none comes.
    """

    def __init__(self, crawler: Crawler) -> None:
        logging.getLogger("scrapy-playwright").setLevel(logging.ERROR)  # a page that fails is asked for otherwise
        self.settings = crawler.settings
        self.options = RenderOptions.from_settings(crawler.settings)
        self.pages = ScrapyPlaywrightDownloadHandler(crawler)
        self._alone = asyncio.Lock()
        self._proxy: subprocess.Popen[bytes] | None = None

    async def download_request(self, request: Request) -> Response:
        async with self._alone:
            if self._proxy is None or self._proxy.poll() is not None:
                self._launch_by_proxy()
            request.meta.update(self._how_to_render(DocumentWatch(Document())))
            try:
                async with asyncio.timeout(self.options.timeout):
                    response: Response = await self.pages.download_request(request)
                    return response
            finally:
                await _close(request.meta.pop("playwright_page", None))

    async def close(self) -> None:
        await self.pages.close()
        if self._proxy is not None:
            self._proxy.kill()
            self._proxy.wait()

    def _how_to_render(self, watch: DocumentWatch) -> dict[str, Any]:
        return {
            DOCUMENT: watch.document,
            "playwright": True,
            "playwright_include_page": True,  # so that it is closed here, whatever became of it
            "playwright_context_kwargs": {
                "user_agent": self.options.user_agent,
                "extra_http_headers": {"Accept-Language": self.options.accept_language},
                "accept_downloads": False,
                "service_workers": "block",
            },
            "playwright_page_init_callback": partial(_prepare, watch),
            "playwright_page_goto_kwargs": {
                "wait_until": "domcontentloaded",
                "timeout": 1000 * self.options.load_seconds,
            },
            "playwright_page_methods": [PageMethod(_settle, watch, self.options.quiet_seconds)],
        }

    def _launch_by_proxy(self) -> None:
        """Start the proxy, and have Chromium launched so that it knows no other way out."""
        with socket.create_server(("127.0.0.1", 0)) as listening:
            port = listening.getsockname()[1]
            self._proxy = start_proxy(self.settings, listening, port)
        self.pages.config.launch_options = {
            "executable_path": program(),
            "chromium_sandbox": os.geteuid() != 0,  # root's has none
            "args": list(ARGUMENTS),
            "proxy": {"server": f"socks5://127.0.0.1:{port}", "bypass": "<-loopback>"},
        }


def start_proxy(settings: Any, listening: socket.socket, port: int) -> subprocess.Popen[bytes]:
    """Start a vetting proxy on a socket that listens; its own port and Splash's stay shut, and the database's."""
    splash = urlsplit(settings["SPLASH_URL"]).port or port
    environment = {
        "PATH": os.environ["PATH"],
        "ALLOWED_PRIVATE_HOSTS": settings["ALLOWED_PRIVATE_HOSTS"],
        "DATABASE_URL": settings["DATABASE_URL"],
    }
    command = [sys.executable, str(PROXY), *map(str, (listening.fileno(), port, splash))]
    LOG.parent.mkdir(parents=True, exist_ok=True)
    with LOG.open("wb") as log:  # what it refuses
        return subprocess.Popen(  # noqa: S603  our own program
            command,
            env=environment,
            pass_fds=[listening.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            process_group=0,  # not Ctrl-C's
        )


class DocumentWatch:
    """Follows the documents of a page's main frame to the last one, and tells how that one came."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._request: BrowserRequest | None = None
        self._response: BrowserResponse | None = None

    def attach(self, page: Page) -> None:
        page.on("request", self._on_request)
        page.on("response", self._on_response)
        page.on("requestfailed", self._on_failure)

    async def read(self) -> None:
        """Read what came of the last document."""
        if self._response is not None:
            self.document.coding = (await self._response.all_headers()).get("content-encoding", "")
            with suppress(BrowserError):  # a body that broke off
                self.document.body = await self._response.body()

    def _on_request(self, request: BrowserRequest) -> None:
        if request.is_navigation_request() and request.frame.parent_frame is None:
            self._request, self._response, self.document.broke_off = request, None, False

    def _on_response(self, response: BrowserResponse) -> None:
        if response.request == self._request:
            self._response = response

    def _on_failure(self, request: BrowserRequest) -> None:
        self.document.broke_off |= request == self._request


async def _prepare(watch: DocumentWatch, page: Page, request: Request) -> None:
    del request
    await page.context.clear_cookies()
    for name in ("quiet.js", "frames.js"):
        await page.add_init_script(path=HERE / name)
    watch.attach(page)


async def _settle(page: Page, watch: DocumentWatch, seconds: float) -> None:
    """Wait until the page is quiet, for so long at the most, and put its frames' content in place."""
    tools = await page.context.new_cdp_session(page)
    with suppress(TimeoutError, BrowserError):
        async with asyncio.timeout(seconds):
            await page.wait_for_load_state("networkidle", timeout=1000 * seconds)
            while True:
                if await _evaluate(tools, "window.__refkeepQuiet ? window.__refkeepQuiet() : true"):
                    break
                await asyncio.sleep(STEP_SECONDS)
    watch.document.charset = await _evaluate(tools, "document.characterSet")
    await _evaluate(tools, "window.__refkeepInline && window.__refkeepInline()")
    await watch.read()


async def _evaluate(tools: CDPSession, expression: str) -> Any:
    """Return what an expression is in the page; playwright's own way is `eval`, which a page's policy may forbid."""
    answer = await tools.send("Runtime.evaluate", {"expression": expression, "returnByValue": True})
    return answer["result"].get("value")


async def _close(page: Page | None) -> None:
    with suppress(TimeoutError, BrowserError):
        async with asyncio.timeout(CLOSE_SECONDS):
            if page is not None:
                await page.close()
