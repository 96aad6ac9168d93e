"""Whose words a draft took: the proposals to thank for what changed in a clause."""

from collections.abc import Collection, Sequence

from rapidfuzz.distance import Indel

from amendments.model import Action, ChangeKind
from amendments.records import ComparedClause, ProposalRecord

TAKEN_UP = 0.6
"""How alike a new clause and a proposed one must be for the proposal to get the credit."""


def taken_up(records: Sequence[ProposalRecord], drafts: Collection[str]) -> list[ProposalRecord]:
    """The proposals that one of those drafts adopted, at least in part."""
    return [r for r in records if r.fate_draft in drafts and r.fate.startswith("adopted")]


def credits_for(row: ComparedClause, taken: Sequence[ProposalRecord]) -> tuple[ProposalRecord, ...]:
    """Those of the adopted proposals that asked for what became of a clause.

    What was proposed as a new clause has another identity than the one that was made of
    it, so there the words tell.
    """
    if row.change.kind is ChangeKind.UNCHANGED:
        return ()
    ids = {clause.id for clause in (*row.old, *row.new)}
    is_new = row.change.kind is ChangeKind.ADDED
    return tuple(
        record
        for record in taken
        if (
            is_new and Indel.normalized_similarity(record.after, row.change.after) >= TAKEN_UP
            if record.action == Action.ADD
            else record.clause in ids
        )
    )
