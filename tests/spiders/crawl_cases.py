"""Whole HTTP answers with their right outcome (tests/cases/crawl), put on the tests' site, each on its own host.

A folder holds case.json and the answers, byte for byte:

    first.http           the answer in the first crawl
    second.http          the answer in the second crawl; without it the first answer comes again
    with-condition.http  the answer to a request with If-None-Match or If-Modified-Since
    with-cookie.http     the answer to a request that has the cookie of first.http
    there.http           the page at `there`, where the answer leads; in the second crawl where there is a second answer
    robots.http          the host's robots.txt

In case.json, `mode` names the crawls that the case belongs to, `verdict` the verdict of the last fetch (left out: any),
`reason` a part of its evidence, `article` a part of the text that is the article in the end (null: no article), and
`path` the path of the source.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.plugins.splash import CASE_HOSTS
from tests.site import Page, Raw, pages

if TYPE_CHECKING:
    from tests.site import Site

FOLDER = Path(__file__).resolve().parent.parent / "cases/crawl"
PLAIN, LADDER, SPLASH = "plain", "plain first", "splash"  # without Splash; what is thin goes to Splash; all pages go
CRAWLS = {
    "plain, no Splash": (PLAIN,),
    "plain first": (PLAIN, LADDER, SPLASH),
    "plain and Splash": (PLAIN, LADDER, SPLASH),
    "Splash at once": (SPLASH,),
}
GOOD = pages.article("A good page", pages.ENGLISH_TEXT * 5)


@dataclass(frozen=True)
class Case:
    """One source and what its host answers in two crawls."""

    folder: Path
    host: str

    @property
    def name(self) -> str:
        return self.folder.name

    @cached_property
    def known(self) -> dict[str, Any]:
        known: dict[str, Any] = json.loads((self.folder / "case.json").read_text("utf-8"))
        return known

    @property
    def crawls(self) -> tuple[str, ...]:
        return CRAWLS[self.known["mode"]]

    @property
    def path(self) -> str:
        return str(self.known.get("path", f"/2021/05/{self.name}"))

    def put_first(self, site: Site) -> str:
        """Put on the site what the first crawl meets and return the URL of the source."""
        if robots := self._http("robots"):
            site.add("/robots.txt", Raw(answered=robots), host=self.host)
        first, given = self._http("first"), self._http("with-cookie")
        if first is None:
            return site.page(self.path, GOOD, host=self.host)
        cookie = re.search(rb"(?i)\r\nset-cookie: ([^;\r]+)", first) if given else None
        reply = Raw(
            answered=first,
            conditional=self._http("with-condition"),
            cookie=cookie[1].decode() if cookie else "",
            with_cookie=given,
        )
        if self._http("second") is None:
            self._put_there(site)
        return site.add(self.path, reply, host=self.host)

    def put_second(self, site: Site) -> None:
        """Put on the site what has changed for the second crawl."""
        if second := self._http("second"):
            site.add(self.path, Raw(answered=second), host=self.host)
            self._put_there(site)

    def _put_there(self, site: Site) -> None:
        there = self._http("there")
        if "there" in self.known:
            reply = Raw(answered=there) if there else Page(body=GOOD)
            site.add(self.known["there"], reply, host=self.host)

    def _http(self, name: str) -> bytes | None:
        file = self.folder / f"{name}.http"
        return file.read_bytes() if file.is_file() else None


def crawl_cases() -> list[Case]:
    """Return the cases that are crawled, each with its host."""
    folders = sorted({file.parent for name in ("first", "robots") for file in FOLDER.glob(f"*/{name}.http")})
    return [Case(folder, host) for folder, host in zip(folders, CASE_HOSTS[: len(folders)], strict=True)]
