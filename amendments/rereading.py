"""Reading kept files anew: after a correction of an outline, or with a better program."""

from collections.abc import Sequence

from amendments import pages
from amendments.intake import Told, take
from amendments.keeping import keep_again
from amendments.model import WordDocument
from amendments.store import KeptDraft, KeptProposal, Session


def standing_on(drafts: Sequence[KeptDraft], roots: set[str]) -> tuple[KeptDraft, ...]:
    """The drafts named and all that were compared with them or with those, oldest first."""
    keys = set(roots)
    found: list[KeptDraft] = []
    for kept in drafts:  # a base is always older than what stands on it
        if kept.record.key in keys or kept.record.base in keys:
            keys.add(kept.record.key)
            found.append(kept)
    return tuple(found)


def read_again(session: Session, kept: KeptDraft, document: WordDocument) -> None:
    """Read one file as it is read now, against its base as that is kept now, and keep it.

    Raises DraftRefused where no clause is found in it any more; nothing is kept then.
    """
    record = kept.record
    base = session.draft(record.resolution, record.base) if record.base else None
    text = pages.draft_of(session, base) if base else None
    told = _told_then(session, kept, session.proposals_of(kept))
    intake = take(document, record.filename, base=text, told=told)
    keep_again(session, kept, intake, base=base)


def _told_then(session: Session, kept: KeptDraft, proposals: Sequence[KeptProposal]) -> Told:
    """What the officer had said of the file when it was taken in, and what was said since."""
    record, rulings = kept.record, session.rulings()
    named = {code for one in proposals for code in one.proposal.states}
    was_told = any(e.kind == "told" for one in proposals for e in one.proposal.evidence)
    return Told(
        by=record.states if was_told or set(record.states) != named else (),
        date=record.date,
        symbol=record.symbol,
        role=record.role,
        known_authors=rulings.known_authors,
        brackets=rulings.brackets_in(record.resolution),
        corrections=session.corrections(record.sha256),
    )
