from __future__ import annotations

import pytest

from crawler.drift.pointing import Pointed, State, Version, pointed_at, summary

PAGE = '<html><body><div id="top"></div><h2 id="retry">Retry limits</h2><p>Wait.</p><a name="old"></a><h2>Queues</h2>'
CITED = "Wait twice as long after each failure, and give up after the fifth one. 전각 “따옴표”도 있다."


def version(body: str = PAGE, text: str = CITED, markdown: str = "", content_type: str = "text/html") -> Version:
    return Version("A title", text, markdown, body.encode(), "https://a.kr/p", content_type)


def state(url: str, cited: Version, now: Version, *quotes: str) -> State | None:
    return summary(pointed_at(url, quotes, cited, now))


@pytest.mark.parametrize("fragment", ["retry", "old", "top"])
def test_an_anchor_that_is_there_stands(fragment: str) -> None:
    assert state(f"https://a.kr/p#{fragment}", version(), version()) is State.STANDS


def test_an_anchor_that_went_is_gone() -> None:
    assert state("https://a.kr/p#retry", version(), version("<html><body><h2>Other")) is State.GONE
    assert state("https://a.kr/p#top", version(), version("<html><body><h2>Other")) is State.GONE


@pytest.mark.parametrize("fragment", ["retry", "old"])
def test_a_section_that_goes_by_another_anchor_stands(fragment: str) -> None:
    now = version('<html><body><h3 id="x1">', markdown="### Retry *limits*\n\nA\n\n## Queues")

    assert state(f"https://a.kr/p#{fragment}", version(), now) is State.STANDS


def test_an_anchor_that_only_scripts_make_is_found_by_its_heading() -> None:
    plain, heading = "<html><body><h2>", "## 재시도 한도"
    url = "https://a.kr/p#%EC%9E%AC%EC%8B%9C%EB%8F%84-%ED%95%9C%EB%8F%84"

    assert state(url, version(plain, markdown=heading), version(plain, markdown=heading)) is State.STANDS
    assert state(url, version(plain, markdown=heading), version(plain, markdown="## 다른 것")) is State.GONE
    assert state(url, version(plain), version(plain)) is State.UNKNOWN


def test_githubs_anchors_are_found() -> None:
    page = '<html><body><h2>Use</h2><a id="user-content-use" href="#use"></a>'

    assert state("https://github.com/a/b#use", version(page), version(page)) is State.STANDS


@pytest.mark.parametrize("fragment", ["!/home", "/a/b", "page=3", "gid=0", "nowhere"])
def test_what_names_nothing_that_was_there_cannot_be_told(fragment: str) -> None:
    assert state(f"https://a.kr/p#{fragment}", version(), version("<html><body>")) is State.UNKNOWN


def test_a_pdf_has_no_anchors() -> None:
    pdf = version("%PDF-1.7", content_type="application/pdf")

    assert state("https://a.kr/p.pdf#retry", pdf, pdf) is State.UNKNOWN


@pytest.mark.parametrize(
    ("directive", "expected"),
    [
        ("text=Wait%20twice%20as%20long", State.STANDS),
        ("text=Wait%20twice,give%20up", State.STANDS),
        ("text=before-,each%20failure,-and%20give", State.STANDS),
        ("text=give%20up,Wait%20twice", State.UNKNOWN),
        ("text=never%20written", State.UNKNOWN),
        ("other=1", None),
    ],
)
def test_a_text_fragment_is_looked_for(directive: str, expected: State | None) -> None:
    assert state(f"https://a.kr/p#:~:{directive}", version(), version()) is expected


def test_a_text_fragment_whose_words_went_is_gone() -> None:
    url = "https://a.kr/p#retry:~:text=twice%20as%20long"

    assert pointed_at(url, (), version(), version(text="Wait thrice.")) == [
        Pointed("fragment", "retry", State.STANDS),
        Pointed("text", "twice as long", State.GONE),
    ]


@pytest.mark.parametrize(
    "quote", ["wait TWICE as long", "전각 '따옴표'도 있다", "Wait twice … the fifth one", "twice [...] one."]
)
def test_words_that_are_quoted_are_found_in_any_typography(quote: str) -> None:
    assert state("https://a.kr/p", version(), version(), quote) is State.STANDS
    assert state("https://a.kr/p", version(), version(text="Another text."), quote) is State.GONE


def test_words_that_were_never_there_cannot_be_told() -> None:
    assert state("https://a.kr/p", version(), version(), "words of somebody else") is State.UNKNOWN


def test_the_worst_counts() -> None:
    assert state("https://a.kr/p#retry", version(), version(text="x"), "Wait twice as long") is State.GONE
    assert state("https://a.kr/p#retry", version(), version(), "words of somebody else") is State.UNKNOWN
    assert state("https://a.kr/p", version(), version()) is None
