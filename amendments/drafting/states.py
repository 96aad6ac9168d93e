"""Which State or group a code, a name or a text means."""

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz, process

from amendments.errors import UnknownState
from amendments.model import Mention, State

DATA = Path(__file__).parent
LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
NEAR_ENOUGH = 75
"""Of 100: how alike a name must be to be offered in place of an unknown one."""
ARABIC_AND = "و"
"""Written as one with the word it joins on: “والبرازيل” is “and Brazil”."""
LONGEST_ACRONYM = 6
OF_THE_UNION = re.compile(r"^(?P<style>.+ of)(?P<the> the)? (?P<name>.+)$")

Spot = tuple[str, tuple[int, ...]]
"""A folded text and, for each of its characters, where it stood in the text itself."""


def folded(text: str) -> Spot:
    """The text as names are compared: no accents, cases, quotes or kinds of dashes and spaces."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for plain in _plain(character):
            if plain == " " and (not letters or letters[-1] == " "):
                continue
            letters.append(plain)
            places.append(place)
    return "".join(letters), tuple(places)


@cache
def _plain(character: str) -> str:
    if character in "'’‘ʼ`´":
        return ""
    if character.isspace() or unicodedata.category(character) == "Pd":
        return " "
    apart = unicodedata.normalize("NFKD", character)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


# --- the register -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write a State or group; `code` is empty where the name is a trap."""

    folded: str
    code: str
    acronym: str = ""
    """The exact capitals where it is one: “the us” and “car” are words."""


@dataclass(frozen=True, slots=True)
class Register:
    """Every State and group with every code and name of theirs."""

    states: dict[str, State]
    codes: dict[str, str]
    """ISO 3166 alpha-3 and the groups' acronyms first, then alpha-2, then ITU's symbols."""
    names: dict[str, str]
    by_start: dict[str, tuple[Name, ...]]
    """By their first letter, the longest first."""


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table of ours, its comment lines left out."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


@cache
def register() -> Register:
    """The register as the two tables beside this file have it."""
    states: dict[str, State] = {}
    weaker: dict[str, str] = {}
    names: list[Name] = []
    for row in rows(DATA / "states.csv"):
        names += _names(row["code"], _written(row))
        if row["code"]:
            states[row["code"]] = State(row["code"], row["en"], itu=row["itu"])
            weaker.setdefault(row["itu"], row["code"])
    iso2 = {row["iso2"]: row["code"] for row in rows(DATA / "states.csv") if row["code"]}
    for row in rows(DATA / "groups.csv"):
        members = tuple(row["members"].split())
        states[row["code"]] = State(
            row["code"], row["name"], is_group=True, members=members, itu=row["itu"]
        )
        names += _names(row["code"], [row["name"], *row["also"].split("|")])
        weaker.setdefault(row["itu"], row["code"])
    weaker.pop("", None)
    codes = weaker | iso2 | {code: code for code in states}
    exact = {name.folded: name.code for name in names if name.code}
    return Register(states, codes, exact, _by_start(names))


def _by_start(names: list[Name]) -> dict[str, tuple[Name, ...]]:
    starts: dict[str, dict[Name, None]] = {}
    for name in names:
        starts.setdefault(name.folded[0], {})[name] = None
    return {
        start: tuple(sorted(found, key=lambda name: -len(name.folded)))
        for start, found in starts.items()
    }


def _written(row: dict[str, str]) -> Iterator[str]:
    """Every way the State of a row is written."""
    for language in LANGUAGES:
        yield from (row[language], row[f"{language}_formal"])
    yield from (row["also"] or "").split("|")
    # ITU writes "Brazil (Federative Republic of)" for the Federative Republic of Brazil.
    found = OF_THE_UNION.match(row["en_formal"] or "")
    if found:
        yield f"{row['en']} ({found['style']}{found['the'] or ''})"
        yield f"{found['name']} ({found['style']}{found['the'] or ''})"


def _names(code: str, written: Iterator[str] | list[str]) -> Iterator[Name]:
    for words in written:
        if words:
            last = words.rsplit(" ", 1)[-1]
            short = last.isupper() and last.isascii() and len(last) <= LONGEST_ACRONYM
            yield Name(folded(words)[0], code, words if short else "")
            if words.startswith("Saint "):
                yield Name(folded("St. " + words.removeprefix("Saint "))[0], code)
                yield Name(folded("St " + words.removeprefix("Saint "))[0], code)


# --- what others ask --------------------------------------------------------------------


def all_states() -> tuple[State, ...]:
    """Every State, then every group, each in the order of their codes."""
    states = register().states.values()
    return tuple(sorted(states, key=lambda state: (state.is_group, state.code)))


def state(code_or_name: str) -> State:
    """The State or group of an ISO code, an ITU symbol or a name; raises UnknownState.

    Where ISO and ITU use the same letters for two States, ISO's meaning holds.
    """
    known = register()
    given = code_or_name.strip()
    code = known.codes.get(given.upper()) or known.names.get(folded(given)[0].strip())
    if code:
        return known.states[code]
    near = process.extractOne(
        folded(given)[0], known.names.keys(), scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH
    )
    hint = f" Did you mean {known.states[known.names[near[0]]].name}?" if near else ""
    raise UnknownState(
        f"“{given}” is no State or group that is known here.{hint} "
        "Give its ISO code, such as BRA, its ITU symbol, or its name in the United Nations."
    )


def is_known(code_or_name: str) -> bool:
    """Whether `state` would answer."""
    known = register()
    given = code_or_name.strip()
    return given.upper() in known.codes or folded(given)[0].strip() in known.names


def find_states(text: str) -> tuple[Mention, ...]:
    """The States and groups that a text names, in its order, the longest names first.

    Codes are not looked for: in plain text “CAN”, “PER” and “is” are words.
    """
    plain, places = folded(text)
    found: list[Mention] = []
    at = 0
    while at < len(plain):
        name, start = _name_at(plain, places, text, at)
        if name is None:
            at += 1
            continue
        end = start + len(name.folded)
        if name.code:
            first, last = places[start], places[end - 1] + 1
            found.append(Mention(name.code, first, last, text[first:last]))
        at = end
    return tuple(found)


def _name_at(plain: str, places: tuple[int, ...], text: str, at: int) -> tuple[Name | None, int]:
    if not _starts_here(plain, at):
        return None, at
    starts = (at, at + 1) if plain[at] == ARABIC_AND else (at,)
    for start in starts:
        for name in register().by_start.get(plain[start : start + 1], ()):
            if plain.startswith(name.folded, start) and _ends(plain, start + len(name.folded)):
                first, last = places[start], places[start + len(name.folded) - 1] + 1
                if _is_written_as_a_name(text[first:last], name):
                    return name, start
    return None, at


def _is_written_as_a_name(words: str, name: Name) -> bool:
    """Names begin with a capital, and acronyms are capitals: “turkey” and “us” are neither."""
    if name.acronym:
        return words == name.acronym
    return not words[0].islower()


def _is_chinese(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _starts_here(plain: str, at: int) -> bool:
    if not plain[at].isalnum():
        return False
    before = plain[at - 1 : at]
    return not before.isalnum() or _is_chinese(plain[at])


def _ends(plain: str, at: int) -> bool:
    after = plain[at : at + 1]
    return not after.isalnum() or _is_chinese(after) or _is_chinese(plain[at - 1])
