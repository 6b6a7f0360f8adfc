"""Pages that are pictures come out as their pictures with what is said of each."""

from __future__ import annotations

from crawler.extraction import extract

MENU = "<div class='menu'><a href='/'>Site</a> <a href='/all'>All of them</a> <a href='/about'>About</a></div>"
BESIDE = (
    "<div class='side-bar'><a href='/x'>Another one</a><p>Ann draws.</p><img src='/ann.jpg'></div>"
    "<footer><p>© Ann</p><img src='/foot.jpg'></footer>"
)


def markdown_of(content: str) -> str:
    page = f"<title>A page of hers</title><body>{MENU}<img src='/img/logo.png'>{content}{BESIDE}</body>"
    return extract(page, "https://ann.example/3").markdown


def test_a_comic_is_its_pictures_in_their_order() -> None:
    comic = "".join(f"<img src='/3/{n}.jpg' alt='panel'>" for n in range(3))

    assert markdown_of(f"<div class='viewer'>{comic}</div><a href='/4'>Next one</a>") == "".join(
        f"![panel](https://ann.example/3/{n}.jpg)" for n in range(3)
    )


def test_each_picture_has_its_caption() -> None:
    figure = "<div><a href='/full/{0}.jpg'><img data-src='/{0}.jpg'></a><p>Boat {0}</p></div>"

    assert markdown_of(f"<div>{figure.format(1)}{figure.format(2)}</div>") == "\n\n".join(
        f"[![](https://ann.example/{n}.jpg)](https://ann.example/full/{n}.jpg)\n\nBoat {n}" for n in (1, 2)
    )


def test_one_picture_may_lead_on() -> None:
    assert markdown_of("<a href='/4'><img src='/3.png' alt='A joke'></a>") == (
        "[![A joke](https://ann.example/3.png)](https://ann.example/4)"
    )


def test_a_film_alone_is_its_link() -> None:
    film = "<iframe src='https://www.youtube.com/embed/abcdefghijk' title='How a heron fishes'></iframe>"

    assert markdown_of(f"<div>{film}</div>") == "[How a heron fishes](https://www.youtube.com/watch?v=abcdefghijk)"
