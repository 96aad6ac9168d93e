"""The labels that clauses are typed or numbered with: "a)", "(ii)", "1bis.2", "·", "أ)", "一、"."""

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum

SUFFIXES = (
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies", "alt"
)  # fmt: skip
"""Latin ordinals of what is put between two numbers (UN Editorial Manual; ITU-T A.1)."""
BULLETS = "·•●▪■◦○‣⁃*–—\u2212\u2010\u2011-\uf0b7\uf0a7\uf02d\uf0d8"
CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
ARABIC_ABJAD = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ"
"""The order in which UN Arabic texts letter their items."""
ARABIC_FORMS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ھ": "ه", "ى": "ي"})
HAN = "一二三四五六七八九十"
LOOKALIKES = str.maketrans("асеорхуіАСЕОРХ", "aceopxyiACEOPX")
"""Cyrillic letters that are typed for Latin ones, even in English texts."""
ROMAN = re.compile(r"(?=[ivxlc])(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)


LONGEST_LABEL = 24
"""Characters: "12.3.4 quinquies" and more."""
CLOSINGS = {")": ")", "）": ")", "°": "°", "º": "°"}
"""What stands behind a sign and tells lists apart; all else counts as a full stop."""
CIRCLE = "○"
"""The shape of ①."""
DIRECTION_MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Unseen marks of direction, which Arabic files put around labels (UAX 9)."""
DIRECTION = re.compile(f"[{DIRECTION_MARKS}]")
GAP = 3
"""So many spaces in a row were typed for a tab."""
PART = 16
"""What one step of a part of "1bis.2" is worth, so that bis to decies fit between two."""


class Family(StrEnum):
    """How a label counts."""

    NUMBER = "number"
    LETTER = "letter"
    CAPITAL = "capital"
    ROMAN = "roman"
    CAPITAL_ROMAN = "capital roman"
    CYRILLIC = "cyrillic"
    ARABIC = "arabic"
    HAN = "han"
    BULLET = "bullet"
    OPERATIVE = "operative paragraph"
    PREAMBULAR = "preambular paragraph"


@dataclass(frozen=True, slots=True)
class Rank:
    """One way to count a label: "i)" is the ninth letter or the first roman number."""

    family: Family
    shape: str
    """What stands around the sign: "()", ")", ".", "°", or ""; the char itself of a bullet."""
    path: tuple[int, ...]
    """Its value; several for "1.2.3", each times PART."""
    suffix: int = 0
    """1 for bis, 2 for ter …"""


@dataclass(frozen=True, slots=True)
class Label:
    """A label as it stands, and the ways to count it."""

    text: str
    """As printed, without the white space after it: "e)", "(i)", "1bis", "·"."""
    ranks: tuple[Rank, ...]
    end: int = 0
    """Where the text after it begins in the typed line; 0 for an automatic number."""
    is_sure: bool = True
    """False for a bare number before a space, which may be a word of the text."""


_SUFFIX = rf"(?:[\s\u00a0]?(?:{'|'.join(SUFFIXES)})\b\.?)"
_CORE = (
    r"(?P<pp>(?:PP|OP)\s?\d{1,3})|"
    r"(?P<path>\d{1,3}(?:" + _SUFFIX + r")?(?:\.\d{1,3}(?:" + _SUFFIX + r")?)+)|"
    r"(?P<number>[0-9٠-٩０-９]{1,3})|"
    r"(?P<roman>[ivxlc]{2,7}|[IVXLC]{2,7})|"
    r"(?P<letter>[A-Za-zА-Яа-я]|(?P<twin>[a-z])(?P=twin))|"
    r"(?P<arabic>[ابجدهوزحطيكلمنسعفصقرشتثخذضظغأإآىھ]\u0640?)|"
    r"(?P<han>[一二三四五六七八九十]{1,3})"
)
_SIGNS = "\u2460-\u249b\u3220-\u3229"
"""①, ⑴, ⒈, ㈠: a number and what stands around it in one character."""
_AFTER = r"(?P<space>[\s\u00a0\u2002-\u200a\u3000]*)"
_CLOSED = re.compile(
    rf"(?P<open>[(（])?(?:{_CORE})(?P<suffix>{_SUFFIX})?(?P<close>[\s\u00a0]?[)）]|\.[-–—]?|[、．。]|°|º|:(?=\s)"
    rf"|[\s\u00a0]?[-–—](?=[\s\u00a0]+[^\s\d]))"
    rf"(?P<late>{_SUFFIX})?{_AFTER}",
    re.IGNORECASE,
)
_SIGN = re.compile(rf"(?P<sign>[{_SIGNS}])(?P<space>[\s\u00a0\u3000]*)")
_QUOTED = re.compile(r"[’‘'](?P<number>[0-9٠-٩]{1,2})[‘’'](?P<space>[\s\u00a0]+)")
"""’1‘: what UN texts in Arabic put for roman numbers."""
_BARE = re.compile(rf"(?:{_CORE})(?P<suffix>{_SUFFIX})?(?P<space>[\s\u00a0\u2002-\u200a\u3000]+)")
_BULLET = re.compile(rf"(?P<bullet>[{re.escape(BULLETS)}o])(?P<space>[\s\u00a0\u3000]+)")
_LONE_BULLET = re.compile(rf"[{re.escape(BULLETS)}]")


_GLUED = re.compile(rf"[a-z](?:{'|'.join(SUFFIXES)})\b", re.IGNORECASE)
""" "dbis)": a suffix that stands right behind its letter."""


def typed_label(raw: str) -> Label | None:
    """The label that a line opens with, or None; marks of direction around it are left out."""
    if raw.isascii() or not DIRECTION.search(raw, 0, LONGEST_LABEL):
        return _typed_label(raw)
    label = _typed_label(DIRECTION.sub("", raw))
    return label and replace(label, end=_place_with_marks(raw, label.end))


def _place_with_marks(raw: str, place: int) -> int:
    """Where in a line stands what is at a place of the same line without its marks."""
    seen = [n for n, character in enumerate(raw) if not DIRECTION.match(character)]
    return seen[place] if place < len(seen) else len(raw)


def _typed_label(raw: str) -> Label | None:
    start = len(raw) - len(raw.lstrip())
    if _is_word(raw[start : start + 3]) and not _GLUED.match(raw, start):
        return None
    if sign := _sign(raw, start):
        return sign
    found = _CLOSED.match(raw, start)
    if found and _is_label(found, raw):
        return _label(found, raw, start, is_sure=True)
    found = _BULLET.match(raw, start)
    if found and (found["bullet"] != "o" or "\t" in found["space"]):
        shown = found["bullet"]
        return Label(shown, (Rank(Family.BULLET, shown, (1,)),), found.end())
    found = _BARE.match(raw, start)
    if found is None:
        return None
    is_tabbed = "\t" in found["space"] or len(found["space"]) >= GAP
    if found["pp"] or found["path"] or (found["number"] and found["suffix"]):
        return _label(found, raw, start, is_sure=True)
    if found["number"] or (is_tabbed and not found["han"]):
        return _label(found, raw, start, is_sure=is_tabbed)
    return None


def _sign(raw: str, start: int) -> Label | None:
    """A number in one character, "㈠", or in quotes, "’1‘"."""
    found = _SIGN.match(raw, start)
    if found:
        plain = unicodedata.normalize("NFKC", found["sign"])
        value = plain.strip("().")
        family, number = (
            (Family.NUMBER, int(value)) if value.isdecimal() else (Family.HAN, _han(value))
        )
        rank = Rank(family, plain.replace(value, "") or CIRCLE, (number,))
        return Label(found["sign"], (rank,), found.end())
    found = _QUOTED.match(raw, start)
    if found:
        text = raw[start : found.start("space")]
        return Label(text, (Rank(Family.NUMBER, "’", (int(found["number"]),)),), found.end())
    return None


def sure_label(raw: str) -> Label | None:
    """The label that a line opens with, if no words of a text could be it."""
    label = typed_label(raw)
    return label if label is not None and label.is_sure else None


def _is_word(opening: str) -> bool:
    """Whether three letters can only be those of a word, as most lines open with one."""
    is_latin = len(opening) == len("abc") and opening.isalpha() and opening.isascii()
    return is_latin and not set(opening.lower()) <= set("ivxlcpo")


def _is_label(found: re.Match[str], raw: str) -> bool:
    """Whether the sign is set apart from the text, as "1.5 million" and "A.I." are not."""
    rest = raw[found.end() :]
    if found["open"] and found["close"].strip() not in ")）":
        return False
    if found["close"] == "." and not found["space"] and rest:
        return False
    if found["close"] == ":" and not found["pp"]:
        return False
    return not (
        found["space"] == "" and rest and rest[0].isalnum() and not _is_wide(rest[0], found)
    )


def _is_wide(character: str, found: re.Match[str]) -> bool:
    """Chinese puts no space after a label, and a closed label may be glued to its text."""
    return character > "\u2e7f" or found["close"].strip() in {")", "）", "、"}


def label_alone(raw: str) -> bool:
    """Whether a line holds nothing but a label."""
    text = DIRECTION.sub("", raw).strip()
    if len(text) > LONGEST_LABEL:
        return False
    if _LONE_BULLET.fullmatch(text):
        return True
    found = _CLOSED.fullmatch(text) or _BARE.fullmatch(text + " ")
    if found is None:
        return False
    return bool(found.groupdict().get("close") or found["number"] or found["path"] or found["pp"])


def lone_label(raw: str) -> Label | None:
    """The label that stands alone on a line."""
    text = DIRECTION.sub("", raw).strip()
    if _LONE_BULLET.fullmatch(text):
        return Label(text, (Rank(Family.BULLET, text, (1,)),), len(raw))
    found = typed_label(text + "\t")
    return None if found is None else Label(found.text, found.ranks, len(raw))


def auto_label(shown: str) -> Label | None:
    """An automatic number as Word shows it; None where it shows none."""
    text = DIRECTION.sub("", shown).strip()
    if not text:
        return None
    if len(text) == 1 and not text.isalnum():
        return Label(text, (Rank(Family.BULLET, text, (1,)),))
    found = typed_label(text + "\t")
    if found is not None and found.end >= len(text):
        return Label(text, found.ranks)
    return Label(text, (Rank(Family.BULLET, text, (1,)),))


def _label(found: re.Match[str], raw: str, start: int, *, is_sure: bool) -> Label:
    closing = (found.groupdict().get("close") or "").strip()
    opening = found.groupdict().get("open") or ""
    suffix = found["suffix"] or found.groupdict().get("late") or ""
    shape = ("(" if opening else "") + (CLOSINGS.get(closing, ".") if closing else "")
    text = raw[start : found.start("space")].strip()
    order = _order(suffix)
    ranks = tuple(
        Rank(family, "" if family is Family.NUMBER and len(path) > 1 else shape, path, order)
        for family, path in _counts(found)
    )
    return Label(text, ranks, found.end(), is_sure)


def _order(suffix: str) -> int:
    name = suffix.strip(" .\u00a0").lower()
    return SUFFIXES.index(name) + 1 if name in SUFFIXES else 0


def _counts(found: re.Match[str]) -> list[tuple[Family, tuple[int, ...]]]:
    """The values of the sign, the likeliest family first."""
    if found["pp"]:
        family = Family.OPERATIVE if found["pp"][0] in "Oo" else Family.PREAMBULAR
        return [(family, (int(re.sub(r"\D", "", found["pp"])),))]
    if found["path"]:
        return [(Family.NUMBER, _path(found["path"]))]
    if found["number"]:
        return [(Family.NUMBER, (int(found["number"]),))]
    if found["arabic"]:
        sign = found["arabic"][0].translate(ARABIC_FORMS)
        return [(Family.ARABIC, (ARABIC_ABJAD.find(sign) + 1,))]
    if found["han"]:
        return [(Family.HAN, (_han(found["han"]),))]
    return _letters(found["roman"] or found["letter"])


def _path(text: str) -> tuple[int, ...]:
    """The parts of "1bis.2": each with its suffix as a fraction, so that it comes before "2.1"."""
    values: list[int] = []
    for part in text.replace("\u00a0", " ").split("."):
        number = re.match(r"\s*(\d+)\s*([a-z]*)", part, re.IGNORECASE)
        if number:
            values.append(int(number[1]) * PART + _order(number[2]))
    return tuple(values)


def _letters(sign: str) -> list[tuple[Family, tuple[int, ...]]]:
    counts: list[tuple[Family, tuple[int, ...]]] = []
    latin = sign.translate(LOOKALIKES)
    small = latin.islower()
    if latin.isascii() and len(set(latin.lower())) == 1:
        value = (ord(latin[0].lower()) - ord("a") + 1) + 26 * (len(latin) - 1)
        counts.append((Family.LETTER if small else Family.CAPITAL, (value,)))
    if latin.isascii() and ROMAN.fullmatch(latin):
        roman = (Family.ROMAN if small else Family.CAPITAL_ROMAN, (_roman(latin.lower()),))
        counts.insert(0 if len(latin) > 1 else len(counts), roman)
    if sign.lower() in CYRILLIC:
        counts.append((Family.CYRILLIC, (CYRILLIC.index(sign.lower()) + 1,)))
    return counts or [(Family.LETTER, (0,))]


def _roman(sign: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[character] for character in sign]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


def _han(sign: str) -> int:
    tens, ten, ones = sign.rpartition("十")
    if not ten:
        return HAN.index(sign[0]) + 1
    return (HAN.index(tens) + 1 if tens else 1) * 10 + (HAN.index(ones) + 1 if ones else 0)
