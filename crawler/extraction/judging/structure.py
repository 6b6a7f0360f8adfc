"""How a page is built around a form or a wall: what is the same in all languages, read off its tree.

A login page asks for one password in its main part. A guard's page asks a question there and nothing else. A wall
for consent is a platform's dialog without a page next to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from lxml.etree import XPath

from crawler.extraction.judging.main_text import READ, UNREAD, text_of
from crawler.extraction.judging.voice import amount, is_fringe, is_hidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

SHORT = 2_000  # `amount` of a page that shows what a guard's does
ELEMENTS = 3_000  # among which a captcha or a dialog is looked for
FIELDS = 40  # that are looked at
DEPTH = 60  # ancestors of one of them
LEVELS = 3  # of elements around a link that are next to it
LABEL = 60  # characters of a button
AROUND = frozenset("header nav aside footer".split())
APART = re.compile(  # classes and ids of what stands around the page, or is shown when a button is pushed
    r"(?:.*[-_])?(?:header|head|hd|top|top-?bar|gnb|lnb|snb|nav|navbar|menu|toolbar|masthead|side|side-?bar|widget"
    r"|out-?login|login-?box|quick-?login|popup|modal|layer|drop-?down|off-?canvas|drawer|collapse|personal|utility)"
    r"(?:[-_].*)?"
)
UNSEEN = frozenset("hidden submit button checkbox radio image reset range color".split())
CHECK = re.compile(
    r"captcha|kaptcha|turnstile|arkose|funcaptcha|geetest|altcha|/challenge[/?.-]|(?:human|bot|robot)[-_]?(?:check|verif)"
    r"|verif(?:y|ication)[-_]?(?:human|bot|robot|image|img|slider)|(?:slider?|puzzle)[-_](?:captcha|verif|challenge)",
    re.IGNORECASE,
)
PARTS_OF_CHECK = ("tcha", "turnstile", "arkose", "geetest", "challenge", "check", "verif")  # CHECK needs one of them
NAMES = XPath("//@name", smart_strings=False)
SOURCES = XPath("//@src", smart_strings=False)
ACTIONS = XPath("//@action", smart_strings=False)
NAMED = re.compile(r"[\s_-]+")
ANSWERED = re.compile(r"captcha|kaptcha|verif|challenge|answer|code", re.IGNORECASE)
PLATFORM = re.compile(  # of consent: the names that their dialogs have on every site
    r"(?:fc-(?:consent|dialog|choice)|sp_message_|sp_veil|onetrust-(?:consent|banner|pc)|qc-cmp2?-|didomi-|usercentrics"
    r"|uc-(?:banner|central|overlay)|truste[-_]|cmpbox|cmp(?:wrapper|-container|-root|-app|-modal|-banner)|iubenda-cs"
    r"|cybotcookiebotdialog|borlabs|klaro|axeptio|sourcepoint|quantcast|consentmanager|tcf-|gdpr-consent|evidon-|ensnotify"
    r"|sibbo|traffective|sd-cmp|appconsent|poool|pubtech-cmp|cky-|cmplz-|termly-|osano-cm|ketch-|lgcookieslaw|tarteaucitron"
    r"|contentpass|cpexcmp|pur[-_]?(?:wall|abo|layer|container)|consent[-_]?(?:wall|layer|dialog|modal|overlay|popup|root)"
    r"|cookie[-_]?(?:wall|modal|overlay|dialog)|privacy[-_]?(?:manager|wall|gate|dialog))",
    re.IGNORECASE,
)
PLATFORM_NAME = re.compile(PLATFORM.pattern)  # in names in lower case: much faster than in any case
ENTRANCE = re.compile(  # where a link leads that lets its reader in
    r"[/?=](?:log-?in|sign-?in|logon|members?/log-?in|users?/(?:login|sign_in)|wp-login|nidlogin|oauth2?|sso|auth)"
    r"(?:\.\w{2,5})?(?:[/?#&]|$)|\bact(?:ion)?=log-?in\b|mode=login\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dialog:
    """What a platform for consent shows."""

    name: str
    inside: int  # `amount` of its text
    beside: int  # the same of the page next to it
    buttons: int
    images: int  # next to it


@dataclass(frozen=True, slots=True)
class Structure:
    """How a page's main part is built."""

    lines: tuple[str, ...] = ()  # its text, a block each
    headed: tuple[bool, ...] = ()  # which of the lines are headings
    before: int | None = None  # how many lines stand before its one password field; None: it has none, or several
    labels: tuple[str, ...] = ()  # of the buttons that stand in a form with that field
    fields: int = 0  # to write something into
    answers: int = 0  # of those, the ones for what a captcha asks
    texts: int = 0  # fields for several lines, as comments have them
    choices: int = 0  # of a poll
    check: str = ""  # the name of a captcha
    entrance: str = ""  # where a link or a form of it leads that lets its reader in
    near: str = ""  # what it stands next to
    shown: tuple[str, ...] = ()  # the text of the whole page, its footer too, where the page is short
    dialog: Dialog | None = None


def structure_of(tree: HtmlElement, names: frozenset[str], prose: str) -> Structure:
    """Read a parsed page, given its classes and ids and the text that was read; leaves the tree as it is.

    Pages without such a form or dialog have none of it.
    """
    fields = list(islice(tree.iter("input", "textarea"), FIELDS))
    passwords = [field for field in fields if _type(field) == "password"]
    own = [field for field in fields if not _is_around(field)]
    asked = next((field for field in own if field in passwords), None) if len(passwords) == 1 else None
    check = _check(tree) if _may_have_check(tree, names) else ""
    dialog = _dialog(tree) if PLATFORM_NAME.search(" ".join(names)) else None
    shown = _shown(tree) if amount("".join(prose.split())) <= SHORT else ()
    entrance, near = _entrance(tree)
    if asked is None and not check:
        return Structure(dialog=dialog, shown=shown, entrance=entrance, near=near)
    lines, headed, before = text_of(tree, asked)
    written = [field for field in own if field.tag == "input" and _type(field) not in UNSEEN]
    return Structure(
        lines=lines,
        headed=headed,
        before=before,
        labels=() if asked is None else tuple(_labels(_form_of(asked))),
        fields=len(written),
        answers=sum(map(_is_answer, written)),
        texts=sum(field.tag == "textarea" and not is_hidden(field) for field in own),
        choices=sum(_type(field) == "radio" for field in own),
        check=check,
        entrance=entrance,
        near=near,
        shown=shown,
        dialog=dialog,
    )


def _is_answer(field: HtmlElement) -> bool:
    """Return whether a field is for what a captcha asks: it is named so, or has no name."""
    named = f"{field.get('name', '')}{field.get('id', '')}"
    return bool(ANSWERED.search(named)) or (not named and _type(field) == "text")


def _type(field: HtmlElement) -> str:
    return field.get("type", "text").strip().lower() if field.tag == "input" else ""


def _is_around(element: HtmlElement) -> bool:
    """Return whether an element stands in what surrounds the page, or is not shown."""
    return any(
        one.tag in AROUND or is_fringe(one) or _is_apart(one) or one.get("hidden") is not None or is_hidden(one)
        for one in (element, *islice(element.iterancestors(), DEPTH))
    )


def _is_apart(element: HtmlElement) -> bool:
    names = f"{element.get('id', '')} {element.get('class', '')}"[: 2 * LABEL].lower().split()
    return element.tag not in ("html", "body", "main") and any(map(APART.fullmatch, names))


def _form_of(field: HtmlElement) -> HtmlElement:
    """Return the form of a field, or what stands for one: the nearest element with a button."""
    form = next(field.iterancestors("form"), None)
    if form is not None:
        return form
    near = (one for one in islice(field.iterancestors(), DEPTH) if next(one.iter("button", "input"), None) is not None)
    return next((one for one in near if next(iter(_labels(one)), None)), field.getparent())


def _labels(form: HtmlElement) -> Iterator[str]:
    for button in islice(form.iter("button", "input", "a"), FIELDS):
        is_link = button.tag == "a" and not ({"btn", "button"} & set(NAMED.split(button.get("class", "").lower())))
        if is_link or (button.tag == "input" and _type(button) not in ("submit", "button", "image")):
            continue
        label = button.get("value", "") or button.get("alt", "") if button.tag == "input" else button.text_content()
        if words := " ".join(label[:LABEL].split()):
            yield words


def _may_have_check(tree: HtmlElement, names: frozenset[str]) -> bool:
    """Return whether any name or address has a part of a captcha's: looking at each element takes longer."""
    values = (value[:LABEL] for find in (NAMES, SOURCES, ACTIONS) for value in find(tree))
    return _names_a_check(" ".join((*names, *values)))


def _names_a_check(named: str) -> bool:
    lower = named.lower()
    return any(part in lower for part in PARTS_OF_CHECK)


def _check(tree: HtmlElement) -> str:
    for element in islice(tree.iter("div", "input", "img", "form", "iframe", "canvas", "section"), ELEMENTS):
        named = " ".join(element.get(key, "")[:LABEL] for key in ("id", "class", "name", "src", "action"))
        if _names_a_check(named) and (found := CHECK.search(named)) and not _is_around(element):
            return found[0]
    return ""


def _entrance(tree: HtmlElement) -> tuple[str, str]:
    for element in islice(tree.iter("a", "form"), ELEMENTS):
        where = element.get("href") or element.get("action") or ""
        if ENTRANCE.search(where[:200]) and not _is_around(element):
            return where[:200], _near(element)
    return "", ""


def _near(element: HtmlElement) -> str:
    """Return the text of what a link stands in."""
    around = [one for one in islice(element.iterancestors(), LEVELS) if one.tag != "body"]
    return " ".join(around[-1].text_content()[:READ].split()) if around else ""


def _dialog(tree: HtmlElement) -> Dialog | None:
    body = tree.find("body")
    root = tree if body is None else body
    for element in islice(root.iter("div", "section", "dialog", "main", "form"), ELEMENTS):
        if found := PLATFORM.search(f"{element.get('id', '')[:LABEL]} {element.get('class', '')[: 2 * LABEL]}"):
            inside = _amount(element)
            buttons = sum(_is_button(one) for one in islice(element.iter("button", "a", "input"), FIELDS))
            return Dialog(found[0], inside, _amount(root) - inside, buttons, _images(root) - _images(element))
    return None


def _is_button(element: HtmlElement) -> bool:
    named = f"{element.get('class', '')} {element.get('role', '')}".lower()
    return element.tag == "button" or "button" in named or "btn" in named or _type(element) in ("submit", "button")


def _images(element: HtmlElement) -> int:
    images = islice(element.iter("img", "video", "picture", "canvas"), FIELDS)
    return sum(next(image.iterancestors("header", "nav", "footer"), None) is None for image in images)


def _shown(tree: HtmlElement) -> tuple[str, ...]:
    body = tree.find("body")
    lines, _, _ = text_of(tree if body is None else body, None, UNREAD - AROUND)
    return lines if sum(map(amount, lines)) <= SHORT else ()


def _amount(element: HtmlElement) -> int:
    lines, _, _ = text_of(element, None)
    return sum(map(amount, lines))
