"""The clause that a person means by what was typed: "considering e", "op 12(b)", "annex f"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from amendments.drafting.calls import LANGUAGES, speech
from amendments.drafting.states import folded
from amendments.model import Clause, Kind

SIGN = re.compile(r"\b(op|pp)\s+(?=\d)")
SUFFIX = re.compile(r"(?<=\d)\s+(?=(?:bis|ter|quater|quinquies|sexies|septies|octies)\b)")
NUMBER = r"(?P<number>\\d+[a-z]*)"
SHORTEST = 3
"""Letters: a heading's words may be cut to so many, "cons e" for "considering e)"."""


def key(address: str) -> str:
    """An address without the accidents of its writing: "considering e", "op12 b", "1bis"."""
    words = " ".join(re.findall(r"\w+", folded(address)[0]))
    return SUFFIX.sub("", SIGN.sub(r"\1", words))


def lookup(clauses: Sequence[Clause], typed: str) -> tuple[Clause, ...]:
    """The clauses that what was typed can mean, in reading order: one, none, or several.

    An address written out in any manner means its clause, before the heading over it. The
    paragraphs of UN texts go by their names in six languages too ("paragraph 12 (b)"), and
    a heading's words may be left out or cut short ("instr director 2") where the label is
    there. Every address of a draft means its own clause.
    """
    literal = [c for c in clauses if c.address == " ".join(typed.split()) != ""]
    if literal:
        return tuple(literal)
    wanted = key(typed)
    exact = [c for c in clauses if c.address and wanted == key(c.address)]
    if exact:
        return tuple([c for c in exact if c.kind is Kind.CLAUSE][:1] or exact[:1])
    for reading in dict.fromkeys((*_as_paragraph(wanted), wanted)):
        found = tuple(c for c in clauses if c.address and _is_short_for(reading, key(c.address)))
        if found:
            return found
    return ()


def _as_paragraph(wanted: str) -> Iterator[str]:
    """What names a paragraph of a UN text, under the sign its address has."""
    for form, sign in _paragraph_forms():
        named = form.match(wanted)
        if named:
            yield f"{sign}{named['number']}{wanted[named.end() :]}"


@cache
def _paragraph_forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The names of paragraphs in every language, the longer ones first."""
    forms = [
        (key(form.replace("#", "0")), sign)
        for language in LANGUAGES
        for sign, named in speech(language).paragraph_names.items()
        for form in named
    ]
    forms.sort(key=lambda each: -len(each[0]))
    return tuple((re.compile(re.sub("0", NUMBER, re.escape(form))), sign) for form, sign in forms)


def _is_short_for(wanted: str, address: str) -> bool:
    """Whether the words typed stand in the address in this order, the label as its end."""
    asked, words = wanted.split(), address.removesuffix(" heading").split()
    if not asked or not words or not _is_cut(asked[-1], words[-1]):
        return False
    left = iter(words[:-1])
    return all(any(_is_cut(one, word) for word in left) for one in asked[:-1])


def _is_cut(typed: str, word: str) -> bool:
    return typed == word or (len(typed) >= SHORTEST and word.startswith(typed))
