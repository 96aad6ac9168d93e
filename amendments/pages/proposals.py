"""What is asked, by whom, and what became of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from amendments.attributing.standing import conflicts, identical
from amendments.drafting.states import members_on
from amendments.errors import NotFound
from amendments.model import Draft, State
from amendments.pages.drafts import draft_of
from amendments.records import (
    ClauseRecord,
    DraftRecord,
    ProposalPage,
    ProposalRecord,
    ProposalRow,
    ProposalsPage,
    RulingRecord,
    StatePage,
    Wanted,
)
from amendments.store import KeptProposal, Session
from amendments.tracing import fates


@dataclass(frozen=True, slots=True)
class History:
    """All of a resolution that its proposals are judged by."""

    drafts: dict[int, DraftRecord]
    numbers: dict[str, int]
    texts: dict[int, Draft]
    """The secretariat's drafts, in time."""

    def later_than(self, number: int) -> list[tuple[str, Draft]]:
        """The drafts after one, in time, each with its key."""
        when = (self.drafts[number].date, number)
        after = [n for n in self.texts if (self.drafts[n].date, n) > when]
        after.sort(key=lambda n: (self.drafts[n].date, n))
        return [(self.drafts[n].key, self.texts[n]) for n in after]


def history(session: Session, slug: str) -> History:
    """The drafts of a resolution with their texts."""
    kept = session.drafts(slug)
    texts = {k.id: draft_of(session, k) for k in kept if k.record.role == "draft"}
    records = {k.id: k.record for k in kept}
    return History(records, {k.record.key: k.id for k in kept}, texts)


def proposal_records(session: Session, slug: str) -> tuple[ProposalRecord, ...]:
    """Every proposal with its standing among the others and its fate."""
    return session.once(f"proposals of {slug}", lambda: _proposal_records(session, slug))


def _proposal_records(session: Session, slug: str) -> tuple[ProposalRecord, ...]:
    past = history(session, slug)
    kept = session.proposals(slug)
    records: list[ProposalRecord] = []
    for base_key in dict.fromkeys(past.drafts[k.draft].base for k in kept):
        rivals = [k for k in kept if past.drafts[k.draft].base == base_key]
        records += _standing(rivals, past, base_key or "")
    order = {k.id: place for place, k in enumerate(kept)}
    return tuple(sorted(records, key=lambda r: order[r.id]))


def _standing(rivals: Sequence[KeptProposal], past: History, base_key: str) -> list[ProposalRecord]:
    """The proposals against one base, told apart from and joined with each other."""
    base_number = past.numbers.get(base_key)
    base = past.texts.get(base_number) if base_number is not None else None
    later = past.later_than(base_number) if base_number is not None else []
    proposals = [k.proposal for k in rivals]
    against, alike = conflicts(proposals), identical(proposals)
    records: list[ProposalRecord] = []
    became = fates(proposals, base, later) if base is not None else ()
    for place, kept in enumerate(rivals):
        record = _record(kept, past.drafts[kept.draft], base_key)
        records.append(
            replace(
                record,
                conflicts=tuple(rivals[n].id for n in against[place]),
                identical=tuple(rivals[n].id for n in alike[place]),
                fate=became[place].fate if became else "",
                fate_draft=became[place].draft if became else "",
            )
        )
    return records


def _record(kept: KeptProposal, contribution: DraftRecord, base: str) -> ProposalRecord:
    p = kept.proposal
    return ProposalRecord(
        id=kept.id,
        resolution=contribution.resolution,
        base=base,
        contribution=contribution.key,
        states=p.states,
        action=str(p.action),
        clause=kept.clause,
        address=p.address,
        before=p.before,
        after=p.after,
        pieces=p.pieces,
        evidence=p.evidence,
        confidence=p.confidence,
        status=kept.status,
        author=p.author,
        positions=p.positions,
        reasons=p.reasons,
    )


def proposals_page(
    session: Session, slug: str, wanted: Wanted, register: Sequence[State]
) -> ProposalsPage:
    """The proposals clause by clause, base by base, newest base first."""
    resolution = session.resolution(slug)
    records = proposal_records(session, slug)
    names = {state.code: state for state in register}
    counts = Counter(code for record in records for code in record.states)
    states = tuple((names.get(code) or State(code, code), counts[code]) for code in sorted(counts))
    groups = [state.code for state in register if state.is_group]
    days = {kept.record.key: kept.record.date for kept in session.drafts(slug)}
    bases: list[tuple[DraftRecord, tuple[ProposalRow, ...]]] = []
    by_base: dict[str, list[ProposalRecord]] = {}
    for record in records:
        if _is_wanted(record, wanted, _voices(wanted, groups, days[record.contribution])):
            by_base.setdefault(record.base, []).append(record)
    for kept in reversed(session.drafts(slug)):
        on_it = by_base.get(kept.record.key, [])
        rows = _rows(session.clauses(kept.id), on_it) if on_it else ()
        if mine := tuple(row for row in rows if _stands_in(row, wanted.part)):
            bases.append((kept.record, mine))
    return ProposalsPage(resolution, tuple(bases), states, wanted)


def _voices(wanted: Wanted, groups: Sequence[str], day: str) -> frozenset[str]:
    """The codes the States asked for speak under: their own, and if wanted their groups' then."""
    asked = set(wanted.states)
    own = [code for code in groups if wanted.groups and asked.intersection(members_on(code, day))]
    return frozenset([*asked, *own])


def _is_wanted(record: ProposalRecord, wanted: Wanted, voices: frozenset[str]) -> bool:
    return (
        (not voices or bool(voices.intersection(record.states)))
        and wanted.action in {"", record.action}
        and wanted.status in {"", record.status, record.fate}
    )


def _stands_in(row: ProposalRow, part: str) -> bool:
    return not part or (row.clause is not None and row.clause.clause.part == part)


def proposal_page(session: Session, slug: str, identity: str) -> ProposalPage:
    """One proposal with what was said of it by hand; raises NotFound."""
    resolution = session.resolution(slug)
    found = next((r for r in proposal_records(session, slug) if r.id == identity), None)
    if found is None:
        raise NotFound(f"There is no proposal “{identity}”. Choose one from the proposals’ page.")
    said = tuple(
        RulingRecord(str(r.about), r.value, r.actor, r.at) for r in session.rulings_on(identity)
    )
    language = session.draft(slug, found.contribution).record.language
    return ProposalPage(resolution, found, language, said)


def _rows(
    clauses: Sequence[ClauseRecord], records: Sequence[ProposalRecord]
) -> tuple[ProposalRow, ...]:
    by_clause: dict[str, list[ProposalRecord]] = {}
    for record in records:
        by_clause.setdefault(record.clause, []).append(record)
    known = {clause.id for clause in clauses}
    first = tuple(r for r in records if r.clause not in known)
    rows = [ProposalRow(None, first)] if first else []
    rows += [
        ProposalRow(clause, tuple(by_clause[clause.id]))
        for clause in clauses
        if clause.id in by_clause
    ]
    return tuple(rows)


def state_page(session: Session, known: State) -> StatePage:
    """What one State has proposed, in every resolution."""
    records: list[ProposalRecord] = []
    for resolution in session.resolutions():
        records += [r for r in proposal_records(session, resolution.slug) if known.code in r.states]
    files = {(r.resolution, r.contribution) for r in records}
    contributions = tuple(
        k.record
        for k in session.drafts()
        if known.code in k.record.states or (k.record.resolution, k.record.key) in files
    )
    return StatePage(known, tuple(records), contributions)
