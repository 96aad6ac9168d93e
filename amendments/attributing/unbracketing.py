"""A draft read without the brackets that carry names, and where each of them stood."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from amendments.attributing.nesting import all_in, closed_up
from amendments.drafting.claims import ALTERNATIVE, NOTE, read_position
from amendments.drafting.notations import Bracket, parse_brackets
from amendments.model import Clause, Draft, Kind
from amendments.notices import Notice

BARE_MARKS = " .,;:"
LONGEST_BRACKET = 40
"""Clauses that one bracket may be open over; a section is shorter."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A bracket with its place in the clause as it reads without brackets."""

    clause: int
    """The number in the draft without brackets."""
    place: int
    bracket: Bracket


@dataclass(frozen=True, slots=True)
class Alone:
    """A clause that is nothing but a bracket."""

    follows: int
    """The number that it would have in the draft without brackets."""
    clause: Clause
    bracket: Bracket


@dataclass(frozen=True, slots=True)
class Unbracketed:
    """A draft read without the brackets that carry names."""

    draft: Draft
    placed: tuple[Placed, ...]
    alone: tuple[Alone, ...]
    notices: tuple[Notice, ...]

    def beside(self, placed: Placed) -> tuple[Placed, ...]:
        """The other brackets of the clause."""
        return tuple(p for p in self.placed if p.clause == placed.clause and p is not placed)


def without_brackets(draft: Draft, base: Draft) -> Unbracketed:
    """The draft without brackets that carry names and are not already in the base."""
    known = " ".join(clause.text for clause in base.clauses)
    reader = _Reader(draft.clauses)
    for clause in draft.clauses:
        found = reader.brackets_of(clause)
        new = [b for b in found if clause.text[b.start : b.end] not in known]
        reader.take(clause, new)
    stripped = replace(draft, clauses=tuple(reader.clauses))
    return Unbracketed(stripped, tuple(reader.placed), tuple(reader.alone), tuple(reader.notices))


class _Reader:
    """Reads clause after clause; a bracket may be open over several."""

    def __init__(self, source: Sequence[Clause]) -> None:
        self.source = source
        self.clauses: list[Clause] = []
        self.placed: list[Placed] = []
        self.alone: list[Alone] = []
        self.notices: list[Notice] = []
        self.open: Bracket | None = None
        self.depth = 0

    def brackets_of(self, clause: Clause) -> tuple[Bracket, ...]:
        """The brackets with names in a clause, and the one it stands in."""
        if self.open is None:
            found = (note,) if (note := _note(clause.text)) else parse_brackets(clause.text)
            if clause.kind is Kind.OTHER:
                # A note or a cover may speak of positions; what is proposed is text anywhere.
                found = tuple(bracket for bracket in found if bracket.proposers)
            return self._opened(clause, found)
        end, self.depth = closing(clause.text, self.depth)
        words = clause.text[:end]
        around = replace(
            self.open,
            start=0,
            end=min(end + 1, len(clause.text)),
            words=words,
            words_start=0,
            inner=parse_brackets(words),
        )
        if not self.depth:
            self.open = None
        return around, *(b for b in parse_brackets(clause.text) if b.start > end)

    def _opened(self, clause: Clause, found: tuple[Bracket, ...]) -> tuple[Bracket, ...]:
        """Remember a bracket that is closed in a later clause."""
        if not found or found[-1].closed:
            return found
        _, depth = closing(clause.text[found[-1].start :], 0)
        if depth and self._is_closed_later(clause.number, depth):
            self.open, self.depth = replace(found[-1], closed=True, notices=()), depth
            return (*found[:-1], self.open)
        return found

    def _is_closed_later(self, number: int, depth: int) -> bool:
        for clause in self.source[number + 1 : number + 1 + LONGEST_BRACKET]:
            _, depth = closing(clause.text, depth)
            if not depth:
                return True
        return False

    def take(self, clause: Clause, brackets: Sequence[Bracket]) -> None:
        """Put a clause with what was found of it."""
        self.notices += [n for b in brackets for one in all_in(b) for n in one.notices]
        text, places = strip(clause.text, [(b.start, b.end) for b in brackets])
        number = len(self.clauses)
        if brackets and not ALTERNATIVE.sub("", text).strip(BARE_MARKS):
            self.alone += [Alone(number, clause, bracket) for bracket in brackets]
            return
        pairs = zip(brackets, places, strict=True)
        self.placed += [Placed(number, place, bracket) for bracket, place in pairs]
        runs = () if brackets else clause.runs
        self.clauses.append(replace(clause, number=number, text=text, runs=runs))


def _note(text: str) -> Bracket | None:
    """A clause that is a note on where States stand: "Negotiators' Note: JP reserves …"."""
    claim = read_position(text) if NOTE.match(text) else None
    return Bracket(0, len(text), text, (claim,), "", len(text)) if claim else None


def closing(text: str, depth: int) -> tuple[int, int]:
    """Where the brackets that are open before a text are closed in it, and how many are not."""
    for place, character in enumerate(text):
        depth += (character == "[") - (character == "]")
        if character == "]" and depth <= 0:
            return place, 0
    return len(text), depth


def strip(text: str, spans: Iterable[tuple[int, int]]) -> tuple[str, list[int]]:
    """The text without those spans, and the place where each had stood."""
    kept = ""
    places: list[int] = []
    at = 0
    for start, end in spans:
        kept = closed_up(kept + text[at:start], text[end:])
        at = end
        places.append(len(kept))
    return kept + text[at:], places
