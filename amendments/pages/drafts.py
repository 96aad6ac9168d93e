"""A draft, and any two of them side by side."""

from collections.abc import Callable, Iterator, Sequence

from amendments.drafting.brackets import meter, open_places
from amendments.drafting.correcting import Correction
from amendments.drafting.lookup import key
from amendments.drafting.references import Refers, clause_references, references
from amendments.model import Change, Draft, Kind
from amendments.notices import Notice
from amendments.records import (
    ClauseRecord,
    CorrectionRecord,
    DraftPage,
    OpenRecord,
    OutlinePage,
    ReferenceRecord,
)
from amendments.store import KeptDraft, Session

Compared = Callable[[int, int], tuple[Change, ...]]
"""Gives the changes between two drafts by their numbers."""


def draft_of(session: Session, kept: KeptDraft) -> Draft:
    """The text of a kept draft."""
    clauses = tuple(c.clause for c in session.clauses(kept.id))
    return Draft(clauses, kept.record.title, kept.record.language)


def in_time(kept: KeptDraft) -> tuple[str, int]:
    """What drafts are put in order by: their day, and on one day their arrival."""
    return kept.record.date, kept.id


def draft_page(session: Session, slug: str, key: str) -> DraftPage:
    """One draft with its clauses, and what of it is not agreed yet; raises NotFound."""
    kept = session.draft(slug, key)
    clauses = session.clauses(kept.id)
    still_open = meter(record.clause for record in clauses)
    resolution = session.resolution(slug)
    return DraftPage(
        resolution,
        kept.record,
        clauses,
        still_open.brackets,
        still_open.options,
        session.rulings().brackets_in(slug),
        tuple(_references(clauses)),
        tuple(_open(clauses)),
    )


def _open(records: Sequence[ClauseRecord]) -> Iterator[OpenRecord]:
    for record in records:
        if record.clause.kind is not Kind.OTHER:
            for one in open_places(record.clause.text):
                words = record.clause.text[one.start : one.end]
                yield OpenRecord(record.id, one.start, one.end, one.depth, str(one.shape), words)


def _references(records: Sequence[ClauseRecord]) -> Iterator[ReferenceRecord]:
    """What each clause refers to; of one that is in this draft, where it stands."""
    places = {key(r.clause.address): r.id for r in records if r.clause.address}
    inside = clause_references(Draft(tuple(r.clause for r in records)))
    for record in records:
        own = inside.get(record.clause.number, ())
        found = sorted((*references(record.clause.text), *own), key=lambda each: each.start)
        at = 0
        for one in found:
            if record.clause.is_on_cover or one.start < at:
                continue
            at = one.end
            to = places.get(key(one.target), "") if one.kind is Refers.CLAUSE else ""
            yield ReferenceRecord(record.id, one.start, at, str(one.kind), one.target, to)


def outline_page(
    draft: Draft, notices: tuple[Notice, ...], corrections: Sequence[Correction]
) -> OutlinePage:
    """The clauses of a file, and what people corrected in them."""
    said = tuple(
        CorrectionRecord(c.id, str(c.fault), c.words, c.value, c.actor, c.at) for c in corrections
    )
    return OutlinePage(draft.title, draft.language, draft.clauses, said, notices)
