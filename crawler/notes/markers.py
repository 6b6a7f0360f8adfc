"""Markers: how a note says that a link is a source (`출처:`, `Reference`). They are evidence, never a condition."""

from __future__ import annotations

import re

from crawler.notes.plain_text import TAG

WORDS = (
    r"참[고조]한[ ](?:글|자료|문서|사이트|링크|블로그|영상|내용|책|곳)들?"
    r"|참고[ ]?(?:자료|문헌|문서|링크|사이트|글|서적|도서|블로그|영상|URL|주소)?|참조(?:[ ]?(?:자료|문서|링크|사이트))?"
    r"|출처(?:[ ]?링크)?|원문(?:[ ]?(?:링크|주소|글))?|参照|参考(?:文献|資料)?|出典|出处"
    r"|레퍼런스|references?|refs?|refer|sources?"
)
# Before the link, with what divides them; the word must begin a word.
BEFORE = re.compile(rf"(?<![A-Za-z0-9가-힣])(?P<text>(?:{WORDS})[*_`\]）)]*(?P<colon>\s?[:：]+))", re.IGNORECASE)
ALONE = re.compile(rf"[\W\d_]*(?P<text>(?:{WORDS})(?:\s?[:：])?)[\W_]*", re.IGNORECASE)
LAST = re.compile(r".*\s(?P<text>출처|참고(?:[ ]?자료)?|出典)")  # of a label: 이미지 출처, 코드 참고
HEADING_MARKER = re.compile(rf"(?<![A-Za-z가-힣])(?:{WORDS})(?![A-Za-z])", re.IGNORECASE)
COMPANY = re.compile(
    r"자료|문헌|문서|링크|사이트|블로그|글|및|과|와|\b(?:and|links?|sites?|list|further|readings?|resources?)\b",
    re.IGNORECASE,
)
LETTERS = re.compile(r"[^\W\d_]")
MARKUP = re.compile(r"[*_`\[\]()（）]")
CALLOUT = re.compile(r"\[![\w-]+\][-+]?")  # Obsidian's and GitHub's, before its title
LONGEST = 60  # characters of a line that can be a marker and nothing else


def marker_of(label: str, before: str, line_before: str | None, headings: tuple[str, ...]) -> str | None:
    """Return the nearest marker of a link: in its label, before it on its line, on the line before, in its headings.

    `before` is the text before the link on its line, `line_before` the Markdown line that introduces it.
    """
    return (
        _in_label(label)
        or _on_line(before)
        or (marker_line(line_before) if line_before else None)
        or next((heading for heading in reversed(headings) if _is_marker_heading(heading)), None)
    )


def marker_line(line: str) -> str | None:
    """Return the marker that is all of a line: `**출처**`, `- 참고:`, `> [!cite] 참고`, `<summary>참고</summary>`."""
    if len(line) <= LONGEST * 2:
        line = CALLOUT.sub("", TAG.sub("", line))
    found = ALONE.fullmatch(line) if len(line) <= LONGEST else None
    return found["text"].strip() if found else None


def _in_label(label: str) -> str | None:
    words, url, _ = label.partition("http")
    if url:  # 이미지 출처 : https://…
        return _on_line(words)
    short = len(label) <= LONGEST
    found = BEFORE.match(label) or (short and (ALONE.fullmatch(label) or LAST.fullmatch(label))) or None
    return MARKUP.sub("", found["text"]).strip() if found else None


def _on_line(before: str) -> str | None:
    """Find the last `출처:` before the link, or a bare `출처` right before it."""
    labelled = list(BEFORE.finditer(before))
    return MARKUP.sub("", labelled[-1]["text"]).strip() if labelled else marker_line(before)


def _is_marker_heading(heading: str) -> bool:
    """Say whether a heading holds marker words and nothing but them and their company: `📚 참고 및 출처`."""
    if len(heading) > LONGEST or not HEADING_MARKER.search(heading):
        return False
    return not LETTERS.search(COMPANY.sub(" ", HEADING_MARKER.sub(" ", heading)))
