"""The picture that a reader sees is the one that is kept, wherever its address stands."""

from __future__ import annotations

import pytest

from crawler.extraction import extract

URL = "https://e.example/posts/page"
PROSE = "<p>Some words that say what stands below, so many that the page has something to be read.</p>"


def images(markup: str) -> list[str]:
    return extract(f"<article>{PROSE}{markup}{PROSE}</article>", URL).images


STAND_IN = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP"


@pytest.mark.parametrize(
    "image",
    [
        "<img src='/a.png'>",
        f"<img src='{STAND_IN}' data-src='/a.png'>",
        "<img src='/blank.gif' data-lazy-src='/a.png'>",
        "<img src='/img/t_spacer.gif' data-original='/a.png'>",
        "<img src='/a.png' data-src='true'>",
        "<img src='/a.png' data-src='javascript:alert(1)'>",
        "<img src='/spacer-1x1.png' data-anything='/a.png'>",
        f"<img src='{STAND_IN}' srcset='/b.png 300w, /a.png 900w'>",
        "<img data-srcset='/a.png 2x, /b.png'>",
        f"<picture><source srcset='/a.png 2x, /b.png 1x'><img src='{STAND_IN}'></picture>",
        "<img src='/a.png'><img src='/t.gif' width='1' height='1'>",
        f"<img src='{STAND_IN}'><noscript><img src='/a.png'></noscript>",
        f"<p><span><img src='{STAND_IN}'></span><img src='{STAND_IN}'><noscript><img src='/a.png'></noscript></p>",
        "<div><noscript><img src='/a.png'></noscript></div>",
        "<img src='/a.png'><noscript><img src='/a.png'></noscript>",
        "<img src='/a.png'><noscript><img src='/count' width='1'></noscript>",
    ],
)
def test_the_picture_is_found(image: str) -> None:
    assert images(image) == ["https://e.example/a.png"]


def test_a_picture_may_be_named_as_a_stand_in_is() -> None:
    assert images("<img src='/loading-dock.jpg'>") == ["https://e.example/loading-dock.jpg"]


def test_the_words_of_a_stand_in_are_those_of_its_picture() -> None:
    page = f"<p><img src='{STAND_IN}' alt='a bridge'><noscript><img src='/a.png'></noscript> over</p>"

    assert "![a bridge](https://e.example/a.png) over" in extract(f"<article>{PROSE}{page}</article>", URL).markdown


@pytest.mark.parametrize(
    ("address", "original"),
    [
        (
            "https://img1.daumcdn.net/thumb/R1280x0/?scode=mtistory2&fname=https%3A%2F%2Fblog.kakaocdn.net%2Fdn%2Fa%2Fimg.png",
            "https://blog.kakaocdn.net/dn/a/img.png",
        ),
        ("https://postfiles.pstatic.net/a/b.jpg?type=w80_blur", "https://postfiles.pstatic.net/a/b.jpg?type=w966"),
        ("https://postfiles.pstatic.net/a/b.jpg?type=w773", "https://postfiles.pstatic.net/a/b.jpg?type=w773"),
        (
            "https://mblogthumb-phinf.pstatic.net/a/b.jpg?type=w80_blur",
            "https://mblogthumb-phinf.pstatic.net/a/b.jpg?type=w800",
        ),
        (
            "https://dthumb-phinf.pstatic.net/?src=%22https%3A%2F%2Fe.example%2Fa.png%22&amp;type=ff500_300",
            "https://e.example/a.png",
        ),
        ("/_next/image?url=%2Fa%20b.png&amp;w=640&amp;q=75", "https://e.example/a%20b.png"),
        ("/_next/image?url=javascript%3Ax", "https://e.example/_next/image?url=javascript%3Ax"),
        ("https://i0.wp.com/e.example/a.png?resize=300%2C200&amp;ssl=1", "https://i0.wp.com/e.example/a.png?ssl=1"),
        ("https://e.files.wordpress.com/2020/a.png?w=300", "https://e.files.wordpress.com/2020/a.png"),
        (
            "https://substackcdn.com/image/fetch/w_848,c_limit/https%3A%2F%2Fe.example%2Fa.png",
            "https://e.example/a.png",
        ),
        ("https://e.example/a.png?fname=https%3A%2F%2Fother.example%2F", None),
    ],
)
def test_a_scaled_picture_is_the_original_one(address: str, original: str | None) -> None:
    assert images(f"<img src='{address}'>") == [original or address]


@pytest.mark.parametrize(
    "address", ["https://[/_next/image?url=a", "https://e.example/_next/image?url=http://[", "//[", "?"]
)
def test_an_address_may_be_broken(address: str) -> None:
    assert images(f"<img src='{address}'><img src='/a.png'>")[-1] == "https://e.example/a.png"


def test_a_caption_stays_beside_its_picture() -> None:
    figure = "<figure><img src='/a.png' alt='a'><figcaption>What it <b>shows</b>.</figcaption></figure>"
    article = extract(f"<article>{PROSE}{figure}{PROSE}</article>", URL)

    assert "![a](https://e.example/a.png)\n\nWhat it **shows**." in article.markdown
    assert "<figcaption>What it <strong>shows</strong>.</figcaption></figure>" in article.html


def test_a_film_that_stands_for_a_gif_is_the_gif() -> None:
    film = "<p><video src='/a.gif?type=mp4w800' class='_gifmp4' data-gif-url='/a.gif?type=w210'></video></p>"

    assert images(film) == ["https://e.example/a.gif?type=w210"]
