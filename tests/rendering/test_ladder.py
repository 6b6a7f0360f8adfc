"""Which step is taken for a source, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crawler.exceptions import UsageError
from crawler.items import Fallback, Renderer
from crawler.platforms import all_platforms
from crawler.rendering.ladder import NOT_RENDERED, Ladder, Step
from crawler.rendering.policy import RenderPolicy
from crawler.rendering.thin import Seen

LADDER = Ladder(policy=RenderPolicy.parse(""), splash_wanted=True, splash_answers=True, chromium=False)
PLATFORMS = {platform.name: platform for platform in all_platforms()}
SOMEWHERE = "https://a.example/1"


def ladder(policy: str) -> Ladder:
    return replace(LADDER, policy=RenderPolicy.parse(policy))


def said(step: Step) -> tuple[str, str]:
    return step.renderer, step.why


@pytest.mark.parametrize(
    ("url", "stored", "expected"),
    [
        ("https://goldsony.tistory.com/37", None, ("splash", "platform tistory")),
        ("https://m.blog.naver.com/x/1", None, ("splash", "platform naver_blog")),
        ("https://me.github.io/post", None, ("splash", "platform github_pages")),
        ("https://me.github.io/docs", "sphinx", ("splash", "platform github_pages")),
        ("https://blog.example/37", "tistory", ("splash", "platform tistory")),
        ("https://docs.example/37", "sphinx", ("http", "plain first")),
        ("https://docs.example/37", "a platform that went", ("http", "plain first")),
        (SOMEWHERE, None, ("http", "plain first")),
        ("https://goldsony.tistory.com/a.pdf", None, ("http", "named like a file")),
    ],
)
def test_the_first_step_is_the_platforms(url: str, stored: str | None, expected: tuple[str, str]) -> None:
    assert said(LADDER.first(url, stored)) == expected


@pytest.mark.parametrize(
    ("policy", "url", "expected"),
    [
        ("velog=plain", "https://velog.io/@a/b", ("http", "RENDER_POLICY velog=plain")),
        ("velog=auto", "https://velog.io/@a/b", ("http", "RENDER_POLICY velog=auto")),
        ("velog=plain, velog.io=splash", "https://velog.io/@a/b", ("splash", "RENDER_POLICY velog.io=splash")),
        ("a.example=splash", "https://www.a.example/1", ("splash", "RENDER_POLICY a.example=splash")),
        (
            "a.example=splash, www.a.example=plain",
            "https://www.a.example/1",
            ("http", "RENDER_POLICY www.a.example=plain"),
        ),
        ("127.0.0.1:8000=splash", "http://127.0.0.1:8000/", ("splash", "RENDER_POLICY 127.0.0.1:8000=splash")),
        ("127.0.0.1:8000=splash", "http://127.0.0.1:8001/", ("http", "plain first")),
        ("*=splash", SOMEWHERE, ("splash", "RENDER_POLICY *=splash")),
        ("a.example=chromium", SOMEWHERE, ("chromium", "RENDER_POLICY a.example=chromium")),
        ("*=plain", "https://velog.io/@a/b", ("splash", "platform velog")),
        (" VELOG = Plain ,, ", "https://velog.io/@a/b", ("http", "RENDER_POLICY velog=plain")),
    ],
)
def test_the_setting_overrides_and_what_names_a_page_most_closely_counts(
    policy: str, url: str, expected: tuple[str, str]
) -> None:
    assert said(ladder(policy).first(url)) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("velog=fast", "'velog=fast' names none of splash, plain, auto, chromium"),
        ("velog", "'velog' names none of"),
        ("velogg=plain", "'velogg' is neither a platform nor a host"),
        ("=plain", "'' is neither"),
        ("a b.com=plain", "'a b.com' is neither"),
        ("velog=plain, velog=auto", "names 'velog' twice"),
    ],
)
def test_a_policy_that_cannot_be_read_is_refused(text: str, words: str) -> None:
    with pytest.raises(UsageError, match="RENDER_POLICY") as refusal:
        RenderPolicy.parse(text)

    assert words in str(refusal.value)


def test_a_plain_page_that_is_whole_is_enough() -> None:
    step = LADDER.after_plain(SOMEWHERE, Seen(PLATFORMS["sphinx"], None))

    assert (said(step), step.fallback) == (("http", "the plain page is enough"), None)


def test_a_thin_one_is_rendered() -> None:
    assert said(LADDER.after_plain(SOMEWHERE, Seen(None, "empty app root #app"))) == (
        "splash",
        "thin: empty app root #app",
    )


def test_a_whole_one_whose_platform_is_rendered_is_rendered() -> None:
    assert said(LADDER.after_plain(SOMEWHERE, Seen(PLATFORMS["tistory"], None))) == ("splash", "platform tistory")
    assert said(ladder("tistory=auto").after_plain(SOMEWHERE, Seen(PLATFORMS["tistory"], None)))[0] == "http"


def test_a_thin_one_stays_plain_where_the_setting_says_so() -> None:
    step = ladder("tistory=plain").after_plain(SOMEWHERE, Seen(PLATFORMS["tistory"], "tistory with no content"))

    assert (said(step), step.fallback) == (("http", "RENDER_POLICY tistory=plain"), None)


def test_what_a_splash_that_is_away_should_render_is_plain_and_says_so() -> None:
    away = replace(LADDER, splash_answers=False)
    tistory = away.first("https://a.tistory.com/1")
    thin = away.after_plain(SOMEWHERE, Seen(None, "meta refresh"))

    assert (said(tistory), tistory.is_last) == (("http", "platform tistory; Splash is away"), True)
    assert said(thin) == ("http", "thin: meta refresh; Splash is away")
    assert {tistory.fallback, thin.fallback} == {Fallback.SPLASH_AWAY}
    assert away.after_plain(SOMEWHERE, Seen(None, None)).fallback is None


def test_where_no_splash_is_wanted_nothing_is_looked_at_or_held_against_the_page() -> None:
    steps = [replace(LADDER, splash_wanted=False, splash_answers=False).first(url)
             for url in ("https://a.tistory.com/1", SOMEWHERE)]  # fmt: skip

    assert {(step.renderer, step.is_last, step.fallback) for step in steps} == {(Renderer.HTTP, True, None)}


@pytest.mark.parametrize(
    ("seen", "failed", "expected"),
    [
        (Seen(None, None, modern=True, demands=True), True, "platform velog"),
        (Seen(None, "empty app root #app"), False, "platform velog"),
        (Seen(None, "empty app root #app", modern=True), False, "platform velog; needs a current browser"),
        (Seen(None, "empty app root #app", demands=True), False, "platform velog; needs a current browser"),
        (Seen(None, "empty app root #app"), True, "platform velog; needs a current browser"),
    ],
)
def test_a_page_that_splash_could_not_run_says_so(seen: Seen, failed: bool, expected: str) -> None:
    step = Step(Renderer.SPLASH, "platform velog", "render/at_once")

    assert LADDER.after_splash(step, seen, script_failed=failed).why == expected


def test_where_chromium_is_installed_it_is_asked_for_that_page() -> None:
    step = Step(Renderer.SPLASH, "platform velog", "render/at_once")
    modern = Seen(None, "empty app root #app", modern=True)
    there = replace(LADDER, chromium=True)

    assert said(there.after_splash(step, modern, script_failed=False)) == (
        "chromium",
        "thin in Splash: empty app root #app",
    )
    assert there.after_splash(replace(step, is_last=True), modern, script_failed=True).renderer is Renderer.SPLASH


def test_what_chromium_could_not_render_is_had_from_splash_or_plainly_and_taken() -> None:
    steps = [LADDER.after_chromium(), replace(LADDER, splash_wanted=False).after_chromium()]

    assert [(step.renderer, step.is_last) for step in steps] == [("splash", True), ("http", True)]


def test_where_our_own_script_fails_a_page_goes_up_to_chromium_once() -> None:
    step, there = Step(Renderer.SPLASH, "platform velog", "render/at_once"), replace(LADDER, chromium=True)

    assert said(there.after_failed_script(step)) == ("chromium", "Splash could not render it")
    assert there.after_failed_script(replace(step, is_last=True)) == LADDER.after_failed_script(step) == NOT_RENDERED
