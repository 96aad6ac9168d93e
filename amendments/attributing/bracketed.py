"""Proposals in square brackets with names inside the text itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from amendments.attributing.edits import place_before, with_room
from amendments.attributing.nesting import Voiced, positions_of, voices
from amendments.attributing.pairing import Pairing
from amendments.attributing.positions import Spot, joined, on_the_text, with_position
from amendments.attributing.unbracketing import Alone, Placed, Unbracketed
from amendments.comparing import compare_words
from amendments.comparing.edits import Edit, pieces_of
from amendments.comparing.tokens import plain
from amendments.drafting.claims import ALTERNATIVE
from amendments.drafting.notations import Bracket, Instruction, instruction, words_to_delete
from amendments.model import Action, Evidence, Op, Piece, Proposal, spell
from amendments.notices import Notice

BY_BRACKET = 0.95
"""The names stand beside the words themselves; only the typing can be wrong."""
ALTERNATIVE_LIKENESS = 0.5
"""How alike "ALT 2. …" must be to the clause before it to be another wording of it."""


@dataclass(slots=True)
class Bracketed:
    """What is read from the brackets, as it grows."""

    proposals: list[Proposal] = field(default_factory=list)
    explained: set[int] = field(default_factory=set)
    """Clauses whose difference from the base is a bracket around words of the base."""
    settled: set[int] = field(default_factory=set)
    """Clauses of the base that stand whole in a bracket."""
    notices: list[Notice] = field(default_factory=list)


def proposals_of_brackets(unbracketed: Unbracketed, pairing: Pairing) -> Bracketed:
    """What the names in the brackets ask for; `pairing` is with the draft without brackets."""
    found = Bracketed(notices=list(unbracketed.notices))
    for placed in unbracketed.placed:
        if placed.bracket.words or placed.bracket.deletes:
            _Reader(placed, unbracketed.beside(placed), pairing, found).read()
    texts = {plain(clause.text): clause.number for clause in pairing.base.clauses}
    for alone in unbracketed.alone:
        number = texts.get(plain(alone.bracket.words))
        if number is not None:
            found.settled.add(number)
            found.proposals.append(_of_whole_clause(alone, number, pairing))
        else:
            found.proposals += _of_clause_alone(alone, pairing)
    return found


class _Reader:
    """Reads one bracket of one clause against the base."""

    def __init__(
        self, placed: Placed, beside: Sequence[Placed], pairing: Pairing, found: Bracketed
    ) -> None:
        self.placed = placed
        self.beside = beside
        self.found = found
        self.text = pairing.other.clauses[placed.clause].text
        self.base_clauses = pairing.base_of.get(placed.clause, ())
        self.after_which = pairing.after_which(placed.clause)
        self.address = pairing.address(
            self.base_clauses, pairing.other.clauses[placed.clause].address
        )
        base = " ".join(pairing.base.clauses[n].text for n in self.base_clauses)
        self.base = base if self.base_clauses else self.text
        self.way = compare_words(self.base, self.text)

    def read(self) -> None:
        """Put what the bracket and those inside it ask for with what was found."""
        if self.placed.bracket.deletes:
            self._deletion(self.placed.bracket)
            return
        for voiced in voices(self.placed.bracket):
            self._insertion(voiced)

    def _insertion(self, voiced: Voiced) -> None:
        told = instruction(voiced.words)
        if told and told.old:
            self._told(voiced, told)
            return
        words = told.new if told else _without_option(voiced.words)
        own = with_room(self.text, self.placed.place, words)
        with_words = self.text[: own.start] + own.words + self.text[own.end :]
        if not self.base_clauses:
            self._add(voiced, Action.ADD, (Piece(Op.ADDED, with_words),))
        elif plain(with_words) == plain(self.base):
            self.found.explained.add(self.placed.clause)
            self._add(voiced, Action.NOC, (Piece(Op.KEPT, self.base),))
        else:
            edit = self._instead(words) or with_room(self.base, self._place(), words)
            self._add(voiced, Action.MOD, pieces_of(self.base, [edit]))

    def _told(self, voiced: Voiced, told: Instruction) -> None:
        start = self.base.find(told.old)
        if start < 0:
            self._not_found("change", told.old)
            return
        end = start + len(told.old)
        edit = Edit(start, end, told.new)
        if told.where:
            edit = with_room(self.base, end if told.where == "after" else start, told.new)
        self._add(voiced, Action.MOD, pieces_of(self.base, [edit]))

    def _not_found(self, what: str, words: str) -> None:
        detail = f"The words to {what}, “{words}”, are not in this clause of the base."
        self.found.notices.append(Notice("bracket-words-not-found", self.address, detail))

    def _place(self) -> int:
        return place_before(self.way, self.placed.place)

    def _instead(self, words: str) -> Edit | None:
        """The edit that takes the place of words of the base in a bracket beside this one."""
        rivals = {plain(one.bracket.words) for one in self.beside}
        old = new = 0
        for piece in self.way:
            gone = piece.text.strip()
            near = abs(new - self.placed.place) <= 1
            if piece.op is Op.DELETED and near and plain(gone) in rivals:
                start = old + piece.text.index(gone)
                return Edit(start, start + len(gone), words.strip())
            old += len(piece.text) if piece.op is not Op.ADDED else 0
            new += len(piece.text) if piece.op is not Op.DELETED else 0
        return None

    def _deletion(self, bracket: Bracket) -> None:
        words = words_to_delete(bracket)
        voiced = Voiced(bracket, words, positions_of(bracket))
        if not words:
            self._add(voiced, Action.SUP, (Piece(Op.DELETED, self.base),))
            return
        start = self.base.casefold().find(words.casefold())
        if start < 0:
            self._not_found("delete", words)
            return
        end = start + len(words)
        if self.base[start - 1 : start] == " " and self.base[end : end + 1] in {"", " ", ",", ";"}:
            start -= 1
        pieces = pieces_of(self.base, [Edit(start, end, "")])
        if plain(spell(pieces, without=Op.DELETED)) == plain(self.text):
            self.found.explained.add(self.placed.clause)
        self._add(voiced, Action.MOD, pieces)

    def _add(self, voiced: Voiced, action: Action, pieces: tuple[Piece, ...]) -> None:
        clauses = self.after_which if action is Action.ADD else self.base_clauses
        self.found.proposals.append(_proposal(voiced, action, clauses, self.address, pieces))


def _without_option(words: str) -> str:
    label = ALTERNATIVE.match(words)
    return words[label.end() :].lstrip() if label else words


def _of_whole_clause(alone: Alone, number: int, pairing: Pairing) -> Proposal:
    """A clause of the base within a bracket: to be kept, or to be deleted."""
    action = Action.SUP if alone.bracket.deletes else Action.NOC
    text = pairing.base.clauses[number].text
    pieces = (Piece(Op.DELETED if action is Action.SUP else Op.KEPT, text),)
    voiced = Voiced(alone.bracket, alone.bracket.words, positions_of(alone.bracket))
    return _proposal(voiced, action, (number,), pairing.address((number,), ""), pieces)


def _of_clause_alone(alone: Alone, pairing: Pairing) -> Iterator[Proposal]:
    """New clauses; one marked as an alternative to the clause before it rewords that one."""
    place = pairing.after_which(alone.follows)
    before = pairing.base.clauses[place[0]].text if place else ""
    for voiced in voices(alone.bracket):
        words = _without_option(voiced.words).strip()
        is_option = bool(ALTERNATIVE.match(voiced.words) or ALTERNATIVE.match(alone.clause.text))
        alike = fuzz.ratio(plain(words), plain(before)) / 100
        if not words or voiced.bracket.deletes:
            continue
        if is_option and alike >= ALTERNATIVE_LIKENESS:
            pieces = compare_words(before, words)
            where = pairing.address(place, alone.clause.address)
            yield _proposal(voiced, Action.MOD, place, where, pieces)
            continue
        pieces = (Piece(Op.ADDED, words),)
        yield _proposal(voiced, Action.ADD, place, alone.clause.address, pieces)


def _proposal(
    voiced: Voiced,
    action: Action,
    base_clauses: tuple[int, ...],
    address: str,
    pieces: tuple[Piece, ...],
) -> Proposal:
    bracket = voiced.bracket
    words = f"[{bracket.head.strip()}: {bracket.words}]"
    return Proposal(
        states=bracket.proposers,
        action=action,
        base_clauses=base_clauses,
        address=address,
        before=spell(pieces, without=Op.ADDED),
        after=spell(pieces, without=Op.DELETED),
        pieces=pieces,
        evidence=(Evidence("bracket", words, address),),
        confidence=BY_BRACKET if bracket.proposers else 0.0,
        positions=voiced.positions,
    )


# --- brackets without words ---------------------------------------------------------------


def with_credits(
    proposals: Sequence[Proposal], unbracketed: Unbracketed, pairing: Pairing
) -> tuple[Proposal, ...]:
    """Other proposals on a clause given to those whom a credit at the clause names.

    "(EU, supported by Canada)" without a bracket before it speaks of the whole clause.
    """
    credited = {
        pairing.other.clauses[placed.clause].text: placed.bracket
        for placed in unbracketed.placed
        if not placed.bracket.words and placed.bracket.proposers and not placed.bracket.deletes
    }
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
        positions=joined((*proposal.positions, *positions_of(bracket))),
    )


def with_notes(
    proposals: Sequence[Proposal], unbracketed: Unbracketed, pairing: Pairing
) -> tuple[tuple[Proposal, ...], tuple[Notice, ...]]:
    """The proposals with the positions of notes at their clauses: "[JP reserves its position]"."""
    held = list(proposals)
    notices: list[Notice] = []
    for bracket, spot in _notes(unbracketed, pairing):
        said = Evidence("bracket", f"[{bracket.head.strip()}]", spot.address)
        meant = [n for n, p in enumerate(held) if spot.is_of(p)]
        for claim in bracket.claims:
            for number in meant:
                held[number] = with_position(held[number], claim, said)
            if not meant:
                notices.append(on_the_text(claim, bracket.head.strip(), spot.address))
    return tuple(held), tuple(notices)


def _notes(unbracketed: Unbracketed, pairing: Pairing) -> Iterator[tuple[Bracket, Spot]]:
    for placed in unbracketed.placed:
        if _is_note(placed.bracket):
            yield placed.bracket, pairing.spot(pairing.other.clauses[placed.clause])
    above: Alone | None = None
    for alone in unbracketed.alone:
        if not _is_note(alone.bracket):
            above = alone
        elif above is not None and above.follows == alone.follows:
            place = pairing.after_which(alone.follows)
            yield alone.bracket, Spot((), place, above.clause.address)
        elif alone.follows:
            yield alone.bracket, pairing.spot(pairing.other.clauses[alone.follows - 1])


def _is_note(bracket: Bracket) -> bool:
    return not bracket.words and not bracket.proposers
