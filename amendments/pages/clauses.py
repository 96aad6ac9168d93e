"""The life of one clause through the drafts."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from amendments.errors import NotFound
from amendments.model import Action, Change, ChangeKind
from amendments.pages.drafts import Compared
from amendments.pages.proposals import proposal_records
from amendments.records import ClauseMoment, ClausePage, ClauseRecord, ProposalRecord
from amendments.store import Session

TAKEN_UP = 0.6
"""How alike a new clause and a proposed one must be for the proposal to get the credit."""


def clause_page(session: Session, slug: str, clause_id: str, compare: Compared) -> ClausePage:
    """A clause in every draft of the secretariat's, with who is to thank; raises NotFound."""
    resolution = session.resolution(slug)
    drafts = [k for k in session.drafts(slug) if k.record.role == "draft"]
    drafts.sort(key=lambda k: (k.record.date, k.id))
    records = proposal_records(session, slug)
    moments: list[ClauseMoment] = []
    for place, kept in enumerate(drafts):
        clauses = session.clauses(kept.id)
        found = next((c for c in clauses if c.id == clause_id), None)
        before = drafts[place - 1] if place else None
        lived = bool(moments) and moments[-1].clause is not None
        if found is None and not lived:
            continue
        change = None
        if before is not None:
            olds = session.clauses(before.id)
            change = _change_of(compare(before.id, kept.id), olds, clauses, clause_id)
        thanks = _credits(records, kept.record.key, clause_id, found, change)
        moments.append(ClauseMoment(kept.record, found, change, thanks))
    about = tuple(r for r in records if r.clause == clause_id)
    if not moments:  # a clause that only a contribution has
        moments += _asked_for(session, slug, clause_id, compare)
    if not moments and not about:
        raise NotFound("There is no such clause in this resolution. Choose one from a draft.")
    return ClausePage(resolution, clause_id, tuple(moments), about)


def _asked_for(
    session: Session, slug: str, clause_id: str, compare: Compared
) -> Iterator[ClauseMoment]:
    for kept in session.drafts(slug):
        clauses = session.clauses(kept.id) if kept.record.role != "draft" else ()
        found = next((c for c in clauses if c.id == clause_id), None)
        if found is not None and kept.record.base is not None:
            base = session.draft(slug, kept.record.base)
            olds = session.clauses(base.id)
            change = _change_of(compare(base.id, kept.id), olds, clauses, clause_id)
            yield ClauseMoment(kept.record, found, change)


def _change_of(
    changes: Sequence[Change],
    olds: Sequence[ClauseRecord],
    news: Sequence[ClauseRecord],
    clause_id: str,
) -> Change | None:
    for change in changes:
        ids = {olds[n].id for n in change.old} | {news[n].id for n in change.new}
        if clause_id in ids:
            return change
    return None


def _credits(
    records: Sequence[ProposalRecord],
    draft: str,
    clause_id: str,
    found: ClauseRecord | None,
    change: Change | None,
) -> tuple[ProposalRecord, ...]:
    """The proposals whose words a draft took into the clause."""
    if change is None or change.kind is ChangeKind.UNCHANGED:
        return ()
    taken = [r for r in records if r.fate_draft == draft and r.fate.startswith("adopted")]
    mine = [r for r in taken if r.clause == clause_id and r.action != Action.ADD]
    if change.kind is ChangeKind.ADDED and found is not None:
        text = found.clause.text
        mine += [
            r
            for r in taken
            if r.action == Action.ADD and Indel.normalized_similarity(r.after, text) >= TAKEN_UP
        ]
    return tuple(mine)
