"""A page of which nothing is left when it is clean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extraction.judging.judgement import Judgement
from crawler.extraction.judging.shell import waits_for_scripts
from crawler.extraction.judging.sight import BARE, LITTLE
from crawler.extraction.judging.voice import amount
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from crawler.extraction.article import Article
    from crawler.extraction.judging.answer import Answer
    from crawler.extraction.judging.sight import Sight


def judge(article: Article, sight: Sight | None, answer: Answer) -> Judgement | None:
    """Return soft_404 for a page without words and pictures; ok for one that a browser of today may fill."""
    if article.text or article.images:
        return None
    if sight and (sight.hidden > BARE or amount(sight.body) > LITTLE):
        return Judgement(Verdict.OK, "cleaning has lost the text that the page holds")
    if sight and not answer.rendered and waits_for_scripts(sight):
        return Judgement(Verdict.OK, "there is nothing to read before its scripts have run, in a browser of today")
    return Judgement(Verdict.SOFT_404, "the page has no content of its own")
