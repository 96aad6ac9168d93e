"""The life of one clause through the drafts."""

from collections.abc import Iterator
from dataclasses import replace

from amendments.errors import NotFound
from amendments.model import Change, Op, parted
from amendments.pages.credits import credits_for, taken_up
from amendments.pages.drafts import Compared, in_time
from amendments.pages.proposals import proposal_records
from amendments.records import ClauseMoment, ClausePage, ComparedClause
from amendments.store import KeptDraft, Session


def clause_page(session: Session, slug: str, clause_id: str, compare: Compared) -> ClausePage:
    """A clause in every draft of the secretariat's, with who is to thank; raises NotFound."""
    resolution = session.resolution(slug)
    drafts = [k for k in session.drafts(slug) if k.record.role == "draft"]
    drafts.sort(key=in_time)
    records = proposal_records(session, slug)
    moments: list[ClauseMoment] = []
    for place, kept in enumerate(drafts):
        clauses = session.clauses(kept.id)
        found = next((c for c in clauses if c.id == clause_id), None)
        before = drafts[place - 1] if place else None
        lived = bool(moments) and moments[-1].clause is not None
        if found is None and not lived:
            continue
        if before is None:
            moments.append(ClauseMoment(kept.record, found, None))
            continue
        row = _row_of(session, before, kept, clause_id, compare)
        thanks = credits_for(row, taken_up(records, {kept.record.key}))
        moments.append(ClauseMoment(kept.record, found, _own_part(row, clause_id), thanks))
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
            row = _row_of(session, base, kept, clause_id, compare)
            yield ClauseMoment(kept.record, found, _own_part(row, clause_id))


def _row_of(
    session: Session, before: KeptDraft, after: KeptDraft, clause_id: str, compare: Compared
) -> ComparedClause:
    """The change in which the clause stands; every clause of both drafts stands in one."""
    olds, news = session.clauses(before.id), session.clauses(after.id)
    rows = (
        ComparedClause(
            change,
            tuple(olds[number] for number in change.old),
            tuple(news[number] for number in change.new),
        )
        for change in compare(before.id, after.id)
    )
    return next(row for row in rows if any(one.id == clause_id for one in (*row.old, *row.new)))


def _own_part(row: ComparedClause, clause_id: str) -> Change:
    """What became of the clause; of one that came out of a split, its own words."""
    own = [record.id for record in row.new]
    if clause_id not in own:
        return row.change
    texts = [record.clause.text for record in row.new]
    parts = parted(row.change.pieces, texts, without=Op.DELETED)
    return replace(row.change, pieces=parts[own.index(clause_id)])
