"""Lists of pages keep the titles of their entries."""

from __future__ import annotations

import pytest

from crawler.extraction import extract

TITLES = ["The road under the water", "Twelve small machines", "How a b-tree splits", "The disk that filled up"]
TEXTS = [
    "The reservoir above the village was drained, and people walked along the old road at its bottom.",
    "We moved our build from one large machine to twelve small ones; this is what broke, and what got faster.",
    "SQLite keeps its pages in a tree. Here is how a split works, drawn step by step, with a real file.",
    "Last week our disk filled up. The log that filled it was about disk space. On the alarm that came of it.",
]
MENU = "<nav><ul>" + "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(9)) + "</ul></nav>"
ASIDE = "<aside><h3>Tags</h3><a href='/t'>disk</a></aside><footer><h3>About</h3><p>© Ann</p></footer>"
LISTS = {
    "blog": (
        "<article class='post-{0} post'><h2><a href='/{0}'>{1}</a></h2><p class='meta'>May 2, 2023 by Ann</p>"
        "<p>{2}</p><a href='/{0}'>Read more</a></article>"
    ),
    "header": (
        "<article class='post'><header><h2><a href='/{0}'>{1}</a></h2><time>May 2, 2023</time></header><p>{2}</p>"
        "<footer><a href='/{0}'>Read more</a></footer></article>"
    ),
    "search": "<div class=g><a href='//x.example/{0}'><h3>{1}</h3><cite>x.example</cite></a><div>{2}</div></div>",
    "linked": "<div><a href='/{0}'><h2>{1}</h2><h3>{2}</h3></a><p class='meta'>Posted on May 2</p></div>",
    "cards": (
        "<li><a href='/{0}'><img src='/{0}.jpg'></a><div><strong><a href='/{0}'>{1}</a></strong><p>{2}</p></div></li>"
    ),
}


def article_of(entry: str, texts: list[str]) -> str:
    entries = "".join(entry.format(n, *both) for n, both in enumerate(zip(TITLES, texts, strict=True)))
    page = f"<title>Ann's blog</title><body><h1>Ann's blog</h1>{MENU}<main>{entries}</main>{ASIDE}"
    return extract(page, "https://ann.example/").text


@pytest.mark.parametrize("entry", LISTS.values(), ids=LISTS)
def test_each_entry_keeps_its_title_above_its_text(entry: str) -> None:
    text = article_of(entry, TEXTS)

    places = [text.find(said) for both in zip(TITLES, TEXTS, strict=True) for said in both]
    assert -1 not in places
    assert places == sorted(places)


def test_an_entry_with_little_text_is_one_of_its_row() -> None:
    text = article_of(LISTS["cards"], [*TEXTS[:3], "On an alarm that was late."])

    assert "The disk that filled up\nOn an alarm that was late." in text


@pytest.mark.parametrize("entry", LISTS.values(), ids=LISTS)
def test_what_stands_beside_the_list_is_left_out(entry: str) -> None:
    text = article_of(entry, TEXTS)

    assert "Section" not in text
    assert "Tags" not in text
    assert "About" not in text


def test_a_list_of_titles_alone_is_kept() -> None:
    items = "".join(f"<li>May {n}, 2023 <a href='/{n}'>{title}</a></li>" for n, title in enumerate(TITLES, 1))
    page = f"<title>Archive</title><body>{MENU}<main><ul>{items}</ul></main><a href='/2'>Next</a>{ASIDE}</body>"
    text = extract(page, "https://ann.example/archive").text

    assert [title for title in TITLES if title in text] == TITLES
    assert "Section" not in text
