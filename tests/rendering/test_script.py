"""SCRIPT in the real Splash, by itself: what it returns of pages with policies, and of answers that are no pages."""

from __future__ import annotations

import gzip
import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any
from urllib.request import Request, urlopen

from crawler.rendering.requests import SCRIPT
from tests.site import Page, Raw, Redirect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.plugins.splash import RunningSplash
    from tests.site import Site

SCRIPTED = (
    "document.getElementById('here').textContent = 'SCRIPTED'; setTimeout(function () {"
    "var request = new XMLHttpRequest(); request.open('GET', '/fetched'); request.onload = function () {"
    "document.getElementById('there').textContent = request.responseText}; request.send()}, 100)"
)
PAGE = (
    '<html><head><title>t</title>{meta}</head><body><p>STATIC</p><p id="here"></p><p id="there"></p>'
    '<iframe src="/frame"></iframe><script src="/s.js" nonce="abc"></script></body></html>'
)
WORDS = ("STATIC", "SCRIPTED", "FETCHED", "FRAMED", "NESTED")
ALL, FRAMES = list(WORDS), ["STATIC", "FRAMED", "NESTED"]
# What each policy leaves of a page in a browser: in a header, and in a <meta>, where `sandbox` has no effect.
POLICIES = {
    "script-src 'self'": (ALL, ALL),
    "script-src 'nonce-abc' 'strict-dynamic'": (ALL, ALL),
    "script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='": (FRAMES, FRAMES),
    "default-src 'self'": (ALL, ALL),
    "default-src 'none'": (["STATIC"], ["STATIC"]),
    "default-src 'self'; connect-src 'none'": (["STATIC", "SCRIPTED", *FRAMES[1:]],) * 2,
    "script-src 'self' 'unsafe-eval'": (ALL, ALL),
    "require-trusted-types-for 'script'; script-src 'self'": (ALL, ALL),
    "sandbox": (["STATIC"], ALL),
    "sandbox allow-scripts": (["STATIC", "SCRIPTED"], ALL),
    "sandbox allow-scripts allow-same-origin; script-src 'self'": (ALL, ALL),
}
CLOSE = b"Connection: close\r\n\r\n"
NONE = "default-src 'none'; frame-src 'self'"
# Pages that break what Splash runs its scripts with.
ODD = {
    "eval is gone": "<script>window.eval = null</script>",
    "another eval": "<script>window.eval = function () { return 7; }</script>",
    "an eval of its own": "<script>function eval() { return 7; }</script>",
    "no Node": "<script>var Node = {}; Array.isArray = null;</script>",
    "no keys": "<script>Object.keys = null;</script>",
    "our answer": "<script>throw {toString: function () { return 'refkeep:true'; }}</script>",
}


def render(splash: RunningSplash, url: str) -> dict[str, Any]:
    """Run SCRIPT through /execute, with its five arguments only."""
    arguments = {
        "lua_source": SCRIPT,
        "url": url,
        "user_agent": "Refkeep",
        "accept_language": "ko",
        "load_seconds": 10,
        "quiet_seconds": 3,
    }
    request = Request(f"{splash.url}/execute", json.dumps(arguments).encode(), {"Content-Type": "application/json"})
    with urlopen(request) as response:
        answer: dict[str, Any] = json.load(response)
    return answer


def render_all(splash: RunningSplash, urls: Iterable[str]) -> list[dict[str, Any]]:
    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(lambda url: render(splash, url), urls))


def words_of(answer: dict[str, Any]) -> list[str]:
    return [word for word in WORDS if word in answer.get("html", "")]


def add_parts(site: Site) -> None:
    site.page("/s.js", SCRIPTED, content_type="text/javascript")
    site.add("/fetched", Page(body="FETCHED", content_type="text/plain", delay=0.3))
    site.add("/frame", Page(body="<p>FRAMED</p><iframe src=/nested></iframe>",
                            headers={"Content-Security-Policy": NONE}))  # fmt: skip
    site.add("/nested", Page(body="<p>NESTED</p>", headers={"Content-Security-Policy": "script-src 'none'"}))


def test_a_policy_takes_nothing_from_a_page_that_it_leaves_in_a_browser(splash: RunningSplash, site: Site) -> None:
    add_parts(site)
    urls = []
    for number, policy in enumerate(POLICIES):
        header = Page(body=PAGE.format(meta=""), headers={"Content-Security-Policy": policy})
        meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        urls += [site.add(f"/header/{number}", header), site.page(f"/meta/{number}", PAGE.format(meta=meta))]

    answers = render_all(splash, urls)

    found = [words_of(answer) for answer in answers]
    assert dict(zip(POLICIES, zip(found[::2], found[1::2], strict=True), strict=True)) == POLICIES
    assert {answer["failed"] for answer in answers if words_of(answer) == ALL} == {False}


def test_a_policy_behind_a_redirect_takes_nothing_either(splash: RunningSplash, site: Site) -> None:
    add_parts(site)
    site.add("/page", Page(body=PAGE.format(meta=""), headers={"Content-Security-Policy": "script-src 'self'"}))
    ways = [
        site.add("/http", Redirect("/page", 302)),
        site.page("/script", '<script>location.href = "/page"</script>'),
        site.page("/later", '<script>setTimeout(function () { location.replace("/page") }, 50)</script>'),
        site.page("/refresh", '<meta http-equiv="refresh" content="0;/page">'),
    ]

    answers = render_all(splash, ways)

    assert [(words_of(answer), answer["url"]) for answer in answers] == [(ALL, site.url("/page"))] * 4


def test_pages_that_break_the_channel_are_rendered_all_the_same(splash: RunningSplash, site: Site) -> None:
    body = '<p>STATIC</p><p id="here"></p><p id="there"></p>{}<script src="/s.js"></script>'
    add_parts(site)
    urls = [site.page(f"/{number}", body.format(script)) for number, script in enumerate(ODD.values())]

    answers = render_all(splash, urls)

    assert {name: words_of(answer) for name, answer in zip(ODD, answers, strict=True)} == dict.fromkeys(ODD, ALL[:3])


def test_a_page_meets_the_eval_that_it_would_meet_in_a_browser(splash: RunningSplash, site: Site) -> None:
    script = (
        "function direct() { var inner = 5; return eval('inner'); }"
        "var said; try { said = direct() + ' ' + (0, eval)('typeof inner'); } catch (error) { said = error.name; }"
        "document.title = said + ' ' + (window.eval === eval) + ' ' + Object.keys(window).indexOf('eval');"
    )
    site.page("/e.js", script, content_type="text/javascript")
    body = '<html><head></head><body><script src="/e.js"></script></body></html>'
    free = site.page("/free", body)
    bound = site.add("/bound", Page(body=body, headers={"Content-Security-Policy": "script-src 'self'"}))

    titles = [answer["html"].partition("<title>")[2].partition("</title>")[0]
              for answer in render_all(splash, [free, bound])]  # fmt: skip

    assert titles == ["5 undefined true -1", "EvalError true -1"]


def test_what_the_browser_does_not_show_is_left_at_once(splash: RunningSplash, site: Site) -> None:
    html = b"Content-Type: text/html\r\nContent-Length: 13\r\n" + CLOSE + b"<p>STATIC</p>"
    answers = {
        "/early-hints": b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 200 OK\r\n" + html,
        "/nothing": b"HTTP/1.1 204 No Content\r\n" + CLOSE,
        "/reset": b"HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n" + CLOSE,
        "/attached": b'HTTP/1.1 200 OK\r\nContent-Disposition: ATTACHMENT; filename="a.html"\r\n' + html,
        "/zero": b"HTTP/1.1 0 X\r\n" + html,
        "/negative": b"HTTP/1.1 -200 X\r\n" + html,
    }
    urls = [site.add(path, Raw(answered=answered)) for path, answered in answers.items()]

    rendered = render_all(splash, urls)

    assert [(answer["file"]["url"], answer.get("html")) for answer in rendered] == [(url, None) for url in urls]


def test_a_redirect_that_no_browser_follows_ends_the_rendering(splash: RunningSplash, site: Site) -> None:
    targets = ["file:///etc/passwd", "FILE:/etc/passwd", "qrc:/x", "blob:http://a.kr/1", "data:text/html,STATIC",
               "javascript:alert(1)", "about:blank", "//", "http://", "http:///x", "mailto:a@b.kr", "x:y"]  # fmt: skip
    urls = [site.add(f"/{number}", Redirect(target, 302)) for number, target in enumerate(targets)]

    answers = render_all(splash, urls)

    assert [(answer["hops"][-1]["location"], answer.get("html")) for answer in answers] == [
        (target, None) for target in targets
    ]


def test_a_frame_that_did_not_load_as_text_is_left_out(splash: RunningSplash, site: Site) -> None:
    frame = f"<html><body><p>{'FRAMED and compressed. ' * 40}</p></body></html>".encode()
    replies = {
        "/whole": Page(body=frame),
        "/cut": Page(body=frame, headers={"Content-Length": "9999"}),
        "/x-gzip": Page(body=gzip.compress(frame), headers={"Content-Encoding": "x-gzip"}),
        "/attached": Page(body=frame, headers={"Content-Disposition": "attachment"}),
    }
    for path, reply in replies.items():
        site.add(path, reply)
    urls = [site.page(f"/around{path}", f'<p>STATIC</p><iframe src="{path}"></iframe><p>END</p>') for path in replies]

    answers = render_all(splash, urls)

    assert [words_of(answer) for answer in answers] == [["STATIC", "FRAMED"]] + [["STATIC"]] * 3
    assert all("END" in answer["html"] and "\ufffd" not in answer["html"] for answer in answers)


def test_a_cookie_is_kept_within_one_rendering_and_no_longer(splash: RunningSplash, site: Site) -> None:
    asks = b"HTTP/1.1 302 Found\r\nLocation: /wall\r\nSet-Cookie: seen=1; Path=/\r\nContent-Length: 0\r\n" + CLOSE
    shows = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + CLOSE + b"<p>STATIC</p>"
    wall = site.add("/wall", Raw(answered=asks, cookie="seen=1", with_cookie=shows))

    answers = [render(splash, wall) for _ in range(2)]

    assert [words_of(answer) for answer in answers] == [["STATIC"]] * 2
    assert ["cookie" in {name.lower() for name in seen.headers} for seen in site.seen("/wall")] == [False, True] * 2
