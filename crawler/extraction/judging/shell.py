"""A page that says that its scripts do not run, and nothing else: a shell, which is alive and has no text yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.extraction.judging import captcha
from crawler.extraction.judging.judgement import Judgement, Sign
from crawler.extraction.judging.notice import first, says_little_else, sentences_of
from crawler.extraction.judging.sight import EDGES, LITTLE
from crawler.extraction.judging.voice import amount
from crawler.extraction.judging.words.scripting import SENTENCE, TOPIC
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from crawler.extraction.judging.judgement import Case
    from crawler.extraction.judging.sight import Sight

REASON = "the page says that its scripts do not run, and nothing else"
PLACES = re.compile(  # classes and ids of what a script fills, or shows until it has
    r"(?:(?:react|vue|ng|app|main|my|svelte|ember)[-_]?)?(?:app|root|mount|application)|__next|__nuxt|___gatsby"
    r"|(?:[a-z]{1,12}[-_]){0,2}(?:pre)?(?:spinner|loader|loading|skeleton)(?:[-_][a-z]{1,12}){0,2}"
)
SCRIPTS = re.compile(r"java ?script|스크립트|スクリプト|脚本", re.IGNORECASE)
LONGEST_NAME = 40  # characters of a class or an id that is looked at


def waits_for_scripts(sight: Sight) -> bool:
    """Return whether a page has scripts, or words or a place for what they bring."""
    if sight.scripts or sight.code or sight.frames or sight.noscript:
        return True
    return any(len(name) <= LONGEST_NAME and PLACES.fullmatch(name) for name in sight.names)


def judge(case: Case) -> Judgement | None:
    """Return ok without an article for a page that waits for its scripts and tells the reader so."""
    sight = case.sight
    if not waits_for_scripts(sight) or max(amount(case.text), amount(sight.body)) > LITTLE:
        return None
    if sight.shows_code or any(SCRIPTS.search(line) and line.strip(EDGES) in sight.title for line in sight.lines):
        return None  # an article on scripts says its title again; the title of a shell is the application's
    said = [*case.sentences, *sentences_of([sight.noscript])]
    found = first(SENTENCE, said)
    if not found or not says_little_else(said, SENTENCE, TOPIC) or captcha.is_guarded(case):
        return None
    return Judgement(Verdict.OK, REASON, (Sign("text", 3, found),))
