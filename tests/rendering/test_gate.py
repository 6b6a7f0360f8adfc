"""The way to Splash: its slots, its absences, and the pages that it dies of."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from scrapy.statscollectors import StatsCollector

from crawler.exceptions import BrokenOffError, SplashAwayError
from crawler.rendering.gate import BrowserDiedError, SplashGate

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


@dataclass
class Browser:
    """Renders pages as Splash does, and counts. A page that kills it takes with it all that are being rendered."""

    is_up: bool = True
    in_flight: int = 0
    peak: int = 0
    asked: int = 0
    comes_back_after: int | None = 0  # questions; None: never
    died: asyncio.Event = field(default_factory=asyncio.Event)
    company: dict[str, list[int]] = field(default_factory=dict)  # by page: how many were rendered with it, each time

    async def answers(self) -> bool:
        self.asked += 1
        if self.comes_back_after is not None and self.asked > self.comes_back_after:
            self.is_up = True
        return self.is_up

    def page(self, name: str, *, kills: int = 0, error: type[Exception] = DownloadFailedError) -> Page:
        return Page(self, name, kills, error)


@dataclass
class Page:
    """A page that kills its browser the first `kills` times that it is rendered."""

    browser: Browser
    name: str
    kills: int
    error: type[Exception]

    async def render(self) -> str:
        browser = self.browser
        if not browser.is_up:
            raise DownloadConnectionRefusedError
        browser.in_flight += 1
        browser.peak = max(browser.peak, browser.in_flight)
        browser.company.setdefault(self.name, []).append(browser.in_flight - 1)
        try:
            await self._show()
        finally:
            browser.in_flight -= 1
        return self.name

    async def _show(self) -> None:
        if self.kills:
            await asyncio.sleep(0.01)  # the others have begun by then
            self.kills -= 1
            self.browser.is_up = False
            self.browser.asked = 0
            self.browser.died.set()
            self.browser.died = asyncio.Event()
            raise self.error
        done, waiting = await asyncio.wait(
            [asyncio.ensure_future(self.browser.died.wait()), asyncio.ensure_future(asyncio.sleep(0.02, result=False))],
            return_when=asyncio.FIRST_COMPLETED,
        )
        for each in waiting:
            each.cancel()
        if any(each.result() for each in done):
            raise ResponseDataLossError


@dataclass
class Outcome:
    """What came of the pages, in their order: a name, or the exception's class; and what the gate counted."""

    came: list[Any]
    stats: dict[str, Any]


def crawl(
    browser_of: Callable[[], Browser],
    pages_of: Callable[[Browser], list[Page]],
    *,
    slots: int = 3,
    patience: float = 30,
    is_wanted: Callable[[], bool] = lambda: True,
) -> tuple[Browser, Outcome]:
    """Send all pages through a gate at once."""

    async def main() -> tuple[Browser, Outcome]:
        browser = browser_of()
        stats = StatsCollector(Crawler(Spider))
        gate = SplashGate(slots=slots, patience=patience, answers=browser.answers, is_wanted=is_wanted, stats=stats)
        came = await asyncio.gather(*(outcome(gate, page.render) for page in pages_of(browser)))
        return browser, Outcome(came, stats.get_stats())

    return asyncio.run(asyncio.wait_for(main(), 60))


async def outcome(gate: SplashGate, render: Callable[[], Awaitable[str]]) -> Any:
    try:
        return await gate.pass_through(render)
    except (SplashAwayError, BrokenOffError, BrowserDiedError, ZeroDivisionError) as error:
        return type(error)


def test_no_more_pages_are_rendered_at_once_than_there_are_slots() -> None:
    names = [str(number) for number in range(10)]

    browser, outcome = crawl(Browser, lambda browser: [browser.page(name) for name in names])

    assert (browser.peak, browser.asked) == (3, 0)
    assert (outcome.came, outcome.stats) == (names, {})


def test_rendering_pauses_while_splash_is_away_and_goes_on() -> None:
    names = [str(number) for number in range(6)]

    browser, outcome = crawl(
        lambda: Browser(is_up=False, comes_back_after=1), lambda browser: [browser.page(name) for name in names]
    )

    assert outcome.came == names
    assert outcome.stats == {"splash/pauses": 1}
    assert browser.asked == 2  # by one for all
    assert {name: len(times) for name, times in browser.company.items()} == dict.fromkeys(names, 1)


@pytest.mark.parametrize("error", [DownloadFailedError, DownloadTimeoutError, ResponseDataLossError])
def test_pages_that_were_lost_are_rendered_again_and_alone(error: type[Exception]) -> None:
    browser, outcome = crawl(
        Browser, lambda browser: [browser.page("bad", kills=1, error=error), *map(browser.page, "abcdef")]
    )

    assert outcome.came == ["bad", *"abcdef"]
    lost = {name: times for name, times in browser.company.items() if len(times) > 1}
    assert outcome.stats["splash/lost"] == len(lost)
    assert "bad" in lost
    assert len(lost) > 1
    assert [times[1:] for times in lost.values()] == [[0]] * len(lost)
    assert browser.peak == 3


def test_a_page_that_kills_its_browser_twice_is_known_by_it_and_harms_no_other() -> None:
    browser, outcome = crawl(Browser, lambda browser: [browser.page("bad", kills=9), *map(browser.page, "abcdef")])

    assert outcome.came == [BrowserDiedError, *"abcdef"]
    assert len(browser.company["bad"]) == 2
    assert {len(times) for times in browser.company.values()} <= {1, 2}


def test_a_splash_that_stays_away_is_given_up_by_all_and_asked_no_more() -> None:
    browser, outcome = crawl(
        lambda: Browser(is_up=False, comes_back_after=None),
        lambda browser: [browser.page(name) for name in "abcdef"],
        patience=0,
    )

    assert outcome.came == [SplashAwayError] * 6
    assert outcome.stats == {"splash/pauses": 1}
    assert browser.asked == 1


def test_a_crawl_that_is_being_stopped_waits_for_no_splash() -> None:
    away = Browser(is_up=False, comes_back_after=None)
    browser, outcome = crawl(
        lambda: away,
        lambda browser: [browser.page(name) for name in "abcd"],
        patience=3600,
        is_wanted=lambda: away.asked == 0,
    )

    assert outcome.came == [SplashAwayError] * 4
    assert browser.asked == 1


def test_a_crawl_that_is_being_stopped_renders_nothing_more() -> None:
    browser, outcome = crawl(
        Browser, lambda browser: [browser.page(name) for name in "abcd"], patience=3600, is_wanted=lambda: False
    )

    assert outcome.came == [BrokenOffError] * 4
    assert browser.company == {}


def test_any_other_fault_is_the_page_s_own_and_frees_its_slot() -> None:
    async def divide() -> str:
        await asyncio.sleep(0)
        return str(1 // 0)

    async def main() -> list[Any]:
        browser = Browser()
        stats = StatsCollector(Crawler(Spider))
        gate = SplashGate(slots=1, patience=30, answers=browser.answers, is_wanted=lambda: True, stats=stats)
        return [await outcome(gate, divide), await outcome(gate, divide), await outcome(gate, browser.page("a").render)]

    assert asyncio.run(asyncio.wait_for(main(), 30)) == [ZeroDivisionError, ZeroDivisionError, "a"]


def test_a_page_that_is_given_up_while_it_waits_for_its_turn_alone_leaves_the_slots_to_the_others() -> None:
    async def main() -> list[Any]:
        browser = Browser()
        stats = StatsCollector(Crawler(Spider))
        gate = SplashGate(slots=2, patience=30, answers=browser.answers, is_wanted=lambda: True, stats=stats)
        held = asyncio.Event()
        holding = asyncio.ensure_future(gate.pass_through(held.wait))
        lost = asyncio.ensure_future(gate.pass_through(browser.page("bad", kills=1).render))
        await browser.died.wait()
        await asyncio.sleep(1.2)  # now it has one slot, and waits for the other
        lost.cancel()
        held.set()
        await asyncio.gather(holding, lost, return_exceptions=True)
        return await asyncio.gather(*(gate.pass_through(browser.page(name).render) for name in "abc"))

    assert asyncio.run(asyncio.wait_for(main(), 30)) == ["a", "b", "c"]
