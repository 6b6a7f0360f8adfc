"""Login: a page for members, friends, or who knows the password.

Paths and hosts are those where the large services let people in; the words are in `words/members.py`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.extraction.judging.announcement import Matter, of_an_announcement
from crawler.extraction.judging.judgement import (
    TEXT,
    Sign,
    can_be,
    in_sum,
    of_an_article,
    of_its_matter,
    of_its_name,
    weigh,
)
from crawler.extraction.judging.login_form import of_a_form
from crawler.extraction.judging.notice import first, says_little_else
from crawler.extraction.judging.places import ended_elsewhere, host_of, path_of
from crawler.extraction.judging.voice import unquoted
from crawler.extraction.judging.words import absence
from crawler.extraction.judging.words.members import INVITING, JOINING, RESERVED, SENTENCE, TITLE, TOPIC
from crawler.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crawler.extraction.judging.answer import Answer
    from crawler.extraction.judging.judgement import Case, Judgement
    from crawler.extraction.judging.sight import Sight

ASIDE = re.compile(
    r"댓글|덧글|코멘트|좋아요|추천|구독하|쪽지|comment|reply|vote|upvote|bookmark|answer|follow|like this|newsletter",
    re.IGNORECASE,
)
PATH = re.compile(
    r"/(?:log[-_]?in|sign[-_]?in|logon|nidlogin(?:\.login)?|auth(?:orize|enticate)?|oauth2?|sso|saml2?"
    r"|wp-login|member/login|account/login|users/sign_in|session/new|authwall|loginform|login_form|ucp"
    r"|log[-_]?ind|logg[-_]?(?:inn|pa)|logga[-_]?in|innlogging|inloggning|inloggen|aanmelden|einloggen"
    r"|anmeld(?:en|ung)"
    r"|connexion|se[-_]connecter|identification|inici(?:ar|o)[-_](?:de[-_])?sesion|acceso|ingresar|entrar"
    r"|acced[ie]r?|accesso"
    r"|zaloguj|logowanie|(?:uye[-_])?giris(?:[-_]yap|i)?|oturum(?:[-_]ac)?|vhod|voyti|avtorizaciya|prihlas(?:eni"
    r"|it)|kirjaudu"
    r"|bejelentkezes|dang[-_]nhap|masuk|denglu)"
    r"(?:\.\w+)?(?:/[\w-]*)?/?(?:\?.*)?$",
    re.IGNORECASE,
)
HOST = re.compile(r"(?:login|signin|accounts?|auth|sso|nid)\..+", re.IGNORECASE)


MATTER = Matter(TITLE.fullmatch, SENTENCE, TOPIC)
REASON = "the page is shown to those alone who log in or know its password"


def judge(case: Case) -> Judgement | None:
    """Return the verdict login where the page wants to know who we are, or a password."""
    signs = (_signs(case), _of_a_redirect(case), _announced(case), of_a_form(case))
    return next(filter(None, (weigh(Verdict.LOGIN, REASON, each) for each in signs)), None)


def _signs(case: Case) -> Iterator[Sign]:
    sight = case.sight
    if case.is_long:
        return
    places = list(_of_places(case.answer))
    yield from places
    if wall := list(_of_a_wall(case)):
        yield from wall
        return
    others = [Sign("noindex", 1)] if sight.noindex else []
    names = list(_of_names(case))
    is_protected = sight.dated and sight.passwords
    if not (is_protected or can_be(case, names, (*places, *others), _most(sight))):
        return
    yield from in_sum((*names, *_of_text(case)))
    yield from others
    if not is_protected:  # a protected post may show its date
        yield from of_an_article(case, SENTENCE, TOPIC)


def _of_a_redirect(case: Case) -> Iterator[Sign]:
    """Yield a redirect to a page for logging in, with a password field or such a title; its text does not matter."""
    places = list(_of_places(case.answer))
    named = next(filter(TITLE.fullmatch, case.sight.names_of_it), None)
    if not places or not (named or case.sight.passwords):
        return
    yield from places
    yield Sign("title", 2, named) if named else Sign("password field", 1)
    if case.sight.dated:
        yield Sign("says that it is an article", -6)


def _announced(case: Case) -> Iterator[Sign]:
    field = Sign("password field", 1) if case.sight.passwords else Sign("no password field", -2)
    yield from of_an_announcement(case, MATTER, [field])


def _most(sight: Sight) -> int:
    """Return what a page's text weighs at most, with its fields and its way in."""
    return TEXT + 2 * (sight.passwords > 0) + 2 * (sight.structure.entrance != "")


def _of_names(case: Case) -> Iterator[Sign]:
    sight = case.sight
    if found := next((part for part in sight.title_parts if TITLE.fullmatch(part)), None):
        yield Sign("title", 2, found)
    weight = 0 if case.is_bare else 1  # a box for members has such a heading, too
    yield from of_its_name(case, TITLE.fullmatch, weight, TOPIC)
    if found := next((said for said in sight.alerts if SENTENCE.search(said)), None):
        yield Sign("alert", 3, found)


def _of_text(case: Case) -> Iterator[Sign]:
    sight = case.sight
    said = _sentence(case.sentences)
    if case.is_bare and not said:
        yield Sign("says next to nothing", 1)
    if sight.passwords:
        yield Sign("password field", 1)
        if not (said or first(absence.SENTENCE, case.sentences)) and says_little_else(case.sentences, TOPIC):
            yield Sign("nothing but a form", 1)  # nor a notice beside the box for members
    is_near = said and sight.structure.entrance and unquoted(sight.structure.near).find(said) >= 0
    if is_near and says_little_else(case.sentences, SENTENCE, TOPIC):
        yield Sign("way in", 2, sight.structure.entrance)
    yield from of_its_matter(case, said, SENTENCE, TOPIC)


def _of_a_wall(case: Case) -> Iterator[Sign]:
    """Yield what speaks for a publisher's wall: whose the article is, and below it how to become one of them."""
    said = [*case.sentences, *case.sight.headings]
    wall = first(RESERVED, said) or (None if case.sight.dated else first(JOINING, said))
    invitation = first(INVITING, [sentence for sentence in said if sentence != wall])
    if wall and invitation:
        yield Sign("wall", 2, wall)
        yield Sign("invitation", 2, invitation)
        if not case.is_short:
            yield Sign("some text", -4)


def _of_places(answer: Answer) -> Iterator[Sign]:
    if ended_elsewhere(answer) and PATH.search(path_of(answer.final_url)) and not PATH.search(path_of(answer.url)):
        yield Sign("redirect to a login page", 3, answer.final_url)
    elif HOST.fullmatch(host_of(answer.final_url)) and host_of(answer.final_url) != host_of(answer.url):
        yield Sign("redirect to a login host", 3, answer.final_url)


def _sentence(sentences: Sequence[str]) -> str | None:
    """Return what asks for a login, unless it is asked of those who want to comment or to vote."""
    return first(SENTENCE, [sentence for sentence in sentences if not ASIDE.search(sentence)])
