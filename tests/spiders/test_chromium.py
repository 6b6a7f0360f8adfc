"""Pages that Splash is too old for, in the real Chromium: the last step of the ladder."""

from __future__ import annotations

import gzip
import os
from typing import TYPE_CHECKING

import pytest

from crawler.rendering.chromium import is_installed
from tests.site import Hang, Page, Raw, pages

if TYPE_CHECKING:
    from tests.site import Site
    from tests.spiders.conftest import Crawls

TEXT = "이 글은 새 브라우저만 그릴 수 있는 스크립트가 적었다. " * 12


@pytest.fixture(autouse=True)
def _chromium() -> None:
    if not is_installed():
        message = "no Chromium here: `make chromium` installs it"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)


def modern(text: str, more: str = "") -> str:
    """Return a page whose script no browser of 2016 can read."""
    return f"""<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>Modern</title></head>
<body><div id="app"></div><script type="module">
const app = document.querySelector('#app') ?? document.body;
await new Promise(resolve => setTimeout(resolve, 200));
app.innerHTML = `<article><h1>Modern</h1><p>${{window?.name}}{text}</p></article>`;
{more}
</script></body></html>
"""


def test_what_splash_could_not_run_is_rendered_by_chromium(ladder_crawls: Crawls, site: Site) -> None:
    ladder_crawls.note("a.md", site.page("/modern", modern(TEXT)), site.page("/whole", pages.article("Whole", TEXT)))

    output, _ = ladder_crawls.run(CONTACT="https://example.org/me")

    fetches = {fetch.url: (fetch.renderer, fetch.why, fetch.http_status) for fetch in ladder_crawls.fetches()}
    assert fetches == {
        site.url("/modern"): ("chromium", "thin in Splash: empty app root #app", 200),
        site.url("/whole"): ("http", "the plain page is enough", 200),
    }
    assert TEXT.strip() in ladder_crawls.sources()["/modern"]["text"]
    assert "1 rendered by Chromium" in output
    seen = site.seen("/modern")
    assert len(seen) == 3
    assert "https://example.org/me" in seen[-1].headers["user-agent"]
    assert seen[-1].headers["accept-language"].startswith("ko")


def test_chromium_reaches_no_private_address_and_leaves_out_what_is_no_text(crawls: Crawls, site: Site) -> None:
    secret = site.page("/secret", pages.article("Secret", "INNER SECRET " * 30), host="127.0.0.20")  # not allowed
    port = secret.partition("127.0.0.20:")[2].partition("/")[0]
    more = f"""
const image = new Image(); image.src = '/picture.png'; document.body.append(image);
const names = ['http://127.0.0.20:{port}/secret', 'http://localhost:{port}/by-name', 'http://[::1]:{port}/by-six'];
for (const url of names) {{
  await fetch(url, {{mode: 'no-cors'}}).then(() => app.querySelector('p').append(' REACHED'), () => undefined);
}}
const frame = document.createElement('iframe'); frame.src = names[0]; document.body.append(frame);
const socket = new WebSocket('ws://127.0.0.20:{port}/socket');
app.querySelector('p').append(' ALL TRIED');
"""
    crawls.note("a.md", site.page("/asks", modern(TEXT, more)), site.redirect("/way", secret, 302))

    crawls.run(RENDER_POLICY="*=chromium")

    sources = crawls.sources()
    assert "ALL TRIED" in sources["/asks"]["text"]
    assert "REACHED" not in sources["/asks"]["text"]
    assert sources["/way"]["verdict"] == "unsafe"
    assert site.seen(host="127.0.0.20") == []
    assert [request.path for request in site.requests if request.path in {"/by-name", "/by-six", "/picture.png"}] == []


def test_statuses_redirects_and_robots_hold_in_chromium(crawls: Crawls, site: Site) -> None:
    article = site.page("/new", modern(TEXT))
    site.page("/private", modern(TEXT), host="127.0.0.2")
    site.robots("User-agent: *\nDisallow: /private", host="127.0.0.2")
    crawls.note(
        "a.md",
        site.page("/nowhere", "<p>Nothing here.</p>", status=404),
        site.redirect("/old", "/new", 301),
        site.redirect("/off", site.url("/private", "127.0.0.2"), 302),
    )

    crawls.run(RENDER_POLICY="*=chromium")

    found = {path: (source["verdict"], source["renderer"]) for path, source in crawls.sources().items()}
    assert found == {"/nowhere": ("gone", "chromium"), "/old": ("moved", "chromium"), "/off": ("robots", None)}
    assert crawls.sources()["/old"]["final_url"] == article


def test_a_page_that_chromium_cannot_render_is_had_without_it(crawls: Crawls, site: Site) -> None:
    crawls.note(
        "a.md",
        site.page("/freezes", pages.article("Freezes", TEXT) + "<script>for (;;) { window?.name }</script>"),
        site.page("/paper", b"%PDF-1.4 no more of it", content_type="application/pdf"),
        site.page("/modern", modern(TEXT)),
    )

    crawls.run("-s", "RENDER_TIMEOUT=12", "-s", "RENDER_LOAD_SECONDS=4", RENDER_POLICY="*=chromium")

    found = {path: source["renderer"] for path, source in crawls.sources().items()}
    assert found == {"/freezes": "splash", "/paper": "http", "/modern": "chromium"}


def test_cookies_of_one_page_do_not_reach_another(crawls: Crawls, site: Site) -> None:
    more = "document.cookie = 'seen=yes; path=/';"
    crawls.note("a.md", site.page("/first", modern(TEXT, more)), site.page("/second", modern(TEXT)))

    crawls.run(RENDER_POLICY="*=chromium")

    assert all("cookie" not in request.headers for request in site.requests)
    assert {source["renderer"] for source in crawls.sources().values()} == {"chromium"}


def test_ctrl_c_waits_for_no_page_in_chromium(crawls: Crawls, site: Site) -> None:
    crawls.note("a.md", site.add("/hangs", Hang()))
    crawl = crawls.start(RENDER_POLICY="*=chromium")
    site.wait_for(1, "/hangs")
    crawl.terminate()
    _, errors = crawl.communicate(timeout=40)

    assert crawl.returncode == 1, errors
    assert "Traceback" not in errors
    assert crawls.sources()["/hangs"]["verdict"] is None


def test_a_policy_holds_in_chromium_and_keeps_none_of_our_scripts_out(crawls: Crawls, site: Site) -> None:
    script = f"document.getElementById('here').innerHTML = '<p>{TEXT}</p>'"
    site.page("/s.js", script, content_type="text/javascript")
    site.page("/frame", f"<p>FRAMED {TEXT}</p>")
    body = (
        '<html><head><title>t</title></head><body><article><h1>t</h1><div id="here"></div></article>'
        '<iframe src="/frame"></iframe><script>document.title = "NOT SO"</script><script src="/s.js"></script></body>'
    )
    policies = ["script-src 'self'", "script-src 'self'; require-trusted-types-for 'script'"]
    crawls.note("a.md", *(site.add(f"/{number}", Page(body=body, headers={"Content-Security-Policy": policy}))
                          for number, policy in enumerate(policies)))  # fmt: skip

    crawls.run(RENDER_POLICY="*=chromium")

    first, second = crawls.sources()["/0"], crawls.sources()["/1"]
    assert (first["renderer"], first["title"], first["text"].count(TEXT.strip())) == ("chromium", "t", 2)
    assert (second["renderer"], second["title"], "FRAMED" in second["text"]) == ("chromium", "t", True)


def test_what_does_not_come_whole_or_as_text_is_told_by_a_plain_request(crawls: Crawls, site: Site) -> None:
    whole = pages.article("글", TEXT)
    packed = gzip.compress(whole.encode())
    crawls.note(
        "a.md",
        site.add("/cut", Page(body=whole, headers={"Content-Length": "99999"})),
        site.add("/half", Page(body=packed[: len(packed) // 2], headers={"Content-Encoding": "gzip"})),
        site.add("/unsaid", Page(body=packed)),
        site.add("/early", Raw(answered=b"HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\n"
                               b"Content-Type: text/html; charset=utf-8\r\n\r\n" + whole.encode())),
        site.page("/euc-kr", whole.encode("cp949"), content_type="text/html; charset=utf-8"),
    )  # fmt: skip

    crawls.run("-s", "RENDER_LOAD_SECONDS=4", RENDER_POLICY="*=chromium")

    sources = crawls.sources()
    found = {path: (source["verdict"], source["renderer"]) for path, source in sources.items()}
    assert found["/cut"] == ("server_error", "http")
    assert (found["/half"][1], found["/unsaid"][1]) == ("http", "http")
    assert (found["/early"], found["/euc-kr"]) == (("ok", "chromium"),) * 2
    assert all(TEXT.strip() in sources[path]["text"] for path in ("/early", "/euc-kr"))
