from __future__ import annotations

import pytest

from crawler.extraction import extract
from crawler.extraction.quality.inventory import Inventory, losses
from crawler.extraction.quality.quality import REASONS
from crawler.extraction.quality.symptoms import boilerplate_share, breaks_off, garbled_share, is_cut_off, sentence_share

URL = "https://a.test/post"
LINE = "<p>The lamp number {} was lit by the keeper, who wrote it down before the night came.</p>"
TEXT = "".join(map(LINE.format, range(9)))
POST = f"<html><body><article><h1>Lamps</h1>{TEXT}</article></body></html>"
GARBLED = POST.replace("lamp", "램프를 켠다").encode().decode("latin-1")
LINKS = "".join(f'<li><a href="/{n}">The post with number {n} in this list of all posts</a></li>' for n in range(20))
PHOTOS = "".join(f'<p><img src="/{n}.jpg" width=800></p>' for n in range(8))
PICTURES = f'<h1>바다</h1><div class="tt_article_useless_p_margin">{PHOTOS}</div>'  # of tistory


def judged(page: str) -> tuple[float, list[str]]:
    article = extract(page, URL)
    return article.quality, article.quality_reasons


@pytest.mark.parametrize("page", [POST, PICTURES, POST.replace("</article>", "<ul>" + LINKS[:180] + "</ul></article>")])
def test_nothing_speaks_against_an_ordinary_post(page: str) -> None:
    quality, reasons = judged(page)

    assert quality > 0.9
    assert reasons == []


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ('<body><div id="root"></div><script src="/a.js"></script></body>', "empty"),
        ("<noscript>You need to enable JavaScript to run this app.</noscript>", "empty"),
        ("<h1>404</h1><p>Sorry, the page you requested could not be found.</p>", "soft-404"),
        ("<title>블로그</title><p>요청하신 페이지를 찾을 수 없습니다. 주소를 확인해 주세요.</p>", "soft-404"),
        ("<p>삭제되었거나 존재하지 않는 게시물입니다.</p><p>잘못된 접근입니다.</p>", "soft-404"),
        ("<h1>Just a moment...</h1><p>Checking your browser before you go on.</p>", "blocked"),
        (f"<body><div><ul>{LINKS}</ul></div></body>", "menu"),
        (GARBLED, "mojibake"),
    ],
)
def test_what_is_no_article_comes_out_near_0(page: str, reason: str) -> None:
    quality, reasons = judged(page)

    assert quality <= 0.25
    assert reason in reasons


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (
            POST.replace(
                "</article>",
                "<p>And so the keeper came back, and saw the lamp … Read more</p></article>",
            ),
            "truncated",
        ),
        (POST.partition("</article>")[0].replace("<article>", "<div><section><article>"), "truncated"),
        (POST.replace("</article>", "<p>Subscribe now to read the full story.</p></article>"), "paywall"),
        ("<article><p>Lamps are lit at night.</p></article>", "thin"),
        (POST.replace("</p>", "</p><p>Share this</p><p>Leave a reply</p>"), "boilerplate"),
    ],
)
def test_what_lowers_an_article_is_named(page: str, reason: str) -> None:
    quality, reasons = judged(page)

    assert reason in reasons
    assert 0.2 < quality <= 0.9


def test_a_long_article_about_pages_that_are_not_found_is_one() -> None:
    assert judged(POST.replace("The lamp", "The page was not found, so the lamp"))[1] == []


def test_every_reason_is_one_of_the_words_that_are_documented() -> None:
    kinds = {f"{kind} lost" for kind, _ in losses(Inventory(100, 9, 9, 9, 9, 9), Inventory(0, 0, 0, 0, 0, 0))}

    assert kinds == {reason for reason in REASONS if reason.endswith(" lost")}


def test_a_loss_is_more_than_a_little() -> None:
    before = Inventory(code=1000, tables=20, formulas=3, images=20, headings=5, lists=10)

    assert list(losses(before, Inventory(950, 20, 3, 19, 4, 9))) == []
    assert dict(losses(before, Inventory(500, 20, 2, 19, 4, 9))) == {"code": 0.5, "formulas": 2 / 3}


def test_symptoms_are_shares_of_a_text() -> None:
    assert boilerplate_share("공유하기\n글이다.") == pytest.approx(4 / 9)
    assert garbled_share("¸®´ª½º ÀÌÁ¦") > 0.5
    assert garbled_share("Ça coûte 20 € à Zürich, señor") < 0.02
    assert sentence_share("One\nTwo\nThis is said.") == pytest.approx(13 / 19)
    assert sentence_share("오늘은 램프를 켰다\n내일도 켤 거예요") == 1


def test_a_way_to_the_rest_is_seen_at_the_end_alone() -> None:
    assert is_cut_off("First words.\n더 보기\nTags")
    assert not is_cut_off("Read more\n" + "A line of the text.\n" * 9)


@pytest.mark.parametrize(
    ("source", "broken"),
    [
        ("<div><section><p>the last words of this article", True),
        ("<div><section><p>the last words of this article</section></div>", False),
        ("<div><section><p>the last words of this article</body>", False),
        ("<p>the last words of this article", False),
        ("<div><section><p>the last words of this article<div>" + "something else stands here " * 9, False),
    ],
)
def test_a_page_that_broke_off_in_its_article_is_told(source: str, broken: bool) -> None:
    assert breaks_off(source, "All of it, to the last words of this article") is broken
