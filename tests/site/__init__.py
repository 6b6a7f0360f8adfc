"""A web of the tests' own on loopback: any host of 127.0.0.0/8, any answer, good or bad, every request remembered."""

from tests.site.replies import CookieWall, Drip, Hang, Page, Raw, Redirect, Reply, Reset, Stream, Validated
from tests.site.site import Request, Site

__all__ = [
    "CookieWall",
    "Drip",
    "Hang",
    "Page",
    "Raw",
    "Redirect",
    "Reply",
    "Request",
    "Reset",
    "Site",
    "Stream",
    "Validated",
]
