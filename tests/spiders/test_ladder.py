"""What is asked for plainly, what is rendered, and why: with the real Splash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.plugins.splash import free_port
from tests.site import Page, pages, scenes

if TYPE_CHECKING:
    from tests.site import Site
    from tests.spiders.conftest import Crawls

TEXT = "이 문장은 본문에 있고 로그보다 조금 길다. " * 12
TISTORY = '<div class="tt_article_useless_p_margin contents_style"><p>' + TEXT + "</p></div>"
MODERN = '<div id="app"></div><script>const text = window?.name ?? "x"; document.title = text</script>'


def taken(crawls: Crawls) -> dict[str, tuple[str | None, str | None]]:
    """Return how the source of each path was fetched last, and why."""
    return {"/" + fetch.url.split("/", 3)[3]: (fetch.renderer, fetch.why) for fetch in crawls.fetches()}


def test_each_page_takes_the_steps_that_it_needs(ladder_crawls: Crawls, site: Site) -> None:
    ladder_crawls.note(
        "a.md",
        site.page("/whole", pages.article("Whole", TEXT)),
        scenes.fetched_by_script(site, "/late", TEXT),
        scenes.nested_frames(site, "/frames", 1, TEXT),
        site.page("/refresh", pages.refresh("/whole")),
        site.page("/blog", TISTORY),
        site.page("/paper", b"%PDF-1.4 no more of it", content_type="application/pdf"),
        site.url("/gone"),
    )

    output, _ = ladder_crawls.run()

    assert taken(ladder_crawls) == {
        "/whole": ("http", "the plain page is enough"),
        "/late": ("splash", "thin: empty app root #app"),
        "/frames": ("splash", "thin: its content is in a frame"),
        "/refresh": ("http", "the plain page is enough"),  # Scrapy followed it
        "/blog": ("splash", "platform tistory"),
        "/paper": ("http", "no page, but a file"),
        "/gone": ("http", "plain first"),
    }
    sources = ladder_crawls.sources()
    assert all(TEXT.strip() in sources[path]["text"] for path in ("/whole", "/late", "/frames", "/refresh", "/blog"))
    assert len(site.seen("/gone")) == 1
    assert "Of the pages 1 rendered for their platform, 2 rendered for being thin, 2 enough as they came." in output


def test_a_platform_that_is_stored_needs_no_plain_answer_to_be_known(ladder_crawls: Crawls, site: Site) -> None:
    edited = TISTORY.replace("본문", "새 본문")
    ladder_crawls.note("a.md", site.add("/blog", *(Page(body=body) for body in (TISTORY, TISTORY, edited))))
    ladder_crawls.run()
    assert len(site.seen("/blog")) == 2

    ladder_crawls.run("-a", "refresh=all")

    assert len(site.seen("/blog")) == 4
    assert [fetch.why for fetch in ladder_crawls.fetches()] == ["platform tistory"] * 2
    assert {fetch.renderer for fetch in ladder_crawls.fetches()} == {"splash"}


def test_the_setting_keeps_a_page_plain(ladder_crawls: Crawls, site: Site) -> None:
    ladder_crawls.note("a.md", site.page("/blog", TISTORY))

    ladder_crawls.run(RENDER_POLICY="tistory=plain")

    assert taken(ladder_crawls) == {"/blog": ("http", "RENDER_POLICY tistory=plain")}


def test_a_page_that_splash_is_too_old_for_says_so_without_chromium(ladder_crawls: Crawls, site: Site) -> None:
    ladder_crawls.note("a.md", site.page("/modern", MODERN))

    output, _ = ladder_crawls.run(PATH="")

    assert taken(ladder_crawls) == {"/modern": ("splash", "thin: empty app root #app; needs a current browser")}
    assert "1 source needs a current browser: make chromium." in output


def test_without_splash_only_what_it_should_render_is_due_again(ladder_crawls: Crawls, site: Site) -> None:
    ladder_crawls.note(
        "a.md", site.page("/whole", pages.article("Whole", TEXT)), scenes.fetched_by_script(site, "/late", TEXT)
    )

    output, _ = ladder_crawls.run(SPLASH_URL=f"http://127.0.0.1:{free_port()}")
    assert "1 source came by plain HTTP" in output
    assert taken(ladder_crawls)["/late"] == ("http", "thin: empty app root #app; Splash is away")

    ladder_crawls.run()

    assert (len(site.seen("/whole")), taken(ladder_crawls)["/late"][0]) == (1, "splash")
    assert TEXT.strip() in ladder_crawls.sources()["/late"]["text"]
