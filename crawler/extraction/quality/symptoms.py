"""Texts that are no articles, or not the whole of one: known by what they say to their readers."""

from __future__ import annotations

import re

SHORT = 800  # letters up to which a text that says "not found" says so of itself
START, END = 600, 300  # letters at either end of a text that are looked at
LONGEST_LINE = 140  # characters of a line of boilerplate
LONG_LINE = 80  # characters of a line that is no name, date or label
LAST_LINES = 6  # of a text, among which a way to its rest stands


def _one_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


NOT_FOUND = _one_of(
    r"\b(?:page|post|article|content|document|url|file|link)\b(?:\W+\w+){0,6}?\W+(?:not found|no longer (?:exist|avail)"
    r"|(?:does not|doesn.?t) exist|(?:could not|couldn.?t|can.?t|cannot) be found|been (?:removed|deleted|moved)"
    r"|not available|unavailable)",
    r"\b404\b|not found\b|(?:couldn.?t|can.?t|cannot|could not) find (?:the|that|this|what)|nothing (?:was )?found",
    r"(?:페이지|게시물|게시글|글|포스트|문서|주소|블로그|[컨콘]텐츠|기사)\S{0,3}\s(?:\S+\s){0,5}?"
    r"(?:찾을 수 없|존재하지 않|삭제|없습니다|비공개|사라|이동되)",
    r"잘못된 (?:접근|주소|요청)|권한이 없|접근이 (?:제한|거부)",
    r"nicht (?:gefunden|verfügbar|vorhanden)|introuvable|no (?:encontrad[ao]|existe)|não (?:encontrad[ao]|existe)",
    r"non trovat[ao]|見つかりません|存在しません|页面不存在|頁面不存在|找不到|не найден|niet gevonden|nie znaleziono",
)
BLOCKED = _one_of(
    r"(?:enable|requires?|needs?|turn on|activate) javascript|javascript (?:is )?(?:disabled|required|to run)",
    r"자바스크립트를? (?:활성화|사용|켜)|verify (?:that )?you are (?:a )?human|checking your browser|just a moment",
    r"unusual traffic|not a robot|access denied|403 forbidden|too many requests|rate limit|보안 ?문자|자동입력 ?방지",
)
PAYWALL = _one_of(
    r"(?:subscribe|sign (?:in|up)|log ?in|register|become a member|start your)[^.\n]{0,60}"
    r"(?:to (?:continue|read|keep reading|unlock|view|access)|full (?:article|story|access)|free trial)",
    r"(?:for|available to) (?:paid |paying )?(?:subscribers|members)|members?[- ]only|already a (?:subscriber|member)",
    r"유료 ?(?:구독|회원|[컨콘]텐츠|멤버십)|로그인 ?(?:후|하시면|하면|이 필요)|(?:구독자|멤버십|회원) ?전용",
    r"nur für abonnenten|réservé aux abonnés|solo para suscriptores|会員限定|有料会員",
)
CUT_OFF = re.compile(
    r"(?:(?:read more|read the full (?:article|story)|continue reading|weiterlesen|mehr lesen|lire la suite|leer más"
    r"|ler mais|leggi tutto|читать далее|더 ?보기|계속 읽기|전문 ?보기|이어서 읽기|続きを読む|阅读全文|閱讀更多)"
    r"\W{0,10}"
    r"|\[(?:…|\.\.\.)\]\W{0,5})$",
    re.IGNORECASE,
)
BOILERPLATE = _one_of(
    r".{0,60}카테고리의 다른 글",
    r"(?:공유하기|구독하기|좋아요|댓글(?:쓰기|달기)?|이전 ?글|다음 ?글|신고하기|인쇄(?:하기)?|관련 ?(?:글|기사)|공감"
    r"|스크랩|태그|목록|글쓴이의 다른 글|최근 ?글|인기 ?글|반응형|728x90|기사 추천|저작자표시)\W{0,4}\d{0,6}\W?",
    r".{0,60}(?:무단 ?전재|저작권자 ?[ⓒ©]|all rights reserved|privacy policy|terms of (?:use|service)|uses? cookies)"
    r".{0,60}",
    r"(?:share (?:this|on)|follow (?:us|me)|leave a (?:reply|comment)|related (?:posts|articles|stories)"
    r"|you (?:may|might) also|(?:previous|next) (?:post|article)|sign up for|subscribe to|posted in|filed under"
    r"|most (?:read|popular)|recent posts|skip to (?:main )?content|click here to|advertisement|sponsored).{0,60}",
    r"(?:share|like|reply|subscribe|log ?in|sign in|menu|search|home|tweet|print|e-?mail|pin it|comments?|tags?"
    r"|facebook|twitter|linkedin|pinterest|whatsapp|copy link)(?: ?[:(]?\d{0,6}\)?)?",
)
CLOSING = re.compile(r"</(?:html|body)\b", re.IGNORECASE)
OPENED = re.compile(r"<(?:div|section|article|main|pre|table|ul)\b", re.IGNORECASE)
CLOSED = re.compile(r"</(?:div|section|article|main|pre|table|ul)\b", re.IGNORECASE)
TAGS = re.compile(r"<[^<>]*(?:>|$)")
TAIL = 20_000  # characters of HTML at the end of a page
LAST = 20  # letters that an article ends in
MOST_OPEN = 2  # boxes that stay open in a page that broke off
SENTENCE = re.compile(r"(?:[.!?。！？…:;)~]|다|요|죠|음|함|[ㅋㅎㅠㅜ])[\"'”’)\]]?$")
GARBLED = re.compile(r"\ufffd|[\x80-\x9f]|[À-ÿ][\xa1-\xaa\xac-\xba\xbc-\xbf]|[\xa1-\xff]{4,}")


def says_not_found(title: str, text: str) -> bool:
    """Say whether a text is a page that is not there under a status that says it is."""
    return len(text) <= SHORT and bool(NOT_FOUND.search(f"{title[:200]}\n{text[:START]}"))


def says_blocked(title: str, text: str) -> bool:
    """Say whether a text keeps a program out, or asks for scripts that did not run."""
    return len(text) <= SHORT and bool(BLOCKED.search(f"{title[:200]}\n{text[:START]}"))


def says_paywall(text: str) -> bool:
    """Say whether a text ends in asking for an account."""
    return bool(PAYWALL.search(text[-END:]))


def is_cut_off(text: str) -> bool:
    """Say whether one of a text's last lines ends in a way to the rest."""
    return any(CUT_OFF.search(line[-END:].rstrip()) for line in _lines(text)[-LAST_LINES:])


def boilerplate_share(text: str) -> float:
    """Return the share of a text's letters that belong to what is around articles, by lines that say so."""
    foreign = [line for line in _lines(text) if len(line) <= LONGEST_LINE and BOILERPLATE.fullmatch(line)]
    return sum(map(len, foreign)) / max(1, len(text))


def sentence_share(text: str) -> float:
    """Return the share of a text's letters that are in sentences: in long lines, and in those that end as one."""
    lines = _lines(text)
    said = [line for line in lines if len(line) >= LONG_LINE or SENTENCE.search(line)]
    return sum(map(len, said)) / max(1, sum(map(len, lines)))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def breaks_off(source: str, text: str) -> bool:
    """Say whether a page's HTML ends in the midst of its article, boxes left open."""
    if CLOSING.search(source[-TAIL:]):
        return False
    last = _letters(text[-LAST * 4 :])[-LAST:]
    if not last or last not in _letters(TAGS.sub(" ", source[-TAIL:]))[-2 * LAST :]:
        return False
    return len(OPENED.findall(source)) - len(CLOSED.findall(source)) >= MOST_OPEN


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def garbled_share(text: str) -> float:
    """Return the share of a text that looks read in another character set than it was written in."""
    return sum(len(match[0]) for match in GARBLED.finditer(text)) / max(1, len(text))
