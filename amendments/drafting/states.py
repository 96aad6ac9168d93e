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
POSSESSIVE = re.compile(r"['’]s\b")
ELISION = re.compile(r"(?:^|\W)[ldLD]['’]$")
TITLE = re.compile(r"\b(?:Mr|Ms|Mrs|Miss|Dr|Prof|Sir|Dame)\b\.? (?:[A-Z][\w.’'-]* )?$")
"""Stands before a person's name: "Mr. Jordan", "Ms. Georgia Lee"."""
SPOKEN = re.compile(
    r"(?P<who>(?:\b[A-Z][\w.’'-]* ){1,3})(?i:proposals?|delegations?|delegates?|amendments?|"
    r"suggestions?|submissions?|contributions?|administrations?|representatives?|positions?|"
    r"comments?|edits|government|mission|redraft|wording|reservations?)\b"
)
"""What a State says or sends, where a demonym names it: "the Brazilian proposal".

Texts, versions and translations are not here: a French version is one in French.
"""
INVERTED_GOES_ON = re.compile(r" (?!and\b|et\b|y\b|и\b)\w")
"""No “Congo, Democratic Republic of the” stands in “Congo, Democratic Republic of the Congo”."""
OF_THE_UNION = re.compile(r"^(?P<style>.+ of)(?P<the> the)? (?P<name>.+)$")

Spot = tuple[str, tuple[int, ...]]
"""A folded text and, for each of its characters, where it stood in the text itself."""


def folded(text: str) -> Spot:
    """The text as names are compared: no accents, cases, quotes or kinds of dashes and spaces."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for plain in _plain(character):
            if plain == " " and (not letters or letters[-1] == " " or _is_lone_and(letters)):
                continue
            letters.append(plain)
            places.append(place)
    return "".join(letters), tuple(places)


def _is_lone_and(letters: list[str]) -> bool:
    """Whether an Arabic “and” stands apart from the word it should be one with."""
    return letters[-1] == ARABIC_AND and letters[-2:-1] == [" "]


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
    demonyms: dict[str, str]
    """The code is empty where the words mean no State: “Latin American”."""


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table of ours, its comment lines left out."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


@cache
def register() -> Register:
    """The register as the two tables beside this file have it."""
    named, grouped = rows(DATA / "states.csv"), rows(DATA / "groups.csv")
    names = [name for row in named for name in _names(row["code"], _written(row))]
    names += [name for row in grouped for name in _names(row["code"], _written_of_group(row))]
    known = [row for row in named if row["code"]]
    states = {row["code"]: State(row["code"], row["en"], itu=row["itu"]) for row in known}
    states |= {row["code"]: _group(row) for row in grouped}
    symbols = {symbol: row["code"] for row in (*known, *grouped) for symbol in _several(row["itu"])}
    iso2 = {row["iso2"]: row["code"] for row in known}
    return Register(
        states=states,
        codes=symbols | iso2 | {code: code for code in states},
        names={name.folded: name.code for name in names if name.code},
        by_start=_by_start(names),
        demonyms={name: row["code"] for row in named for name in _several(row["demonyms"])},
    )


def _several(cell: str | None) -> list[str]:
    return [words for words in (cell or "").split("|") if words]


def _group(row: dict[str, str]) -> State:
    members = tuple(row["members"].split())
    return State(row["code"], row["name"], is_group=True, members=members, itu=row["itu"])


def _written_of_group(row: dict[str, str]) -> list[str]:
    return [row["name"], *_several(row["also"])]


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
    yield from _several(row["also"])
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


def code_of(code_or_name: str) -> str:
    """The code of the State or group that a code, symbol or name means; "" for none.

    Where ISO and ITU use the same letters for two States, ISO's meaning holds.
    """
    known = register()
    given = code_or_name.strip()
    return known.codes.get(given.upper()) or known.names.get(folded(given)[0].strip()) or ""


def state(code_or_name: str) -> State:
    """The State or group of an ISO code, an ITU symbol or a name; raises UnknownState."""
    known = register()
    given = code_or_name.strip()
    if code := code_of(given):
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
    return bool(code_of(code_or_name))


@cache
def members_on(code: str, day: str) -> tuple[str, ...]:
    """The members of a group on a day (RFC 3339), as far as dates are known."""
    row = next((row for row in rows(DATA / "groups.csv") if row["code"] == code), None)
    if row is None:
        return ()
    members = dict.fromkeys(row["members"].split())
    for dated in row["dates"].split():
        state_code, _, span = dated.partition(":")
        start, _, end = span.partition("/")
        if start <= day and (not end or day < end):
            members[state_code] = None
        else:
            members.pop(state_code, None)
    return tuple(members)


def find_states(text: str) -> tuple[Mention, ...]:
    """The States and groups that a text names, in its order, the longest names first.

    Codes are not looked for: in plain text “CAN”, “PER” and “is” are words.
    """
    named = tuple(_named_in(text))
    taken = {place for mention in named for place in range(mention.start, mention.end)}
    meant = [m for m in _demonyms_in(text) if taken.isdisjoint(range(m.start, m.end))]
    return tuple(sorted((*named, *meant), key=lambda mention: mention.start))


def _demonyms_in(text: str) -> Iterator[Mention]:
    for spoken in SPOKEN.finditer(text.replace("\xa0", " ")):
        code, name = _demonym(spoken["who"].split())
        if code:
            end = spoken.end("who") - 1
            yield Mention(code, end - len(name), end, text[end - len(name) : end])


def _demonym(words: list[str]) -> tuple[str, str]:
    """The longest demonym that the words end in, and its State's code."""
    known = register().demonyms
    for first in range(len(words)):
        name = " ".join(words[first:])
        if name in known:
            return known[name], name
    return "", ""


def _named_in(text: str) -> Iterator[Mention]:
    plain, places = folded(text)
    at = 0
    while at < len(plain):
        name, start = _name_at(plain, places, text, at)
        if name is None:
            at += 1
            continue
        end = start + len(name.folded)
        if name.code:
            first, last = places[start], places[end - 1] + 1
            yield Mention(name.code, first, last, text[first:last])
        at = end


def _name_at(plain: str, places: tuple[int, ...], text: str, at: int) -> tuple[Name | None, int]:
    if not _starts_here(plain, at) and not _is_elided(text, places[at]):
        return None, at
    starts = (at, at + 1) if plain[at] == ARABIC_AND else (at,)
    for start in starts:
        for name in register().by_start.get(plain[start : start + 1], ()):
            if plain.startswith(name.folded, start):
                first, last = places[start], places[start + len(name.folded) - 1] + 1
                if not (_ends(plain, start, name) or POSSESSIVE.match(text, last)):
                    continue
                if _is_written_as_a_name(text[first:last], name) and not _is_person(text, first):
                    return name, start
    return None, at


def _is_elided(text: str, place: int) -> bool:
    """Whether a French article or preposition ends just before: “l’Ukraine”, “d’Oman”."""
    before = text[max(place - 3, 0) : place]
    return bool(ELISION.search(before)) and text[place : place + 1].isalpha()


def _is_person(text: str, place: int) -> bool:
    return bool(TITLE.search(text[max(place - 30, 0) : place].replace("\xa0", " ")))


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


def _ends(plain: str, start: int, name: Name) -> bool:
    at = start + len(name.folded)
    after = plain[at : at + 1]
    if "," in name.folded and INVERTED_GOES_ON.match(plain, at):
        return False
    return not after.isalnum() or _is_chinese(after) or _is_chinese(plain[at - 1])
