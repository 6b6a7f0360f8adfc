"""Redirects by HTTP, by a Refresh header and by a meta element, with the cookies of the one chain that they make."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag

from scrapy.downloadermiddlewares.redirect import BaseRedirectMiddleware, RedirectMiddleware
from scrapy.http import HtmlResponse
from scrapy.http.cookies import CookieJar

from crawler.rendering.refresh import Refresh, meta_refresh, read_refresh, resolved

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response
    from scrapy.settings import BaseSettings

JAR = "chain_cookies"  # in a request's meta


class _ChainMiddleware(BaseRedirectMiddleware):
    """Sends back the cookies that the earlier responses of this chain have set, and forgets them with its end."""

    def _build_redirect_request(self, source_request: Request, response: Response, *, url: str, **kwargs: Any) -> Any:
        redirected = super()._build_redirect_request(source_request, response, url=url, **kwargs)
        jar = source_request.meta.get(JAR)
        if jar is not None or "Set-Cookie" in response.headers:
            jar = jar or CookieJar()
            jar.extract_cookies(response, source_request)
            redirected.headers.pop("Cookie", None)
            jar.add_cookie_header(redirected)
            redirected.meta[JAR] = jar
        return redirected


class ChainRedirectMiddleware(_ChainMiddleware, RedirectMiddleware):
    """Scrapy's, with the cookies of the chain: some sites redirect to themselves until a cookie comes back."""


class RefreshMiddleware(_ChainMiddleware):
    """Follows a page that sends the browser elsewhere after a short time.

    A page that leads back into its chain is taken as it is, except once, to bring back a cookie. So is the last page of
    a chain that is too long.
    """

    enabled_setting = "METAREFRESH_ENABLED"

    def __init__(self, settings: BaseSettings) -> None:
        super().__init__(settings)
        self.longest_delay = settings.getint("METAREFRESH_MAXDELAY")

    def process_response(self, request: Request, response: Response) -> Request | Response:
        if request.meta.get("dont_redirect") or request.meta.get("redirect_times", 0) >= self.max_redirect_times:
            return response
        refresh = _refresh_of(response)
        if refresh is None or refresh.seconds > self.longest_delay or not refresh.url.startswith(("http:", "https:")):
            return response
        redirected = self._redirect_request_using_get(request, response, refresh.url)
        return self._redirect(redirected, request, "refresh") if _leads_on(request, redirected) else response


def _refresh_of(response: Response) -> Refresh | None:
    header = response.headers.get("Refresh")
    try:
        if header and response.status < HTTPStatus.MULTIPLE_CHOICES:
            refresh = read_refresh(header.decode("utf-8", "replace"))
            return refresh and Refresh(refresh.seconds, resolved(refresh.url, response.url))
        if isinstance(response, HtmlResponse):
            content_type = (response.headers.get("Content-Type") or b"").decode("latin-1")
            return meta_refresh(response.body, response.url, content_type)
    except ValueError:  # the address is no URL
        pass
    return None


def _leads_on(request: Request, redirected: Request) -> bool:
    """Return whether a refresh leads to another page, or back with the first cookie of the chain."""
    passed = {urldefrag(url)[0] for url in (request.url, *request.meta.get("redirect_urls", []))}
    brings_cookie = "Cookie" in redirected.headers and "Cookie" not in request.headers
    return brings_cookie or urldefrag(redirected.url)[0] not in passed
