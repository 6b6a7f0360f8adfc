"""A page that says that its scripts do not run, and nothing else: a shell, which is alive and has no text yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extraction.judging import captcha
from crawler.extraction.judging.judgement import Judgement, Sign
from crawler.extraction.judging.notice import first, says_little_else, sentences_of
from crawler.extraction.judging.sight import LITTLE
from crawler.extraction.judging.voice import amount
from crawler.extraction.judging.words.scripting import SENTENCE, TOPIC
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from crawler.extraction.judging.judgement import Case

REASON = "the page says that its scripts do not run, and nothing else"


def judge(case: Case) -> Judgement | None:
    """Return ok without an article for a page that waits for its scripts and tells the reader so."""
    sight = case.sight
    if not (sight.scripts or sight.code) or max(amount(case.text), amount(sight.body)) > LITTLE:
        return None
    said = [*case.sentences, *sentences_of([sight.noscript])]
    found = first(SENTENCE, said)
    if not found or not says_little_else(said, SENTENCE, TOPIC) or captcha.is_guarded(case):
        return None
    return Judgement(Verdict.OK, REASON, (Sign("text", 3, found),))
