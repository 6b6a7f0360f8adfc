"""Bytes to text: the right character set, whatever the page declares.

UTF-16 and the escapes of ISO 2022 are known by their bytes. UTF-8 that decodes strictly is UTF-8: others do not
look like it by chance. Else the declarations are held against the content, because pages of the nineties declare what
their editor was set to. Each encoding is scored by how much of the text is made of the commonest letters of its
language; a declaration outweighs a small difference.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from w3lib.encoding import (
    html_body_declared_encoding,
    http_content_type_encoding,
    read_bom,
    resolve_encoding,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLE = 65_536  # bytes that the choice looks at
TRUST = 0.2  # by how much another encoding must score better than the declared one
BY_DEFAULT, LITTLE_TRUST = "cp1252", 0.1  # some servers declare it for every page that they have
HANGUL = (  # the hundred and twenty commonest syllables
    "이다는에의을가고하지로은한기도를사리인시나자어대서그수있게해일정보으제아만부전스들과장라주여원적성안문동조상용러면니"
    "구신마경비우생미소연개세분선방바입공요위화것했던없었습내데체트드법회무발계물말모치진간타행당실본식된음유국와년"
)
KANA = "のにはをたがでてとしれさいるなすもからまりっあこーンスルトイラ、。"
HAN = (
    "的一是不了在人有我他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用"
    "发天如然作方成者多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从"
)
HAN_OLD = (
    "的一是不了在人有我他這為之大來以個中上們到說國和地也子時道出而要於就下得可你年生自會那後能對著事其裡所去行過家十用"
    "發天如然作方成者多日都三小軍二無同麼經法當起與好看學進種將還分此心前面又定見只主沒公從"
)
CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф"  # no capitals: Korean bytes are full of them, Russian is not
LATIN = "éèàçêîôûäöüßñáíóúãõåæøëïâì’‘“”–—…·«»©®°£§"


class Guess(NamedTuple):
    """An encoding, with the letters that texts written in it are full of."""

    name: str
    letters: frozenset[str]
    in_words: bool = False  # they make words of their own: one among ASCII letters is some other alphabet's


GUESSES = (
    Guess("cp949", frozenset(HANGUL)),
    Guess("cp932", frozenset(KANA)),
    Guess("euc_jp", frozenset(KANA)),
    Guess("gb18030", frozenset(HAN)),
    Guess("big5", frozenset(HAN_OLD)),
    Guess("cp1251", frozenset(CYRILLIC), in_words=True),
    Guess("koi8_r", frozenset(CYRILLIC), in_words=True),
    Guess("cp1252", frozenset(LATIN)),
)
ALPHABET = 20  # letters, at least
BOXES = re.compile("[\u2500-\u259f]|(?<=[а-яё])[А-ЯЁ]")  # what bytes of two make of an encoding of one
LONE = re.compile("(?<=[a-z])[^\x00-\x7f]|[^\x00-\x7f](?=[a-z])", re.IGNORECASE)
ESCAPED = ("iso2022", "hz", "utf-7")  # their bytes are ASCII, so that UTF-8 is no proof
WIDE = ("utf-16", "utf-32")
ORDERS = {  # of a declared name
    "utf-16": ("utf-16-le", "utf-16-be"),
    "utf-16-le": ("utf-16-le",),
    "utf-16-be": ("utf-16-be",),
}
ESCAPES = ((b"\x1b$B", "iso2022_jp"), (b"\x1b$@", "iso2022_jp"), (b"\x1b$)C", "iso2022_kr"))  # no other text has them
MARKUP = 4_096  # bytes among which the first tags are
SURE = 4  # times as many zeros at the places where they belong as elsewhere
BROKEN = 0.01  # share of characters that a text may lose; random bytes lose three times as many as UTF-16
UPPER = 0.9  # share of the upper halves of UTF-32 that are zero, at least: few characters are beyond U+FFFF


def decode(body: bytes, content_type: str | None = None) -> str:
    """Decode a body of text. Never fails: what no encoding explains becomes U+FFFD."""
    name, mark = read_bom(body)
    if name and mark:
        return body[len(mark) :].decode(name, "replace")
    return body.decode(detect(body, content_type), "replace")


def detect(body: bytes, content_type: str | None = None) -> str:
    """Name the encoding of a body of text that has no byte order mark, as Python does."""
    declared = [name for name in _declared(body, content_type) if not name.startswith(WIDE)]
    for name in (*_wide(body[:MARKUP], content_type), *_escaped(body, declared), "utf-8"):
        if _decodes(body, name):
            return name
    return _choose(body[:SAMPLE], declared)


def is_unicode(body: bytes) -> bool:
    """Return whether a body of text is UTF-8, UTF-16 or UTF-32."""
    return is_wide(body) or _decodes(body, "utf-8")


def is_wide(body: bytes, content_type: str | None = None) -> bool:
    """Return whether a body of text is UTF-16 or UTF-32: by its byte order mark, its tags or its zeros."""
    name, mark = read_bom(body)
    names = [name] if name and name.startswith(WIDE) else _wide(body[:MARKUP], content_type)
    return any(_is_legible(body[len(mark or b"") : SAMPLE], name) for name in names)


def _is_legible(sample: bytes, name: str) -> bool:
    text = sample.decode(name, "replace")
    return text.count("\ufffd") + text.count("\0") <= BROKEN * len(text)


def _wide(sample: bytes, content_type: str | None) -> Iterator[str]:
    """Yield UTF-32 or UTF-16, if a page's tags are written in it: each byte of theirs beside bytes of zero.

    A declaration alone says nothing: it is often that of pages that are not, and their bytes decode to Chinese. It
    counts where there are zeros. Text of ASCII characters shows it by the places of its zeros.
    """
    tags = sample.count(b"<")
    first, second, third, fourth = (sample[place::4].count(0) for place in range(4))
    if (2 * sample.count(b"<\0") > tags and second + fourth > SURE * (first + third)) or (
        second + fourth > UPPER * len(sample) / 2 and not first + third
    ):
        yield "utf-16-le"
    elif (2 * sample.count(b"\0<") > tags and first + third > SURE * (second + fourth)) or (
        first + third > UPPER * len(sample) / 2 and not second + fourth
    ):
        yield "utf-16-be"
    elif third + fourth > UPPER * len(sample) / 2:
        yield "utf-32-le"
    elif first + second > UPPER * len(sample) / 2:
        yield "utf-32-be"
    elif first + second + third + fourth:
        said = resolve_encoding(http_content_type_encoding(content_type) or "") or ""
        yield from (name for name in ORDERS.get(said, ()) if _is_legible(sample, name))


def _escaped(body: bytes, declared: list[str]) -> Iterator[str]:
    """Yield the encodings in whose escapes a text of ASCII bytes may be written."""
    yield from (name for escape, name in ESCAPES if escape in body[:SAMPLE])
    yield from (name for name in declared if name.startswith(ESCAPED))


def _declared(body: bytes, content_type: str | None) -> list[str]:
    """Return what header and page declare, as Python names them, unknown names left out."""
    said = (http_content_type_encoding(content_type), html_body_declared_encoding(body))
    return [name for name in (resolve_encoding(one) for one in said if one) if name]


def _decodes(body: bytes, name: str) -> bool:
    """Say whether every byte is right in this encoding; a last character that was cut in two is let go."""
    try:
        codecs.getincrementaldecoder(name)("strict").decode(body)
    except (UnicodeError, LookupError):
        return False
    return True


def _choose(sample: bytes, declared: list[str]) -> str:
    scores = {guess.name: _score(sample, guess) for guess in (Guess("utf-8", frozenset()), *GUESSES)}
    for name in declared:
        known = scores[name] if name in scores else _believed(sample, name)
        scores[name] = known + (LITTLE_TRUST if name == BY_DEFAULT else TRUST)
    return max(scores, key=lambda name: scores[name])


def _believed(sample: bytes, name: str) -> float:
    """Score an encoding that is declared and no guess of ours: by how much of the text is letters of its alphabet.

    Latin ones count beside plain letters: in words of their own they are another alphabet's.
    """
    upper = bytes(range(0xA1, 0x100)).decode(name, "ignore")
    own = frozenset(c for c in upper if c.isalpha() and "LATIN" not in unicodedata.name(c, "LATIN"))
    if len(own) > ALPHABET:
        return _score(sample, Guess(name, own, in_words=True))
    text = sample.decode(name, "replace")
    lone: list[str] = LONE.findall(text)
    beside = sum(map(str.isalpha, lone)) / (sum(c > "\x7f" for c in text) or 1)
    return max(beside, _score(sample, Guess(name, frozenset())))


def _score(sample: bytes, guess: Guess) -> float:
    """Share of the encoding's own letters among all letters beyond ASCII, less ten times that of the broken ones.

    -1 is no worse than a text of rare letters; a few broken bytes in a long page are forgiven.
    """
    text = sample.decode(guess.name, "replace")
    beyond = [c for c in text if c > "\x7f"]
    if not beyond:
        return 0.0
    broken = sum(c == "\ufffd" or "\x80" <= c <= "\x9f" or "\ue000" <= c <= "\uf8ff" for c in beyond)
    broken += len(BOXES.findall(text)) if guess.in_words else 0
    letters = guess.letters or frozenset(beyond) - {"\ufffd"}
    share = sum(c in letters for c in (LONE.sub("", text) if guess.in_words else beyond)) / len(beyond)
    return (share if guess.letters else 0.3) - 10 * broken / len(beyond)
