"""One analyser for every engine: what counts as a word, and which words count as the same."""

import re
import threading
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import snowballstemmer

from amendments.search.records import FIELDS, SearchRecord

WORDS_AT_HAND = 65_536
"""Words whose folded form and stems are remembered: the vocabulary of a large body's texts."""
LONGEST_WORD = 64
"""Characters of a word that count; longer ones are addresses and noise."""

HAN = "々〇㐀-䶿一-鿿豈-﫿\U00020000-\U0003fffd"
# Combining marks, joiners and the soft hyphen belong to the word they stand in.
MARKS = (
    "\u0300-\u036f\u0483-\u0489\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u00ad"
)
WORD = re.compile(f"[{HAN}]|[^\\W_{HAN}](?:[^\\W_{HAN}]|[{MARKS}])*")
IS_HAN = re.compile(f"[{HAN}]")
APOSTROPHES = frozenset("'’ʼ")
ELISIONS = frozenset({"l", "d", "n", "s", "j", "m", "t", "c", "qu", "jusqu", "lorsqu", "puisqu"})
"""French words that shed their vowel before the next word ("l'Union"): never searched for."""

LATIN_LANGUAGES = {"en": "english", "fr": "french", "es": "spanish"}
CYRILLIC = re.compile("[\u0400-\u052f]")
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]")
LATIN = re.compile("[a-z]")
LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "œ": "oe", "æ": "ae", "ı": "i"}
)
ARABIC_LETTERS = str.maketrans(
    {"ى": "ي", "ة": "ه", "ٱ": "ا", "ک": "ك", "ی": "ي", "ـ": None}
    | {chr(0x660 + n): str(n) for n in range(10)}
    | {chr(0x6F0 + n): str(n) for n in range(10)}
)
ARABIC_PREFIXES = ("وال", "بال", "كال", "فال", "ال", "لل", "و")
ARABIC_SUFFIXES = ("ها", "ا", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
"""The affixes of Larkey, Ballesteros and Connell's light10 (2007), ta marbuta written as ha,
and the alef of the accusative ("تقريرا")."""

_stemmers = threading.local()


@dataclass(frozen=True, slots=True)
class Token:
    """A word where it stands, as written but for case and accents, and with its ending off."""

    start: int
    end: int
    word: str
    stem: str


@dataclass(frozen=True, slots=True)
class Analysed:
    """One text of a record as engines keep it."""

    words: tuple[str, ...]
    """The words in order, for phrases and beginnings of words."""
    stems: Counter[str]
    """Each stem, and each two Han characters side by side, with how often it stands there."""


def is_han(word: str) -> bool:
    """Whether the token is a Chinese character, which stands for itself."""
    return len(word) == 1 and IS_HAN.match(word) is not None


def tokens(text: str, language: str) -> list[Token]:
    """The words of a text with their places in it."""
    found = []
    for match in WORD.finditer(text):
        word = fold(match.group())
        if word and not _is_clitic(text, match.start(), match.end(), word):
            found.append(Token(match.start(), match.end(), word, stem(word, language)))
    return found


def _is_clitic(text: str, start: int, end: int, word: str) -> bool:
    """Whether it is the l of "l'Union" or the s of "State's"."""
    if word == "s" and text[start - 1 : start] in APOSTROPHES and start:
        return True
    return (
        word in ELISIONS
        and text[end : end + 1] in APOSTROPHES
        and text[end + 1 : end + 2].isalpha()
    )


def stems_in(found: list[Token]) -> list[str]:
    """The stems of a text and every two Han characters that follow each other."""
    pairs = [
        one.word + two.word for one, two in pairwise(found) if is_han(one.word) and is_han(two.word)
    ]
    return [token.stem for token in found] + pairs


def analyse(record: SearchRecord) -> dict[str, Analysed]:
    """The three texts of a record as engines keep them."""
    analysed = {}
    for field in FIELDS:
        found = tokens(getattr(record, field), record.language)
        words = tuple(token.word for token in found)
        analysed[field] = Analysed(words, Counter(stems_in(found)))
    return analysed


@lru_cache(WORDS_AT_HAND)
def fold(word: str) -> str:
    """A word without what does not matter: case, accents, vowel signs, width of letters."""
    plain = unicodedata.normalize("NFKC", word).casefold()
    if not CYRILLIC.search(plain):
        # A short i (й) is a letter and not an accented i, so Cyrillic stays composed.
        plain = unicodedata.normalize("NFKD", plain)
    kept = (c for c in plain if unicodedata.category(c) not in {"Mn", "Cf", "Cs", "Zs"})
    folded = "".join(kept).replace("ё", "е").translate(LETTERS).translate(ARABIC_LETTERS)
    return unicodedata.normalize("NFC", folded)[:LONGEST_WORD]


@lru_cache(WORDS_AT_HAND)
def stem(word: str, language: str) -> str:
    """A folded word with its ending off, marked with the language whose rules took it off.

    The script tells Russian and Arabic; Latin words of other languages go by the rules
    of English, in which foreign names and terms are mostly written.
    """
    if LATIN.match(word):
        code = language if language in LATIN_LANGUAGES else "en"
        return f"{code}:{_snowball(LATIN_LANGUAGES[code], word)}"
    if CYRILLIC.match(word):
        return f"ru:{_snowball('russian', word)}"
    if ARABIC.match(word):
        return f"ar:{_light_arabic(word)}"
    return word


def forms(word: str) -> frozenset[str]:
    """Every stem a folded word of unknown language may have."""
    return frozenset(stem(word, language) for language in LATIN_LANGUAGES)


def _snowball(name: str, word: str) -> str:
    # A stemmer keeps its word while it works, so each thread has its own.
    known: dict[str, Any] = _stemmers.__dict__
    if name not in known:
        known[name] = snowballstemmer.stemmer(name)
    return str(known[name].stemWord(word))


def _light_arabic(word: str) -> str:
    for prefix in ARABIC_PREFIXES:
        # A lone wa is stripped from longer words only: it begins many roots.
        least = len(prefix) + (3 if prefix == "و" else 2)
        if word.startswith(prefix) and len(word) >= least:
            word = word[len(prefix) :]
            break
    for suffix in ARABIC_SUFFIXES:
        least = len(suffix) + (3 if suffix == "ا" else 2)
        if word.endswith(suffix) and len(word) >= least:
            word = word[: -len(suffix)]
    return word
