"""The links in a run of inline Markdown, well-formed or not, in one pass."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crawler.notes.bare_url import URL, end_of_url
from crawler.notes.citation import Form, Link
from crawler.notes.destination import meant_url, read_destination

if TYPE_CHECKING:
    from crawler.notes.definitions import Definitions

TOKEN = re.compile(
    r"""(?P<escape>\\[!-/:-@\[-`{-~])
      | (?P<ticks>`+)
      | (?P<comment><!--|%%|\{/\*)
      | <(?P<autolink>\s?https?://[^<>\n]*)>
      | (?P<tag></?(?P<name>[A-Za-z][\w:.-]*+)(?<!:)(?!\s*:\s)
          (?:[\s/](?:[^<>"'\]]++|\](?!\()|"[^"]*"|'[^']*'){0,200})?>)
      | (?P<embed>\{(?:\{[<%]?|%)\s*(?:(?:video|youtube|vimeo|audio|figure|image|img)\s|(?<=\{\{)\s*["'])[^{}\n]*+\})
      | (?P<open>!?\[)
      | (?P<close>\])
      | (?P<url>https?://)""",
    re.VERBOSE | re.IGNORECASE,
)
REFERENCE = re.compile(r"\[([^\[\]]{0,999})\]")
WIKILINK = re.compile(r"\[[^\[\]]*\]")
COMMENT_ENDS = {"<!--": "-->", "%%": "%%", "{/*": "*/}"}  # of HTML, Obsidian, MDX
HREF = re.compile(r"""\s(?:href|to)\s*+=\s*+\{?\s*+(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'<>{}]+))""", re.IGNORECASE)
SOURCE = re.compile(r"""\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
MAX_REST = 200  # characters cut from a URL that are read again; a longer rest is skipped, to stay linear
MUTED = frozenset(("code", "pre", "kbd", "samp", "script", "style", "textarea", "svg"))
NO_PAGE = frozenset(("link", "base", "use", "image"))  # elements whose href is not for the reader
GLUED = re.compile(r"[A-Za-z0-9]\+?\Z")  # before a URL, a part of it: git+https is a scheme of its own
ELIDED = re.compile(r"(?<=[/=])(?:\.\.\.|…)")
PLACEHOLDER_AFTER = re.compile(r"(?<=[/=.:@_-])<(?!/|(?:br|b|i|em|strong|span|p|div|sub|sup|u|font|a)\b)[^<>\s]+>")


def read_links(text: str, definitions: Definitions, start: int = 0) -> list[Link]:
    """Return the http(s) links of `text` from `start` on, in order. `definitions` are the note's."""
    return _Reader(text, definitions).read(start)


@dataclass(slots=True)
class _Bracket:
    end: int  # where its content begins
    image: bool
    links: int  # how many links had been found before it


@dataclass(slots=True)
class _Element:
    name: str
    end: int
    links: int
    href: str | None = None
    href_at: int = 0
    start: int = 0


@dataclass(slots=True)
class _Reader:
    text: str
    definitions: Definitions
    links: list[Link] = field(default_factory=list)
    brackets: list[_Bracket] = field(default_factory=list)
    element: _Element | None = None  # the open <a> or <code>
    image: tuple[int, int, str] | None = None  # the last image: where it begins and ends, its URL
    runs: dict[int, list[int]] | None = None  # where runs of backticks begin, by their length
    unclosed: set[str] = field(default_factory=set)  # ends of comments that do not come any more

    def read(self, start: int) -> list[Link]:
        pos = start
        while token := TOKEN.search(self.text, pos):
            kind = token.lastgroup if token.lastgroup != "name" else "tag"
            pos = getattr(self, f"_{kind}")(token)
        self._leave_element()
        return self.links

    def _escape(self, token: re.Match[str]) -> int:
        return token.end()

    def _ticks(self, token: re.Match[str]) -> int:
        """Skip a code span."""
        if self.runs is None:
            self.runs = {}
            for run in re.finditer("`+", self.text):
                self.runs.setdefault(len(run[0]), []).append(run.start())
        starts = self.runs.get(len(token[0]), [])
        after = bisect_right(starts, token.start())
        return starts[after] + len(token[0]) if after < len(starts) else token.end()

    def _comment(self, token: re.Match[str]) -> int:
        closing = COMMENT_ENDS[token[0]]
        end = -1 if closing in self.unclosed else self.text.find(closing, token.end())
        if end >= 0:
            return end + len(closing)
        self.unclosed.add(closing)
        return token.end()

    def _embed(self, token: re.Match[str]) -> int:
        """Skip what a site's builder puts in: a picture, a film, a string of its program."""
        return token.end()

    def _autolink(self, token: re.Match[str]) -> int:
        self._unlabelled(token["autolink"].strip(), Form.AUTOLINK, token.start("autolink"))
        return token.end()

    def _tag(self, token: re.Match[str]) -> int:
        name = token["name"].lower()
        closing = token[0].startswith("</")
        if closing and self.element and self.element.name == name:
            self._close_element(self.element, token.start())
        elif not closing and name in MUTED:
            self._begin_element(_Element(name, token.end(), len(self.links)))
        elif not closing and _is_for_readers(token["name"]) and (href := HREF.search(token[0])):
            group = href.lastindex or 1
            at = token.start() + href.start(group)
            element = _Element(name, token.end(), len(self.links), href[group], at, token.start())
            self._begin_element(element)
            if token[0].endswith("/>") and name != "a":
                self._leave_element()
        elif name == "img" and (source := SOURCE.search(token[0])):
            self.image = (token.start(), token.end(), source[source.lastindex or 1])
        return token.end()

    def _begin_element(self, element: _Element) -> None:
        if self.element and None in (self.element.href, element.href):
            return  # inside <code>, or <code> inside <a>
        self._leave_element()
        element.links = len(self.links)
        self.element = element

    def _close_element(self, element: _Element, end: int) -> None:
        """Make a link of an <a>; what stands in <code> is none."""
        self.element = None
        inner = self.text[element.end : end]
        url = meant_url(element.href, inner) if element.href is not None else None
        if element.href is None or url:
            del self.links[element.links :]
        if element.href is not None and url:
            image = self._image_filling(element.end, end)
            self.links.append(Link(url, element.href, inner, Form.HTML, element.href_at, element.start, image))

    def _leave_element(self) -> None:
        """Make a link of an <a> that is not closed, and keep those behind it."""
        element, self.element = self.element, None
        if element and element.href is not None and (url := meant_url(element.href)):
            link = Link(url, element.href, "", Form.HTML, element.href_at, element.start)
            self.links.insert(element.links, link)

    def _open(self, token: re.Match[str]) -> int:
        self.brackets.append(_Bracket(token.end(), token[0] == "![", len(self.links)))
        return token.end()

    def _close(self, token: re.Match[str]) -> int:
        """End a label: a link, an image, or just brackets."""
        if not self.brackets:
            return token.end()
        bracket = self.brackets.pop()
        if self.text.startswith("(", token.end()):
            found = read_destination(self.text, token.end())
            if found is not None:
                return self._link(bracket, token.start(), *found)
        return self._reference(bracket, token)

    def _link(self, bracket: _Bracket, label_end: int, written: str, at: int, end: int) -> int:
        if bracket.image:
            self.image = (bracket.end - 2, end, written)
            self.links[bracket.links :] = [link for link in self.links[bracket.links :] if link.form is not Form.BARE]
            return end
        label = self.text[bracket.end : label_end]
        if url := meant_url(written, label):
            image = self._image_filling(bracket.end, label_end)
            form = Form.WIKILINK if WIKILINK.fullmatch(label) else Form.INLINE
            self._instead(bracket, Link(url, written, label, form, at, bracket.end - 1, image))
        return end

    def _reference(self, bracket: _Bracket, token: re.Match[str]) -> int:
        if not self.definitions.links:
            return token.end()
        explicit = REFERENCE.match(self.text, token.end())
        label = self.text[bracket.end : token.start()] if token.start() - bracket.end < 1_000 else ""
        defined = self.definitions.use((explicit and explicit[1]) or label)
        if defined is None:
            return token.end()
        end = explicit.end() if explicit else token.end()
        if bracket.image:
            self.image = (bracket.end - 2, end, defined.url)
            return end
        image = self._image_filling(bracket.end, token.start())
        at = bracket.end - 1
        self._instead(bracket, Link(defined.url, defined.written, label, Form.REFERENCE, at, at, image))
        return end

    def _instead(self, bracket: _Bracket, link: Link) -> None:
        """Take a link in the place of what its label seemed to hold.

        Links hold no links: outer brackets are text. Only an image may hold one, in its caption.
        """
        del self.links[bracket.links :]
        del self.brackets[: -1 if self.brackets and self.brackets[-1].image else None]
        self.links.append(link)

    def _url(self, token: re.Match[str]) -> int:
        start = token.start()
        found = URL.match(self.text, start)
        if found is None:
            return token.end()
        end = end_of_url(self.text, start, found.end())
        glued = GLUED.search(self.text, max(0, start - 2), start)
        broken_off = ELIDED.match(self.text, end) or PLACEHOLDER_AFTER.match(self.text, end)
        if not (glued or broken_off or end - start <= len(token[0])):
            self._unlabelled(self.text[start:end], Form.BARE, start)
        end = max(end, token.end())
        return end if found.end() - end < MAX_REST else found.end()

    def _unlabelled(self, written: str, form: Form, at: int) -> None:
        if url := meant_url(written):
            self.links.append(Link(url, written, "", form, at, at))

    def _image_filling(self, start: int, end: int) -> str | None:
        """Return the URL of the last image, where it is all that stands between `start` and `end`."""
        if self.image is None:
            return None
        begin, stop, url = self.image
        outside = self.text[start:begin] + self.text[stop:end] if start <= begin < stop <= end else "x"
        return url if not outside.strip() else None


def _is_for_readers(name: str) -> bool:
    """Say whether an element's href is: <a> is, <link> is not, the component <Link> is."""
    return name.lower() not in NO_PAGE or name.istitle()
