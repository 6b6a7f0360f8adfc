"""What the generic extractor keeps of a page, by what stands around it."""

from __future__ import annotations

import pytest

from crawler.extraction import extract
from crawler.extraction.dom import parse
from crawler.extraction.generic.neighbours import mend
from crawler.extraction.generic.runs import runs_of

URL = "https://e.example/page"
PROSE = (
    "The reservoir above the village was drained in autumn, and for the first time in forty years people walked along "
    "the old road that lies at its bottom, past the walls of the mill and the stump of the bridge. {}"
)
MENU = "<nav><ul>" + "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(20)) + "</ul></nav>"


def paragraphs(*numbers: int) -> str:
    return "".join(f"<p>{PROSE.format(n)}</p>" for n in numbers)


def text_of(content: str, title: str = "The road under the water") -> str:
    page = f"<html><head><title>{title}</title></head><body>{MENU}<main>{content}</main></body></html>"
    return extract(page, URL).text


def lines_of(content: str) -> list[str]:
    return [line for line in text_of(content).split("\n") if line]


def kept(content: str) -> list[str]:
    """Return the lines of the article beside its prose."""
    return [line for line in lines_of(content) if not line.startswith("The reservoir")]


def test_the_title_and_what_stands_above_it_are_no_text() -> None:
    above = "<div class='crumbs'>Home / Country</div><h1>The road under the water, in pictures</h1>"

    assert kept(above + paragraphs(1, 2, 3)) == []


def test_a_heading_of_the_first_level_that_is_not_the_title_stays() -> None:
    assert kept("<h1>What was found</h1>" + paragraphs(1, 2, 3)) == ["What was found"]


def test_headings_that_only_lead_to_other_pages_are_left_out() -> None:
    teasers = "".join(f"<h3><a href='/other/{n}'>Another story of the valley, number {n}</a></h3>" for n in range(3))

    assert kept(paragraphs(1, 2, 3) + f"<h2>More from the valley</h2>{teasers}") == []


def test_a_linked_heading_above_its_text_stays() -> None:
    content = "".join(f"<h3><a href='/{n}'>Part {n} of the walk</a></h3>{paragraphs(n)}" for n in (1, 2, 3))

    assert kept(content) == ["Part 1 of the walk", "Part 2 of the walk", "Part 3 of the walk"]


@pytest.mark.parametrize(
    "line",
    [
        "<p>READ MORE: <a href='/x'>How the dam was built by three hundred men</a></p>",
        "<p>관련 기사: <a href='/x'>저수지 바닥에서 드러난 옛 마을의 흔적을 찾아서</a></p>",
        "<p>Baca juga: <a href='/x'>Bendungan</a></p>",
        "<p><a href='/x'>Leggi anche: la diga fu costruita da trecento uomini</a></p>",
        "<div><strong>Lesen Sie auch</strong> <a href='/x'>Wie der Damm entstand</a></div>",
        "<p>あわせて読みたい <a href='/x'>ダムはこうして造られた</a></p>",
        "<p>相关阅读：<a href='/x'>三百人修成的大坝</a></p>",
        "<p>Читайте также: <a href='/x'>Как строили плотину</a></p>",
        "<h3>You may also like</h3><ul><li><a href='/x'>The dam</a></li><li><a href='/y'>The mill</a></li></ul>",
        "<p>Publicidade</p>",
        "<div>Click to Tweet</div>",
    ],
)
def test_a_line_that_points_to_another_page_is_left_out(line: str) -> None:
    assert kept(paragraphs(1, 2) + line + paragraphs(3, 4)) == []


@pytest.mark.parametrize(
    "line",
    [
        "Follow the Valley Gazette on Facebook, Twitter and Instagram.",
        "Like this story? Share it with a friend!",
        "Sign up for our newsletter and get the valley in your inbox.",
        "Copyright ⓒ 골짜기신문. 무단전재 및 재배포 금지",
        "Filed under: valleys, roads",
        "Source: News agencies",
        "Suscríbete a nuestro boletín de noticias y recibe lo más importante del día.",
        "Подписывайтесь на наш Telegram-канал",
        "Ikuti berita terbaru di WhatsApp",
        "Leave a comment",
    ],
)
def test_what_a_site_says_below_every_article_is_left_out(line: str) -> None:
    assert kept(paragraphs(1, 2, 3) + f"<p>{line}</p>") == []


def test_the_same_words_in_the_midst_of_an_article_stay() -> None:
    line = "Each copyright notice was copied by hand."

    assert kept(f"<p>{line}</p>" + paragraphs(*range(8))) == [line]


def test_such_words_stay_where_the_text_goes_on_below_them() -> None:
    line = "To sign up for a newsletter takes a minute, she said."

    assert kept(f"{paragraphs(1)}<p>{line}</p>{paragraphs(2, 3)}") == [line]


def test_words_that_may_point_away_stay_where_they_head_text() -> None:
    headings = ["Recommended", "Advertising", "Publicidad"]
    sections = "".join(f"<h3>{heading}</h3>{paragraphs(n)}" for n, heading in enumerate(headings, 2))

    assert kept(paragraphs(1) + sections) == headings


@pytest.mark.parametrize(
    "line", ["By Ann Lee", "<time>14 March 2021, 17:22</time>", "Publicado por: Ana - Tags: valle"]
)
def test_lines_above_the_text_that_say_by_whom_and_when_are_left_out(line: str) -> None:
    assert kept(f"<h1>The road under the water</h1><div>{line}</div>" + paragraphs(1, 2, 3)) == []


@pytest.mark.parametrize(
    "lines",
    [
        "<ul><li>Updated the docs</li><li>Written in Rust</li><li>2024. 3. 14. 배포</li></ul>",
        "<p>Published wheels for arm64</p><p>By hand</p><p>Par exemple</p>",
    ],
)
def test_short_lines_above_the_text_that_only_begin_like_a_byline_stay(lines: str) -> None:
    assert len(kept(f"<h1>The road under the water</h1>{lines}{paragraphs(1, 2, 3)}")) == 3


@pytest.mark.parametrize("line", ["Source: IEA, World Energy Outlook 2021, table 4", "Sources: Knuth (1973), Shannon"])
def test_a_source_that_the_author_names_stays(line: str) -> None:
    assert kept(paragraphs(1, 2, 3) + f"<p>{line}</p>") == [line]


def test_a_box_that_is_named_as_no_text_is_goes_where_it_holds_little() -> None:
    box = "<div class='paywall-overlay'><h3>Read on</h3><p>Subscribe now and get every story of the valley.</p></div>"

    assert kept(paragraphs(1, 2, 3) + box) == []
    assert kept(f"<div class='social share'>{paragraphs(1, 2, 3)}<p>The end of it.</p></div>") == ["The end of it."]


def test_a_question_about_cookies_is_no_text_where_the_text_is_short() -> None:
    question = "<p>We and our partners store and access data on your device. You can change your mind at any time.</p>"

    assert kept(f"<div id='cookie-consent'>{question * 2}</div><p>The lake is closed on Friday.</p>") == [
        "The lake is closed on Friday."
    ]


def test_teasers_in_a_box_below_an_article_are_left_out() -> None:
    teaser = (
        "<div class='item'><h4><a href='/{0}'>A tale of valley number {0}</a></h4><p>"
        + "Word of it. " * 8
        + "</p></div>"
    )
    teasers = "".join(map(teaser.format, range(8)))

    assert kept(f"<div>{paragraphs(1, 2, 3, 4)}</div><div><h3>From our archive</h3>{teasers}</div>") == []


def test_teasers_may_have_titles_of_two_builds() -> None:
    teaser = "<div><h4><a href='/{0}'>A tale of valley {0}</a></h4><p><a href='/{0}'>Read all of tale {0}</a></p></div>"
    teasers = "".join(map(teaser.format, range(8)))

    assert kept(f"<div>{paragraphs(1, 2, 3, 4)}</div><div>{teasers}</div>") == []


def test_a_second_copy_of_the_text_is_left_out() -> None:
    copy = f"<div class='small'><h2>Step</h2>{paragraphs(1, 2, 3)}</div>"

    assert text_of(copy + copy).count("The reservoir") == 3
    assert kept(copy + copy) == ["Step"]


def test_what_a_manual_says_again_of_another_thing_stays() -> None:
    methods = "".join(f"<h2>remove{n}</h2>{paragraphs(1, 2)}<h3>Parameters</h3><p>{PROSE.format(n)}</p>" for n in "ABC")

    assert text_of(methods).count("The reservoir") == 9
    assert kept(methods).count("Parameters") == 3


def test_a_question_that_is_asked_again_stays() -> None:
    answers = "".join(f"<p>{PROSE.format('Why?')}</p>{paragraphs(n)}" for n in (1, 2, 3))

    assert text_of(answers).count("Why?") == 3


def test_a_sentence_pulled_out_of_its_paragraph_is_left_out() -> None:
    quote = "<blockquote><p>“people walked along the old road that lies at its bottom”</p></blockquote>"

    assert kept(paragraphs(1, 2) + quote + paragraphs(3)) == []


def test_a_term_that_its_definition_begins_with_stays() -> None:
    words = "people walked along the old road"
    terms = f"<dl><dt>{words}</dt><dd>{PROSE.format(7)}</dd></dl>"

    assert words in kept(paragraphs(1, 2) + terms + paragraphs(3))


def test_buttons_and_lines_of_links_are_left_out() -> None:
    places = "".join(f"<h2>Place {n}</h2>{paragraphs(n)}<p><a href='/{n}'>Check prices</a></p>" for n in range(4))
    menu = "<div>" + " ".join(f"<a href='/{n}'>Valley of the road {n}</a>" for n in range(9)) + "</div>"

    assert kept(menu + places) == ["Place 0", "Place 1", "Place 2", "Place 3"]


def test_a_table_with_paragraphs_in_a_cell_lays_out_the_page() -> None:
    menu = "<br>".join(f"<a href='/{n}'>Page {n}</a>" for n in range(9))

    assert kept(f"<table><tr><td>{menu}</td><td>{paragraphs(1, 2, 3, 4)}</td></tr></table>") == []


def test_items_between_kept_paragraphs_are_kept() -> None:
    items = (
        "<ul><li><code>open</code> : lifts the gate of the dam slowly</li><li>shut : lowers it again by hand</li></ul>"
    )

    assert kept(paragraphs(1, 2) + items + paragraphs(3, 4)) == [
        "open : lifts the gate of the dam slowly",
        "shut : lowers it again by hand",
    ]


def test_short_paragraphs_between_others_are_kept_where_they_are_shown() -> None:
    lines = "<p>We get:</p><p style='display: none'>Sign in!</p>"

    assert kept(paragraphs(1, 2) + lines + paragraphs(3, 4)) == ["We get:"]


def test_a_picture_among_the_text_stays_without_its_caption() -> None:
    figure = "<figure><img src='/mill.jpg'><figcaption>The mill in 1963</figcaption></figure>"
    page = f"<title>T</title><main>{paragraphs(1, 2)}{figure}{paragraphs(3, 4)}</main>"

    article = extract(page, URL)

    assert "![The mill in 1963](https://e.example/mill.jpg)" in article.markdown
    assert article.images == ["https://e.example/mill.jpg"]


def test_a_standfirst_below_the_title_is_kept() -> None:
    first = "A walk along the bottom of a lake that will be filled again before the snow comes down from the hills."
    head = f"<h1>The road under the water</h1><div class='summary'>{first}</div><div>3 min</div>"

    assert kept(f"{head}<div>{paragraphs(1, 2, 3)}</div>") == [first]


def test_a_short_item_after_a_kept_one_is_kept() -> None:
    items = "<ul><li>Lift the gate</li><li><label>Shut it</label></li></ul>"
    runs = runs_of(parse(paragraphs(1) + items + paragraphs(2)).find("body"))
    for run in (runs[0], runs[1], runs[3]):
        run.kept = True
    mend(runs, "".join(run.letters for run in runs), None)

    assert [run.kept for run in runs] == [True, True, True, True]


def test_prose_that_stands_bare_beside_kept_paragraphs_is_kept() -> None:
    box = f"<div><strong>Valley</strong> - {PROSE.format(0)}{paragraphs(1)}{PROSE.format(2)}</div>"
    runs = runs_of(parse(box).find("body"))
    runs[1].kept = True
    mend(runs, runs[1].letters, None)

    assert [run.kept for run in runs] == [True, True, True]


def test_scraps_from_all_over_the_page_lose_against_text_that_stands_together() -> None:
    lines = "".join(f"<p>{n}. Whisk the whites with the sugar, fold them in.</p>" for n in range(12))
    notice = "<p>You can not share this post, because its author has restricted what others may do with it.</p>"
    layers = "".join(f"<div class='layer'><h4>Notice {n}</h4>{notice}</div>" for n in range(4))
    links = "".join(f"<div><a href='/{n}'>Older post {n}</a></div>" for n in range(40))
    page = f"<html><body><div id='post'>{lines}</div><div>{links}</div>{layers}</body></html>"

    text = extract(page, URL).text

    assert [text.count("Whisk the whites"), text.count("You can not share"), text.count("Older post")] == [12, 0, 0]


def test_within_the_only_article_prose_built_as_kept_prose_is_kept() -> None:
    section = "<div class='section'><h2>Step</h2><div class='body'><p>{}</p></div></div>"
    sections = "".join(section.format(PROSE.format(n)) for n in (1, 2, 3))
    beside = f"<div class='related'>{section.format(PROSE.format(4))}</div>"
    runs = runs_of(parse(f"<article><p>{PROSE.format(0)}</p>{sections}</article>{beside}").find("body"))
    for run in runs[:3]:
        run.kept = True
    mend(runs, "".join(run.letters for run in runs[:3]), None)

    assert [run.text[-1:] for run in runs if run.kept and run.is_prose] == ["0", "1", "2", "3"]


SHORT = "네트워크는 언제든 끊긴다. 특히 시간 초과는 상대가 느린 것인지 죽은 것인지 구분할 수 없다는 점이 문제다."
SOURCES = (
    "<ul><li><a href='https://a.example/'>AWS 블로그</a></li><li><a href='https://b.example/'>구글 SRE 책</a></li></ul>"
)


@pytest.mark.parametrize("name", ["참고", "참고 자료", "References", "🔗 Reference", "출처:"])
def test_the_sources_named_below_a_text_are_kept(name: str) -> None:
    lines = lines_of(f"<div class='post'><h2>재시도</h2>{f'<p>{SHORT}</p>' * 3}<h2>{name}</h2>{SOURCES}</div>")

    assert lines[-3:] == [name, "AWS 블로그", "구글 SRE 책"]


def test_links_of_that_name_beside_the_text_are_not() -> None:
    text = text_of(f"<div class='post'>{f'<p>{SHORT}</p>' * 3}</div><div class='side'><h2>참고</h2>{SOURCES}</div>")

    assert "AWS 블로그" not in text


def test_what_stands_below_the_sources_in_a_box_beside_is_left_out() -> None:
    beside = "<div class='share'><a href='/f'>Facebook</a></div><div class='comments'><p>ann: thank you!</p></div>"
    text = text_of(f"<div class='post'>{f'<p>{SHORT}</p>' * 3}<h2>참고</h2>{SOURCES}{beside}</div>")

    assert text.endswith("구글 SRE 책")


def test_the_short_items_of_a_list_beside_the_text_are_kept() -> None:
    items = "".join(f"<li>{item}</li>" for item in ("연결 거부", "늦은 응답", "5xx"))
    runs = runs_of(parse(f"<div><p>{SHORT}</p><ul>{items}</ul><h2>구현</h2><p>{SHORT}</p></div>").find("body"))
    for run in runs:
        run.kept = run.owner.tag == "p"
    mend(runs, f"{runs[0].letters}{runs[-1].letters}", None)

    assert [run.text for run in runs if run.kept] == [SHORT, "연결 거부", "늦은 응답", "5xx", "구현", SHORT]


def test_the_first_of_several_headings_is_kept() -> None:
    page = parse(f"<div><h2>하나</h2><p>{SHORT}</p><h2>둘</h2><p>{SHORT}</p></div>")
    runs = runs_of(page.find("body"))
    for run in runs[1:]:
        run.kept = True
    mend(runs, "".join(run.letters for run in runs[1:]), "재시도")

    assert [run.text for run in runs if run.kept] == ["하나", SHORT, "둘", SHORT]


def test_a_korean_paragraph_is_prose_at_half_the_length() -> None:
    """A section called as the page is no title where such a paragraph stands above it."""
    paragraph = "<p>{}번째로, " + SHORT + "</p>"
    below = "".join(map(paragraph.format, "23456"))
    lines = lines_of(f"<div class='post'>{paragraph.format(1)}<h2>The road under the water</h2>{below}</div>")

    assert lines[:2] == [f"1번째로, {SHORT}", "The road under the water"]


def test_a_heading_that_links_to_itself_is_no_teaser() -> None:
    page = parse(f"<div><h2><a href='#a'>하나</a></h2><h3><a href='#b'>둘</a></h3><p>{SHORT}</p></div>")
    runs = runs_of(page.find("body"))
    for run in runs:
        run.kept = True
    mend(runs, "".join(run.letters for run in runs), "재시도")

    assert [run.text for run in runs if run.kept] == ["하나", "둘", SHORT]
