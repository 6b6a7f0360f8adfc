"""A web archive on the site, as RFC 7089 describes one: a time gate, copies, and the list of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from email.utils import format_datetime, parsedate_to_datetime
from typing import TYPE_CHECKING

from tests.site.replies import Page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from tests.site.site import Site
    from tests.site.visit import Visit

HOST = "127.0.0.9"
BANNER = '<div id="wm-ipp-base"><div>Donate</div></div>'


@dataclass(frozen=True)
class TimeGate:
    """Sends the client on to the copy nearest to the time that it asks for."""

    copies: Mapping[datetime, str]  # when it was taken → path
    links: str

    def answer(self, visit: Visit) -> None:
        wanted = parsedate_to_datetime(visit.headers["Accept-Datetime"])
        nearest = min(self.copies, key=lambda taken_at: abs(taken_at - wanted))
        headers = {"Location": self.copies[nearest], "Vary": "accept-datetime", "Link": self.links}
        Page(status=302, headers=headers).answer(visit)


@dataclass
class Archive:
    """The archive's part of the site. Without `raw` it has no addresses of copies as they were."""

    site: Site
    raw: bool = True
    page_length: int = 1000  # copies on one page of a list
    gate: str = field(init=False)

    def __post_init__(self) -> None:
        self.gate = self.site.url("/web/", HOST)

    def hold(self, url: str, copies: Mapping[datetime, Page]) -> None:
        """Keep these copies of a URL."""
        paths = {taken_at: f"/web/{taken_at:%Y%m%d%H%M%S}/{url}" for taken_at in copies}
        index = self.site.url(f"/map/{url}", HOST)
        links = f'<{url}>; rel="original", <{index}>; rel="timemap"; type="application/link-format"'
        self.site.add(f"/web/{url}", TimeGate(paths, links), host=HOST)
        self._list(url, {at: self.site.url(path, HOST) for at, path in paths.items()}, links)
        for taken_at, page in copies.items():
            self._hold(paths[taken_at], page, {"Memento-Datetime": _http(taken_at), "Link": links})

    def _list(self, url: str, copies: Mapping[datetime, str], links: str) -> None:
        """List the copies in pages, the oldest first; the first page names all others."""
        times = sorted(copies)
        chunks = [times[first : first + self.page_length] for first in range(0, len(times), self.page_length)]
        for number, chunk in enumerate(chunks):
            listed = [f'<{copies[at]}>; rel="memento"; datetime="{_http(at)}"' for at in chunk]
            others = [self._page(url, other, chunks[other]) for other in range(1, len(chunks)) if number == 0]
            body = ",\n".join((links, *listed, *others))
            path = f"/map/{number}/{url}" if number else f"/map/{url}"
            self.site.page(path, body, content_type="application/link-format", host=HOST)

    def _page(self, url: str, number: int, times: Sequence[datetime]) -> str:
        address = self.site.url(f"/map/{number}/{url}", HOST)
        return f'<{address}>; rel="timemap"; from="{_http(times[0])}"; until="{_http(times[-1])}"'

    def _hold(self, path: str, page: Page, headers: dict[str, str]) -> None:
        body = page.body if isinstance(page.body, str) else page.body.decode()
        stamp = path.split("/")[2]
        rewritten = body.replace('href="http', f'href="/web/{stamp}/http').replace("<body>", f"<body>{BANNER}")
        self.site.page(path, rewritten, status=page.status, headers=headers, host=HOST)
        if self.raw:
            was = path.replace(stamp, f"{stamp}id_", 1)
            self.site.page(was, body, status=page.status, headers=headers, host=HOST)


def _http(time: datetime) -> str:
    return format_datetime(time, usegmt=True)
