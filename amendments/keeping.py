"""What the store is told when a file is taken in."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import count

from amendments import naming
from amendments.comparing import ALGORITHM
from amendments.errors import NotFound
from amendments.intake import Intake, Told, identities, sha256
from amendments.model import Proposal
from amendments.records import ClauseRecord, DraftRecord, Preview
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
    _keep_reading(session, KeptDraft(number, record), intake, base=base)
    return record.key


def keep_again(
    session: Session, kept: KeptDraft, intake: Intake, *, base: KeptDraft | None
) -> None:
    """Write down what was read anew of a draft, under the identities it had."""
    clauses = session.clauses(kept.id)
    proposals = session.proposals_of(kept)
    record = replace(
        kept.record,
        title=intake.draft.title,
        states=intake.states if kept.record.role == "contribution" else (),
        language=intake.draft.language,
        changes=intake.changes,
        authors=intake.contribution.authors,
        silent=intake.contribution.silent,
        notices=intake.notices,
    )
    session.rewrite_draft(kept.id, record)
    _keep_reading(session, kept, intake, base=base, before=clauses, proposed=proposals)


def _keep_reading(
    session: Session,
    kept: KeptDraft,
    intake: Intake,
    *,
    base: KeptDraft | None,
    before: Sequence[ClauseRecord] = (),
    proposed: Sequence[KeptProposal] = (),
) -> None:
    """The clauses, the comparison with the base, and the proposals."""
    number, record = kept.id, kept.record
    base_clauses = session.clauses(base.id) if base else ()
    named = identities(intake, base_clauses, file_hash=record.sha256, before=before)
    session.keep_clauses(number, named)
    if base and intake.comparison:
        changes = intake.comparison.changes
        session.keep_comparison(base.id, number, algorithm=ALGORITHM, changes=changes)
    proposals = intake.contribution.proposals
    ids = proposal_ids(f"{record.resolution}-{record.key}", proposals, proposed)
    session.keep_proposals(
        number,
        [
            KeptProposal(
                identity,
                number,
                base_clauses[p.base_clauses[0]].id if p.base_clauses else "",
                p,
                "proposed",
            )
            for identity, p in zip(ids, proposals, strict=True)
        ],
    )


def proposal_ids(
    stem: str, proposals: Sequence[Proposal], before: Sequence[KeptProposal]
) -> list[str]:
    """The name of each proposal, counted from 1; one that was there before keeps its own.

    What was said of a proposal by hand hangs on its name. It is the same where its author
    asks for the same words, else where he asks for the same to be done at the same address.
    """
    left, ids = list(before), dict[int, str]()
    for like in (_words_asked, _place_asked):
        for number, proposal in enumerate(proposals):
            same = next((old for old in left if like(old.proposal) == like(proposal)), None)
            if number not in ids and same is not None:
                ids[number] = same.id
                left.remove(same)
    last = max((int(old.id.rpartition("-")[2]) for old in before), default=0)
    free = count(last + 1)
    return [ids.get(number) or f"{stem}-{next(free)}" for number in range(len(proposals))]


def _words_asked(proposal: Proposal) -> tuple[str, ...]:
    return (proposal.author, proposal.action, proposal.before, proposal.after)


def _place_asked(proposal: Proposal) -> tuple[str, ...]:
    return (proposal.author, proposal.action, proposal.address)
