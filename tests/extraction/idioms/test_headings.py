from __future__ import annotations

import pytest

from crawler.extraction import extract

TEXT = "<p>The lamp was lit by the keeper, who wrote it down before the night came, as every day of that year.</p>" * 6


@pytest.mark.parametrize(
    "heading",
    [
        "<h2><div><span>Lamps</span></div></h2>",
        "<h2><a href='#l'><p>Lamps</p></a></h2>",
        "<h2><span><div>Lamps</div></span></h2>",
        "<h2><div class='hash'><a href='#l'></a></div><div>Lamps</div></h2>",
        "<h2><span><div id='l'></div><a href='#l'></a><span>Lamps</span></span></h2>",
    ],
)
def test_a_box_within_a_heading_does_not_end_it(heading: str) -> None:
    article = extract(f"<title>Night</title><article>{TEXT}{heading}{TEXT}</article>", "https://a.test/1")

    assert "\n## Lamps\n" in article.markdown


def test_a_heading_that_was_not_closed_does_not_swallow_the_text() -> None:
    article = extract(f"<article><h2>Lamps<div>{TEXT}</div></article>", "https://a.test/1")

    assert article.markdown.count("lit by the keeper") == 6
    assert "## The lamp" not in article.markdown


def test_a_section_that_is_called_as_the_page_is_keeps_its_heading() -> None:
    lead, *others = (
        f"<p>{n}. The keeper, who lit it, wrote down what it burned, what it cost and who came by that night "
        "and on every other one of that year.</p>"
        for n in "abcdef"
    )
    title = extract(f"<title>Lamps</title><article><h2>Lamps</h2>{lead}{''.join(others)}</article>", "https://a.test/1")
    section = extract(
        f"<title>Lamps</title><article>{lead}<h2>Lamps</h2>{''.join(others)}</article>", "https://a.test/1"
    )

    assert "## Lamps" not in title.markdown
    assert "\n## Lamps\n" in section.markdown


def test_a_list_that_lays_out_sections_is_its_sections() -> None:
    items = "".join(
        f"<li><section><h3>{name}</h3><p>It does the {name}.</p></section></li>" for name in ("call", "stop")
    )
    article = extract(f"<title>Night</title><article>{TEXT}<ul>{items}</ul>{TEXT}</article>", "https://a.test/1")

    assert "\n### call\n\nIt does the call.\n\n### stop\n\nIt does the stop.\n" in article.markdown


def test_a_list_with_an_item_that_is_none_stays_one() -> None:
    items = "<li><h3>call</h3></li><li>stop</li>"
    article = extract(f"<title>Night</title><article>{TEXT}<ul>{items}</ul>{TEXT}</article>", "https://a.test/1")

    assert "\n- stop\n" in article.markdown
