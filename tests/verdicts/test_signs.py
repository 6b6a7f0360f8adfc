"""What the signs make of a page, rule by rule."""

from __future__ import annotations

import pytest

from crawler.extraction import extract_and_judge
from crawler.extraction.dom import parse
from crawler.extraction.judging import Answer, judge_error
from crawler.extraction.judging.places import sent_home
from crawler.extraction.judging.sight import PROSE, amount, parts, sight_of

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


def test_a_text_is_no_page_to_judge() -> None:
    answer = Answer(url=URL, final_url=URL)

    assert extract_and_judge(b"Page not found", answer, "text/plain")[1] is None


def test_the_page_of_an_error_is_a_guards_or_nothing_new() -> None:
    answer = Answer(url=URL, final_url=URL, status=403)

    assert judge_error(answer, b"<title>403 Forbidden</title><h1>Forbidden</h1>", "text/html") is None
    guard = judge_error(answer, b"<title>Just a moment...</title><script>window._cf_chl_opt={}</script>", "text/html")
    assert guard
    assert guard.verdict == "captcha"


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
    ],
    ids=range(10),
)
def test_no_page_takes_long_to_judge(page: str) -> None:
    sight = sight_of(parse(page))
    judge_error(Answer(url=URL, final_url=URL, status=403), page[: 64 << 10].encode(), "text/html")

    assert len(sight.prose) <= PROSE
