"""Through Splash at once: what the browser is lenient about, and what its page's policy forbids."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

from tests.site import Page, Raw, Redirect, pages

if TYPE_CHECKING:
    from tests.site import Reply, Site
    from tests.spiders.conftest import Crawls

TEXT = "이 문장은 본문에 있고 로그보다 조금 길다. " * 12
WHOLE = pages.article("글", TEXT).encode()
OPEN = WHOLE.replace(b"</body>", b"").replace(b"</html>", b"")
PACKED = gzip.compress(OPEN)
LATE = "<div id=c></div><script>document.getElementById('c').innerHTML = '<p>스크립트가 쓴 문장이다.</p>'</script>"
SCRIPTED = WHOLE.decode().replace("</article>", f"{LATE}</article>")
HEAD = b"Content-Type: text/html; charset=utf-8\r\nConnection: close\r\n"


def answer(*lines: bytes, body: bytes = WHOLE) -> Raw:
    return Raw(answered=b"\r\n".join([*lines, b""]) + HEAD + b"\r\n" + body)


def packed(body: bytes, coding: str) -> Page:
    return Page(body=body, headers={"Content-Encoding": coding})


# Each answer with its verdict, its renderer, and whether its article is stored.
ANSWERS: dict[str, tuple[Reply, tuple[str, str, bool]]] = {
    "/chunks-without-end": (
        answer(b"HTTP/1.1 200 OK", b"Transfer-Encoding: chunked", body=b"%x\r\n%s\r\n" % (len(WHOLE), WHOLE)),
        ("server_error", "http", False),
    ),
    "/half-gzip": (packed(PACKED[: len(PACKED) // 2], "gzip"), ("server_error", "http", False)),
    "/no-end-tag": (packed(PACKED, "gzip"), ("ok", "splash", True)),
    "/brotli": (Page(body=WHOLE, encoding="br"), ("ok", "http", True)),
    "/double-gzip": (packed(gzip.compress(gzip.compress(WHOLE)), "gzip"), ("ok", "http", True)),
    "/two-early-hints": (answer(*[b"HTTP/1.1 103 Early Hints\r\n"] * 2, b"HTTP/1.1 200 OK"), ("ok", "http", True)),
    "/continue": (answer(b"HTTP/1.1 100 Continue\r\n", b"HTTP/1.1 200 OK"), ("ok", "splash", True)),
    "/negative": (answer(b"HTTP/1.1 -200 X"), ("server_error", "http", False)),
    "/above": (answer(b"HTTP/1.1 1000 X"), ("server_error", "splash", False)),
    "/denied": (answer(b"HTTP/1.1 999 Request denied"), ("blocked", "splash", False)),
    "/elsewhere": (Redirect("blob:http://a.kr/1", 302), ("server_error", "http", False)),
    "/script-to-half": (Page(body='<script>location.href = "/cut"</script>'), ("ok", "http", False)),
    "/half-frame": (Page(body=SCRIPTED + '<iframe src="/cut"></iframe>'), ("ok", "splash", True)),
    "/misread": (Page(body=SCRIPTED.encode("cp949")), ("ok", "splash", True)),
    "/policy": (
        Page(body=WHOLE.decode().replace("</article>", '<p id="c"></p></article><script src="/s.js"></script>'),
             headers={"Content-Security-Policy": "default-src 'self'"}),
        ("ok", "splash", True),
    ),
}  # fmt: skip


def test_what_a_browser_is_lenient_about_is_told_as_it_is(crawls: Crawls, site: Site) -> None:
    site.add("/cut", Page(body=WHOLE, headers={"Content-Length": "99999"}))
    site.page("/s.js", "document.getElementById('c').textContent = 'By a script.'", content_type="text/javascript")
    crawls.note("a.md", *(site.add(path, reply) for path, (reply, _) in ANSWERS.items()))

    crawls.run()

    sources = crawls.sources()
    renderers = {"/" + fetch.url.split("/", 3)[3]: fetch.renderer for fetch in crawls.fetches()}
    found = {path: (source["verdict"], renderers[path], TEXT.strip() in (source["text"] or ""))
             for path, source in sources.items()}  # fmt: skip
    assert found == {path: right for path, (_, right) in ANSWERS.items()}
    assert not any("Failed loading" in str(source["text"]) for source in sources.values())
    for path in ("/half-frame", "/misread"):
        assert "스크립트가 쓴 문장이다." in sources[path]["text"], path
    assert "By a script." in sources["/policy"]["text"]
