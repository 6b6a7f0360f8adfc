"""Pages of archives that send on; `S` is the address of the copy, `T` where it was sent."""

from __future__ import annotations

import pytest

from crawler.archive.redirects import Redirect, redirect_of

ROOT = "https://archive.test/web/"
STAMP = "20210520120000"
URL, NEW = "http://a.test/old", "http://a.test/new?x=1&y=2"
S, T = f"{ROOT}{STAMP}/{URL}", f"{ROOT}{STAMP}/{NEW}"
RAW = f"{ROOT}{STAMP}id_/{URL}"
ESCAPED = T.replace("&", "&amp;")
FOOTER = "<footer><p>The archive is an initiative of a library. Other projects are listed elsewhere.</p></footer>" * 5
ARTICLE = "<p>" + "The words of an article, which goes on for a while and has something to say. " * 20 + "</p>"


def wayback(status: int, target: str, *, after: str = "") -> str:
    return (
        f'<title>Internet Archive Wayback Machine</title><body><div id="error"><h1>Loading...</h1>'
        f'<p class="code shift">{URL} | 12:00:00 May 20, 2021</p>'
        f'<p class="code shift red">Got an HTTP {status} response at crawl time</p>'
        '<p class="code">Redirecting to...</p>'
        f'<p class="code shift"><a href="{target}">{NEW}</a></p>'
        f'<p class="impatient"><a href="{target}">Impatient?</a></p></div>{after}'
    )


PAGES = {
    "permanent": wayback(301, ESCAPED),
    "see other": wayback(303, ESCAPED),
    "temporary": wayback(307, ESCAPED),
    "with the archive's footer": wayback(308, ESCAPED, after=FOOTER),
    "relative": wayback(302, ESCAPED.removeprefix("https://archive.test")),
    "without a scheme": wayback(302, ESCAPED.removeprefix("https:")),
    "as close to the date": (
        f"<body><h2>Welcome to OpenWayback.</h2><p>Loading...</p><p>{URL}</p><p>as close to the date:</p>"
        f'<p>12:00 May 20</p><p>as is available..</p><p class="impatient"><a href="{ESCAPED}">Impatient?</a></p>'
    ),
    "other words": f'<body><p>This page was a redirect (HTTP 302) to <a href="{ESCAPED}">another page</a>.</p>',
    "other language": f'<body><p>Recebemos HTTP 301, que redireciona para <a href="{ESCAPED}">outra página</a>.</p>',
    "meta refresh": f'<meta http-equiv="Refresh" content="0; url={ESCAPED}"><body><p>One moment',
    "meta refresh without url=": f"<meta http-equiv=refresh content='2;{ESCAPED}'><body>",
    "script": f"<body><p>Cargando…</p><script>window.location.href = '{T}'</script>",
    "script with escapes": f'<body><script>location.replace("{T.replace("/", chr(92) + "/")}")</script>',
    "function": f'<body><script>function go(){{document.location.href="{T}";}} setTimeout("go()",3000)</script>',
    "frame": f'<body><h1>Web archive</h1><iframe id="playback" src="{ESCAPED}"></iframe>',
    "outside": f'<meta http-equiv=refresh content="0;url={NEW.replace("&", "&amp;")}"><body>',
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_that_only_sends_on_names_its_target_in_the_archive(page: str) -> None:
    assert redirect_of(page.encode(), S) == Redirect(T)


def test_the_refresh_header_sends_on_like_the_element() -> None:
    assert redirect_of(b"", S, f"0; url={T}") == redirect_of(b"<p>wait</p>", S, f"0, {T}") == Redirect(T)


def test_a_copy_as_it_was_sends_on_to_the_copy_of_its_target() -> None:
    page = b'<meta http-equiv="refresh" content="0; url=/new?x=1&amp;y=2"><p>We have moved'

    assert redirect_of(page, RAW) == Redirect(f"{ROOT}{STAMP}id_/{NEW}")


@pytest.mark.parametrize(
    "page",
    [
        wayback(302, S),
        "<body><p>Got an HTTP 302 response at crawl time</p><p>Redirecting to...</p>",
        wayback(302, "/account/login"),
        '<meta http-equiv="refresh" content="0; url=/account/login"><body>',
    ],
)
def test_a_redirect_to_itself_or_out_of_the_copies_leads_nowhere(page: str) -> None:
    assert redirect_of(page.encode(), S) == Redirect(None)


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<html></html>",
        f'<h1>Wayback</h1>{ARTICLE}<p>Got an HTTP 302 response at crawl time</p><a href="{T}">Impatient?</a>',
        f'<meta http-equiv="refresh" content="5; url={T}">{ARTICLE}',
        f'<meta http-equiv="refresh" content="600; url={T}"><p>The scores, kept fresh.</p>',
        f'<meta http-equiv="refresh" content="5; url={S}"><p>The scores, kept fresh.</p>',
        '<meta http-equiv="refresh" content="5"><p>The scores, kept fresh.</p>',
        f'<noscript><meta http-equiv="refresh" content="0; url={T}"></noscript><p>A short post about a day.</p>',
        f'<p>A short post with <a href="{T}">one link</a>.</p>',
        f'<p>A short post.</p><iframe src="{T}"></iframe><iframe src="{ROOT}{STAMP}if_/http://b.test/"></iframe>',
        '<p>A short post with a video.</p><iframe src="https://video.test/embed/1"></iframe>',
        "<p>A short post.</p><script>if (top.location == self.location) init()</script>",
        "<p>Redirects: nginx answers with HTTP 301 where a slash is missing.</p>",
        f'<p>How to redirect with HTTP 301.</p><a href="{T}">Next</a> <a href="{ROOT}{STAMP}/http://a.test/">Home</a>',
        f'<p>web.archive.org shows "Got an HTTP 302 response at crawl time" then.</p><a href="{T}">Example</a>',
        f'<p>Are you impatient?</p><a href="{NEW}">Read the summary</a>',
    ],
)
def test_a_page_with_content_of_its_own_is_the_copy(page: str) -> None:
    assert redirect_of(page.encode(), S) is None


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "piece", ["<script>location", "location=    ", "redirect http ", "<a href='/web/20210520120000/http://a'>", "<p><"]
)
def test_hostile_pages_take_linear_time(piece: str) -> None:
    redirect_of(f"<p>HTTP 301 redirect{piece}".encode(), S)
    redirect_of((piece * 30_000).encode()[: 1 << 17], S)
