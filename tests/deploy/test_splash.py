"""The real Splash, as the launcher repairs it and the watchdog starts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.deploy.asking import execute, render

if TYPE_CHECKING:
    from tests.deploy.asking import Site
    from tests.plugins.splash import RunningSplash

WEB_SOCKET_FROM_EVERYWHERE = """<!DOCTYPE html><body><p id="result"></p>
<iframe src="/frame.html"></iframe>
<iframe srcdoc="<script>new WebSocket('ws://127.0.0.1:%(port)d/srcdoc')</script>"></iframe>
<iframe src="data:text/html,<script>new WebSocket('ws://127.0.0.1:%(port)d/data')</script>"></iframe>
<iframe src="javascript:new WebSocket('ws://127.0.0.1:%(port)d/javascript')"></iframe>
<script>
var errors = [];
function attempt(f) { try { f(); errors.push('made'); } catch (error) { errors.push(error.name); } }
attempt(function () { new WebSocket('ws://127.0.0.1:%(port)d/page'); });
attempt(function () { new Worker('/worker.js'); });
var frame = document.body.appendChild(document.createElement('iframe'));
attempt(function () { new frame.contentWindow.WebSocket('ws://127.0.0.1:%(port)d/empty'); });
attempt(function () {
    frame.contentDocument.write('<script>new WebSocket("ws://127.0.0.1:%(port)d/written")</' + 'script>');
    new frame.contentWindow.WebSocket('ws://127.0.0.1:%(port)d/afterwards');
});
document.getElementById('result').textContent = errors.join(' ');
</script>"""


def test_a_page_is_rendered_with_its_scripts_and_its_korean_text(splash: RunningSplash, site: Site) -> None:
    site.pages["/"] = "<p id=p></p><script>document.getElementById('p').textContent = '안녕' + '하세요';</script>"

    html = render(splash, site.url("/"))

    assert '<p id="p">안녕하세요</p>' in html


def test_a_script_posted_as_json_runs(splash: RunningSplash) -> None:
    answer = execute(splash, "function main(splash, args) return {word = args.word, whole = 7 / 7} end", word="낱말")

    assert answer == {"word": "낱말", "whole": 1}


def test_the_log_holds_requests_and_no_pings(splash: RunningSplash, site: Site) -> None:
    site.pages["/"] = "<p>logged</p>"
    assert splash.answers()
    render(splash, site.url("/"))

    log = splash.log.read_text()
    assert "/render.html" in log
    assert "GET /_ping" not in log


def test_a_resource_timeout_does_not_ask_twice(splash: RunningSplash, site: Site) -> None:
    site.pages["/"] = "<p>once</p>"

    html = render(splash, site.url("/"), resource_timeout="5.5")

    assert "once" in html
    assert site.asked == ["/"]


def test_a_page_has_no_web_socket_in_any_frame(splash: RunningSplash, site: Site, other_site: Site) -> None:
    site.pages["/"] = WEB_SOCKET_FROM_EVERYWHERE % {"port": other_site.port}
    site.pages["/frame.html"] = f"<script>new WebSocket('ws://127.0.0.1:{other_site.port}/frame')</script>"
    site.pages["/before.html"] = "<script>location.href = '/'</script>"

    html = render(splash, site.url("/before.html"), wait="1")

    assert '<p id="result">ReferenceError ReferenceError TypeError TypeError</p>' in html
    assert other_site.asked == []


def test_what_a_page_may_not_ask_for_is_no_file_of_this_machine(splash: RunningSplash) -> None:
    assert '"error": 502' in render(splash, "file:///etc/hostname")


def test_chromium_is_off(splash: RunningSplash, site: Site) -> None:
    assert '"error": 400' in render(splash, site.url("/"), engine="chromium")
