"""What the signs make of a page, rule by rule."""

from __future__ import annotations

import pytest

from crawler.extraction import extract_and_judge
from crawler.extraction.dom import parse
from crawler.extraction.judging import Answer, judge_error
from crawler.extraction.judging.places import sent_home
from crawler.extraction.judging.sight import parts, sight_of
from crawler.extraction.judging.voice import PROSE, amount

URL = "https://notes.example.org/2021/a-post"


def judged(body: str, url: str = URL, **answer: object) -> str | None:
    _, judgement = extract_and_judge(body.encode(), Answer(**{"url": url, "final_url": url, **answer}), "text/html")
    return judgement and str(judgement.verdict)


def test_the_prose_is_what_stands_outside_of_links_menus_and_controls() -> None:
    page = """<nav>Menu</nav><p>One <a>link</a> two<!-- no --></p><script>no</script><div style="display: none">no</div>
        <select><option>no</select>three<footer>no</footer>"""

    assert sight_of(parse(page)).prose == "One two three"


def test_no_more_prose_is_read_than_is_needed() -> None:
    sight = sight_of(parse("<p>word</p>" * 40_000))

    assert len(sight.prose) == PROSE


def said(page: str) -> tuple[str, ...]:
    return sight_of(parse(page)).lines


def test_what_is_quoted_and_code_are_not_the_pages_own_words() -> None:
    page = """<p>It said "Page not found" and 「不存在」.</p><p>‘페이지를 찾을 수 없습니다’가 떴다</p>
        <blockquote>Gone.</blockquote><pre>404</pre><p>Run <code>not found</code> now, don't wait.</p>"""

    assert said(page) == ('It said "" and "".', '""가 떴다', "Run now, don't wait.")


def test_what_stands_around_the_page_by_name_is_not_its_own() -> None:
    assert said("<div id=footer><p>등록번호</p></div><div class='x cookie-banner'>We use</div><p>One</p>") == ("One",)


def test_what_announces_other_pages_is_not_the_pages_own() -> None:
    card = "<h3><a href=/2>Another</a></h3><p>Of another page.</p>"

    assert said(f"<h1>Gone</h1><p>One</p>{card}{card}") == ("Gone", "One")
    assert said(f"<p>One</p>{card}") == ("One", "Of another page.")


GONE = "<p>The page on boats has been removed.</p>"


@pytest.mark.parametrize(
    ("page", "verdict"),
    [
        (f"<title>Site</title>{GONE}", "soft_404"),
        (f"<title>Ferries | Site</title><h1>Ferries</h1>{GONE}", None),  # named after something else
        (f"<title>Ferries | Site</title>{GONE}", None),
        (f"<title>Site</title>{GONE}<p>I took it down myself, as nobody had read it.</p>", None),  # somebody tells
        (f"<title>Site</title>{GONE}<pre>rm page.html</pre>", None),
        ("<title>Site</title><p>If the page that you asked for has been removed, run it again.</p>", None),  # a case
        ("<title>Not found | Site</title><h1>Not found</h1><p>Our cat left on Friday, grey, one white sock.</p>", None),
        ("<title>Not found | Site</title><h1>Not found</h1><p>Check the address or search.</p>", "soft_404"),
        ("<title>사이트</title><p>요청하신 글이 삭제되었습니다.</p>", "soft_404"),
        (
            "<title>사이트</title><p>글이 삭제되었습니다. 그래서 처음부터 새로 썼다.</p>",
            None,
        ),  # no notice speaks plainly
        ("<title>Welcome to nginx!</title><p>If you see this page, the nginx web server is working.</p>", "parked"),
        ("<title>A story</title><h1>A story</h1><h2>This story is for subscribers only</h2><p>Free trial</p>", "login"),
        ("<title>A story</title><h1>A story</h1><h2>This story is for subscribers only</h2>", None),
    ],
)
def test_a_notice_says_one_thing_and_nothing_of_its_own(page: str, verdict: str | None) -> None:
    assert judged(page) == verdict


def test_what_the_address_asks_for_is_an_article_about_it() -> None:
    page = "<title>429 Too Many Requests</title><h1>429 Too Many Requests</h1><p>You have exceeded the limit.</p>"

    assert judged(page) == "blocked"
    assert judged(page, "https://notes.example.org/errors/429") is None


def test_the_verdict_with_clearly_more_signs_goes_before_an_earlier_one() -> None:
    page = """<title>Access denied</title><h1>You have been blocked</h1>
        <p>Your IP address has been blocked. To continue, log in to your account.</p>"""

    assert judged(page) == "blocked"


def test_a_title_is_split_at_its_separators() -> None:
    assert parts("404 – Not found | The Blog.") == ["404", "Not found", "The Blog"]
    assert parts("well-known page") == ["well-known page"]


def test_a_korean_letter_says_as_much_as_two() -> None:
    assert amount("ab가나") == 6


@pytest.mark.parametrize(
    ("asked", "came", "home"),
    [
        ("https://a.kr/2019/05/rye", "https://a.kr/", True),
        ("https://a.kr/12", "https://www.a.kr/index.html", True),
        ("https://a.kr/?p=12", "https://a.kr/", True),
        ("https://a.kr/rye.html", "https://a.kr/ko/", True),
        ("https://a.kr/", "https://a.kr/", False),
        ("https://a.kr/about", "https://a.kr/", False),
        ("https://a.kr/?utm_id=3", "https://a.kr/", False),
        ("https://a.kr/2019/05/rye", "https://b.kr/", False),
        ("https://a.kr/guide/queues", "https://a.kr/#/guide/queues", False),
        ("https://[broken/1/2", "https://a.kr/", False),
    ],
)
def test_a_redirect_to_the_front_page_is_one_from_deep_in_the_same_site(asked: str, came: str, home: bool) -> None:
    assert sent_home(Answer(url=asked, final_url=came)) is home


def test_a_page_without_words_and_pictures_is_a_soft_404() -> None:
    assert judged("<title>A</title><p></p>") == "soft_404"
    assert judged("<img src=/a.png>") is None


def test_a_page_that_may_get_its_words_by_script_is_alive_until_they_have_run() -> None:
    shell = "<title>App</title><div id=root></div><script src=/app.js></script>"

    assert judged(shell) == "ok"
    assert judged(shell, rendered=True) == "soft_404"


def test_a_platforms_words_are_quoted_from_where_they_stand_however_they_are_spaced() -> None:
    page = f"<p>{'네이버 블로그 ' * 12}</p><p>유효하지 않은 요청입니다. 해당 블로그가\n없습니다.</p>"
    answer = Answer(url="https://blog.naver.com/nobody/1", final_url="https://blog.naver.com/nobody/1")
    _, judgement = extract_and_judge(page.encode(), answer, "text/html")

    assert judgement
    assert judgement.evidence["found"].endswith("해당 블로그가 없습니다.")


ARTICLE = (
    "<p>The harbour board met on Tuesday and decided that the third pier needs a new deck before summer comes.</p>"
)
WARNING = "<br /><b>Warning</b>: Undefined variable $x in <b>/home/u/header.php</b> on line <b>7</b><br />"
FATAL = (
    "<br /><b>Fatal error</b>: Uncaught Error: no such thing in /home/u/page.php:7 thrown in /home/u/page.php on line 7"
)


def test_an_article_below_a_line_of_warnings_is_an_article() -> None:
    assert judged(f"{WARNING}<title>Pier | Site</title><h1>Pier</h1>{ARTICLE}") is None
    assert judged(f"<title>Site</title><nav>Menu</nav>{FATAL}") == "server_error"
    assert judged(f"<title>Pier | Site</title><h1>Pier</h1>{ARTICLE * 3}{FATAL}") is None


def test_what_else_the_template_holds_does_not_rescue_a_notice_that_the_page_announces() -> None:
    notice = "<title>Page not found</title><h1>Page not found</h1><p>The page you are looking for does not exist.</p>"
    teasers = "".join(f"<h2>Story {i}</h2><p>{'A short teaser of that story. ' * 5}</p>" for i in range(9))

    assert judged(notice + teasers) == "soft_404"
    assert judged(notice + "<h2>More</h2>" + f"<p>{'A paragraph of an article. ' * 10}</p>" * 4) is None


def test_a_redirect_to_a_login_page_with_a_password_field_is_one_however_much_it_says() -> None:
    page = f"<title>Site</title><form><input type=password></form>{ARTICLE * 8}"

    assert judged(page, final_url="https://notes.example.org/einloggen?next=/2021") == "login"
    assert judged(page) is None


def test_a_banner_for_consent_next_to_an_article_is_no_wall() -> None:
    wall = "<h2>We value your privacy</h2><p>We and our partners use cookies.</p><button>Accept all</button>"

    assert judged(f"<title>Site</title>{wall}") == "blocked"
    assert judged(f"<title>Pier | Site</title><h1>Pier</h1>{ARTICLE * 2}{wall}") is None


def test_a_page_whose_text_a_parsers_error_has_hidden_is_not_gone() -> None:
    page = f"<title>Pier</title><header><div><button>Menu</header><main><article><h1>Pier</h1>{ARTICLE * 3}</main>"

    assert judged(page, rendered=True) == "ok"


def test_a_text_is_no_page_to_judge() -> None:
    answer = Answer(url=URL, final_url=URL)

    assert extract_and_judge(b"Page not found", answer, "text/plain")[1] is None


def test_the_page_of_an_error_is_a_guards_or_nothing_new() -> None:
    answer = Answer(url=URL, final_url=URL, status=403)

    assert judge_error(answer, b"<title>403 Forbidden</title><h1>Forbidden</h1>", "text/html") is None
    guard = judge_error(answer, b"<title>Just a moment...</title><script>window._cf_chl_opt={}</script>", "text/html")
    assert guard
    assert guard.verdict == "captcha"


SAID = "Nem orbi la tsedo, vili mora zan peli. " * 4
LOGIN = "<form><input name=u><input type=password><button>Zugambla</button></form>"  # of no language


@pytest.mark.parametrize(
    ("page", "verdict"),
    [
        (f"<title>Zugambla | Orbo</title><p>Nem orbi la tsedo zugamblat.</p>{LOGIN}", "login"),
        (f"<title>Orbo</title><p>Nem orbi la tsedo zugamblat.</p>{LOGIN}", "login"),
        (f"<title>Orbo</title><p>{SAID}</p>{LOGIN}", None),
        (f"<title>Tsedo | Orbo</title><h1>Tsedo</h1><p>Nem orbi la zugamblat.</p>{LOGIN}", None),  # its own heading
        (f"<title>Orbo</title><aside>{LOGIN}</aside><p>{SAID} zugamblat.</p>", None),
        (f"<title>Orbo</title><p>{SAID} zugamblat.</p>{LOGIN}<textarea></textarea>", None),  # a comment's
        (f"<title>Orbo</title><p>{SAID} robot.</p><div class=h-captcha></div>", "captcha"),
        (f"<title>Orbo</title><p>{SAID} robot.</p><div class=h-captcha></div><input type=email name=m>", None),
        (f"<title>Orbo</title><p>{SAID}</p><p>IP: 192.0.2.4</p><p>Reference ID: 18.4f1c2117.16</p>", "blocked"),
        (f"<title>Orbo</title><p>{SAID}</p><p>IP: 192.0.2.4</p>", None),
    ],
)
def test_a_wall_is_known_by_how_it_is_built_in_any_language(page: str, verdict: str | None) -> None:
    assert judged(page) == verdict


def test_a_dialog_for_consent_is_a_wall_where_no_page_stands_next_to_it() -> None:
    said = "Nem orbi la tsedo cookies zugamblat, orbi 312 la. " * 6
    dialog = f"<div id=didomi-host><p>{said}</p><button>Zu</button><button>Ga</button></div>"

    assert judged(f"<title>Orbo</title>{dialog}") == "blocked"
    assert judged(f"<title>Orbo</title>{dialog}<main><p>{said}</p></main>") is None
    assert judged(f"<title>Orbo</title>{dialog}<img src=/1.png>") is None


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 50_000 + "404",
        "<title>" + "404 " * 500_000,
        "<h1 class=a id=b>a</h1><h2 class=a id=b>b</h2><iframe src=a></iframe>" * 20_000,
        "<h1>" + "this page " * 200_000,
        "<p>" + "the page you tried to " * 100_000,
        "<p>" + "a." * 500_000,
        "<script>" + 'alert("' * 300_000 + "</script>",
        "<script>" + "toNumbers(" * 100_000 + "</script>",
        "<p>the domain " + "a-" * 300_000,
        "<p>\0404\0 page not found\0",
        "<p>" + "this a a page was " * 50,
        "<p>" + "'a \"b「c " * 100,
        "<p>" + "해당 글 은 가나다 " * 40,
        "<div class=footer>" * 20_000 + "<h2><a>a</a></h2>" * 20_000,
        "<p>" + "Error: at /a:" * 5_000,
        "<pre>" + "at x.y.z.a.b.c.d.e.f.g.h.i.j.k(" * 3_000,
        "<p>" + "Fatal error: in /a " * 4_000,
        "<title>we use</title><p>" + "we our partners use " * 4_000,
        "<p>" + "site is currently temporarily down for " * 2_000,
        "<p>" + "seite sayfa siden trang " * 3_000,
        "<button>" * 20_000 + "<p>a" * 20_000,
        "<a href=/login>a</a>" * 3_000,
        "<div class=captcha>" * 3_000 + "<input type=password>",
        "<div class='" + "a-" * 30_000 + "'><input type=password>",
        "<p>" + "IP ray id 1" * 6_000,
    ],
    ids=range(25),
)
def test_no_page_takes_long_to_judge(page: str) -> None:
    judged(page[: 64 << 10])
    sight = sight_of(parse(page))
    judge_error(Answer(url=URL, final_url=URL, status=403), page[: 64 << 10].encode(), "text/html")

    assert len(sight.prose) <= PROSE


SHED = (
    "The server is overloaded. A queue in front of it sheds what it cannot take, and each client waits for a while, "
    "longer each time, until a process of the pool is free for it."
)
NAMED = "<title>503 Service Unavailable</title><h1>503 Service Unavailable</h1>"


@pytest.mark.parametrize(
    ("page", "url", "verdict"),
    [
        (f"{NAMED}<p>The server is overloaded. Please try again later.</p>", URL, "server_error"),
        (f"{NAMED}<p>{SHED}</p>", "https://notes.example.org/http/service-unavailable", None),
        (f"{NAMED}<p>{SHED}</p>", "https://notes.example.org/http/503", None),
        (f"{NAMED}<p>The server is overloaded.</p>", "https://notes.example.org/posts/503", "server_error"),
        (
            (
                f"{NAMED}<p>A server in front of the pool sends it.</p><h2>Causes</h2><p>It has too few processes.</p>"
                "<h2>Remedies</h2><p>Give it more of them, and a queue in front.</p>"
            ),
            URL,
            None,
        ),
        (f"<title>HIBA: {URL}</title><h1>HIBA</h1><p>{URL}</p><p id=sysmsg>(110)</p>", URL, "server_error"),
    ],
)
def test_a_report_of_one_event_is_told_from_an_explanation_of_such_events(
    page: str, url: str, verdict: str | None
) -> None:
    assert judged(page, url) == verdict
