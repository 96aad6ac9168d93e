"""How resolutions speak in six languages: verbs, bodies and annexes, from `calls.toml`."""

import re
import tomllib
import unicodedata
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from amendments.drafting.labels import DIRECTION_MARKS
from amendments.model import Part

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
SCRIPTS = {
    "ar": re.compile(r"[\u0600-\u06ff\u0750-\u077f]"),
    "zh": re.compile(r"[\u3400-\u9fff]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
}
"""The letters of the languages that have a script of their own."""
WORD = re.compile(r"[^\W\d_]+")
READ_FOR_LANGUAGE = 10_000
"""Characters: a language shows in far fewer, and this bounds the work."""
LONGEST_VERB = 120
"""Characters: the longest verb phrase, with the words of rank around it."""
ARABIC_LETTERS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "\u0640": "", "ٱ": "ا"}
    | dict.fromkeys(DIRECTION_MARKS, ""),
)
"""Arabic letters that are written in several ways, and marks that are not seen."""


class Certainty(StrEnum):
    """How a verb was recognised."""

    LISTED = "listed"
    BY_FORM = "by form"


@dataclass(frozen=True, slots=True)
class Verb:
    """The verb phrase that opens a text."""

    part: Part
    certainty: Certainty
    words: int
    """How many words of the text the verb takes, its rank words included."""


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """How one language speaks."""

    language: str
    ranks: frozenset[str]
    preamble: frozenset[str]
    operative: frozenset[str]
    preamble_form: re.Pattern[str]
    operative_form: re.Pattern[str]
    call_end: tuple[str, ...]
    """What a call does not end with: it goes on in the next line."""
    call_start: tuple[str, ...]
    """What the second line of a call begins with, and no clause without a mark at its end."""
    bodies: re.Pattern[str]
    we: str
    """The word a declaration speaks of itself with."""
    annex: re.Pattern[str]
    annex_name: str
    section: re.Pattern[str]
    article: re.Pattern[str]
    number_line: re.Pattern[str]
    closing: re.Pattern[str]
    paragraph_names: dict[str, list[str]]
    """How people name the numbered paragraphs of a UN text, by the sign of its address."""
    longest: int
    """Words of the longest phrase in the lists."""

    def verb(self, text: str) -> Verb | None:
        """The verb phrase that opens a text, rank words before and after it included."""
        if self.language == "zh":
            return self._chinese_verb(text)
        return self._spaced_verb(fold(text[:LONGEST_VERB]))

    @lru_cache(maxsize=1024)  # noqa: B019 - one for each of six languages, and they stay
    def _spaced_verb(self, folded: str) -> Verb | None:
        words = folded.split()
        start = self._past_ranks(words, 0)
        for size in range(min(self.longest, len(words) - start), 0, -1):
            phrase = " ".join(words[start : start + size]).rstrip(",:;.")
            for part, listed in ((Part.PREAMBLE, self.preamble), (Part.OPERATIVE, self.operative)):
                if phrase in listed:
                    end = self._past_ranks(words, start + size)
                    return Verb(part, Certainty.LISTED, end)
        if start >= len(words):
            return None
        first = words[start].rstrip(",:;.")
        two = " ".join(words[start : start + 2]).rstrip(",:;.")
        for part, form in (
            (Part.PREAMBLE, self.preamble_form),
            (Part.OPERATIVE, self.operative_form),
        ):
            if form.fullmatch(first) or form.fullmatch(two):
                return Verb(part, Certainty.BY_FORM, self._past_ranks(words, start + 1))
        return None

    def _past_ranks(self, words: list[str], start: int) -> int:
        while start < len(words):
            for size in (3, 2, 1):
                if " ".join(words[start : start + size]).rstrip(",:") in self.ranks:
                    start += size
                    break
            else:
                return start
        return start

    def _chinese_verb(self, text: str) -> Verb | None:
        rest = text.strip()
        while rank := next((r for r in self.ranks if rest.startswith(r)), ""):
            rest = rest[len(rank) :]
        listed = ((w, p) for p, ws in self._chinese_lists() for w in ws)
        found = [(word, part) for word, part in listed if rest.startswith(word)]
        if not found:
            return None
        word, part = max(found, key=lambda one: len(one[0]))
        return Verb(part, Certainty.LISTED, len(text.strip()) - len(rest) + len(word))

    def _chinese_lists(self) -> tuple[tuple[Part, frozenset[str]], ...]:
        return ((Part.PREAMBLE, self.preamble), (Part.OPERATIVE, self.operative))


@lru_cache(maxsize=1024)
def fold(text: str) -> str:
    """Lower case, without accents and Arabic marks, quotes straightened."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.replace("ё", "е").replace("й", "\ue000"))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return bare.replace("\ue000", "й").translate(ARABIC_LETTERS).replace("’", "'").lower()


@cache
def speech(language: str) -> Speech:
    """How a language speaks; English for one that is not known."""
    known = language if language in LANGUAGES else "en"
    table = _tables()[known]
    lists = {name: frozenset(table[name]) for name in ("ranks", "preamble", "operative")}
    return Speech(
        language=known,
        **lists,
        preamble_form=re.compile(table["preamble_form"]),
        operative_form=re.compile(table["operative_form"]),
        call_end=tuple(table["call_end"]),
        call_start=tuple(table["call_start"]),
        bodies=re.compile(table["bodies"]),
        we=table["we"],
        annex=re.compile(table["annex"]),
        annex_name=table["annex_name"],
        section=re.compile(table["section"]),
        article=re.compile(table["article"]),
        number_line=re.compile(table["number_line"]),
        closing=re.compile(table["closing"]),
        paragraph_names=table["paragraph_names"],
        longest=max(len(words.split()) for name in lists for words in lists[name]),
    )


def language_of(text: str) -> str:
    """The language of a text: by its script, then by its small words; English in doubt."""
    sample = text[:READ_FOR_LANGUAGE]
    if not sample.isascii() and (own := _language_of_script(sample)):
        return own
    counts = Counter(WORD.findall(fold(sample)))
    scores = {name: sum(counts[word] for word in _telling(name)) for name in ("en", "fr", "es")}
    return max(scores, key=lambda name: scores[name])


def _language_of_script(sample: str) -> str | None:
    """The language of the script that a third of the letters belong to.

    A third will do: symbols, names and references stay in Latin letters.
    """
    many, name = max((len(own.findall(sample)), name) for name, own in SCRIPTS.items())
    return name if many and many * 3 > sum(map(len, WORD.findall(sample))) else None


@cache
def _telling(language: str) -> frozenset[str]:
    """The words that show a language: its small ones and the verbs of its resolutions."""
    table = _tables()[language]
    return frozenset([*table["stopwords"], *table["preamble"], *table["operative"]])


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__package__).joinpath("calls.toml").read_text("utf-8"))
