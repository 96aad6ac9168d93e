"""Proposals of a file with tracked changes: clause by clause, author by author."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from amendments.attributing.edits import rebased
from amendments.attributing.insertions import Newcomer, Sheets
from amendments.attributing.moves import moved_to
from amendments.attributing.pairing import Pairing, changes_wording, is_outside_text
from amendments.attributing.speaking import Speakers, Voice
from amendments.comparing import compare_words
from amendments.comparing.edits import edits_of, merged, pieces_of
from amendments.comparing.tokens import plain
from amendments.model import (
    Action,
    Clause,
    Draft,
    Evidence,
    Mark,
    Op,
    Piece,
    Position,
    Proposal,
    Run,
    Silent,
    WordDocument,
)
from amendments.notices import Notice

MOVED = 0.8
"""How alike a clause that an author deletes and one they add must be to be one, moved."""


@dataclass(frozen=True, slots=True)
class Tracked:
    """All that was read from the tracked changes."""

    proposals: tuple[Proposal, ...]
    notices: tuple[Notice, ...] = ()


def silent_changes(pairing: Pairing) -> tuple[Silent, ...]:
    """What differs between the base and the file's own text before its tracked changes."""
    found: list[Silent] = []
    for change in pairing.comparison.changes:
        if not changes_wording(change):
            continue
        clauses = [pairing.base.clauses[n] for n in change.old]
        clauses += [pairing.other.clauses[n] for n in change.new]
        if all(is_outside_text(clause) for clause in clauses):
            continue
        address = next((c.address for c in clauses if c.address), clauses[0].text)
        found.append(Silent(address, change.before, change.after, change.pieces))
    return tuple(found)


def proposals_of_tracked(
    document: WordDocument, pairing: Pairing, after: Draft, speakers: Speakers
) -> Tracked:
    """Each author's changes to each clause; `pairing` is of the base and the text before.

    A proposal's text is the base with that author's changes alone. Where one author deletes
    what another inserted, the other's proposal stands, with both as evidence.
    """
    sheets = Sheets(document, pairing.other, after)
    found: list[tuple[int, Proposal]] = []
    for clause in pairing.other.clauses:
        if not is_outside_text(clause):
            for proposal in _of_clause(clause, pairing, speakers):
                found.append((clause.number, proposal))
    for newcomer in sheets.newcomers():
        place = newcomer.after_before_clause
        for proposal in _of_newcomer(newcomer, pairing, speakers):
            found.append((place, proposal))
    found.sort(key=lambda one: one[0])
    proposals = _with_moves([proposal for _, proposal in found])
    return Tracked(proposals, sheets.notices())


# --- a clause of the base --------------------------------------------------------------


def _of_clause(clause: Clause, pairing: Pairing, speakers: Speakers) -> Iterable[Proposal]:
    runs = clause.runs
    base_clauses = pairing.base_of.get(clause.number, ())
    address = pairing.address(base_clauses, clause.address)
    for author in authors_of(runs):
        pieces = pieces_by(author, runs)
        if not any(piece.op is not Op.KEPT and piece.text.strip() for piece in pieces):
            continue
        # The words of a proposal are laid on the base as circulated, not on what the file
        # silently made of it: proposals of several files can then be laid side by side.
        if len(base_clauses) == 1:
            base = pairing.base.clauses[base_clauses[0]].text
            edits = rebased(edits_of(pieces), written_on=clause.text, base=base)
            pieces = pieces_of(base, edits)
        voice = speakers.of(author)
        against = _struck_by_others(author, runs)
        yield Proposal(
            states=voice.states,
            action=_action(pieces),
            base_clauses=base_clauses,
            address=address,
            before="".join(p.text for p in pieces if p.op is not Op.ADDED),
            after=_after(pieces),
            pieces=pieces,
            evidence=(
                *_evidence(author, address, runs),
                *(_evidence_of(mark, address, "deletes what was inserted") for mark in against),
                *voice.evidence,
            ),
            confidence=voice.confidence,
            author=author,
            positions=_opposing(against, speakers, voice),
        )


def _action(pieces: Iterable[Piece]) -> Action:
    words = [piece for piece in pieces if piece.text.strip()]
    return Action.SUP if all(piece.op is Op.DELETED for piece in words) else Action.MOD


def _after(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces if piece.op is not Op.DELETED).strip()


def authors_of(runs: Iterable[Run]) -> tuple[str, ...]:
    """Who marked the runs, in their order."""
    marks = [mark for run in runs for mark in (run.inserted, run.deleted) if mark]
    return tuple(dict.fromkeys(mark.author for mark in marks))


def pieces_by(author: str, runs: Iterable[Run]) -> tuple[Piece, ...]:
    """The runs as one author would have them: others' insertions absent, their deletions kept."""
    return merged(
        piece
        for run in runs
        if (piece := Piece(_fate(author, run), run.text)).op is not Op.ADDED
        or (run.inserted is not None and run.inserted.author == author and not _own_slip(run))
    )


def _fate(author: str, run: Run) -> Op:
    if run.inserted is not None:
        return Op.ADDED
    return Op.DELETED if run.deleted is not None and run.deleted.author == author else Op.KEPT


def _own_slip(run: Run) -> bool:
    """Whether an author took back words of their own."""
    both = run.inserted is not None and run.deleted is not None
    return both and run.inserted.author == run.deleted.author  # type: ignore[union-attr]


def _struck_by_others(author: str, runs: Iterable[Run]) -> tuple[Mark, ...]:
    marks = [
        run.deleted
        for run in runs
        if run.inserted is not None
        and run.deleted is not None
        and run.inserted.author == author != run.deleted.author
    ]
    return tuple({mark.author: mark for mark in marks}.values())


def _opposing(marks: Iterable[Mark], speakers: Speakers, mine: Voice) -> tuple[Position, ...]:
    positions: list[Position] = []
    for mark in marks:
        states = speakers.of(mark.author).states
        if states and states != mine.states:
            positions.append(Position(states, "oppose"))
    return tuple(dict.fromkeys(positions))


def _evidence(author: str, address: str, runs: Iterable[Run]) -> tuple[Evidence, ...]:
    marks = [m for run in runs for m in (run.inserted, run.deleted) if m and m.author == author]
    return (_evidence_of(marks[0], address, ""),)


def _evidence_of(mark: Mark, address: str, what: str) -> Evidence:
    where = ", ".join(part for part in (address, mark.date[:10], what) if part)
    return Evidence("tracked-change", mark.author, where)


# --- a clause of its own -----------------------------------------------------------------


def _of_newcomer(newcomer: Newcomer, pairing: Pairing, speakers: Speakers) -> Iterable[Proposal]:
    """A proposal to add the clause for each who wrote in it; one builds on the other's words."""
    authors = tuple(
        dict.fromkeys(r.inserted.author for r in newcomer.runs if r.inserted and r.text.strip())
    )
    base_clauses = _place(newcomer.after_before_clause, pairing)
    for count, author in enumerate(authors, 1):
        runs = [
            r for r in newcomer.runs
            if r.inserted and r.inserted.author in authors[:count] and not _own_slip(r)
        ]  # fmt: skip
        text = " ".join("".join(run.text for run in runs).split())
        if not text:
            continue
        voice = speakers.of(author)
        struck = _struck_by_others(author, newcomer.runs)
        evidence = [
            _evidence_of(mark, newcomer.address, "")
            for mark in {r.inserted.author: r.inserted for r in runs if r.inserted}.values()
        ]
        evidence += [_evidence_of(m, newcomer.address, "deletes what was inserted") for m in struck]
        yield Proposal(
            states=voice.states,
            action=Action.ADD,
            base_clauses=base_clauses,
            address=newcomer.address,
            before="",
            after=text,
            pieces=(Piece(Op.ADDED, text),),
            evidence=(*evidence, *voice.evidence),
            confidence=voice.confidence,
            author=author,
            positions=_opposing(struck, speakers, voice),
        )


def _place(before_clause: int, pairing: Pairing) -> tuple[int, ...]:
    return pairing.after_which(before_clause + 1)


# --- moves ------------------------------------------------------------------------------


def _with_moves(proposals: list[Proposal]) -> tuple[Proposal, ...]:
    """A deletion and an addition of the same words by one author become one move."""
    arrivals = [p for p in proposals if p.action is Action.ADD]
    arrived: set[int] = set()
    kept: list[Proposal] = []
    for proposal in proposals:
        target = next(
            (a for a in arrivals if id(a) not in arrived and _is_same_clause(proposal, a)), None
        )
        if target is None:
            kept.append(proposal)
            continue
        arrived.add(id(target))
        kept.append(_moved(proposal, target))
    return tuple(p for p in kept if id(p) not in arrived)


def _is_same_clause(gone: Proposal, come: Proposal) -> bool:
    is_one_author = gone.action is Action.SUP and gone.author == come.author
    return is_one_author and fuzz.ratio(plain(gone.before), plain(come.after)) / 100 >= MOVED


def _moved(gone: Proposal, come: Proposal) -> Proposal:
    to = Evidence("tracked-change", gone.author, moved_to(come.address))
    return replace(
        gone,
        action=Action.MOVE,
        after=come.after,
        pieces=compare_words(gone.before, come.after),
        evidence=(*gone.evidence, to),
    )
