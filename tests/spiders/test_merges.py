"""Sources with two addresses, on the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.site import pages

if TYPE_CHECKING:
    from tests.site import Site
    from tests.spiders.conftest import Crawls

TEXT = "이 글은 두 주소로 읽을 수 있고 어느 쪽으로 와도 같은 글이다. " * 8


def test_a_post_under_two_addresses_is_one_source_with_the_notes_of_both(plain_crawls: Crawls, site: Site) -> None:
    link = f'<link rel="canonical" href="{site.url("/entry/cron")}">'
    for path in ("/37", "/entry/cron"):
        site.page(path, pages.article("cron", TEXT, head=link))
    plain_crawls.note("a.md", site.url("/37"))
    plain_crawls.note("b.md", site.url("/entry/cron"))

    output, errors = plain_crawls.run()

    assert "WARNING" not in errors
    rows = [line.split()[-2:] for line in output.splitlines() if line.startswith("ok ")]
    assert rows == [["a.md:1,", "b.md:1"]]
    assert "Kept 2 of 2 sources. 1 is another one's second address." in output
    sources = plain_crawls.sources()
    assert sources["/37"] == sources["/entry/cron"]
    assert [tie["path"] for tie in sources["/37"]["notes"]] == ["a.md", "b.md"]
    plain_crawls.run("-a", "refresh=all")
    assert (len(site.seen("/37")), len(site.seen("/entry/cron"))) == (1, 2)
