"""GitHub's gists: each file under its name, comments left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.platforms.platform import Part, Platform
from crawler.platforms.selectors import first, select

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement


def parts(page: HtmlElement) -> Iterator[Part]:
    """Yield the files of a gist."""
    for file in select(page, (".js-gist-file-update-container",)):
        body = next(select(file, ("article.markdown-body", ".blob-wrapper")), None)
        if body is not None:
            yield Part(heading=first(file, (".gist-blob-name",)) or "File", body=body)


# "Created May 1, 2024", where no later edition has taken its place ("Last active").
CREATED = (
    '//*[contains(@class, "gist")]//*[self::relative-time or self::time-ago]'
    '[preceding-sibling::text()[contains(., "Created")]]/@datetime'
)

PLATFORM = Platform(
    name="gist",
    hosts=("gist.github.com",),
    parts=parts,
    drop=("a.anchor", "clipboard-copy", ".zeroclipboard-container"),
    title=('meta[property="og:title"]@content', ".gist-blob-name"),
    authors=(".gisthead .author a", ".gist-header .author"),
    published=(CREATED,),
    modified=(".gisthead relative-time@datetime", ".gist-header relative-time@datetime"),
)
