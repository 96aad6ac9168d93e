"""A base as a Word file with everybody's proposals as tracked changes, each under its States."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from amendments.attributing.moves import place_in
from amendments.drafting.labels import lone_label
from amendments.drafting.states import all_states
from amendments.model import Action, Clause, Kind, Op, Piece
from amendments.notices import Notice, Outcome
from amendments.publishing.compilation import NOBODY, POSITIONS
from amendments.records import ClauseRecord, ProposalRecord
from amendments.word.hands import (
    Amendment,
    Deletion,
    Insertion,
    Merger,
    Move,
    Rewording,
    redline_by_several,
)

PLACE_NOT_KNOWN = "Where it is to stand in the draft is not known. Enter it by hand in Word."
CLAUSE_NOT_KNOWN = "The clause it is about is not in the draft. Enter it by hand in Word."


def all_proposals(
    base: bytes,
    clauses: Sequence[ClauseRecord],
    proposals: Iterable[ProposalRecord],
    *,
    date: datetime,
) -> Outcome[bytes]:
    """The base with these proposals on it as tracked changes; those left out are told.

    `clauses` are those of the base in its own order. Who asks for just the same stands
    there together. A proposal to leave a clause as it is (NOC) changes nothing.

    Raises:
        DraftRefused: if the base cannot be read.
        RedlineNotProven: if the file does not give the base and each author's text back.

    """
    text = _BaseText(tuple(record.clause for record in clauses), tuple(r.id for r in clauses))
    amendments: list[Amendment] = []
    notices: list[Notice] = []
    for proposal in proposals:
        found = tuple(text.amendments(proposal))
        amendments += [one for one in found if not isinstance(one, Notice)]
        notices += [one for one in found if isinstance(one, Notice)]
    written = redline_by_several(base, amendments, date=date)
    return Outcome(written.value, (*notices, *written.notices))


def author_of(proposal: ProposalRecord) -> str:
    """Who a proposal's tracked changes are by: "Brazil and India", or whom Word recorded."""
    return _names(proposal.states) or proposal.author or NOBODY


def _names(codes: Sequence[str]) -> str:
    """The names of States and groups in a row: "Brazil, India and Japan"."""
    known = {state.code: state.name for state in all_states()}
    names = [known.get(code, code) for code in codes]
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


@dataclass(frozen=True, slots=True)
class _BaseText:
    """The clauses of the base, and where in its Word file they stand."""

    clauses: tuple[Clause, ...]
    ids: tuple[str, ...]

    def amendments(self, proposal: ProposalRecord) -> Iterator[Amendment | Notice]:
        """What a proposal asks of the Word file, or why that cannot be said."""
        author, name, remark = author_of(proposal), _name(proposal), _remark(proposal)
        place = self.ids.index(proposal.clause) if proposal.clause in self.ids else None
        if proposal.action == Action.NOC:
            return
        if place is None:
            why = PLACE_NOT_KNOWN if proposal.action == Action.ADD else CLAUSE_NOT_KNOWN
            yield Notice("amendment-not-placed", name, why)
        elif proposal.action == Action.ADD:
            yield self._addition(proposal, place)
        elif proposal.action == Action.MOVE:
            yield self._move(proposal, place, author)
        elif proposal.action == Action.SUP:
            for clause in self._spelling(proposal.before, place):
                yield Deletion(author, clause.paragraphs, name, remark)
        else:
            about = self._spelling(proposal.before, place)
            cut = _cut(proposal.pieces, [clause.text for clause in about])
            parts = tuple(zip((clause.paragraphs for clause in about), cut, strict=True))
            one, *more = parts
            if more:
                yield Merger(author, parts, name, remark)
            else:
                yield Rewording(author, *one, name, remark)

    def _spelling(self, before: str, place: int) -> tuple[Clause, ...]:
        """The clauses from a place on whose texts, one after the other, are the wording before."""
        left = _letters(before)
        for end in range(place, len(self.clauses)):
            own = _letters(self.clauses[end].text)
            if not left.startswith(own):
                break
            left = left[len(own) :]
            if not left:
                return self.clauses[place : end + 1]
        return self.clauses[place : place + 1]

    def _addition(self, proposal: ProposalRecord, place: int) -> Insertion:
        """A clause after another; the first one under a heading is like those that follow there."""
        before = like = self.clauses[place]
        following = self.clauses[place + 1] if place + 1 < len(self.clauses) else before
        if before.kind is Kind.HEADING and following.kind is Kind.CLAUSE:
            like = following
        return Insertion(
            author_of(proposal),
            after=before.paragraphs[-1],
            texts=(proposal.after,),
            like=like.paragraphs[-1],
            number=self._number(proposal.address) if like.label else "",
            name=_name(proposal),
            remark=_remark(proposal),
        )

    def _number(self, address: str) -> str:
        """The number that an address ends with; "" where the base has that address already."""
        number = lone_label(address.rpartition(" ")[2])
        if number is None or any(clause.address == address for clause in self.clauses):
            return ""
        return number.text

    def _move(self, proposal: ProposalRecord, place: int, author: str) -> Amendment | Notice:
        """To the address it is to have: before the clause that has it, or after it from above."""
        target = self._destination(proposal)
        after = target if target is not None and target > place else (target or 0) - 1
        if target is None or target == place or after < 0:
            return Notice("amendment-not-placed", _name(proposal), PLACE_NOT_KNOWN)
        own, anchor = self.clauses[place].paragraphs, self.clauses[after].paragraphs[-1]
        return Move(author, own, anchor, (proposal.after,), _name(proposal), _remark(proposal))

    def _destination(self, proposal: ProposalRecord) -> int | None:
        address = place_in(proposal.evidence)
        found = [n for n, clause in enumerate(self.clauses) if clause.address == address != ""]
        return found[0] if len(found) == 1 else None


def _name(proposal: ProposalRecord) -> str:
    return f"{proposal.address or proposal.action}, {author_of(proposal)}"


def _remark(proposal: ProposalRecord) -> str:
    """Why it is proposed and where others stand, line by line, for the margin."""
    lines = [f"Reasons: {proposal.reasons}"] if proposal.reasons else []
    for one in proposal.positions:
        said = POSITIONS.get(one.position, one.position)
        lines.append(f"{said.capitalize()} {_names(one.states)}")
    return "\n".join(lines)


def _letters(text: str) -> str:
    return "".join(text.split())


def _cut(pieces: Sequence[Piece], texts: Sequence[str]) -> list[tuple[Piece, ...]]:
    """The pieces of several clauses' texts, clause by clause; what comes stays with what is before.

    White space does not count: some spell the clauses with spaces between, some without.
    """
    cut: list[list[Piece]] = [[] for _ in texts]
    ends = [len(_letters("".join(texts[: n + 1]))) for n in range(len(texts))]
    at = n = 0
    for piece in pieces:
        if piece.op is Op.ADDED:
            cut[n].append(piece)
            continue
        start = 0
        for end, character in enumerate(piece.text, 1):
            if character.isspace():
                continue
            if at == ends[n] and n < len(texts) - 1:
                cut[n].append(Piece(piece.op, piece.text[start : end - 1]))
                start, n = end - 1, n + 1
            at += 1
        cut[n].append(Piece(piece.op, piece.text[start:]))
    return [tuple(piece for piece in own if piece.text) for own in cut]
