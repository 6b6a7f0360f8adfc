"""Stack Exchange: a question and its answers, kept apart, the accepted one first and the others by votes.

A question is its number; the slug, the asker and the answer pointed at do not choose the page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.platforms.platform import Part, Platform, byline
from crawler.platforms.selectors import first, select

if TYPE_CHECKING:
    from collections.abc import Iterator
    from urllib.parse import SplitResult

    from lxml.html import HtmlElement

QUESTION = re.compile(r"/(?:questions|q)/(\d+)(?:/|$)")
NUMBER = re.compile(r"-?\d{1,9}", re.ASCII)
BODY = (".js-post-body", ".post-text")
ASKER = (".owner [itemprop='author'] [itemprop='name']", ".owner .user-details a")
ANSWERER = ("[itemprop='author'] [itemprop='name']", "[itemprop='author'] a")  # the other signature is an editor's
ANSWERED = ("time[itemprop='dateCreated']@datetime", ".user-info .relativetime@title")
ANSWER = re.compile(r"/a/(\d+)(?:/|$)")  # its question cannot be told from the URL


def key(url: SplitResult) -> SplitResult:
    """Say a question as `/questions/NUMBER` and an answer as `/a/NUMBER`."""
    if found := QUESTION.match(url.path):
        return url._replace(path=f"/questions/{found[1]}", query="", fragment="")
    if found := ANSWER.match(url.path):
        return url._replace(path=f"/a/{found[1]}", query="", fragment="")
    return url


def parts(page: HtmlElement) -> Iterator[Part]:
    """Yield the question and its answers; not those that were voted down, nor comments."""
    for question in select(page, ("#question",)):
        body = next(select(question, BODY), None)
        if body is not None:
            asked = first(question, ("time[itemprop='dateCreated']@datetime", ".owner .relativetime@title"))
            yield Part(heading=byline("Question", first(question, ASKER), asked), body=body)
    answers = sorted(select(page, ("div.answer",)), key=lambda answer: (not _is_accepted(answer), -_votes(answer)))
    for answer in answers:
        said = ["accepted"] if _is_accepted(answer) else []
        said.append(f"{_votes(answer)} vote{'' if _votes(answer) == 1 else 's'}")
        body = next(select(answer, BODY), None)
        if body is not None and (_votes(answer) >= 0 or _is_accepted(answer)):
            written = byline("Answer", first(answer, ANSWERER), first(answer, ANSWERED))
            yield Part(heading=f"{written} ({', '.join(said)})", body=body)


def _is_accepted(answer: HtmlElement) -> bool:
    """Say whether the asker accepted it; `itemprop="acceptedAnswer"` is written on any first one."""
    return "accepted-answer" in answer.get("class", "").split()


def _votes(answer: HtmlElement) -> int:
    shown = next(select(answer, (".js-vote-count", ".vote-count-post")), None)
    votes = answer.get("data-score") or (shown.text_content() if shown is not None else "")
    return int(votes) if NUMBER.fullmatch(votes := votes.strip()) else 0


PLATFORM = Platform(
    name="stack_exchange",
    hosts=(
        "stackoverflow.com",
        "stackexchange.com",
        "superuser.com",
        "serverfault.com",
        "askubuntu.com",
        "mathoverflow.net",
        "stackapps.com",
    ),
    key=key,
    signs=('/html/head/link[starts-with(@href, "https://cdn.sstatic.net/")]',),
    parts=parts,
    drop=(".js-post-notices", ".s-notice", ".snippet-code .snippet-result"),
    title=("#question-header h1 a", "#question-header h1", 'meta[property="og:title"]@content'),
    authors=("#question .user-details[itemprop='author'] a", "#question .owner .user-details a"),
    published=('time[itemprop="dateCreated"]@datetime', "#question .owner .relativetime@title"),
    modified=('a[href="?lastactivity"]@title',),
    tags=("#question .post-taglist a.post-tag",),
    gone=(
        "This question was removed from",
        "This question was voluntarily removed by its author",
        "has been removed for reasons of moderation",
        "We couldn't find that page",
        "could not be found or has been deleted",
    ),
)
