"""Pages that want a cookie back before they show themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.site import CookieWall, Page, Raw, Redirect, pages

if TYPE_CHECKING:
    from tests.site import Site
    from tests.spiders.conftest import Crawls

TEXT = "쿠키를 돌려받아야 보이는 본문이 여기에 있다. " * 10
WALLED = pages.article("Behind the wall", TEXT)
COOKIE = "way=yes"
HOPS = 11  # requests of one chain: REDIRECT_MAX_TIMES and the first


def answer(*headers: str, status: str = "302 Found", body: str = "") -> bytes:
    content = body.encode()
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(content)}", "Connection: close", "", ""]
    return "\r\n".join(lines).encode() + content


def shown(*headers: str) -> bytes:
    return answer("Content-Type: text/html; charset=utf-8", *headers, status="200 OK", body=WALLED)


def test_the_cookies_of_one_chain_come_back_within_it_and_nowhere_else(plain_crawls: Crawls, site: Site) -> None:
    sets = f"Set-Cookie: {COOKIE}; Path=/"
    abroad = site.add("/elsewhere", Page(body=WALLED), host="127.0.0.2")
    site.add("/grant", Raw(answered=answer(sets, "Location: /pair")))
    refresh = answer(sets, "Refresh: 0; url=/refresh", status="200 OK")
    plain_crawls.note(
        "a.md",
        site.add("/itself", CookieWall(WALLED)),
        site.add("/pair", Raw(answered=answer("Location: /grant"), cookie=COOKIE, with_cookie=shown())),
        site.add("/refresh", Raw(answered=refresh, cookie=COOKIE, with_cookie=shown())),
        site.add("/counter", Raw(answered=shown("Set-Cookie: n=1", "Refresh: 0; url=/counter"))),
        site.add("/abroad", Raw(answered=answer(sets, f"Location: {abroad}"))),
        site.add("/open", Page(body=WALLED)),
    )

    plain_crawls.run()

    found = {path: (source["verdict"], source["title"]) for path, source in plain_crawls.sources().items()}
    assert found == dict.fromkeys(found, ("ok", "Behind the wall"))
    sent = {path: [request.headers.get("cookie") for request in site.seen(path)] for path in (*found, "/elsewhere")}
    assert sent == {
        "/itself": [None, "visited=yes"],
        "/pair": [None, COOKIE],
        "/refresh": [None, COOKIE],
        "/counter": [None, "n=1"],
        "/abroad": [None],
        "/elsewhere": [None],
        "/open": [None],
    }


def test_redirects_that_lead_nowhere_plainly_go_on_to_a_browser(ladder_crawls: Crawls, site: Site) -> None:
    ladder_crawls.note(
        "a.md",
        site.add("/closed", *[Redirect("/closed", 302)] * HOPS, Page(body=WALLED)),
        site.redirect("/circle", "/circle", 302),
    )

    ladder_crawls.run()

    found = {path: (source["verdict"], source["renderer"]) for path, source in ladder_crawls.sources().items()}
    assert found == {"/closed": ("ok", "splash"), "/circle": ("server_error", "http")}
