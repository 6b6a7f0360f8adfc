"""The language of a text: by its script, and among Latin ones by its commonest words."""

from __future__ import annotations

import re
from collections import Counter

SAMPLE = 5_000  # characters that are looked at
LETTERS_ENOUGH = 6  # of a script that is a language's own, below which nothing is said
WORDS_ENOUGH = 12  # of a Latin text, the same
HITS_ENOUGH = 3  # different stop words: code repeats one
LETTERS = {
    "ko": r"[\uac00-\ud7a3]",
    "ja": r"[\u3040-\u30ff]",
    "zh": r"[\u4e00-\u9fff]",
    "ru": r"[\u0400-\u04ff]",
    "el": r"[\u0370-\u03ff]",
    "ar": r"[\u0600-\u06ff]",
    "he": r"[\u0590-\u05ff]",
    "th": r"[\u0e00-\u0e7f]",
    "hi": r"[\u0900-\u097f]",
}
SCRIPTS = {language: re.compile(letters) for language, letters in LETTERS.items()}
LATIN = re.compile(r"[a-zà-öø-ÿā-žơưạ-ỹ]+")
UKRAINIAN = re.compile(r"[іїєґ]")
STOP_WORDS = {
    "en": "the of and to in is that it for was with as on be this are by from you have not at or which",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden",
    "fr": "le la les de et des en un une est que dans pour qui sur pas par au plus avec ce il du sont",
    "es": "el la los de y en que las del un una es por con para se no su lo como más al pero",
    "pt": "o os de e que do da em um uma para não com no na por se mais dos as como mas ao",
    "it": "il di che la e un una è per non con del della sono le si da dei nel alla più gli ma",
    "nl": "de het een van en in is dat op te voor met zijn niet aan er om ook als die maar bij",
    "sv": "och att det som en på är av för med den till inte om ett har jag de men var",
    "da": "og at det er en som på for til af med ikke den har de et jeg kan vi men",
    "pl": "w i na z do się nie to że jest o jak po co za od ale przez tym dla",
    "tr": "ve bir bu da de için ile çok daha olarak ne gibi olan kadar ama en her sonra",
    "vi": "và của là có cho được các trong không với một những này để khi người đã từ",
    "id": "yang dan di dengan untuk dari ini pada tidak itu adalah dalam akan juga ke saya bisa",
    "cs": "a se na je že to v s do i o jako za ale jsem pro by po jeho která",
    "fi": "ja on ei että se oli hän mutta ovat kun niin myös tai jos mitä joka",
    "ro": "și de în la a cu nu pe care din este că un o mai pentru sunt",
    "hu": "a az és hogy nem egy is de meg ez van csak volt mint már ha",
}
# Single letters aside: they are variables and list marks as well.
WORDS = {language: frozenset(w for w in words.split() if len(w) > 1) for language, words in STOP_WORDS.items()}
SHARE = 0.08  # of a Latin text's words that its stop words must be


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code, None for a text that is too short or too much code to say."""
    sample = text[:SAMPLE].lower()
    words = LATIN.findall(sample)
    counts = {language: len(letters.findall(sample)) for language, letters in SCRIPTS.items()}
    script = max(counts, key=lambda language: counts[language])
    # A Korean note on programming is half English words; its own script decides before they do.
    if counts[script] >= LETTERS_ENOUGH and counts[script] > len(words) / 2:
        return _among_neighbours(script, counts, sample)
    return _latin(words)


def _among_neighbours(script: str, counts: dict[str, int], sample: str) -> str:
    """Tell apart languages that share a script."""
    if script == "zh":
        return "ja" if counts["ja"] * 20 > counts["zh"] else "ko" if counts["ko"] * 2 > counts["zh"] else "zh"
    if script == "ru":
        return "uk" if len(UKRAINIAN.findall(sample)) * 30 > counts["ru"] else "ru"
    return script


def _latin(words: list[str]) -> str | None:
    if len(words) < WORDS_ENOUGH:
        return None
    tally = Counter(words)
    hits = {language: [tally[word] for word in own if word in tally] for language, own in WORDS.items()}
    best = max(hits, key=lambda language: sum(hits[language]))
    return best if len(hits[best]) >= HITS_ENOUGH and sum(hits[best]) >= SHARE * len(words) else None
