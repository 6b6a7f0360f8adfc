from __future__ import annotations

import pytest

from crawler.archive.answers import knows_none, saves

OFFLINE = "<title>Temporarily Offline</title><h1>Temporarily Offline</h1><p>Our services are temporarily offline."
UNKNOWN = "<title>Wayback Machine</title><h1>Hrm.</h1><p>The Wayback Machine has not archived that URL.</p>"


@pytest.mark.parametrize(
    ("status", "headers", "page"),
    [
        (404, {}, ""),
        (404, {"content-type": "text/plain"}, "nothing here"),
        (404, {"link": '<http://a.test/>; rel="original"'}, "<h1>Not Found</h1>"),
        (404, {"x-archive-wayback-runtime-error": "ResourceNotInArchiveException: not in this archive"}, "<p>Hrm."),
        (404, {}, "<h1>No archived copies</h1><p>http://a.test/under-maintenance has not been archived yet.</p>"),
        (404, {}, f"{UNKNOWN}<p>Is the page temporarily unavailable? Save it when it is back.</p>"),
        (410, {}, "gone"),
        (451, {}, "<h1>Access Blocked</h1>"),
        (403, {"x-archive-wayback-runtime-error": "AdministrativeAccessControlException: Blocked Site Error"}, ""),
        (403, {"x-archive-wayback-runtime-error": "RobotAccessControlException: Blocked By Robots"}, "<p>Sorry."),
        (403, {}, "<p>Sorry. This URL has been excluded from the Wayback Machine.</p>"),
        (400, {"x-archive-wayback-runtime-error": "BadQueryException: no URL"}, ""),
        (200, {}, UNKNOWN),
        (200, {}, "<h1>No results found for http://a.test/</h1>"),
        (200, {}, "<p>The Resource you requested is not in this archive.</p>"),
        (200, {}, "<p>Wayback Machine doesn't have that page archived.</p>"),
    ],
)
def test_a_clear_answer_means_that_the_archive_has_none(status: int, headers: dict[str, str], page: str) -> None:
    assert knows_none(status, headers, page.encode())


@pytest.mark.parametrize(
    ("status", "headers", "page"),
    [
        (200, {}, OFFLINE),
        (200, {}, ""),
        (204, {}, ""),
        (202, {}, "accepted"),
        (200, {}, "<title>Log in</title><form><input type=password></form>"),
        (200, {}, "<title>Just a moment...</title><p>Verify you are human"),
        (200, {}, "<h1>Too many requests</h1><p>No results are available now. Try again later.</p>"),
        (200, {}, "<h1>Scheduled maintenance</h1><p>점검 중입니다"),
        (200, {}, "<title>Web Archive</title><p>Search 900 billion pages"),
        (404, {}, OFFLINE),
        (404, {"retry-after": "120"}, "<h1>Not Found</h1>"),
        (404, {"x-archive-wayback-runtime-error": "ResourceIndexNotAvailableException"}, "<p>Hrm."),
        (403, {}, "<h1>403 Forbidden</h1>"),
        (401, {}, ""),
        (400, {}, "<h1>400 Bad Request</h1>"),
        (408, {}, ""),
        (429, {}, UNKNOWN),
        (500, {}, UNKNOWN),
        (503, {}, ""),
        (302, {}, ""),
    ],
)
def test_any_other_answer_means_that_the_archive_is_away(status: int, headers: dict[str, str], page: str) -> None:
    assert not knows_none(status, headers, page.encode())


@pytest.mark.parametrize(
    "address",
    ["https://web.archive.test/save/http://a.test/", "https://a.test/submit/?url=http://a.test/", "http://x.test/save"],
)
def test_addresses_that_have_a_page_archived_are_known(address: str) -> None:
    assert saves(address)


@pytest.mark.parametrize(
    "address",
    ["https://web.archive.test/web/http://a.test/save/me", "https://x.test/web/20140101000000/http://a.test/save/"],
)
def test_a_copy_of_a_page_named_save_is_no_such_address(address: str) -> None:
    assert not saves(address)
