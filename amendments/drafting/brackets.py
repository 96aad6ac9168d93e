"""Square brackets and options: what of a text is not agreed yet."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from amendments.model import Clause, Kind
from amendments.notices import Notice


class Meaning(StrEnum):
    """What square brackets without names mean; each body, and at times each text, has its own."""

    OPEN = "not agreed"
    """The words are proposed and not agreed yet: UNFCCC, and the UN's editorial manual."""
    STRUCK = "deleted"
    """The words are to go: WHO's Intergovernmental Negotiating Body, 2024-2025."""
    ALTERNATIVE = "alternative"
    """One of several wordings is to be chosen."""


OPTION = re.compile(
    r"\b(?:option|alternative|alt\.?|variante|opción|вариант)\s*\d{1,2}\b\s*[:.)\-–—]"
    r"|(?:备选案文|الخيار)\s*\w{1,2}\s*[:：]",
    re.IGNORECASE,
)
NOTE = re.compile(r"\[\^?\d{1,3}\]")
""" "[12]", "[^2]": a footnote's mark, which is no bracket of the negotiation."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """Words in square brackets, with their place in the text."""

    start: int
    end: int
    """Past the closing bracket; the end of the text where there is none."""
    depth: int
    """0 for one that stands in no other."""
    is_closed: bool = True


def brackets(text: str) -> tuple[Bracket, ...]:
    """The brackets of a text in the order in which they open."""
    marks = {m.start(): m.end() for m in NOTE.finditer(text)}
    hidden = {place for start, end in marks.items() for place in range(start, end)}
    found: list[Bracket] = []
    open_at: list[int] = []
    for place, character in enumerate(text):
        if place in hidden:
            continue
        if character == "[":
            open_at.append(place)
        elif character == "]" and open_at:
            found.append(Bracket(open_at.pop(), place + 1, len(open_at)))
    for depth, start in enumerate(open_at):
        found.append(Bracket(start, len(text), depth, is_closed=False))
    return tuple(sorted(found, key=lambda bracket: bracket.start))


@dataclass(frozen=True, slots=True)
class Meter:
    """How much of a draft is still in brackets."""

    brackets: int = 0
    options: int = 0
    words: int = 0
    """Words inside brackets; nested ones count once."""


def meter(clauses: Iterable[Clause]) -> Meter:
    """The bracket meter of a draft; the cover does not count."""
    many = options = words = 0
    for clause in clauses:
        if clause.kind is Kind.OTHER:
            continue
        found = brackets(clause.text)
        many += len(found)
        options += len(OPTION.findall(clause.text))
        words += sum(len(clause.text[b.start : b.end].split()) for b in found if b.depth == 0)
    return Meter(many, options, words)


def unbalanced(clauses: Iterable[Clause]) -> tuple[Notice, ...]:
    """Where brackets open without closing or close without having opened.

    A bracket may run over several clauses, so the whole text is balanced first: only what
    is left open at its end, or closed too often, is told.
    """
    waiting: list[Clause] = []
    notices: list[Notice] = []
    for clause in clauses:
        if clause.kind is Kind.OTHER or ("[" not in clause.text and "]" not in clause.text):
            continue
        for character in NOTE.sub("", clause.text):
            if character == "[":
                waiting.append(clause)
            elif character == "]" and waiting:
                waiting.pop()
            elif character == "]":
                notices.append(_notice(clause, "closes a bracket that was not opened"))
    notices += [_notice(clause, "opens a bracket that is never closed") for clause in waiting]
    return tuple(dict.fromkeys(notices))


def _notice(clause: Clause, what: str) -> Notice:
    where = clause.address or clause.text[:40]
    return Notice("bracket-unbalanced", where, f"The text {what}; check it.")
