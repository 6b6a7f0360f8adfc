"""What a site says below every article: whose it is, where to follow and subscribe, what it is filed under."""

from __future__ import annotations

import re

# Verbs that ask for something, and what they ask for, in the languages of the pages that notes cite.
ASKS = r"""
suscríbe\w*|síguenos|assine|inscreva-se|siga(?:-nos)?|abonnier\w*|folg\w+ (?:sie )?uns|abonnez-vous|suivez(?:-nous)?
iscriviti|seguici|ikuti|подпис\w+|читайте нас|abone ol\w*|takip ed\w*|obserwuj|zapisz się
"""
FOR = r"""
newsletter|bolet[ií][nm]|canal\w*|kanal\w*|канал\w*|рассылк\w+|bülten\w*
telegram\w*|whatsapp|facebook|twitter|instagram|youtube|google
"""
COMMENTS = r"""
(?:view|show|load|leave|post|add|write)(?: an?| all)? (?:comments?|reply)
join the (?:conversation|discussion)|(?:\d+ )?comments?(?: comments)?
"""


def _any_of(lines: str) -> str:
    return "|".join(lines.split("\n")[1:-1])


PARTS = re.compile(
    r"\bfollow\b.*\b(?:facebook|twitter|instagram|youtube|telegram|linkedin)\b"
    r"|\b(?:share|like) (?:this|it)\b.*(?:story|post|article|friend|facebook|twitter)"
    r"|\b(?:subscribe|sign up)\b.*\b(?:newsletter|channel|e-?mail|inbox)\b"
    rf"|\b(?:{_any_of(ASKS)})\b.*\b(?:{_any_of(FOR)})"
    rf"|^\W*(?:{_any_of(COMMENTS)})\W*$"
    r"|^\W*(?:(?:filed|posted) (?:under|in)\b|(?:tags?|labels?|categor(?:y|ies))\s*:)"
    r"|^\W*sources?\s*:(?:\s*[^\W\d]+){1,3}\W*$"  # an agency; of a book or a study more is said, or its year
    r"|copyright\b|[©ⓒ]\s*\w|all rights reserved|무단\s?(?:전재|복제|배포|도용)|재배포\s?금지|저작권자",
    re.IGNORECASE,
)
