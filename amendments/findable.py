"""What can be found again: the records of the search index, made from the store."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from amendments.comparing import EditKind, kinds_in, kinds_of_edit
from amendments.model import Change, ChangeKind, Op, Piece, parted
from amendments.pages import Compared, proposal_records
from amendments.records import ClauseRecord, DraftRecord, ProposalRecord
from amendments.search import SearchRecord
from amendments.store import KeptDraft, Session

KIND_OF_ACTION = {
    "ADD": "added",
    "MOD": "modified",
    "SUP": "deleted",
    "MOVE": "moved",
    "NOC": "unchanged",
}
"""Proposals and drafts share one vocabulary of changes, so that one filter finds both."""


def search_records(session: Session, slug: str | None, compare: Compared) -> Iterator[SearchRecord]:
    """The records of one resolution, or of all."""
    slugs = [slug] if slug else [r.slug for r in session.resolutions()]
    for one in slugs:
        kept = session.drafts(one)
        order = {k.record.key: place for place, k in enumerate(kept)}
        numbers = {k.record.key: k.id for k in kept}
        for draft in kept:
            if draft.record.role == "draft":
                yield from _of_draft(session, draft, order[draft.record.key], numbers, compare)
        records = {k.record.key: k.record for k in kept}
        for proposal in proposal_records(session, one):
            contribution = records[proposal.contribution]
            yield _of_proposal(proposal, contribution, order[proposal.contribution])


def _of_draft(
    session: Session, kept: KeptDraft, order: int, numbers: dict[str, int], compare: Compared
) -> Iterator[SearchRecord]:
    clauses = session.clauses(kept.id)
    changed: dict[int, Change] = {}
    gone: list[tuple[Change, ClauseRecord]] = []
    if kept.record.base is not None:
        base = numbers[kept.record.base]
        olds: Sequence[ClauseRecord] = session.clauses(base)
        for change in compare(base, kept.id):
            texts = [clauses[number].clause.text for number in change.new]
            parts = parted(change.pieces, texts, without=Op.DELETED)
            changed |= {
                n: replace(change, pieces=own) for n, own in zip(change.new, parts, strict=False)
            }
            if change.kind is ChangeKind.DELETED:
                gone += [(change, olds[number]) for number in change.old]
    for clause in clauses:
        if clause.clause.text:
            yield _of_clause(kept.record, order, clause, changed.get(clause.clause.number))
    for change, old in gone:
        yield _of_clause(kept.record, order, old, change, text="")


def _of_clause(
    draft: DraftRecord,
    order: int,
    kept: ClauseRecord,
    change: Change | None,
    *,
    text: str | None = None,
) -> SearchRecord:
    return SearchRecord(
        id=f"{draft.resolution}/{draft.key}/{kept.id}",
        resolution=draft.resolution,
        draft=draft.key,
        draft_order=order,
        clause=kept.id,
        address=kept.clause.address,
        kind="clause",
        states=(),
        change="" if change is None else str(change.kind),
        status="",
        date=draft.date,
        language=draft.language,
        text=kept.clause.text if text is None else text,
        url=f"/r/{draft.resolution}/clauses/{kept.id}",
        pieces=_edits_of(change),
        edits=() if change is None else _names(kinds_of_edit(change, draft.language)),
    )


def _of_proposal(proposal: ProposalRecord, contribution: DraftRecord, order: int) -> SearchRecord:
    return SearchRecord(
        id=proposal.id,
        resolution=proposal.resolution,
        draft=proposal.contribution,
        draft_order=order,
        clause=proposal.clause,
        address=proposal.address,
        kind="proposal",
        states=proposal.states,
        change=KIND_OF_ACTION[proposal.action],
        status=proposal.fate or proposal.status,
        date=contribution.date,
        language=contribution.language,
        text=proposal.after,
        url=f"/r/{proposal.resolution}/proposals/{proposal.id}",
        pieces=_told(proposal.pieces),
        edits=_kinds(proposal, contribution.language),
    )


def _kinds(proposal: ProposalRecord, language: str) -> tuple[str, ...]:
    """The kinds of edit a proposal asks for; none where it adds or strikes a clause whole."""
    if not proposal.before or not proposal.after:
        return ()
    return _names(kinds_in(proposal.pieces, language))


def _names(kinds: Iterable[EditKind]) -> tuple[str, ...]:
    return tuple(str(kind) for kind in kinds)


def _edits_of(change: Change | None) -> tuple[tuple[str, str], ...]:
    """How a clause came to its words; nothing where they stood there before."""
    if change is None or change.kind is ChangeKind.UNCHANGED:
        return ()
    return _told(change.pieces)


def _told(pieces: Sequence[Piece]) -> tuple[tuple[str, str], ...]:
    return tuple((str(piece.op), piece.text) for piece in pieces)
