"""A note's text → its title and its citations."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crawler.notes.blocks import BlockReader, Kind
from crawler.notes.citation import Citation, Form
from crawler.notes.code_comments import read_comments
from crawler.notes.context import sentence_around
from crawler.notes.definitions import Definitions, read_definitions
from crawler.notes.front_matter import front_matter_end, source_lines, title_of
from crawler.notes.links import read_links
from crawler.notes.markers import marker_of
from crawler.notes.plain_text import TAG, plain_text
from crawler.notes.policy import Policy
from crawler.notes.report_mark import is_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from crawler.notes.blocks import Block
    from crawler.notes.citation import Link

PARSER_VERSION = "4"  # part of what a note was read under: raise it when the same note gives other citations

DEFINITION = re.compile(r"^[ >]*\[[^\]\n]+\]:", re.MULTILINE)
MODULE = re.compile(r"(?:import\s(?:.*\sfrom\s)?\s*[\"']|export\s(?:const|default|let|function)\s)")  # MDX
NO_DEFINITIONS = Definitions()
NEWLINE = re.compile("\n")
LOOK_BACK = 500  # characters
OPENING = re.compile(r"(?P<quote>[ \t>]*>)?(?P<indent>[ \t]*)(?:(?P<item>[-+*]|\d{1,9}[.)])[ \t]|(?P<footnote>\[\^))?")
MAX_BLANKS = 3  # lines without words between what introduces a link and the link


@dataclass(frozen=True, slots=True)
class ParsedNote:
    """What a note says: its title and the citations in the order of their lines."""

    title: str
    citations: list[Citation]


def extract_citations(
    text: str, *, allowed_private_hosts: str | Iterable[str] = (), ignore_urls: str | Iterable[str] = ()
) -> list[Citation]:
    """Return the citations of a note's Markdown, in the order of their lines. No text is wrong; raises UsageError only.

    `allowed_private_hosts` are hosts, with or without a port, that may be cited although they are private;
    `ignore_urls` are fnmatch patterns of URLs, with or without their scheme, that are no sources to the user.
    """
    return parse_note(
        text, allowed_private_hosts=allowed_private_hosts, ignore_urls=ignore_urls, fallback_title=""
    ).citations


def parse_note(
    text: str,
    *,
    allowed_private_hosts: str | Iterable[str] = (),
    ignore_urls: str | Iterable[str] = (),
    fallback_title: str,
) -> ParsedNote:
    """Return a note's title and its citations; where it has no title, nor any heading, that is `fallback_title`."""
    policy = Policy.of(allowed_private_hosts, ignore_urls)
    if is_report(text):
        return ParsedNote(fallback_title, [])
    return _Note(text, policy).parse(fallback_title)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a link stands in its note."""

    line: int  # 0-based
    headings: tuple[str, ...]
    column: int  # 0-based, without the marks of the containers
    before: str = ""  # on its line, as far as a marker can be from its link
    introduction: str | None = None  # the line that introduces it


@dataclass(slots=True)
class _Note:
    text: str
    policy: Policy
    lines: list[str] = field(init=False)
    citations: list[Citation] = field(default_factory=list)
    introductions: dict[int, str | None] = field(default_factory=dict)  # of the lines that cite, by line

    def __post_init__(self) -> None:
        self.text = self.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        self.lines = self.text.split("\n")

    def parse(self, fallback_title: str) -> ParsedNote:
        front = front_matter_end(self.lines)
        wanted = self._wanted_lines()
        reader = BlockReader(self.lines, wanted, max(wanted, default=-1))
        reader.read(front)
        self._cite_front_matter(self.lines[:front])
        self._cite_blocks(reader.blocks)
        self.citations.sort(key=lambda citation: citation.line)
        return ParsedNote(title_of(self.lines[:front]) or reader.title or fallback_title, self.citations)

    def _wanted_lines(self) -> set[int]:
        """Return the lines that can hold a part of a link; most notes and most lines have none."""
        if "://" not in self.text and "](" not in self.text and "href" not in self.text:
            return set()
        label = "]" if DEFINITION.search(self.text) else "]("
        return {i for i, line in enumerate(self.lines) if "://" in line or label in line or "href" in line}

    def _cite_front_matter(self, lines: Sequence[str]) -> None:
        for number, line, key in source_lines(lines):
            for link in read_links(line, NO_DEFINITIONS):
                self._cite(link, Form.FRONTMATTER, _Place(number, (), link.start, line[: link.start], key))

    def _cite_blocks(self, blocks: Sequence[Block]) -> None:
        definitions = Definitions()
        texts: list[tuple[Block, str, int]] = []
        for block in blocks:
            if block.kind is not Kind.TEXT:
                self._cite_comments(block)
                continue
            text = "\n".join(block.lines)
            defined, start = read_definitions(text)
            for name, link in defined:
                definitions.add(name, link)
            texts.append((block, text, start))
        for block, text, start in texts:
            self._cite_links([] if MODULE.match(text) else read_links(text, definitions, start), block, text)
        self._cite_unused(texts, definitions.used)

    def _cite_comments(self, block: Block) -> None:
        for index, link in read_comments(block.lines):
            before = block.lines[index][: link.offset]
            self._cite(link, Form.COMMENT, _Place(block.start + index, block.headings, link.offset, before))

    def _cite_unused(self, texts: Iterable[tuple[Block, str, int]], used: set[str]) -> None:
        """Cite the definitions that no text uses: a list of sources, most often at the note's end."""
        for block, text, start in texts:
            if start:
                links = [link for _, link in read_definitions(text)[0] if link.url not in used]
                self._cite_links(links, block, text)

    def _cite_links(self, links: Sequence[Link], block: Block, text: str) -> None:
        starts = [0, *(newline.end() for newline in NEWLINE.finditer(text))] if links else []
        for link in links:
            index = bisect_right(starts, link.offset) - 1
            begin = starts[bisect_right(starts, link.start) - 1]  # a label may begin on a line above its URL
            before = text[max(begin, link.start - LOOK_BACK) : link.start]
            line, column = block.start + index, link.offset - starts[index]
            place = _Place(line, block.headings, column, before, self._introduction(line))
            self._cite(link, Form.FOOTNOTE if block.footnote else link.form, place)

    def _cite(self, link: Link, form: Form, place: _Place) -> None:
        label = plain_text(link.label)
        if not self.policy.is_citation(link.url, label, link.image, place.before):
            return
        self.citations.append(
            Citation(
                url=link.url,
                as_written=link.written,
                line=place.line + 1,
                label=label or link.url,
                headings=place.headings,
                marker=marker_of(label, place.before, place.introduction, place.headings),
                form=form,
                context=sentence_around(self.lines[place.line], link.written, place.column),
                weak=form is Form.COMMENT,
            )
        )

    def _introduction(self, line: int) -> str | None:
        """Return the line that introduces the links of `line`: the one above, or that of the links above."""
        if line not in self.introductions:
            above = line - 1
            while above >= max(0, line - 1 - MAX_BLANKS) and not TAG.sub("", self.lines[above]).strip():
                above -= 1
            text = self.lines[above] if above >= 0 else ""
            own = None if text.lstrip().startswith("#") else text
            goes_on = above in self.introductions and (above == line - 1 or _goes_on(text, self.lines[line]))
            self.introductions[line] = self.introductions[above] if goes_on else own
        return self.introductions[line]


def _goes_on(above: str, line: str) -> bool:
    """Say whether a line goes on, below blank ones, with the list or the paragraphs of the line above."""
    first, second = OPENING.match(above), OPENING.match(line)
    if first is None or second is None or any(bool(first[it]) != bool(second[it]) for it in ("quote", "footnote")):
        return False
    return bool(second["item"] or second["indent"] or not (first["item"] or first["indent"]))
