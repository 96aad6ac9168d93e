"""What the store is told when a file is taken in."""

from datetime import datetime

from amendments import naming
from amendments.comparing import ALGORITHM
from amendments.errors import NotFound
from amendments.intake import Intake, Told, identities, sha256
from amendments.records import DraftRecord, Preview
from amendments.store import KeptDraft, KeptProposal, Session


def same_file(session: Session, slug: str, file_hash: str) -> KeptDraft | None:
    """The draft of a resolution that has these bytes."""
    found = (kept for kept in session.drafts(slug) if kept.record.sha256 == file_hash)
    return next(found, None)


def base_named(session: Session, slug: str, against: str | None) -> KeptDraft | None:
    """The draft named, else the latest of the secretariat's; raises NotFound."""
    kept = session.drafts(slug)
    if against:
        for one in kept:
            if one.record.key == against:
                return one
        keys = ", ".join(k.record.key for k in kept if k.record.role == "draft") or "none yet"
        raise NotFound(f"There is no draft “{against}” of “{slug}”. Its drafts are: {keys}.")
    drafts = [one for one in kept if one.record.role == "draft"]
    return max(drafts, key=lambda one: (one.record.date, one.id)) if drafts else None


def previewed(
    intake: Intake,
    filename: str,
    content: bytes,
    *,
    base: KeptDraft | None,
    already: KeptDraft | None,
) -> Preview:
    """What the store would be told, for a person to see first."""
    guess = naming.cover(intake.document)
    return Preview(
        filename=filename,
        sha256=sha256(content),
        title=intake.draft.title,
        language=intake.draft.language,
        role=intake.role,
        clauses=intake.draft.clauses,
        base=base.record.key if base else None,
        comparison=intake.comparison,
        changes=intake.changes,
        states=intake.states,
        symbol=guess.symbol,
        date=guess.date,
        authors=intake.contribution.authors,
        proposals=len(intake.contribution.proposals),
        silent=intake.contribution.silent,
        notices=intake.notices,
        already=already.record.key if already else None,
    )


def keep(
    session: Session,
    slug: str,
    intake: Intake,
    *,
    filename: str,
    content: bytes,
    base: KeptDraft | None,
    told: Told,
    at: datetime,
) -> str:
    """Write all of it down; returns the draft's key."""
    taken = {kept.record.key for kept in session.drafts(slug)}
    guess = naming.cover(intake.document)
    file_hash = sha256(content)
    record = DraftRecord(
        resolution=slug,
        key=naming.free_key(told.key, intake.role, intake.states, taken),
        role=intake.role,
        title=intake.draft.title,
        filename=filename,
        sha256=file_hash,
        symbol=told.symbol or guess.symbol,
        date=told.date or guess.date or at.date().isoformat(),
        states=intake.states if intake.role == "contribution" else (),
        language=intake.draft.language,
        changes=intake.changes,
        authors=intake.contribution.authors,
        silent=intake.contribution.silent,
        notices=intake.notices,
        received=at.strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    body = next((c.text for c in intake.draft.clauses if c.kind == "body"), "")
    session.open_resolution(slug, title=intake.draft.title or slug, body=body.rstrip(", "))
    number = session.keep_draft(record, content, base.id if base else None)
    base_clauses = session.clauses(base.id) if base else ()
    session.keep_clauses(number, identities(intake, base_clauses, file_hash=file_hash))
    if base and intake.comparison:
        changes = intake.comparison.changes
        session.keep_comparison(base.id, number, algorithm=ALGORITHM, changes=changes)
    session.keep_proposals(
        number,
        [
            KeptProposal(
                f"{slug}-{record.key}-{position}",
                number,
                base_clauses[p.base_clauses[0]].id if p.base_clauses else "",
                p,
                "proposed",
            )
            for position, p in enumerate(intake.contribution.proposals, 1)
        ],
    )
    return record.key
