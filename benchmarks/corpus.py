"""A corpus from a seed: pages to fetch and the notes that cite them. The same seed gives the same bytes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from html import escape
from random import Random
from typing import TYPE_CHECKING

from benchmarks.words import ASIDES, CODE, LANGUAGES, MENU, PRAISE, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

HOSTS = 200  # that a base URL with {host} spreads over
REPEATED = 0.2  # share of the citations that cite a source again (measured on 27 public note collections)
LISTED = 20  # links in a note that is a list of them
NOTE_BYTES = 3_900  # in the mean (the same collections)


def source_url(base_url: str, n: int, hosts: int = HOSTS) -> str:
    """Return the URL of a source. `{host}` in the base URL becomes 1 to `hosts`: sources lie on many hosts."""
    slug = "/비동기-처리-정리" if n % 20 == 0 else ""
    return f"{base_url.format(host=1 + n % hosts)}/posts/{n}{slug}"


# --- Pages -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Pieces:
    """What pages of one language are put together from, encoded."""

    language: str
    titles: list[str]
    blocks: list[bytes]  # of the article
    links: list[bytes]  # of navigation and sidebar
    comments: list[bytes]


@cache
def _pieces(seed: int) -> tuple[Pieces, Pieces]:
    random = Random(seed)
    korean, english = sentences(random)
    return _pieces_of("ko", korean, random), _pieces_of("en", english, random)


def _pieces_of(language: str, lines: list[str], random: Random) -> Pieces:
    pick = Picker(lines, random)
    blocks = [_html_block(pick) for _ in range(600)]
    links = [_link(i, random.choice(MENU[language])) for i in range(300)]
    comments = [
        _comment(i, f"{random.choice(PRAISE[language])}. {random.choice(ASIDES[language])}") for i in range(300)
    ]
    return Pieces(language, [pick.title() for _ in range(200)], blocks, links, comments)


def _link(number: int, name: str) -> bytes:
    return f'<li class="item"><a href="/posts/{number}">{name} {number}</a></li>\n'.encode()


def _comment(number: int, text: str) -> bytes:
    said = f'<span class="nick">guest{number}</span> <span class="date">2024. 3. {number % 28 + 1}.</span><p>{text}</p>'
    return f'<li class="comment">{said}</li>\n'.encode()


class Picker:
    """Draws text of one language."""

    def __init__(self, lines: list[str], random: Random) -> None:
        self.lines = lines
        self.random = random

    def title(self) -> str:
        return self.random.choice(self.lines).removesuffix(".")

    def paragraph(self, most: int = 7) -> str:
        return " ".join(self.random.sample(self.lines, self.random.randint(1, most)))

    def rows(self) -> list[list[str]]:
        return [[self.title() for _ in range(3)] for _ in range(self.random.randint(2, 6))]


def _html_block(pick: Picker) -> bytes:
    kind = pick.random.choices(("p", "h2", "code", "list", "table", "image"), (60, 12, 12, 8, 4, 4))[0]
    return HTML_BLOCKS[kind](pick).encode()


def _html_code(pick: Picker) -> str:
    number = pick.random.randrange(len(CODE))
    return f'<pre class="language-{LANGUAGES[number]}"><code>{escape(CODE[number])}</code></pre>\n'


def _html_table(pick: Picker) -> str:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\n" for row in pick.rows())
    return f"<table><tbody>\n{rows}</tbody></table>\n"


HTML_BLOCKS: dict[str, Callable[[Picker], str]] = {
    "p": lambda pick: f"<p>{pick.paragraph()}</p>\n",
    "h2": lambda pick: f"<h2>{pick.title()}</h2>\n",
    "code": _html_code,
    "list": lambda pick: "<ul>\n" + "".join(f"<li>{pick.paragraph(2)}</li>\n" for _ in range(5)) + "</ul>\n",
    "table": _html_table,
    "image": lambda pick: f'<p><img src="/assets/{pick.random.randrange(10)}.png" alt="{pick.title()}"></p>\n',
}


def article_page(seed: int, n: int) -> bytes:
    """Return page n of the corpus: 30 to 100 KB of UTF-8 HTML, an article among menus, a sidebar and comments."""
    random = Random(f"{seed}/{n}")
    pieces = random.choices(_pieces(seed), (2, 1))[0]
    size = random.randint(30_000, 100_000)
    title = f"{random.choice(pieces.titles)} ({n})"
    article = _up_to(size * 45 // 100, pieces.blocks, random)
    comments = _up_to(size * 20 // 100, pieces.comments, random)
    menu = _up_to(size * 10 // 100, pieces.links, random)
    sidebar = _up_to(size * 25 // 100, pieces.links, random)
    return (
        _HEAD.format(language=pieces.language, title=title, n=n).encode()
        + b'<nav id="menu"><ul>\n%s</ul></nav>\n<main>\n<article class="post">\n<h1>' % menu
        + title.encode()
        + b'</h1>\n%s</article>\n<section class="comments"><ol>\n%s</ol></section>\n</main>\n' % (article, comments)
        + b'<aside class="sidebar"><ul>\n%s</ul></aside>\n<footer>All rights reserved</footer>\n</body>\n</html>\n'
        % sidebar
    )


_HEAD = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title} - notes of a server</title>
<meta property="og:title" content="{title}">
<meta property="og:type" content="article">
<meta property="article:published_time" content="2024-03-11T21:40:12+09:00">
<link rel="stylesheet" href="/assets/style.css">
<script src="/assets/app.js"></script>
</head>
<body>
"""


def _up_to(size: int, pieces: list[bytes], random: Random) -> bytes:
    """Join pieces in a random order until they hold so many bytes; the order begins again where they run out."""
    start, step, chosen, held = random.randrange(len(pieces)), random.choice((7, 11, 13, 17)), [], 0
    while held < size:
        piece = pieces[start % len(pieces)]
        chosen.append(piece)
        held += len(piece)
        start += step
    return b"".join(chosen)


# --- Notes -----------------------------------------------------------------------------------------------------------


def write_notes(folder: Path, *, notes: int, citations: int, seed: int, base_url: str) -> None:
    """Write Markdown notes of a Korean developer, about 3.9 KB each, with so many citations in all of them together."""
    random = Random(seed)
    korean, english = sentences(random)
    writers = [NoteWriter(Picker(korean, random)), NoteWriter(Picker(english, random))]
    cited = _cited(notes, citations, random)
    for number in range(notes):
        writer = random.choices(writers, (4, 1))[0]
        path = folder / f"{random.choice(FOLDERS)}/{number // 100:03}/{random.choice(NAMES)}-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        urls = [source_url(base_url, n) for n in cited.get(number, ())]
        path.write_text(writer.note(urls), encoding="utf-8")


def write_lists(folder: Path, urls: Sequence[str]) -> None:
    """Write notes that are lists of links, and cite each URL once."""
    folder.mkdir(parents=True)
    for start in range(0, len(urls), LISTED):
        links = "".join(f"- [글 {start + n}]({url})\n" for n, url in enumerate(urls[start : start + LISTED]))
        (folder / f"{start // LISTED:05}.md").write_text(f"# 읽을거리\n\n{links}", encoding="utf-8")


FOLDERS = ("TIL", "개발", "algorithm", "데이터베이스", "network", "os", "운영", "python", "java", "web")
NAMES = ("정리", "study", "오늘-배운-것", "회고", "memo", "문제풀이", "deep-dive", "설정")


def _cited(notes: int, citations: int, random: Random) -> dict[int, list[int]]:
    """Deal the sources out: note number to the numbers of the sources that it cites."""
    dealt: dict[int, list[int]] = defaultdict(list)
    sources = 0
    for _ in range(citations):
        if sources and random.random() < REPEATED:
            n = random.randrange(sources)
        else:
            n, sources = sources, sources + 1
        # Few notes cite much and many cite nothing, as in real collections.
        dealt[int(notes * random.random() ** 2)].append(n)
    return dealt


class NoteWriter:
    """Writes notes in one language."""

    def __init__(self, pick: Picker) -> None:
        self.pick = pick
        self.random = pick.random

    def note(self, urls: list[str]) -> str:
        """Return a note that cites each URL once."""
        size = self.random.lognormvariate(0, 0.8) * NOTE_BYTES * 0.67
        first = 1 if self.random.random() < 0.04 else 0  # the first URL may stand in the front matter
        blocks = [f"# {self.pick.title()}", *(self._cite(number, url) for number, url in enumerate(urls[first:]))]
        held = sum(len(block.encode()) for block in blocks)
        while held < size:
            block = self._block()
            blocks.append(block)
            held += len(block.encode())
        title, *rest = blocks
        self.random.shuffle(rest)
        return "".join(self._front_matter(urls[:first])) + "\n\n".join([title, *rest]) + "\n"

    def _front_matter(self, urls: list[str]) -> Iterator[str]:
        for url in urls:
            yield f"---\ntags: [til, study]\nsource: {url}\n---\n\n"

    def _block(self) -> str:
        kind = self.random.choices(tuple(NOTE_BLOCKS), (30, 14, 14, 20, 4, 4, 10, 6, 2, 4))[0]
        return NOTE_BLOCKS[kind](self.pick)

    def _cite(self, number: int, url: str) -> str:
        [(_, cite)] = self.random.choices(CITATIONS, CITATION_SHARES)
        return cite(self.pick, number, url)


def _fence(pick: Picker) -> str:
    number = pick.random.randrange(len(CODE))
    return f"```{LANGUAGES[number]}\n{CODE[number]}\n```"


def _table(pick: Picker) -> str:
    rows = "\n".join(f"| {' | '.join(row)} |" for row in pick.rows())
    return f"| A | B | C |\n| --- | --- | --- |\n{rows}"


NOTE_BLOCKS: dict[str, Callable[[Picker], str]] = {
    "paragraph": Picker.paragraph,
    "heading": lambda pick: f"{'#' * pick.random.randint(2, 4)} {pick.title()}",
    "fence": _fence,
    "list": lambda pick: "\n".join(f"- {pick.paragraph(2)}\n    - `{pick.random.randint(1, 99)}`" for _ in range(5)),
    "table": _table,
    "image": lambda pick: f"![{pick.title()}](images/{pick.random.randrange(1000)}.png)",
    "emphasis": lambda pick: f"**{pick.title()}**: `{pick.random.choice(NAMES)}` {pick.paragraph(4)} _{pick.title()}_",
    "other note": lambda pick: f"- [{pick.title()}](../{pick.random.randrange(100):03}/memo.md) -> [[{pick.title()}]]",
    "local": lambda pick: f"{pick.title()}: `curl -I http://localhost:{pick.random.randrange(3000, 9000)}/health`",
    "quote": lambda pick: f"> **{pick.title()}**\n> {pick.paragraph(3)}",
}

# How a citation is written, given the text to draw from, its number in the note and its URL. With their shares.
CITATIONS: tuple[tuple[int, Callable[[Picker, int, str], str]], ...] = (
    (40, lambda pick, number, url: f"- [{pick.title()}]({url})"),
    (16, lambda pick, number, url: f"출처: {url}"),
    (14, lambda pick, number, url: f"- {pick.title()}\n  {url}"),
    (12, lambda pick, number, url: f"[{url}]({url})"),
    (6, lambda pick, number, url: f"{pick.paragraph(2)} ([참고]({url}#section-{number}))"),
    (4, lambda pick, number, url: f"<{url}>"),
    (4, lambda pick, number, url: f'<a href="{url}">{pick.title()}</a>'),
    (2, lambda pick, number, url: f"{pick.title()} [글][ref-{number}]\n\n[ref-{number}]: {url}"),
    (2, lambda pick, number, url: f"{pick.title()}[^{number}]\n\n[^{number}]: {url}"),
)
CITATION_SHARES = tuple(share for share, _ in CITATIONS)
