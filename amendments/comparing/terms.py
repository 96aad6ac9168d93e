"""The words that tell what an edit is about: which of them stand where in a text."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain

from amendments.comparing.tokens import TYPOGRAPHY
from amendments.drafting.states import find_states

VOWEL_MARKS = "[\u064b-\u0652\u0670]*"
"""What Arabic may write over and under a letter, or leave out."""

JOINED_ON = "[وفبلك]{0,2}"
"""Arabic writes "and", "so", "with", "to" and "like" as one with the next word."""

WITHOUT_SPACES = {"zh"}
"""Languages in which a word's end is not to be seen."""

OPENS = r"(?:^|[,;:،؛，；]\s*|\b(?:and|et|y|и|to)\s+)(?:\w{4,}\s+)?"
"""Where a verb of the operative part stands: it opens the clause or what follows a comma or
"and", with one word before it at most ("also", "strongly")."""

SYMBOL = r"\b[A-Z][A-Za-z]*\d*(?:/[A-Za-z\d.()-]+)+|\b\d{1,3}/\d{1,4}\b(?: [A-Z]\b)?"
"""A document or resolution by its number: "A/RES/75/176", "C19/4", "70/1"."""

REVISED = r"(?: ?\((?:[^\W\d]+\.,? ?)?[^\W\d][^()]{0,40}\d{4}\))?"
"""How ITU names a version: "(Rev. Bucharest, 2022)"."""

YEAR = r"(?<![\w./,-])(?:19|20)\d\d(?!\w|[./,]\d)"
NUMBER = r"(?<!\w)\d+(?:[.,]\d+)*(?: \d{3})*%?(?!\d)"


NAME_AT_MOST = 60
"""How many characters before and after an edit are looked through for names of States."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase of a known sort, with its place in a text."""

    sort: str
    start: int
    end: int
    said: str
    """What it comes down to: equal for two spellings of one thing."""
    strength: int = 0
    """How much is asked, from 1; only of obligations."""


def terms_in(text: str, language: str, edits: Iterable[tuple[int, int]]) -> list[Term]:
    """The terms of a text, of States only those near its edits.

    A language that no table is for reads as English.
    """
    plain = text.translate(TYPOGRAPHY)
    tongue = language if language in tables() else "en"
    found = [*obligations(plain, tongue), *figures(plain, tongue)]
    for sort in ("qualifications", "negations", "bodies"):
        found += phrases(sort, plain, tongue)
    found += names_near(text, edits)
    return found


# --- the sorts ----------------------------------------------------------------------


def obligations(text: str, language: str) -> Iterator[Term]:
    """The words that say how much is asked, by modal verbs and by the verb of the clause."""
    for scale in ("modals", "verbs"):
        for match in pattern(scale, language).finditer(text):
            said = bare(match["said"])
            step = steps(scale, language)[said]
            yield Term(scale, match.start("said"), match.end("said"), said, step)


def figures(text: str, language: str) -> Iterator[Term]:
    """References, then dates, then numbers: what is part of one is none of the next."""
    taken: list[tuple[int, int]] = []
    for sort in ("references", "dates", "numbers"):
        for match in pattern(sort, language).finditer(text):
            if all(match.end() <= start or end <= match.start() for start, end in taken):
                taken.append(match.span())
                yield Term(sort, match.start(), match.end(), bare(match.group()))


def names_near(text: str, edits: Iterable[tuple[int, int]]) -> Iterator[Term]:
    """The States and groups named where the edits stand; looking everywhere takes long."""
    for start, end in stretches(text, edits):
        for named in find_states(text[start:end]):
            yield Term("names", start + named.start, start + named.end, named.code)


def stretches(text: str, edits: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts of a text in which a name may stand that an edit touches, in their order.

    Such a name begins before the edit ends, and not with a small letter.
    """
    begun, ended = 0, 0
    for start, end in edits:
        near = range(max(0, start - NAME_AT_MOST), end)
        starts = [at for at in near if text[at].isalnum() and not text[at].islower()]
        if not starts:
            continue
        if starts[0] >= ended:
            if begun < ended:
                yield begun, ended
            begun = starts[0]
        ended = max(ended, starts[-1] + NAME_AT_MOST, end)
    if begun < ended:
        yield begun, ended


def phrases(sort: str, text: str, language: str) -> Iterator[Term]:
    """The phrases of one list of the table; those of organs are names."""
    for match in pattern(sort, language).finditer(text):
        said = bare(match["said"])
        yield Term("names" if sort == "bodies" else sort, *match.span("said"), said)


# --- the tables ---------------------------------------------------------------------


@cache
def tables() -> dict[str, dict[str, list[str] | list[list[str]]]]:
    """The tables of all languages."""
    return tomllib.loads(files(__package__).joinpath("meaning.toml").read_text("utf-8"))


@cache
def words(sort: str, language: str) -> tuple[str, ...]:
    """The words of a list, or of all steps of a scale."""
    listed = tables()[language][sort]
    return tuple(chain.from_iterable([one] if isinstance(one, str) else one for one in listed))


@cache
def steps(scale: str, language: str) -> dict[str, int]:
    """How strong each word of a scale is."""
    listed = enumerate(tables()[language][scale], start=1)
    return {bare(word): step for step, level in listed for word in level}


@cache
def pattern(sort: str, language: str) -> re.Pattern[str]:
    """What finds the terms of one sort; "said" is the term where more is looked at."""
    makers = {"references": reference, "dates": date, "numbers": number}
    if sort in makers:
        return re.compile(makers[sort](language), re.IGNORECASE)
    before = OPENS if sort == "verbs" and language not in {"ar", "zh"} else ""
    said = any_of(words(sort, language), language)
    # "May" is a month; "may" is a word of obligation.
    flags = re.NOFLAG if sort == "modals" else re.IGNORECASE
    return re.compile(before + bounded(f"(?P<said>{said})", language), flags)


def reference(language: str) -> str:
    """A word for what is referred to with its number; or a symbol."""
    named = any_of(words("references", language), language)
    label = r"[A-Z]{0,3}[ -]?\d+[\w./-]*(?:\([\w.]+\))*|[IVXLC]+\b"
    gap = "\\s*" if language in WITHOUT_SPACES else "\\s+"
    return rf"(?-i:{SYMBOL}){REVISED}|{bounded(named, language)}{gap}(?-i:{label}){REVISED}"


def date(language: str) -> str:
    """A month with its day and year; or a year."""
    if language in WITHOUT_SPACES:
        return rf"(?:\d{{4}}年)?\d{{1,2}}月(?:\d{{1,2}}日)?|\d{{4}}年|{YEAR}"
    month = any_of(words("months", language), language)
    day = r"\d{1,2}(?:er)?(?:\s*(?:-|to|and|au|al|и|по)\s*\d{1,2})?\s+(?:de\s+)?"
    year = r"\s+(?:de\s+)?\d{4}\b"
    # "may" is a month only beside a day or a year.
    return rf"{day}(?:{month})\b(?:,?{year})?|\b(?:{month}){year}|{YEAR}"


def number(language: str) -> str:
    """A number in figures or in words."""
    word = any_of(words("numerals", language), language)
    if language in WITHOUT_SPACES:
        return rf"{NUMBER}|(?:{word})+"
    return rf"{NUMBER}|\b(?:{word})(?:[-\s](?:{word}))*\b"


def any_of(listed: Iterable[str], language: str) -> str:
    """One of some words, the longest first."""
    found = sorted(listed, key=lambda word: (-len(word), word))
    return "|".join(spelt_loosely(word, language) for word in found)


def spelt_loosely(word: str, language: str) -> str:
    """A phrase with any white space in it and, in Arabic, with any vowel marks."""
    if language == "ar":
        return r"\s+".join(
            VOWEL_MARKS.join(map(re.escape, part)) + VOWEL_MARKS for part in word.split()
        )
    return r"\s+".join(map(re.escape, word.split()))


def bounded(expression: str, language: str) -> str:
    """The expression as whole words."""
    if language in WITHOUT_SPACES:
        return f"(?:{expression})"
    return rf"(?<!\w){JOINED_ON if language == 'ar' else ''}(?:{expression})(?!\w)"


def bare(said: str) -> str:
    """A phrase in small letters, without vowel marks, its white space tidied."""
    return " ".join(re.sub(VOWEL_MARKS, "", said).casefold().split())
