"""Any two drafts side by side."""

from collections.abc import Sequence
from dataclasses import replace

from amendments.comparing import ALGORITHM, kinds_of_edit, moved_together
from amendments.comparing import compare as compare_drafts
from amendments.model import Change, Comparison, Draft, Proposal
from amendments.notices import Notice
from amendments.pages.credits import credits_for, taken_up
from amendments.pages.drafts import Compared, draft_of, in_time
from amendments.pages.proposals import proposal_records
from amendments.records import ClauseRecord, ComparedClause, ComparisonPage
from amendments.store import KeptDraft, Session
from amendments.tracing.asked import is_excerpt, text_asked_for
from amendments.tracing.stale import stale_references


def compared(
    changes: Sequence[Change],
    old: Sequence[ClauseRecord],
    new: Sequence[ClauseRecord],
    language: str,
) -> tuple[ComparedClause, ...]:
    """Each change with the clauses of both sides, and what kinds of edit it holds."""
    groups = {group[0].new: len(group) for group in moved_together(changes)}
    return tuple(
        ComparedClause(
            change,
            tuple(old[n] for n in change.old),
            tuple(new[n] for n in change.new),
            tuple(str(kind) for kind in kinds_of_edit(change, language)) if change.old else (),
            groups.get(change.new, 0) if change.new else 0,
        )
        for change in changes
    )


def is_asked_for(session: Session, new: KeptDraft, old: KeptDraft) -> bool:
    """Whether a draft stands beside its base and holds excerpts: what it asks for is compared."""
    return new.record.base == old.record.key and is_excerpt(_proposals_of(session, new))


def text_of(session: Session, kept: KeptDraft, base: KeptDraft) -> tuple[ClauseRecord, ...]:
    """The clauses of a draft beside another; of excerpts, the base as they ask for it."""
    own = session.clauses(kept.id)
    if not is_asked_for(session, kept, base):
        return own
    # What was there before keeps its identity; a new clause has that of the file's own.
    ids = {record.clause.address: record.id for record in session.clauses(base.id)}
    written = {record.clause.text: record.id for record in own}
    asked = text_asked_for(draft_of(session, base), _proposals_of(session, kept))
    return tuple(
        ClauseRecord(
            ids[c.address] if c.paragraphs else written.get(c.text, f"asked-{c.number}"), c
        )
        for c in asked.clauses
    )


def changes_between(
    session: Session, old: KeptDraft, new: KeptDraft, compare: Compared
) -> tuple[Change, ...]:
    """What became of every clause; of excerpts, in the text that they ask for."""

    def made() -> tuple[Change, ...]:
        asked = Draft(tuple(record.clause for record in text_of(session, new, old)))
        return compare_drafts(draft_of(session, old), asked).changes

    if is_asked_for(session, new, old):
        return session.once(f"changes asked for by {new.id}", made)
    return compare(old.id, new.id)


def _proposals_of(session: Session, kept: KeptDraft) -> list[Proposal]:
    return [one.proposal for one in session.proposals_of(kept)]


def comparison_page(
    session: Session, slug: str, keys: tuple[str, str], compare: Compared
) -> ComparisonPage:
    """Any two drafts of a resolution; raises NotFound."""
    resolution = session.resolution(slug)
    old, new = (session.draft(slug, key) for key in keys)
    sides = session.clauses(old.id), text_of(session, new, old)
    changes = changes_between(session, old, new, compare)
    rows = compared(changes, *sides, new.record.language)
    stale: tuple[Notice, ...] = ()
    # A contribution may be an excerpt, in which references rightly point outside.
    if old.record.role == new.record.role == "draft":
        before, after = (Draft(tuple(record.clause for record in side)) for side in sides)
        stale = stale_references(before, after, Comparison(changes, ALGORITHM))
        rows = with_credits(rows, session, old, new)
    asked = is_asked_for(session, new, old)
    return ComparisonPage(resolution, old.record, new.record, rows, ALGORITHM, stale, asked)


def with_credits(
    rows: Sequence[ComparedClause], session: Session, old: KeptDraft, new: KeptDraft
) -> tuple[ComparedClause, ...]:
    """The rows with whose words were taken on the way from one draft to the other."""
    way = [
        kept.record.key
        for kept in session.drafts(new.record.resolution)
        if kept.record.role == "draft" and in_time(old) < in_time(kept) <= in_time(new)
    ]
    taken = taken_up(proposal_records(session, new.record.resolution), way)
    return tuple(replace(row, credits=credits_for(row, taken)) for row in rows)
