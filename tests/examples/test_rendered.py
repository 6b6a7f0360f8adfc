"""The example pages in the real Splash: what its old WebKit can run, and what a plain fetch cannot see."""

from __future__ import annotations

import json
import urllib.request
from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from tests.plugins.splash import RunningSplash


def rendered(splash: RunningSplash, url: str) -> tuple[str, list[str]]:
    """Return a page's HTML one second after it was loaded, and the HTML of its frames."""
    options = urlencode({"url": url, "wait": 1, "html": 1, "iframes": 1})
    with urllib.request.urlopen(f"{splash.url}/render.json?{options}", timeout=60) as response:
        page = json.load(response)
    return page["html"], [frame["html"] for frame in page["childFrames"]]


def test_both_texts_of_the_scripted_page_appear(splash: RunningSplash, demo_site: str) -> None:
    html, _ = rendered(splash, f"{demo_site}/app/release-notes")

    assert "이 페이지의 글은 모두 자바스크립트가 그립니다" in html
    assert "목록 화면을 다시 만들었습니다" in html


def test_the_text_of_the_frame_set_is_in_its_frame(splash: RunningSplash, demo_site: str) -> None:
    outer, frames = rendered(splash, f"{demo_site}/midnight-ops/223145678901")

    assert "종료 코드 137의 뜻" not in outer
    assert ["종료 코드 137의 뜻" in frame for frame in frames] == [True]
