"""Whole HTTP answers, good and bad, byte for byte: what the store holds after two crawls that met them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from crawler.storage.export import feed_sources
from tests.site import Site
from tests.spiders.conftest import Crawls
from tests.spiders.crawl_cases import LADDER, PLAIN, SPLASH, crawl_cases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from crawler.storage.records import Fetch
    from tests.plugins.splash import RunningSplash
    from tests.spiders.crawl_cases import Case

MODES = (PLAIN, LADDER, SPLASH)


@dataclass
class Found:
    """What two crawls left in the store, by the source's cited URL."""

    sources: dict[str, dict[str, Any]]
    fetches: dict[str, list[Fetch]]
    requested: set[str]


@pytest.fixture(scope="module")
def without_own_settings() -> Iterator[None]:
    """Set what a crawl would otherwise take from the environment of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ARCHIVE_URL", "")
        for name in ("IGNORE_URLS", "PLATFORMS_DIR", "CONTACT", "RENDER_POLICY"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="module")
def crawled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, without_own_settings: None
) -> Callable[[str], Found]:
    """Return the function that crawls all cases of a mode, once, and returns what is stored."""

    @cache
    def crawl(mode: str) -> Found:
        settings = {"SPLASH_URL": ""}
        if mode != PLAIN:
            splash: RunningSplash = request.getfixturevalue("splash")
            settings = {"SPLASH_URL": splash.url, "RENDER_POLICY": "*=splash" if mode == SPLASH else ""}
        return _crawl_twice(
            Crawls(tmp_path_factory.mktemp("cases"), settings), [case for case in crawl_cases() if mode in case.crawls]
        )

    return crawl


def _crawl_twice(crawls: Crawls, cases: list[Case]) -> Found:
    with Site() as site:
        crawls.note("a.md", *(case.put_first(site) for case in cases))
        crawls.run()
        for case in cases:
            case.put_second(site)
        crawls.run("-a", "refresh=all")
        return _read(crawls, site)


def _read(crawls: Crawls, site: Site) -> Found:
    with crawls.reading() as session:
        sources = {url: source for source in feed_sources(session) for url in source["cited_urls"]}
    fetches: dict[str, list[Fetch]] = {}
    for fetch in crawls.fetches():
        fetches.setdefault(fetch.url, []).append(fetch)
    return Found(sources, fetches, {site.url(seen.path, seen.host) for seen in site.requests})


def _parameter(case: Case, mode: str) -> Any:
    return pytest.param(case, mode, id=f"{case.name}-{mode.replace(' ', '_')}")


@pytest.mark.parametrize(
    ("case", "mode"), [_parameter(case, mode) for mode in MODES for case in crawl_cases() if mode in case.crawls]
)
def test_a_whole_answer_has_its_right_outcome(case: Case, mode: str, crawled: Callable[[str], Found]) -> None:
    found, right = crawled(mode), case.known
    (url,) = [url for url in found.sources if url.startswith(f"http://{case.host}:")]
    source, last = found.sources[url], found.fetches[url][-1]

    assert last.verdict == right.get("verdict", last.verdict), last.evidence
    assert right.get("reason", "") in str(last.evidence)
    if right["article"] is None:
        assert not source["text"]
    else:
        assert right["article"] in (source["text"] or "")
    if last.verdict == "robots":
        assert url not in found.requested
