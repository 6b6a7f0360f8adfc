"""What a link's destination means: the URL in it, however it was mangled."""

from __future__ import annotations

import re

from crawler.urls import unwrap

ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
QUOTES = "\"'“”‘’`"
PASTED_BRACKET = re.compile(r"(?:%3E)+$", re.IGNORECASE)  # the ">" of <url>, pasted along
PASTED_HOST = re.compile(r"(https?://)\[([^\[\]]+)\]\([^()]*\)", re.IGNORECASE)  # https://[host](http://host)/path
SCHEME = re.compile(r"(?:https?:/*|https?//)(?=(?:https?:/*|https?//|[^/\s]))", re.IGNORECASE)
# Without a scheme, only what cannot be a file beside the note: www., or a name under a domain that is no file ending.
DOMAINS = "com|net|org|io|dev|kr|edu|gov|info|co|jp|cn|de|fr|uk|eu|ai|so|tv|gg|me|blog|page|tech|cloud|xyz|wiki|site"
HOST_ONLY = re.compile(
    rf"(?://)?(?:www\.[\w-]+(?:\.[\w-]+)+|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:{DOMAINS}))(?::\d+)?(?:[/?#]|$)"
)
NOTE_FILE = re.compile(r"\.(?:md|mdx|markdown)(?:$|[#?])", re.IGNORECASE)


def meant_url(written: str, label: str = "") -> str | None:
    """Return the absolute http(s) URL that `written` means, unwrapped; None for files, anchors and other schemes."""
    text = ESCAPE.sub(r"\1", written.strip().strip(QUOTES).strip()).replace("&amp;", "&")
    text = PASTED_BRACKET.sub("", PASTED_HOST.sub(r"\1\2", text))
    url = _with_scheme(text, label.strip())
    return unwrap(url.replace(" ", "%20")) if url else None


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
