"""MediaWiki: Wikipedia and every wiki made like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.platforms.platform import Platform

if TYPE_CHECKING:
    from urllib.parse import SplitResult


def key(url: SplitResult) -> SplitResult:
    """Say Wikipedia's mobile address as its desktop one: `en.m.wikipedia.org` is `en.wikipedia.org`."""
    return url._replace(netloc=url.netloc.replace(".m.", ".", 1))


PLATFORM = Platform(
    name="mediawiki",
    generators=("mediawiki",),
    hosts=("wikipedia.org",),
    key=key,
    content=("#mw-content-text .mw-parser-output", "#mw-content-text", "#bodyContent"),
    drop=(
        ".mw-editsection",
        ".mw-editsection-like",
        ".navbox",
        ".vertical-navbox",
        ".navbar",
        ".navbox-styles",
        "#toc",
        ".toc",
        ".ambox",
        ".noprint",
        ".sistersitebox",
        ".side-box",
        ".portalbox",
        ".mw-empty-elt",
        ".mw-jump-link",
        ".mw-cite-backlink",
        ".printfooter",
        ".catlinks",
        "#siteSub",
        "#contentSub",
        "#jump-to-nav",
        "#coordinates",
    ),
    title=("#firstHeading", "h1.firstHeading"),
    # Wikipedia's own data has the second; this line has what the page's language makes of it.
    modified=('//li[@id="footer-info-lastmod"][not(//script[@type="application/ld+json"])]',),
    tags=("#mw-normal-catlinks ul a",),
)
