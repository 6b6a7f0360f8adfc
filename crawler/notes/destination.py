"""A link's destination: where it ends, and the URL that it means, however it was mangled."""

from __future__ import annotations

import re
from string import ascii_lowercase

from crawler.urls import unwrap

# A destination without white space, brackets balanced two deep, and its title; then one with white space in it.
DESTINATION = re.compile(
    r"""\(\s*+(?:<(?P<angle>[^<>\n]*)>
          |(?P<plain>(?:[^\s()\\]++|\\.|\((?:[^\s()\\]++|\\.|\([^\s()]*+\)){0,99}\)){0,999}))
        (?:\s++(?:"[^"]*"|'[^']*'|\([^()]*\)|“[^“”]*”))?\s*+\)""",
    re.VERBOSE,
)
SPACED = re.compile(
    r"\([ \t]*+(?P<plain>[\"'“‘<\[]?(?:https?:|www\.)(?:[^\n()]++|\([^\n()]*+\)){0,99})\)", re.IGNORECASE
)
NESTED = re.compile(r"\]\([ \t]*+(?P<plain>[^()\n]*+)\)")  # a link pasted into a destination
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
TITLE = re.compile(r'(?<=[^\s"“=])(?:\s*"[^"]*"|\s+["“][^"“”]*)$')  # glued to its URL, or never closed
PHRASE = re.compile(r'[?&][^"=?&]+="[^"]*"$')  # a parameter in quotes: ?q="an exact phrase"
QUOTES = "\"'“”‘’`"
PASTED_BRACKET = re.compile(r"(?<!%3E)(?:%3E)+$", re.IGNORECASE)  # the ">" of <url>, pasted along without its "<"
PASTED_HOST = re.compile(r"(https?://)\[([^\[\]]+)\]\([^()]*\)", re.IGNORECASE)  # https://[host](http://host)/path
SCHEME = re.compile(r"(?:https?:/*|https?//)(?=(?:https?:/*|https?//|[^/\s]))", re.IGNORECASE)
# Without a scheme, only what cannot be a file beside the note: www., or a name under a domain that is no file ending.
DOMAINS = "com|net|org|io|dev|kr|edu|gov|info|co|jp|cn|de|fr|uk|eu|ai|so|tv|gg|me|blog|page|tech|cloud|xyz|wiki|site"
HOST_ONLY = re.compile(
    rf"(?://)?(?:www\.[\w-]+(?:\.[\w-]+)+|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:{DOMAINS}))(?::\d+)?(?:[/?#]|$)"
)
INVISIBLE = re.compile("[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")  # pasted along, never meant
# What stands where a scheme does: nothing behind it, or its punctuation or a letter wrong.
EMPTY = re.compile(r"https?:/*(?!\S)|https?//(?!\S)", re.IGNORECASE)
SCHEME_LIKE = re.compile(r"([A-Za-z]{3,6})(?::{1,2}|[;.：])//(?=\S)")
NOTE_FILE = re.compile(r"\.(?:md|mdx|markdown)(?:$|[#?])", re.IGNORECASE)


def _misspellings(word: str) -> set[str]:
    """Return what one slip of the fingers makes of a word: a letter left out, too many, wrong, or two swapped."""
    cuts = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    left_out = {a + b[1:] for a, b in cuts}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    wrong = {a + letter + b[keep:] for a, b in cuts for letter in ascii_lowercase for keep in (0, 1)}
    return left_out | swapped | wrong


NEARLY_HTTP = frozenset(_misspellings("http") | _misspellings("https"))


def read_destination(text: str, pos: int) -> tuple[str, int, int] | None:
    """Return the destination in the parentheses at `pos`, where it begins, and where the parentheses end."""
    whole = DESTINATION.match(text, pos)
    if whole is None:
        whole = SPACED.match(text, pos)
    if whole is None:
        return None
    group = whole.lastgroup or "plain"
    written, at = whole[group].rstrip(), whole.start(group)
    if not PASTED_HOST.match(written):
        if nested := list(NESTED.finditer(text, at, whole.end(group))):
            return nested[-1]["plain"], nested[-1].start("plain"), whole.end()
        if written.startswith("["):
            return written.strip("[]"), at + len(written) - len(written.lstrip("[")), whole.end()
    return written, at, whole.end()


def meant_url(written: str, label: str = "") -> str | None:
    """Return the absolute http(s) URL that `written` means, unwrapped; None for files, anchors and other schemes.

    Where a label points at what only tries to be one (`https://`, `htps://wiki.org`), that is returned as it is: a
    URL that no one can ask for.
    """
    text = written if written.isascii() else INVISIBLE.sub("", written)
    if '"' in text or "“" in text:
        text = TITLE.sub("", text)
    text = text.strip()
    if not PHRASE.search(text):
        text = text.strip(QUOTES).strip()
    text = ESCAPE.sub(r"\1", text).replace("&amp;", "&")
    text = PASTED_HOST.sub(r"\1\2", text)
    if "%3c" not in text.lower():
        text = PASTED_BRACKET.sub("", text)
    url = _with_scheme(text, label.strip())
    if url:
        return unwrap(url.replace(" ", "%20"))
    return text.replace(" ", "%20") if label.strip() and _is_unusable(text) else None


def _is_unusable(text: str) -> bool:
    """Say whether a destination is a web address gone wrong, not a file or another scheme."""
    if EMPTY.match(text):
        return True
    scheme = SCHEME_LIKE.match(text)
    return scheme is not None and scheme[1].lower() in NEARLY_HTTP


def _with_scheme(text: str, label: str) -> str | None:
    rest, scheme = text, ""
    while found := SCHEME.match(rest):  # https:/host, https//host, https://https://host
        scheme = scheme if scheme and not found[0].startswith("http") else found[0][:5].lower().rstrip(":/")
        rest = rest[found.end() :]
    if scheme:
        return f"{scheme}://{rest}"
    if not HOST_ONLY.match(text) or NOTE_FILE.search(text):
        return None
    text = text.removeprefix("//")
    return label if label.lower() in (f"http://{text}".lower(), f"https://{text}".lower()) else f"https://{text}"
