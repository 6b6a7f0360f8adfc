"""What a page embeds is kept as a link, where it stands in the text."""

from __future__ import annotations

import pytest

from crawler.extraction import extract

URL = "https://e.example/posts/page"
PROSE = "<p>Some words that say what stands below, so many that the page has something to be read.</p>"


def markdown(markup: str) -> str:
    """Return what stands between the prose."""
    return extract(f"<article>{PROSE}{markup}{PROSE}</article>", URL).markdown.replace(PROSE[3:-4], "").strip()


@pytest.mark.parametrize(
    ("embed", "address"),
    [
        ("<iframe src='https://www.youtube.com/embed/a_b-1?rel=0'></iframe>", "https://www.youtube.com/watch?v=a_b-1"),
        ("<iframe data-src='//www.youtube-nocookie.com/embed/a1'></iframe>", "https://www.youtube.com/watch?v=a1"),
        (
            "<iframe src='https://www.youtube.com/embed/videoseries?list=PL1'></iframe>",
            "https://www.youtube.com/playlist?list=PL1",
        ),
        ("<lite-youtube videoid='a1'></lite-youtube>", "https://www.youtube.com/watch?v=a1"),
        ("<iframe src='https://player.vimeo.com/video/12?h=ab'></iframe>", "https://vimeo.com/12/ab"),
        ("<iframe src='https://tv.naver.com/embed/12'></iframe>", "https://tv.naver.com/v/12"),
        ("<iframe src='https://play-tv.kakao.com/embed/player/cliplink/v1@my'></iframe>", "https://tv.kakao.com/v/v1"),
        ("<iframe src='https://codepen.io/who/embed/preview/aB?tab=js'></iframe>", "https://codepen.io/who/pen/aB"),
        ("<iframe src='https://codesandbox.io/embed/a-b'></iframe>", "https://codesandbox.io/s/a-b"),
        ("<iframe src='https://jsfiddle.net/who/ab/embedded/result/'></iframe>", "https://jsfiddle.net/who/ab/"),
        ("<script src='https://gist.github.com/who/ab12.js?file=a.py'></script>", "https://gist.github.com/who/ab12"),
        ("<video poster='/p.png'><source src='/a.mp4'>Your browser is old.</video>", "https://e.example/a.mp4"),
        ("<audio src='/a.mp3' controls></audio>", "https://e.example/a.mp3"),
        (
            "<iframe src='https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/who/song&amp;x=1'></iframe>",
            "https://soundcloud.com/who/song",
        ),
    ],
)
def test_an_embed_is_a_link(embed: str, address: str) -> None:
    assert markdown(f"<div>{embed}</div>") == f"[{address}]({address})"


def test_the_title_of_an_embed_is_the_words_of_its_link() -> None:
    frame = "<iframe title='How to fold' src='https://www.youtube.com/embed/a1'></iframe>"

    assert markdown(f"<figure>{frame}<figcaption>Step one.</figcaption></figure>") == (
        "[How to fold](https://www.youtube.com/watch?v=a1)\n\nStep one."
    )


@pytest.mark.parametrize(
    "frame",
    [
        "<iframe src='https://ads.example/frame'></iframe>",
        "<iframe src='https://www.google.com/maps/embed?pb=1'></iframe>",
        "<iframe src='https://evil.example/?x=youtube.com/embed/a1'></iframe>",
        "<iframe src='https://w.soundcloud.com/player/?url=javascript:x'></iframe>",
        "<iframe></iframe>",
        "<video src='blob:https://e.example/1'>Your browser is old.</video>",
        "<script src='https://gist.github.com/'></script>",
        "<embed src='/a.swf'>",
    ],
)
def test_other_frames_go(frame: str) -> None:
    assert markdown(f"<div>{frame}</div>") == ""


def test_a_gist_that_is_written_out_is_code() -> None:
    gist = (
        "<script src='https://gist.github.com/who/ab12.js'></script><div class='gist'><div class='gist-file'>"
        "<table class='highlight'><tr><td class='blob-num' data-line-number='1'></td>"
        "<td class='blob-code'>a = 1</td></tr></table></div></div>"
    )

    assert markdown(gist) == "```\na = 1\n```"


TISTORY = (
    "<figure data-ke-type='opengraph'><a href='https://o.example/1'><div class='og-image'>&nbsp;</div>"
    "<div class='og-text'><p class='og-title'>Other page</p><p class='og-desc'>What it says.</p>"
    "<p class='og-host'>o.example</p></div></a></figure>"
)
NAVER = (
    "<div class='se-module se-module-oglink'><a class='se-oglink-thumbnail' href='https://o.example/1'>"
    "<img src='/a.png'></a><a class='se-oglink-info' href='https://o.example/1'>"
    "<strong class='se-oglink-title'>Other page</strong>"
    "<p class='se-oglink-summary'>What it says.</p><p class='se-oglink-url'>o.example</p></a></div>"
)


@pytest.mark.parametrize("card", [TISTORY, NAVER])
def test_a_card_is_one_link_with_its_title(card: str) -> None:
    assert markdown(card) == "[Other page](https://o.example/1)\\\nWhat it says.\\\no.example"
