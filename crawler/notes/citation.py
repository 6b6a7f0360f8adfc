"""The citation: one reference in one note."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """How the note writes the reference."""

    INLINE = "inline"  # [label](url)
    AUTOLINK = "autolink"  # <url>
    BARE = "bare"  # url
    REFERENCE = "reference"  # [label][id], with [id]: url elsewhere
    HTML = "html"  # <a href="url">label</a>
    FOOTNOTE = "footnote"  # in any form, inside [^id]: …
    WIKILINK = "wikilink"  # [[label]](url): looks like a wikilink, is none
    FRONTMATTER = "frontmatter"  # key: url
    COMMENT = "comment"  # a line of its own among code: a comment, or what names a source


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One reference in one note, with all that the note says of it."""

    url: str  # as meant: absolute, unwrapped, fragment kept
    as_written: str  # as the note spells it
    line: int  # 1-based, where the URL stands; where a reference-style link is used
    label: str  # the link's text without markup; the URL where it has none
    headings: tuple[str, ...]  # from the note's first-level heading down, without markup
    marker: str | None  # what says that this is a source: "출처:", "References", …
    form: Form
    context: str  # the line that it stands on; the sentence, where the line is long
    weak: bool = False  # probably a reference: a URL in a code comment


@dataclass(frozen=True, slots=True)
class Link:
    """A reference as written, before it is asked whether it is a citation."""

    url: str  # as meant
    written: str  # as it stands in the note
    label: str  # Markdown; empty where the URL is its own label
    form: Form
    offset: int  # of the URL in the text that was read; of the link where the URL stands elsewhere
    start: int  # of the whole link, the label included
    image: str | None = None  # the URL of the image that is the whole label
