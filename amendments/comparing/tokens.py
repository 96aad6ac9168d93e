"""A text as the words, marks and spaces it is made of, and what counts as the same word."""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from importlib.resources import files
from itertools import chain
from typing import NamedTuple

HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Characters that are words of their own: Chinese is written without spaces."""

UNSEEN = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Soft hyphens, zero-width spaces and marks of direction: they stand in no word."""


def combining_marks() -> str:
    """The marks that belong to the letter before them, as the inside of a character class.

    Only the planes' part that holds living scripts is looked through; Chinese
    characters and Korean syllables have none.
    """
    places = [*range(0x300, 0x3100), *range(0xA660, 0xAC00), *range(0xFB1E, 0xFE30)]
    return "".join(chr(p) for p in places if unicodedata.category(chr(p)).startswith("M"))


def chinese_words() -> str:
    """The words of Chinese that are compared whole, as the inside of a group, the longest first."""
    table = tomllib.loads(files(__package__).joinpath("chinese.toml").read_text("utf-8"))
    listed = set(chain.from_iterable(table.values()))
    return "|".join(sorted(listed, key=lambda word: (-len(word), word)))


ATTACHED = re.escape(combining_marks()) + "\u200c\u200d" + UNSEEN
LETTER = rf"(?:[^\W_{HAN}][{ATTACHED}]*)"


def unit(letter: str, mark: str, unseen: str) -> re.Pattern[str]:
    """What finds a word or a mark, and the white space after it."""
    token = rf"""
        [A-Za-z]++(?=[ ,;])   # most words: nothing of what follows could be told of them
      | (?:https?://|www\.)[^\s]*[^\s.,;:!?)\]"'”’]   # an address of the web
      | (?<![\w.,/])\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+(?![\w/])   # 10 000
      | {letter}+
        (?: (?:['’ʼ\-‐‑‒–/_]|(?<=\d)[.,:](?=\d)|\.(?=\d)|(?<=\d)\.(?=[^\W\d])) {letter}+ )*
        (?: (?<=\d)% )?
      | {mark}
    """
    return re.compile(rf"({token}|^)([\s{unseen}]*)", re.VERBOSE)


UNIT = unit(LETTER, rf"(?:{chinese_words()})|\S[{ATTACHED}]*", UNSEEN)
ASCII_UNIT = unit("[A-Za-z0-9]", r"\S", "")
"""The same for texts of nothing but ASCII, a fifth faster."""

ASCII_WORD = re.compile(r"[A-Za-z0-9]++(?:['/-][A-Za-z0-9]++)*+")
ANY_WORD = re.compile(f"[A-Za-z]++(?= )|{LETTER}++(?:['/-]{LETTER}++)*+|[{HAN}]")

TYPOGRAPHY = str.maketrans(
    dict.fromkeys("‘’‚‛ʼ′`´", "'")
    | dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00a0\u2007\u2009\u202f", " ")
)
"""Signs that differ in typography only, character for character."""

UNPLAIN = re.compile(f"[{UNSEEN}{''.join(map(chr, TYPOGRAPHY))}]")


class Unit(NamedTuple):
    """A word or a mark with the white space that follows it."""

    core: str
    space: str
    key: str
    """What the core is compared by: its typography made plain."""

    @property
    def text(self) -> str:
        """The unit as it stands in its text."""
        return self.core + self.space

    @property
    def is_word(self) -> bool:
        """Whether it is a word or number, not a mark."""
        return self.key[:1].isalnum()


class Words(NamedTuple):
    """The units of a text in columns, which is much faster than one by one."""

    cores: Sequence[str]
    keys: Sequence[str]
    parts: Sequence[str]
    """Three for each unit: nothing, its core, and its space."""

    def text(self, start: int, end: int) -> str:
        """What the units between two places spell."""
        return "".join(self.parts[3 * start : 3 * end])

    def space(self, place: int) -> str:
        """The white space after a unit."""
        return self.parts[3 * place + 2]

    def letters(self, start: int, end: int) -> int:
        """How many characters the words between two places have, marks left out."""
        both = zip(self.cores[start:end], self.keys[start:end], strict=True)
        return sum([len(core) for core, key in both if key[:1].isalnum()])


def words_of(text: str) -> Words:
    """The words and marks of a text in order; they spell it exactly."""
    if not text:
        return Words((), (), ())
    is_ascii = text.isascii()
    parts = (ASCII_UNIT if is_ascii else UNIT).split(text)  # Nothing stands between matches.
    cores = parts[1::3]
    return Words(cores, cores if is_ascii else [*map(key_of, cores)], parts)


def units(text: str) -> list[Unit]:
    """The words and marks of a text in order, one by one."""
    cores, keys, parts = words_of(text)
    return [*map(Unit, cores, parts[2::3], keys)]


def keys(text: str) -> list[str]:
    """What the words of a text are compared by, its marks left out unless it has nothing else."""
    found = [*filter(None, words_of(text).keys)]
    return [key for key in found if key[0].isalnum()] or found


def quick_words(text: str) -> list[str]:
    """The words and references of a text as far as they tell how alike texts are.

    Faster than `keys`, which also tells amounts and addresses of the web whole. A text of
    nothing but marks gives those.
    """
    folded = text if text.isascii() else made_plain(text)
    return (ASCII_WORD if folded.isascii() else ANY_WORD).findall(folded) or folded.split()


def key_of(core: str) -> str:
    """A word with its typography made plain."""
    if core.isascii():
        return core
    return made_plain(core) or core


def plain(text: str) -> str:
    """A text with its typography and white space made plain: equal ones say the same."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join((text if text.isascii() else made_plain(text)).split())


def made_plain(text: str) -> str:
    """A text with its signs made plain, and without those that nobody sees."""
    composed = unicodedata.normalize("NFC", text)
    return UNPLAIN.sub(lambda sign: TYPOGRAPHY.get(ord(sign[0]), ""), composed)
