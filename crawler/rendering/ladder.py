"""How a source is asked for, step by step: plainly, through Splash, by a current browser. Pure.

    first() ─► plain ─► after_plain(): enough, or ─► Splash ─► after_splash(): enough, or ─► Chromium

Each step says why it is taken, and a fetch keeps what its last step says. Of what is not there no step is taken.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from crawler.items import Fallback, Renderer
from crawler.platforms import all_platforms, platform_of
from crawler.rendering.policy import Way
from crawler.rendering.requests import names_a_file

if TYPE_CHECKING:
    from crawler.platforms import Platform
    from crawler.rendering.policy import RenderPolicy
    from crawler.rendering.thin import Seen


@dataclass(frozen=True)
class Step:
    """One step for a source: a request, or that the page which came is taken."""

    renderer: Renderer
    why: str
    stat: str  # what counts it
    is_last: bool = False  # what it brings is taken as it is
    fallback: Fallback | None = None  # why it is plain, where it should be rendered


NOT_RENDERED = Step(
    Renderer.HTTP,
    "no browser could render it",
    "render/not_rendered",
    is_last=True,
    fallback=Fallback.NOT_RENDERED,
)


@dataclass(frozen=True)
class Ladder:
    """Which step is the first, and which one follows, with the browsers that are there."""

    policy: RenderPolicy
    splash_wanted: bool  # SPLASH_URL names one
    splash_answers: bool
    chromium: bool  # it is installed

    def first(self, url: str, platform_name: str | None = None) -> Step:
        """Return the first step for a source; `platform_name` is its platform by what is stored of it."""
        if names_a_file(url):
            return Step(Renderer.HTTP, "named like a file", "render/file", is_last=True)
        choice = self.policy.choose(url, (_named(platform_name), _of_host(url)))
        if choice.way is Way.AUTO and self.splash_wanted:
            return Step(Renderer.HTTP, choice.why, "render/plain_first")
        return self._take(choice.way, choice.why, "render/at_once")

    def after_plain(self, url: str, seen: Seen) -> Step:
        """Return what follows the plain page that came from `url`: a rendering, or a plain step that takes it."""
        choice = self.policy.choose(url, (seen.platform, _of_host(url)))
        if choice.way is not Way.AUTO:
            return self._take(choice.way, choice.why, "render/recognised")
        if seen.thin:
            return self._take(Way.SPLASH, f"thin: {seen.thin}", "render/thin")
        return Step(Renderer.HTTP, "the plain page is enough", "render/plain_enough", is_last=True)

    def after_loop(self) -> Step | None:
        """Return what follows plain redirects without an end; None where no browser is there."""
        step = self._take(Way.SPLASH, "plain redirects lead nowhere", "render/loop")
        return step if step.renderer is Renderer.SPLASH else None

    def after_splash(self, step: Step, seen: Seen, *, script_failed: bool) -> Step:
        """Return what follows a page that Splash rendered at this step: Chromium, or a step that takes the page."""
        if step.is_last or not seen.thin or not (seen.modern or seen.demands or script_failed):
            return Step(Renderer.SPLASH, step.why, "render/splash_enough", is_last=True)
        if self.chromium:
            return self._take(Way.CHROMIUM, f"thin in Splash: {seen.thin}", "render/chromium")
        return Step(Renderer.SPLASH, f"{step.why}; needs a current browser", "render/too_old", is_last=True)

    def after_failed_script(self, step: Step) -> Step:
        """Return what follows where Splash could not run render.lua on a page: Chromium, or a plain step."""
        if self.chromium and not step.is_last:
            return self._take(Way.CHROMIUM, "Splash could not render it", "render/chromium")
        return NOT_RENDERED

    def after_chromium(self) -> Step:
        """Return what follows where Chromium brought nothing: what the step before would bring."""
        splash = self._take(Way.SPLASH, "Chromium could not render it", "render/chromium_failed")
        return replace(splash, is_last=True)

    def _take(self, way: Way, why: str, stat: str) -> Step:
        """Return the step of a way; where there is no Splash, a plain one that says so."""
        if way is Way.PLAIN:
            return Step(Renderer.HTTP, why, "render/plain", is_last=True)
        if way is Way.CHROMIUM:
            return Step(Renderer.CHROMIUM, why, "render/chromium")
        if not self.splash_wanted:
            return Step(Renderer.HTTP, f"{why}; no Splash is wanted", "render/no_splash", is_last=True)
        if self.splash_answers:
            return Step(Renderer.SPLASH, why, stat)
        fallback = Fallback.SPLASH_AWAY
        return Step(Renderer.HTTP, f"{why}; Splash is away", "render/splash_away", is_last=True, fallback=fallback)


def _of_host(url: str) -> Platform | None:
    try:
        return platform_of(urlsplit(url).hostname or "")
    except ValueError:
        return None


def _named(name: str | None) -> Platform | None:
    return next((platform for platform in all_platforms() if platform.name == name), None) if name else None
