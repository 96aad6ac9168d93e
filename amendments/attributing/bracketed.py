"""Proposals in square brackets with names inside the text itself."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from amendments.attributing.edits import (
    Edit,
    pieces_of,
    place_before,
    with_room,
)
from amendments.attributing.pairing import Pairing
from amendments.comparing import compare_words
from amendments.comparing.tokens import plain
from amendments.drafting.notations import Bracket, parse_brackets, words_to_delete
from amendments.model import (
    Action,
    Clause,
    Draft,
    Evidence,
    Op,
    Piece,
    Position,
    Proposal,
)
from amendments.notices import Notice

BY_BRACKET = 0.95
STANDINGS = ("support", "oppose", "reserve")
BARE_MARKS = " .,;:"


@dataclass(frozen=True, slots=True)
class Placed:
    """A bracket with its place in the clause as it reads without brackets."""

    clause: int
    """The number in the draft without brackets."""
    place: int
    bracket: Bracket


@dataclass(frozen=True, slots=True)
class Unbracketed:
    """A draft read without the brackets that carry names."""

    draft: Draft
    placed: tuple[Placed, ...]
    alone: tuple[tuple[int, Clause, Bracket], ...]
    """Clauses that are nothing but a bracket, with the clause they would follow."""
    notices: tuple[Notice, ...]


def without_brackets(draft: Draft, base: Draft) -> Unbracketed:
    """The draft without brackets that carry names and are not already in the base."""
    known = " ".join(clause.text for clause in base.clauses)
    clauses: list[Clause] = []
    placed: list[Placed] = []
    alone: list[tuple[int, Clause, Bracket]] = []
    notices: list[Notice] = []
    for clause in draft.clauses:
        found = parse_brackets(clause.text)
        new = [b for b in found if clause.text[b.start : b.end] not in known]
        notices += [notice for b in new for one in _all(b) for notice in one.notices]
        text, places = strip(clause.text, new)
        number = len(clauses)
        if new and not text.strip(BARE_MARKS):
            alone += [(number, clause, bracket) for bracket in new]
            continue
        placed += [Placed(number, place, b) for b, place in zip(new, places, strict=True)]
        clauses.append(replace(clause, number=number, text=text, runs=() if new else clause.runs))
    stripped = replace(draft, clauses=tuple(clauses))
    return Unbracketed(stripped, tuple(placed), tuple(alone), tuple(notices))


def _all(bracket: Bracket) -> Iterator[Bracket]:
    yield bracket
    for inner in bracket.inner:
        yield from _all(inner)


def strip(text: str, brackets: Iterable[Bracket], start: int = 0) -> tuple[str, list[int]]:
    """The text without the brackets, and the place where each had stood.

    `start` is where the text begins in the text that the brackets were read from.
    """
    kept = ""
    places: list[int] = []
    at = 0
    for bracket in brackets:
        kept += text[at : bracket.start - start]
        at = bracket.end - start
        if kept.endswith(" ") and (text[at : at + 1] in ("", " ") or text[at] in ".,;"):
            kept = kept.rstrip(" ")
        places.append(len(kept))
    return kept + text[at:], places


# --- proposals ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bracketed:
    """All that was read from the brackets."""

    proposals: tuple[Proposal, ...]
    explained: frozenset[int]
    """Clauses whose difference from the base is a bracket around words of the base."""
    notices: tuple[Notice, ...]


def proposals_of_brackets(unbracketed: Unbracketed, pairing: Pairing) -> Bracketed:
    """What the names in the brackets ask for; `pairing` is with the draft without brackets."""
    proposals: list[Proposal] = []
    explained: set[int] = set()
    notices = list(unbracketed.notices)
    for placed in unbracketed.placed:
        reader = _Reader(placed, pairing)
        for proposal in reader.proposals():
            proposals.append(proposal)
            if proposal.action is Action.NOC:
                explained.add(placed.clause)
        notices += reader.notices
    for number, clause, bracket in unbracketed.alone:
        proposals += _new_clause(number, clause, bracket, pairing)
    return Bracketed(tuple(proposals), frozenset(explained), tuple(notices))


class _Reader:
    """Reads one bracket of one clause against the base."""

    def __init__(self, placed: Placed, pairing: Pairing) -> None:
        self.bracket = placed.bracket
        self.clause = pairing.other.clauses[placed.clause]
        self.place = placed.place
        self.base_clauses = pairing.base_of.get(placed.clause, ())
        self.address = pairing.address(self.base_clauses, self.clause.address)
        self.base = self.clause.text
        if self.base_clauses:
            self.base = " ".join(pairing.base.clauses[n].text for n in self.base_clauses)
        self.after_which = pairing.after_which(placed.clause)
        self.notices: list[Notice] = []

    def proposals(self) -> Iterator[Proposal]:
        """The bracket's and those of the brackets inside it."""
        bracket = self.bracket
        if bracket.deletes:
            yield from self._deletion()
            return
        if not bracket.words:
            return
        plain_words, _ = strip(bracket.words, bracket.inner, bracket.words_start)
        yield self._insertion(bracket, plain_words)
        for inner in bracket.inner:
            if inner.deletes:
                continue
            others = [other for other in bracket.inner if other is not inner]
            around, _ = strip(bracket.words, others, bracket.words_start)
            raw = bracket.words[inner.start - bracket.words_start : inner.end - bracket.words_start]
            yield self._insertion(inner, around.replace(raw, inner.words))

    def _insertion(self, bracket: Bracket, words: str) -> Proposal:
        own = with_room(self.clause.text, self.place, words)
        with_words = self.clause.text[: own.start] + own.words + self.clause.text[own.end :]
        if self.base_clauses and plain(with_words) == plain(self.base):
            kept = (Piece(Op.KEPT, self.base),)
            return self._proposal(bracket, Action.NOC, kept)
        place = place_before(compare_words(self.base, self.clause.text), self.place)
        edit = with_room(self.base, place, words)
        if not self.base_clauses:
            whole = (Piece(Op.ADDED, with_words),)
            return self._proposal(bracket, Action.ADD, whole)
        return self._proposal(bracket, Action.MOD, pieces_of(self.base, [edit]))

    def _deletion(self) -> Iterator[Proposal]:
        words = words_to_delete(self.bracket)
        if not words:
            yield self._proposal(self.bracket, Action.SUP, (Piece(Op.DELETED, self.base),))
            return
        start = self.base.casefold().find(words.casefold())
        if start < 0:
            detail = f"The words to delete, “{words}”, are not in this clause of the base."
            self.notices.append(Notice("bracket-words-not-found", self.address, detail))
            return
        end = start + len(words)
        if self.base[start - 1 : start] == " " and self.base[end : end + 1] in {"", " ", ",", ";"}:
            start -= 1
        pieces = pieces_of(self.base, [Edit(start, end, "")])
        yield self._proposal(self.bracket, Action.MOD, pieces)

    def _proposal(self, bracket: Bracket, action: Action, pieces: tuple[Piece, ...]) -> Proposal:
        is_new = action is Action.ADD
        return proposal_of(
            bracket,
            action=action,
            base_clauses=self.after_which if is_new else self.base_clauses,
            address=self.address,
            pieces=pieces,
        )


def _new_clause(
    number: int, clause: Clause, bracket: Bracket, pairing: Pairing
) -> Iterator[Proposal]:
    for one in _all(bracket):
        words, _ = strip(one.words, one.inner, one.words_start)
        if words.strip() and not one.deletes:
            yield proposal_of(
                one,
                action=Action.ADD,
                base_clauses=pairing.after_which(number),
                address=clause.address,
                pieces=(Piece(Op.ADDED, words.strip()),),
            )


def proposal_of(
    bracket: Bracket,
    *,
    action: Action,
    base_clauses: tuple[int, ...],
    address: str,
    pieces: tuple[Piece, ...],
) -> Proposal:
    """A proposal of those who propose in a bracket, with where the others stand."""
    return Proposal(
        states=bracket.proposers,
        action=action,
        base_clauses=base_clauses,
        address=address,
        before="".join(p.text for p in pieces if p.op is not Op.ADDED),
        after="".join(p.text for p in pieces if p.op is not Op.DELETED),
        pieces=pieces,
        evidence=(Evidence("bracket", f"[{bracket.head.strip()}: {bracket.words}]", address),),
        confidence=BY_BRACKET if bracket.proposers else 0.0,
        positions=positions_of(bracket),
    )


def positions_of(bracket: Bracket) -> tuple[Position, ...]:
    """Who supports, opposes or reserves, as the bracket says."""
    return tuple(
        Position(states, position)
        for position in STANDINGS
        if (states := bracket.standing(position))
    )


# --- credits ---------------------------------------------------------------------------


def with_credits(
    proposals: Sequence[Proposal], unbracketed: Unbracketed, pairing: Pairing
) -> tuple[Proposal, ...]:
    """Other proposals on a clause given to those whom a credit at the clause names.

    "(EU, supported by Canada)" without a bracket before it speaks of the whole clause.
    """
    credited: dict[str, Bracket] = {}
    for placed in unbracketed.placed:
        if not placed.bracket.words and not placed.bracket.deletes:
            credited[pairing.other.clauses[placed.clause].text] = placed.bracket
    return tuple(_credit(p, credited.get(p.after)) for p in proposals)


def _credit(proposal: Proposal, bracket: Bracket | None) -> Proposal:
    if bracket is None:
        return proposal
    said = Evidence("bracket", f"({bracket.head.strip()})", proposal.address)
    return replace(
        proposal,
        states=bracket.proposers,
        evidence=(*proposal.evidence, said),
        confidence=BY_BRACKET,
        positions=positions_of(bracket),
    )
