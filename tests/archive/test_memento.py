from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from crawler.archive.memento import (
    as_it_was,
    copied_url,
    copies,
    distance,
    nearest,
    read_links,
    read_time,
    shown,
    spacing,
    time_maps,
    write_time,
)

MAP = """<http://a.test/x,y>;rel="original",
<http://archive.test/map/http://a.test/x,y>; rel="timemap self"; type="application/link-format",
<http://archive.test/20140101000000/http://a.test/x,y>; rel="first memento"; datetime="Wed, 01 Jan 2014 00:00:00 GMT",
<http://archive.test/20160101000000/http://a.test/x,y>; REL=memento; datetime="Fri, 01 Jan 2016 00:00:00 GMT",
<http://archive.test/broken>; rel="memento"; datetime="one day"
"""
PAGES = """<http://archive.test/map/1>; rel="self timemap"; from="Fri, 01 Jan 2010 00:00:00 GMT",
<http://archive.test/map/2>; rel="timemap"; type="application/link-format"; from="Wed, 01 Jan 2014 00:00:00 GMT"
; until="Fri, 01 Jan 2016 00:00:00 GMT", <http://archive.test/map/3>; rel=timemap,
<http://archive.test/map/json>; rel="timemap"; type="application/json"
"""
OLD, NEW = (f"http://archive.test/{year}0101000000/http://a.test/x,y" for year in (2014, 2016))


def test_a_time_map_tells_the_copies_with_their_times() -> None:
    links = list(read_links(MAP))

    assert [link.url for link in links if "timemap" in link.relations] == ["http://archive.test/map/http://a.test/x,y"]
    assert copies(links) == {OLD: datetime(2014, 1, 1, tzinfo=UTC), NEW: datetime(2016, 1, 1, tzinfo=UTC)}


def test_the_pages_of_a_time_map_say_how_far_their_copies_are_at_least() -> None:
    second, third = time_maps(read_links(PAGES))

    assert (second.url, third.url) == ("http://archive.test/map/2", "http://archive.test/map/3")
    assert [distance(second, datetime(year, 1, 1, tzinfo=UTC)).days for year in (2013, 2014, 2015, 2017)] == [
        365, 0, 0, 366,
    ]  # fmt: skip
    assert distance(third, datetime(1999, 1, 1, tzinfo=UTC)) == timedelta()


def test_of_two_copies_as_near_the_older_is_nearest_and_those_tried_are_passed_over() -> None:
    held = copies(read_links(MAP))

    assert nearest(held, datetime(2015, 1, 1, 12, tzinfo=UTC), ()) == NEW
    assert nearest(held, datetime(2015, 1, 1, tzinfo=UTC), ()) == OLD
    assert nearest(held, datetime(2014, 2, 1, tzinfo=UTC), [as_it_was(OLD)]) == NEW
    assert nearest(held, datetime(2014, 2, 1, tzinfo=UTC), [OLD, NEW]) is None


def test_after_several_bad_copies_the_next_one_is_far_from_each_of_them() -> None:
    day = datetime(2020, 1, 1, tzinfo=UTC)
    held = {f"http://archive.test/{days}": day + timedelta(days=days) for days in (0, 1, 2, 3, 20, 30, 40)}
    bad = ["http://archive.test/0", "http://archive.test/1"]

    assert [nearest(held, day, bad, apart=timedelta(days=days)) for days in (0, 1, 2, 8, 35, 512)] == [
        f"http://archive.test/{days}" for days in (2, 2, 3, 20, 40, 40)
    ]
    assert nearest(held, day, held, apart=timedelta(days=8)) is None
    steps = [spacing(looked_at) for looked_at in range(1, 9)]
    assert steps == sorted(steps)
    assert (steps[3], steps[-1]) == (timedelta(), timedelta(days=512))


@pytest.mark.parametrize("address", ["{}", "{}id_", "{}im_"])
def test_an_address_of_a_copy_says_what_it_is_a_copy_of_and_has_two_forms(address: str) -> None:
    stamp = "20140101000000"
    url = f"http://archive.test/web/{address.format(stamp)}/http://a.test/20150101000000/http://b.test"

    assert copied_url(url) == "http://a.test/20150101000000/http://b.test"
    assert as_it_was(url) == f"http://archive.test/web/{stamp}id_/http://a.test/20150101000000/http://b.test"
    assert shown(url) == f"http://archive.test/web/{stamp}/http://a.test/20150101000000/http://b.test"


def test_an_address_without_a_time_is_left_alone() -> None:
    assert as_it_was("http://archive.test/aBc12") == shown("http://archive.test/aBc12") == "http://archive.test/aBc12"
    assert copied_url("http://archive.test/aBc12") is None


def test_times_are_read_and_written_as_http_has_them() -> None:
    assert write_time(datetime(2014, 1, 1, 0, 0, 0, 5, tzinfo=UTC)) == "Wed, 01 Jan 2014 00:00:00 GMT"
    assert read_time("Wed, 01 Jan 2014 02:00:00 +0200") == datetime(2014, 1, 1, tzinfo=UTC)
    assert read_time("") is read_time(None) is read_time("soon") is None
