from __future__ import annotations

import pytest

from crawler.archive.unwrapping import unwrap

ADDRESS = "https://archive.test/web/20140101000000/http://a.test/page"


@pytest.mark.parametrize(
    "link",
    [
        "https://archive.test/web/20140101000000/",
        "//archive.test/web/20130101000000/",
        "/web/20140101000000im_/",
    ],
)
def test_the_pages_own_urls_stand_in_place_of_the_archives(link: str) -> None:
    assert unwrap(f'<a href="{link}http://a.test/x">'.encode(), ADDRESS) == b'<a href="http://a.test/x">'


def test_what_only_looks_like_the_archives_is_left_alone() -> None:
    page = b'<a href="http://b.test/web/20140101000000/http://a.test"><a href="/web/news/2014">'

    assert unwrap(page, ADDRESS) == page


@pytest.mark.parametrize(
    "banner",
    [
        "<!-- BEGIN WAYBACK TOOLBAR INSERT --><script>x</script><p>Donate</p><!-- END WAYBACK TOOLBAR INSERT -->",
        '<div class="a" id="wm-ipp-base" lang="en"><div>Donate</div><div><div></div></div></div>',
        "<DIV id=donato><div>Donate</div></DIV>",
    ],
)
def test_the_archives_banner_goes(banner: str) -> None:
    assert unwrap(f"<p>가</p>{banner}<div>나</div>".encode("cp949"), ADDRESS) == "<p>가</p><div>나</div>".encode(
        "cp949"
    )


def test_a_banner_without_an_end_takes_nothing_with_it() -> None:
    page = b'<div id="donato"><div></div><p>Text' + b"<!-- WB Insert -->"

    assert unwrap(page, ADDRESS) == page


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", [b'<div id="donato">', b"<div ", b"<!-- WB Insert -->", b"/web/20140101000000"])
def test_hostile_pages_take_linear_time(piece: bytes) -> None:
    assert unwrap(piece * 200_000, ADDRESS)
