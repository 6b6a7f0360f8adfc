"""Whether a page speaks of one matter alone, as a notice does, sentence by sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from crawler.extraction.judging.voice import amount
from crawler.extraction.judging.words.courtesy import COURTESY, STANDING

if TYPE_CHECKING:
    from collections.abc import Sequence

END = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])")
CASE = re.compile(
    r"\b(?:if|when(?:ever)?|whether|unless|until|because|where|in case|after|before|once|while|which|whose"
    r"|raised?s?|returns?|says?|said|reports?|to indicate|an? (?:error|exception)|checks?|e\.g\."
    r"|wenn|falls|nachdem|meldet|quand|lorsque|lorsqu'\w+|cuando|quando|kiedy|gdy|jeśli|wanneer|toen|når|da jeg"
    r"|när|eğer|jos|když|pokud|если|когда|якщо|коли)\b|[@{}]",
    re.IGNORECASE,
)
READER = re.compile(  # words that address the reader, or ask of him
    r"\b(?:you|your|please|check back|come back|try again|reload"
    r"|sie|ihre?[mnrs]?|bitte|vous|votre|vos|veuillez|usted|su|tu|sus|tus|te|você|seu|sua"
    r"|por favor|ti|tuo|tua"
    r"|suo|twój|twoj\w+|państwa|prosimy|je|jouw|uw|u|din|ditt|dit|dig|deg|du|váš|vaš\w+|vám|prosím|bạn|siz\w*"
    r"|lütfen)\b"
    r"|(?<!\w)(?:вы|ваш\w*|вам|вас|ви|пожалуйста)(?!\w)|\w{3,}(?:niz|nız|nuz|nüz)\b|귀하|고객|회원님|주세요"
    r"|십시오|바랍니다|[您你请請]"
    r"|お客様|ください|ご利用|いただけ|عذر|يرجى|ขออภัย",
    re.IGNORECASE,
)
DEFINED = re.compile(
    r"\bindicat(?:es?|ing)\b|\bindica que\b|\bindique que\b|\bcauses? (?:are|is|include)"
    r"|\bis an? (?:standard|http|status|common|response|error (?:code|message))|\brefers to\b|\bmeans that\b"
    r"|\bbezeichnet|\bdésigne"
    r"|\b(?:es|è|é) un (?:código|codice|error)|是(?:一[种種]|超文本|指)|指的是|とは|のこと(?:です|である|を)"
    r"|(?:을|를) (?:뜻|의미)",
    re.IGNORECASE,
)
TOLD = re.compile(
    r"\bI(?:'ve|'d|'ll)?\b(?! am not| agree| accept| forgot|'m not)|\b(?:my|myself)\b(?! account| password"
    r"| online| e-?mail| session| profile| list| cart| content)"
    r"|\b(?i:ich)\b(?! bin (?:kein|ein mensch)| stimme| akzeptiere| habe (?:mein|noch|bereits|die)| möchte"
    r"| bin einverstanden)"
    r"|\bj'(?:ai|avais|étais)\b(?! oublié| lu| compris)|\bho \w+[aiu]to\b(?! (?:la|il) )"
    r"|\b(?i:jeg)\b(?! er (?:ikke|et)| har glemt| godt?kj?en)"
    r"|\b(?i:jag)\b(?! är (?:inte|en)| har glömt| godkänner)|\b(?i:ik)\b(?! ben (?:geen|een)| ga akkoord"
    r"| heb (?:mijn|een))"
    r"|\b(?!zapomnia)\w{3,}ł[ae]m\b|(?<!\w)[Яя](?!\w)(?! не робот| человек| соглас| принимаю)"
    r"|\b(?!unut)\w{3,}[dt][ıiuü]m\b"
    r"|\b(?:estuve|escribí|encontré|quería|tuve|fui|busqué)\b|\b(?:encontrei|escrevi|fiquei|procurei)\b"
    r"|(?<!니)다[.!]?$|(?<![가-힣])(?:나는|내가|저는(?! 로봇)|제가) "
    r"|(?:だった|である|(?<![まで])した|のだ|かった|いる|った)。?$"
)
ASTRAY, ALL = 0.4, 0.7  # the share of a notice's matter in what the page says: below and above
ASIDE = 40  # letters on other matters that any notice may have


def sentences_of(lines: Sequence[str]) -> list[str]:
    """Return what a page says, sentence by sentence, without what stands on every page of a site."""
    return [sentence for line in lines for sentence in END.split(line) if sentence and not STANDING.search(sentence)]


def first(pattern: re.Pattern[str], sentences: Sequence[str]) -> str | None:
    """Return the first sentence with such words that neither speaks of a case ("if it is gone, …") nor defines one."""
    found = ((sentence, pattern.search(sentence)) for sentence in sentences)
    return next((sentence for sentence, words in found if words and not _is_of_a_case(sentence, words.start())), None)


def _is_of_a_case(sentence: str, place: int) -> bool:
    return CASE.search(sentence[:place]) is not None or DEFINED.search(sentence) is not None


def addresses_its_reader(sentences: Sequence[str]) -> bool:
    """Return whether a text speaks to its reader, as a notice does: it asks, apologises or tells what to do."""
    return any(words.search(sentence) for sentence in sentences for words in (READER, COURTESY))


def tells(sentences: Sequence[str]) -> bool:
    """Say whether somebody tells something: a notice is no "I", and is polite in Korean and Japanese."""
    return any(TOLD.search(sentence) for sentence in sentences if not sentence.endswith("?"))


def speaks_of_others(sentences: Sequence[str], *matters: re.Pattern[str]) -> bool:
    """Say whether most of a text lies in sentences that are on none of the matters, and of no courtesy."""
    said, off = _lengths(sentences, matters)
    return off > ASIDE and off > (1 - ASTRAY) * said


def says_little_else(sentences: Sequence[str], *matters: re.Pattern[str]) -> bool:
    """Say whether nearly all of a text lies in sentences on the matters, or of courtesy."""
    said, off = _lengths(sentences, matters)
    return off <= max((1 - ALL) * said, ASIDE)


def length_off(sentences: Sequence[str], *matters: re.Pattern[str]) -> int:
    """Return how much of a text lies in sentences that are on none of the matters, and of no courtesy."""
    return _lengths(sentences, matters)[1]


def _lengths(sentences: Sequence[str], matters: Sequence[re.Pattern[str]]) -> tuple[int, int]:
    """Measure what a text says, and what of it is on none of the matters."""
    return _measured(tuple(sentences), tuple(matters))


@lru_cache(maxsize=16)  # rules measure the same text again and again
def _measured(sentences: tuple[str, ...], matters: tuple[re.Pattern[str], ...]) -> tuple[int, int]:
    words = (COURTESY, *reversed(matters))
    off = (sentence for sentence in sentences if not any(one.search(sentence) for one in words))
    return sum(map(amount, sentences)), sum(map(amount, off))
