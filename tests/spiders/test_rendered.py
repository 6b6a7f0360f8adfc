"""Pages through the real Splash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.site import Redirect, Reset, pages, scenes

if TYPE_CHECKING:
    from tests.site import Site
    from tests.spiders.conftest import Crawls

TEXT = "렌더링된 본문에는 이 문장이 있다. " * 8


def test_text_that_scripts_fetch_is_in_the_store(crawls: Crawls, site: Site) -> None:
    crawls.note("a.md", scenes.fetched_by_script(site, "/late", TEXT))

    crawls.run()

    source = crawls.sources()["/late"]
    assert (source["verdict"], source["renderer"]) == ("ok", "splash")
    assert TEXT.strip() in source["text"]


def test_the_text_of_nested_frames_is_in_the_store(crawls: Crawls, site: Site) -> None:
    crawls.note("a.md", scenes.nested_frames(site, "/frames", 2, TEXT))

    crawls.run()

    assert TEXT.strip() in crawls.sources()["/frames"]["text"]


def test_korean_without_a_declared_character_set_is_read_right(crawls: Crawls, site: Site) -> None:
    body = f"<html><head><title>선언 없음</title></head><body><p>{TEXT}</p></body></html>"
    crawls.note(
        "a.md",
        site.page("/euc-kr", body.encode("euc-kr"), content_type="text/html"),
        site.page("/utf-8", body.encode(), content_type="text/html"),
        site.page("/declared", body.encode("cp949"), content_type="text/html; charset=euc-kr"),
    )

    crawls.run()

    for path in ("/euc-kr", "/utf-8", "/declared"):
        assert TEXT.strip() in crawls.sources()[path]["text"], path
        assert len(site.seen(path)) == 1, "the bytes are those of the first and only load"


def test_a_script_s_redirect_and_those_by_http_after_it_are_remembered(crawls: Crawls, site: Site) -> None:
    body = f"<html><head><title>선언 없음</title></head><body><p>{TEXT}</p></body></html>"
    crawls.note("a.md", site.page("/script", '<script>location.href = "/hop"</script>'))
    site.redirect("/hop", "/end", 302)
    site.page("/end", body.encode("euc-kr"), content_type="text/html")

    crawls.run()

    assert crawls.fetches()[0].redirects == [site.url("/script"), site.url("/hop")]
    assert crawls.sources()["/script"]["final_url"] == site.url("/end")
    assert TEXT.strip() in crawls.sources()["/script"]["text"]
    assert len(site.seen("/end")) == 1


def test_an_error_page_is_a_failure_with_the_real_status(crawls: Crawls, site: Site) -> None:
    crawls.note(
        "a.md", site.url("/nowhere"), site.page("/shut", "<p>no</p>", status=403), site.page("/sick", status=503)
    )

    crawls.run()

    found = {path: (source["verdict"], source["http_status"]) for path, source in crawls.sources().items()}
    assert found == {"/nowhere": ("gone", 404), "/shut": ("blocked", 403), "/sick": ("server_error", 503)}


def test_redirects_are_followed_and_remembered(crawls: Crawls, site: Site) -> None:
    article = site.page("/new", pages.article("Moved here", TEXT))
    crawls.note("a.md", site.redirect("/old", "/between", 301), site.add("/tmp", Redirect("/new", 302)))
    site.redirect("/between", "/new", 308)

    crawls.run()

    sources = crawls.sources()
    assert (sources["/old"]["verdict"], sources["/old"]["final_url"]) == ("moved", article)
    assert (sources["/tmp"]["verdict"], sources["/tmp"]["final_url"]) == ("ok", article)
    redirects = {fetch.url: fetch.redirects for fetch in crawls.fetches()}
    assert redirects == {
        site.url("/old"): [site.url("/old"), site.url("/between")],
        site.url("/tmp"): [site.url("/tmp")],
    }


def test_a_file_that_hides_behind_a_page_s_url_is_fetched_plainly(crawls: Crawls, site: Site) -> None:
    crawls.note("a.md", site.page("/paper", "A text as a file. " * 20, content_type="text/plain"))

    crawls.run()

    source = crawls.sources()["/paper"]
    assert (source["verdict"], source["renderer"]) == ("ok", "http")
    assert "A text as a file." in source["text"]


def test_robots_txt_holds_where_a_redirect_inside_splash_ends(crawls: Crawls, site: Site) -> None:
    site.page("/private", pages.article("Not for robots", TEXT), host="127.0.0.2")
    site.robots("User-agent: *\nDisallow: /private", host="127.0.0.2")
    crawls.note(
        "a.md", site.redirect("/way", site.url("/private", "127.0.0.2"), 302), site.url("/private", "127.0.0.2")
    )

    crawls.run()

    assert {path: source["verdict"] for path, source in crawls.sources().items()} == {
        "/way": "robots",
        "/private": "robots",
    }
    assert all(fetch.page_id is None for fetch in crawls.fetches())


def test_no_page_leads_to_a_private_address(crawls: Crawls, site: Site) -> None:
    secret = site.page("/secret", pages.article("Secret", "INNER SECRET " * 30), host="127.0.0.20")  # not allowed
    crawls.note(
        "a.md",
        site.redirect("/way", secret, 302),
        site.page("/frame", pages.article("Around", TEXT) + f'<iframe src="{secret}"></iframe>'),
    )

    crawls.run()

    assert site.seen(host="127.0.0.20") == []
    assert {path: source["verdict"] for path, source in crawls.sources().items()} == {"/way": "unsafe", "/frame": "ok"}


def test_the_browser_says_who_it_is(crawls: Crawls, site: Site) -> None:
    crawls.note("a.md", site.page("/page", pages.article("Page", TEXT)))

    crawls.run(CONTACT="https://example.org/about-my-crawler")

    page = site.seen("/page")[0]
    assert "Refkeep" in page.headers["user-agent"]
    assert "https://example.org/about-my-crawler" in page.headers["user-agent"]
    assert page.headers["accept-language"].startswith("ko")


def test_one_source_cited_by_two_notes_is_fetched_once_and_tied_to_both(crawls: Crawls, site: Site) -> None:
    url = site.page("/both", pages.article("Both", TEXT))
    crawls.note("a.md", "# One", "## Part", f"출처: [글]({url})")
    crawls.note("b.md", "# Two", "", f"See <{url}#section>.")

    crawls.run()

    assert len(site.seen("/both")) == 1
    ties = crawls.sources()["/both"]["notes"]
    assert [(tie["path"], tie["title"], tie["line"], tie["label"], tie["headings"]) for tie in ties] == [
        ("a.md", "One", 3, "글", ["One", "Part"]),
        ("b.md", "Two", 3, f"{url}#section", ["Two"]),
    ]


def test_a_frame_that_does_not_load_costs_the_page_around_it_nothing(crawls: Crawls, site: Site) -> None:
    frames = {
        "/video": "https://www.youtube.com/embed/x",
        "/tracker": "https://www.googletagmanager.com/ns.html?id=1",
        "/private": site.url("/", "127.0.0.20"),
        "/picture": site.page("/picture.png", b"PNG", content_type="image/png"),
        "/cut": site.add("/reset", Reset()),
    }
    for path, frame in frames.items():
        site.page(path, pages.written_by_script(TEXT) + f'<iframe src="{frame}"></iframe>')
    crawls.note("a.md", *(site.url(path) for path in frames))

    crawls.run()

    found = {path: (source["renderer"], TEXT.strip() in source["text"]) for path, source in crawls.sources().items()}
    assert found == dict.fromkeys(frames, ("splash", True))
