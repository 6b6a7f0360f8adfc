"""What ticks on a page that nobody edits: counters, times that count back from now, dates of the last change, queries.

Two articles that differ in these alone say the same. A number in a sentence is no such thing: what counts stands
labelled, in a short line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from crawler.extraction.metadata.dates import dates_in
from crawler.extraction.metadata.labels import MODIFIED
from crawler.extraction.metadata.relative_dates import LENGTHS

if TYPE_CHECKING:
    from urllib.parse import SplitResult

TICKED = "…"  # stands where something ticked
LONGEST = 120  # characters of a line that only counts or dates; a longer one is prose
OTHER_WORDS = 2  # beside numbers, that may stand in such a line beside what ticks

NUMBER = r"\d[\d,.]*(?:\s?(?:[km](?!\w)|천|만|억|万))?\+?\s?(?:회|개의?|명의?|건|번|次|件の?|回|人)?"
COUNTED = "|".join(
    """views? hits? reads? likes? comments? repl(?:y|ies) shares? stars? forks? downloads? followers? subscribers?
    (?:up)?votes? claps? visitors? watching online bookmarks? reactions? today total
    조회수? 댓글수? 답글 좋아요 공감수? 추천수? 스크랩 구독자수? 팔로워 방문자수? 다운로드 북마크 오늘 어제 전체
    閲覧数? いいね コメント 阅读量? 点赞 评论 收藏 浏览量? 瀏覽 vues? commentaires? aufrufe kommentare? visitas?
    comentarios? visualizaciones""".split()
)
GAP = r"[\s:：|(\[*_-]{0,6}"
COUNTER = re.compile(
    rf"(?<![^\W\d_])(?:{COUNTED}){GAP}(?P<behind>{NUMBER})(?!\w)"
    rf"|(?<![\w.,])(?P<before>{NUMBER}){GAP}(?:{COUNTED})(?![^\W\d_])",
    re.IGNORECASE,
)
# "has been viewed 1,234 times", which nobody writes by hand
TIMES = re.compile(r"(?<=\b(?:viewed|shared) )\d[\d,.]*[km]?(?= times\b)", re.IGNORECASE)
UNITS = "|".join(
    sorted({*LENGTHS, *"개월 달 년 mo month months yr year years か月 年 个月".split()}, key=len, reverse=True)
)
AGO = re.compile(
    rf"(?<![\w.,])(?:(?:약|about|over|almost)\s)?(?:\d{{1,3}}|an?|한)\s?(?:{UNITS})\s?(?:전|ago|前)(?!\w)"
    rf"|(?<!\w)(?:vor|il y a|hace|há)\s(?:\d{{1,3}}|une?|ein(?:e[mnr]?)?|una?)\s(?:{UNITS})(?!\w)",
    re.IGNORECASE,
)
CHANGED = re.compile(rf"(?<!\w)(?:{MODIFIED}|as of|today(?: is)?|오늘|현재|기준|현재 시각|現在)(?!\w)", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_][^\W_]*")
ALONE = re.compile(rf"[*_\s]*{NUMBER}[*_\s]*", re.IGNORECASE)  # of a button whose picture is gone
SIGNED = re.compile(rf"(?<=[♥♡❤💬👍👏👁★☆🔖])\ufe0f?\s?{NUMBER}(?!\w)", re.IGNORECASE)
ASIDE = re.compile(r"\([^()]{1,100}\)$")  # behind a heading: "Answer (accepted, 123 votes)"
COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s(?:©\s)?(?:\d{4}\s?[-\u2013]\s?)?\d{4}(?!\w)", re.IGNORECASE)
CLOCK = re.compile(r"[\s\d:.,TZ()+-]*\d{1,2}:\d{2}[\s\d:.,TZ()+-]*")
ADVERTISEMENT = re.compile(  # a line that is the word, or a link to who sells the place
    r"\W*(?:advertisements?|sponsored|광고|広告|广告)\W*|\[[^()]{0,500}(?:\([^()\s]{0,2000}\)\]?)?\(https?://(?:[\w-]{1,63}\.){0,6}"
    r"(?:doubleclick\.net|googlesyndication\.com|googleadservices\.com|adnxs\.com|taboola\.com|outbrain\.com|criteo\.com|"
    r"amazon-adsystem\.com|ads-partners\.coupang\.com|link\.coupang\.com|dable\.io|adfit\.kakao\.com)[/?][^()\s]{0,2000}\)",
    re.IGNORECASE,
)
FENCE = re.compile(r"\s*(?:>\s?|[-*+]\s+|\d+[.)]\s+)*(`{3,}|~{3,})")
QUERY = re.compile(r"(?P<picture>!\[[^\[\]]{0,500}\]\()?(?P<url>https?://[^\s<>()?]{1,2000}\?[^\s<>()]{1,4000})")
TARGET = re.compile(r"\]\([^()\s]{0,4000}\)")
SESSION = re.compile(r"(?<=[\w/]);(?:jsessionid|phpsessid|sid)=[^\s/?#;()]{1,200}", re.IGNORECASE)
MARKS = " \t>*-"
PICTURE = re.compile(r"\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$", re.IGNORECASE)
OF_A_VISIT = re.compile(
    r"(?:_|cb|nocache|expires|policy|signature|sig|token|key-pair-id|credential|allow_ip|allow_referer|session(?:_?id)?|phpsessid|jsessionid|sid|timestamp|ts|x-amz-\w+(?:-\w+)*"
    r"|utm_\w+)=.*|[^=]*=1[5-9]\d{8}(?:\d{3})?",
    re.IGNORECASE,
)


def steady(markdown: str) -> str:
    """Return the article without what ticks: where two results are equal, nothing else has changed. Code is kept."""
    lines, fence = [], ""
    for line in markdown.split("\n"):
        mark = FENCE.match(line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) else fence
            lines.append(line)
        elif mark:
            fence = mark[1]
            lines.append(line)
        else:
            lines.append(steady_line(line))
    return "\n".join(lines)


def steady_line(line: str) -> str:
    """Return one line of Markdown, no code, without what ticks in it."""
    if "://" in line or len(line) <= LONGEST:
        line = SESSION.sub("", line)
        if ADVERTISEMENT.fullmatch(line.strip(MARKS)):
            return ""
    if "?" in line:
        line = QUERY.sub(_without_visit, line)
    if not any(map(str.isdecimal, line)) or "`" in line:
        return line
    said = TARGET.sub("]", line)
    if len(said) > LONGEST:
        return line
    line = COPYRIGHT.sub(TICKED, TIMES.sub(TICKED, AGO.sub(TICKED, line)))
    if line.lstrip().startswith("#"):
        return ASIDE.sub(lambda aside: _short(aside[0]), line)
    return _short(line)


def _short(line: str) -> str:
    """Take the counts out of a line of counts, and the dates out of one that says when the page was changed."""
    if ALONE.fullmatch(line):
        return TICKED
    line = SIGNED.sub(TICKED, _undated(line))
    rest = COUNTER.sub(" ", line)
    if rest == line or len(WORD.findall(rest)) > OTHER_WORDS:
        return line
    return COUNTER.sub(_without_number, line)


def _undated(line: str) -> str:
    """Take the dates out of a line that says when the page was changed or looked at, and little else; and a clock's."""
    if CLOCK.fullmatch(line):
        return TICKED
    if not (said := CHANGED.search(line)):
        return line
    undated = line
    for date in list(dates_in(line)):
        undated = undated.replace(date, TICKED)
    return undated if len(WORD.findall(undated.replace(said[0], ""))) <= OTHER_WORDS else line


def _without_number(counter: re.Match[str]) -> str:
    kind = "behind" if counter["behind"] else "before"
    start, end = (place - counter.start() for place in counter.span(kind))
    return counter[0][:start] + TICKED + counter[0][end:]


def _without_visit(match: re.Match[str]) -> str:
    """Take what belongs to one visit out of a URL; of a picture's, all that follows the file."""
    before, url = match["picture"] or "", match["url"]
    try:
        parts = urlsplit(url)
    except ValueError:  # a broken bracket
        return match[0]
    if before and PICTURE.search(parts.path):
        return before + parts._replace(query="").geturl()
    return before + _kept(parts)


def _kept(parts: SplitResult) -> str:
    query = [_steady_field(field) for field in parts.query.split("&") if not OF_A_VISIT.fullmatch(field)]
    return parts._replace(query="&".join(query)).geturl()


def _steady_field(field: str) -> str:
    """Return a field of a query; one that is a picture's address, as services for thumbnails take it, is one."""
    name, equals, value = field.partition("=")
    inner = unquote(value)
    if not inner.startswith(("http://", "https://")) or "?" not in inner:
        return field
    return f"{name}{equals}{inner.partition('?')[0]}" if PICTURE.search(inner.partition("?")[0]) else field
