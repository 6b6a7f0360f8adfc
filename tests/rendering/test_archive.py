"""Which copies an archive is asked for, and what its answers mean; the archive is a table of answers."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import brotli
import pytest
from scrapy.exceptions import CannotResolveHostError, ResponseDataLossError
from scrapy.http import Response

from crawler.archive.memento import write_time
from crawler.exceptions import ArchiveAwayError, UnclearAnswerError
from crawler.rendering.archive import MAX_REQUESTS, TRIES, Archive
from crawler.rendering.unpacking import CutOffError

if TYPE_CHECKING:
    from scrapy import Request

ROOT = "http://archive.test/web/"
URL = "http://a.test/post"
MAP = "http://archive.test/map"
DAY = datetime(2020, 3, 1, 12, tzinfo=UTC)
OFFLINE = "<title>Temporarily Offline</title><p>Our services are temporarily offline."
PAGE = "<p>" + "A page with words of its own. " * 40


def address(taken_at: datetime, url: str = URL, form: str = "") -> str:
    return f"{ROOT}{taken_at:%Y%m%d%H%M%S}{form}/{url}"


@dataclass
class Web:
    """Answers by address; a missing one is a 404, an exception is raised."""

    answers: dict[str, Response | Exception] = field(default_factory=dict)
    requested: list[str] = field(default_factory=list)

    async def download(self, request: Request) -> Response:
        self.requested.append(request.url)
        answer = self.answers.get(request.url, Response(request.url, status=404))
        if isinstance(answer, Exception):
            raise answer
        return answer

    def add(self, url: str, body: str | bytes = "", *, status: int = 200, **headers: str) -> None:
        named = {"Content-Type": "text/html"} | {name.replace("_", "-"): value for name, value in headers.items()}
        content = body.encode() if isinstance(body, str) else body
        self.answers[url] = Response(url, status=status, headers=named, body=content)

    def hold(
        self, taken_at: datetime, body: str | bytes = PAGE, *, url: str = URL, form: str = "id_", **headers: str
    ) -> None:
        """Keep a copy, in the form of its address in which it can be had."""
        self.add(address(taken_at, url, form), body, Memento_Datetime=write_time(taken_at), **headers)

    def list(self, *times: datetime) -> None:
        """Redirect the gate to the nearest copy, and list them all."""
        nearest = min(times, key=lambda time: abs(time - DAY))
        link = f'<{MAP}>; rel="timemap"; type="application/link-format"'
        self.add(ROOT + URL, status=302, Location=address(nearest), Link=link)
        listed = (f'<{address(time)}>; rel="memento"; datetime="{write_time(time)}"' for time in times)
        self.add(MAP, ",\n".join((link, *listed)))

    def look_up(self, good: str = "") -> tuple[list[str], Archive]:
        """Return the bodies of the copies up to the first good one, one that holds these words."""
        archive = Archive(ROOT, self.download, URL, DAY)

        async def look() -> list[str]:
            bodies = []
            async for page in archive.copies():
                bodies.append(page.body.decode())
                if good and good in bodies[-1]:
                    break
            return bodies

        return asyncio.run(look()), archive


@pytest.mark.parametrize("step", [timedelta(minutes=5), timedelta(days=1), timedelta(days=200)])
@pytest.mark.parametrize("bad", [3, 5, 8])
def test_bad_copies_in_a_row_do_not_hide_a_good_one_after_them(step: timedelta, bad: int) -> None:
    web = Web()
    times = [DAY + step * number for number in range(bad + 1)]
    web.list(*times)
    for time in times[:-1]:
        web.hold(time, "<p>Verify that you are human")
    web.hold(times[-1], "the good one")

    assert web.look_up("good")[0][-1] == "the good one"


@pytest.mark.parametrize("bad", [timedelta(days=2), timedelta(days=12), timedelta(days=100)])
def test_hundreds_of_bad_copies_over_a_while_do_not_hide_good_ones_around_them(bad: timedelta) -> None:
    web = Web()
    times = [DAY + timedelta(hours=6) * number for number in range(-1000, 1000)]
    web.list(*times)
    for time in times:
        web.hold(time, "the good one" if abs(time - DAY) > bad else f"<p>Not found at {time}")

    assert web.look_up("good")[0][-1] == "the good one"


def test_a_lookup_is_bounded_where_every_copy_is_bad_or_a_chain_of_redirects() -> None:
    web = Web()
    times = [DAY + timedelta(days=number) for number in range(500)]
    web.list(*times)
    for time in times:
        web.hold(time, "bad")

    assert len(web.look_up()[0]) == TRIES
    assert len(web.requested) == TRIES + 2  # the gate and the list

    web.requested.clear()
    for time in times:
        chain = [f"http://a.test/{number}" for number in range(20)]
        for url, to in zip((URL, *chain), (*chain, URL), strict=True):
            web.add(address(time, url, "id_"), status=302, Location=address(time, to))
    assert web.look_up()[0] == []
    assert len(web.requested) < MAX_REQUESTS + 16


@pytest.mark.parametrize("memento", [True, False])
def test_the_page_of_an_archived_redirect_is_followed(memento: bool) -> None:
    web, to = Web(), "http://a.test/new"
    web.list(DAY)
    page = (
        "<title>Archive</title><p>Got an HTTP 302 response at crawl time</p><p>Redirecting to...</p>"
        f'<p class="impatient"><a href="{address(DAY, to)}">Impatient?</a>'
    )
    web.add(address(DAY), page, **({"Memento_Datetime": write_time(DAY)} if memento else {}))
    web.hold(DAY, "where it went", url=to, form="")

    bodies, archive = web.look_up()

    assert (bodies, archive.is_unsure) == (["where it went"], False)


@pytest.mark.parametrize("to", [URL, "http://a.test/unknown", "/login"])
def test_the_page_of_a_redirect_that_leads_nowhere_is_passed_over(to: str) -> None:
    web, later = Web(), DAY + timedelta(days=1)
    web.list(DAY, later)
    target = address(DAY, to) if to.startswith("http") else to
    web.hold(DAY, f'<p>Got an HTTP 301 response at crawl time</p><a href="{target}">Impatient?</a>', form="")
    web.hold(later, "the good one", form="")

    assert web.look_up()[0] == ["the good one"]


def test_a_copy_that_was_a_meta_refresh_is_followed_within_the_archive() -> None:
    web = Web()
    web.list(DAY)
    web.hold(DAY, '<meta http-equiv="refresh" content="0; url=/new"><p>We have moved')
    web.hold(DAY, "where it went", url="http://a.test/new")

    assert web.look_up()[0] == ["where it went"]


def test_an_archive_that_has_no_raw_copies_is_not_asked_for_each_of_them() -> None:
    web, times = Web(), [DAY + timedelta(days=number) for number in range(4)]
    web.list(*times)
    for time in times:
        web.hold(time, "bad", form="")

    assert web.look_up()[0] == ["bad"] * 4
    assert sum("id_/" in url for url in web.requested) == 1


@pytest.mark.parametrize(
    ("status", "body"),
    [(200, OFFLINE), (200, ""), (200, "<title>Log in</title>"), (403, ""), (429, ""), (503, ""), (404, OFFLINE)],
)
def test_a_gate_that_gives_no_clear_answer_is_away(status: int, body: str) -> None:
    web = Web()
    web.add(ROOT + URL, body, status=status)

    with pytest.raises(ArchiveAwayError) as raised:
        web.look_up()
    assert isinstance(raised.value, UnclearAnswerError) == (status not in {429, 503})


@pytest.mark.parametrize("to", ["http://archive.test/login", "http://archive.test/", ROOT + URL])
def test_a_gate_that_redirects_to_a_page_of_its_own_is_away(to: str) -> None:
    web = Web()
    web.add("http://archive.test/login", "<title>Log in</title>")
    web.add("http://archive.test/", "<title>The archive</title>")
    web.add(ROOT + URL, status=302, Location=to)

    with pytest.raises(ArchiveAwayError):
        web.look_up()


def test_a_gate_that_knows_none_is_believed() -> None:
    web = Web()

    bodies, archive = web.look_up()

    assert (bodies, archive.is_unsure, web.requested) == ([], False, [ROOT + URL])


def test_a_gate_that_offers_to_save_the_page_knows_none_and_nothing_is_saved() -> None:
    web = Web()
    web.add(ROOT + URL, status=302, Location=f"http://archive.test/save/{URL}")

    assert web.look_up()[0] == []
    assert web.requested == [ROOT + URL]


def test_a_page_of_the_gate_that_links_to_copies_is_no_copy_and_leads_to_them() -> None:
    web = Web()
    web.list(DAY)
    link = f'<{MAP}>; rel="timemap"; type="application/link-format"'
    web.add(ROOT + URL, "<title>Calendar</title><p>Choose a day", Link=link)
    web.hold(DAY, "the good one")

    assert web.look_up()[0] == ["the good one"]


def test_a_gate_that_answers_with_the_copy_itself_is_asked_for_it_as_it_was() -> None:
    web = Web()
    copied = address(DAY).removeprefix("http://archive.test")
    web.add(ROOT + URL, "<p>banner", Memento_Datetime=write_time(DAY), Content_Location=copied)
    web.hold(DAY, "as it was")
    assert web.look_up()[0] == ["as it was"]

    web.hold(DAY, "as it is shown", form="")
    del web.answers[address(DAY, form="id_")]
    assert web.look_up()[0] == ["as it is shown"]


@pytest.mark.parametrize("first", [(200, OFFLINE), (504, "")])
def test_a_copy_that_is_not_served_leads_to_the_next_and_leaves_the_lookup_unsure(first: tuple[int, str]) -> None:
    web, later = Web(), DAY + timedelta(days=1)
    web.list(DAY, later)
    web.add(address(DAY, form="id_"), first[1], status=first[0])
    web.hold(later, "bad")

    bodies, archive = web.look_up()

    assert (bodies, archive.is_unsure) == (["bad"], True)


def test_two_copies_in_a_row_that_are_not_served_mean_that_the_archive_is_away() -> None:
    web, times = Web(), [DAY + timedelta(days=number) for number in range(4)]
    web.list(*times)
    for time in times:
        web.add(address(time, form="id_"), OFFLINE)

    with pytest.raises(ArchiveAwayError):
        web.look_up()
    assert len(web.requested) == 4  # the gate, a copy, the list, another copy


def test_after_a_429_nothing_more_is_requested() -> None:
    web = Web()
    web.list(DAY, DAY + timedelta(days=1))
    web.add(address(DAY, form="id_"), status=429)

    with pytest.raises(ArchiveAwayError):
        web.look_up()
    assert len(web.requested) == 2


def test_a_list_that_is_not_served_leaves_the_lookup_unsure() -> None:
    web = Web()
    web.list(DAY)
    web.hold(DAY, "bad")
    web.add(MAP, OFFLINE)

    assert web.look_up()[1].is_unsure


@pytest.mark.parametrize("site", [CannotResolveHostError("a.test"), Response("http://a.test/live", status=503)])
def test_a_redirect_out_of_the_archive_to_a_dead_site_is_a_bad_copy(site: Response | Exception) -> None:
    web, later = Web({"http://a.test/live": site}), DAY + timedelta(days=1)
    web.list(DAY, later)
    web.add(address(DAY, form="id_"), status=302, Location="http://a.test/live")
    web.hold(later, "the good one")

    bodies, archive = web.look_up()

    assert (bodies, archive.is_unsure) == (["the good one"], False)


@pytest.mark.parametrize("location", ["http://[", "mailto:me@a.test", "javascript:go()"])
def test_a_redirect_to_what_cannot_be_requested_is_a_bad_copy(location: str) -> None:
    web, later = Web(), DAY + timedelta(days=1)
    web.list(DAY, later)
    web.add(address(DAY, form="id_"), status=302, Location=location)
    web.hold(later, "the good one")

    assert web.look_up()[0] == ["the good one"]


@pytest.mark.parametrize(
    ("body", "coding"),
    [
        (gzip.compress(PAGE.encode()), ""),
        (gzip.compress(PAGE.encode()), "gzip"),
        (gzip.compress(gzip.compress(PAGE.encode())), ""),
        (brotli.compress(PAGE.encode()), "br"),
        (zlib.compress(PAGE.encode()), "deflate"),
        (PAGE.encode(), "gzip"),  # the archive has unpacked it
    ],
    ids=("undeclared", "gzip", "twice", "br", "deflate", "unpacked already"),
)
def test_a_copy_in_the_coding_in_which_it_was_sent_is_unpacked(body: bytes, coding: str) -> None:
    web = Web()
    web.list(DAY)
    web.hold(DAY, body, X_Archive_Orig_Content_Encoding=coding)

    assert web.look_up()[0] == [PAGE]


def test_a_packed_page_that_sends_on_is_followed() -> None:
    web = Web()
    web.list(DAY)
    web.hold(DAY, gzip.compress(b'<meta http-equiv="refresh" content="0; url=/new">'))
    web.hold(DAY, "where it went", url="http://a.test/new")

    assert web.look_up()[0] == ["where it went"]


@pytest.mark.parametrize(
    "body",
    [gzip.compress(PAGE.encode(), mtime=0)[:-40], gzip.compress(b" " * (41 << 20))],
    ids=["cut off", "too large"],
)
def test_a_copy_that_cannot_be_unpacked_is_taken_as_the_archive_shows_it_or_passed_over(body: bytes) -> None:
    web, later, last = Web(), DAY + timedelta(days=1), DAY + timedelta(days=2)
    web.list(DAY, later, last)
    web.hold(DAY, body)
    web.hold(later, body)
    web.hold(later, "as it is shown", form="")
    web.hold(last, "the last one", form="")

    bodies, archive = web.look_up()

    assert (bodies, archive.is_unsure) == (["as it is shown", "the last one"], False)


def test_a_copy_whose_unpacking_fails_on_the_way_is_no_sign_of_an_archive_that_is_away() -> None:
    web, later = Web(), DAY + timedelta(days=1)
    web.list(DAY, later)
    broken = ResponseDataLossError("cut off")
    broken.__cause__ = CutOffError("no end")
    web.answers[address(DAY, form="id_")] = broken
    web.hold(later, "the good one")

    bodies, archive = web.look_up()

    assert (bodies, archive.is_unsure) == (["the good one"], False)
