"""The pages put together from what the store holds."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rapidfuzz.distance import Indel

from amendments.attributing.standing import conflicts, identical
from amendments.comparing import ALGORITHM, kinds_of_edit
from amendments.drafting.brackets import meter
from amendments.errors import NotFound
from amendments.model import Action, Change, ChangeKind, Comparison, Draft, Op, State
from amendments.notices import Notice
from amendments.records import (
    ClauseMoment,
    ClausePage,
    ClauseRecord,
    ComparedClause,
    ComparisonPage,
    DraftPage,
    DraftRecord,
    Hit,
    ProposalPage,
    ProposalRecord,
    ProposalRow,
    ProposalsPage,
    RulingRecord,
    SearchPage,
    StatePage,
    Wanted,
)
from amendments.search import Criteria, Found
from amendments.store import KeptDraft, KeptProposal, Session, pack
from amendments.tracing import fates
from amendments.tracing.stale import stale_references

HITS_A_PAGE = 20
TAKEN_UP = 0.6
"""How alike a new clause and a proposed one must be for the proposal to get the credit."""

Compared = Callable[[int, int], tuple[Change, ...]]
"""Gives the changes between two drafts by their numbers."""


def draft_of(session: Session, kept: KeptDraft) -> Draft:
    """The text of a kept draft."""
    clauses = tuple(c.clause for c in session.clauses(kept.id))
    return Draft(clauses, kept.record.title, kept.record.language)


def compared(
    changes: Sequence[Change],
    old: Sequence[ClauseRecord],
    new: Sequence[ClauseRecord],
    language: str,
) -> tuple[ComparedClause, ...]:
    """Each change with the clauses of both sides, and what kinds of edit it holds."""
    return tuple(
        ComparedClause(
            change,
            tuple(old[n] for n in change.old),
            tuple(new[n] for n in change.new),
            tuple(str(kind) for kind in kinds_of_edit(change, language)) if change.old else (),
        )
        for change in changes
    )


def draft_page(session: Session, slug: str, key: str) -> DraftPage:
    """One draft with its clauses, and what of it is not agreed yet; raises NotFound."""
    kept = session.draft(slug, key)
    clauses = session.clauses(kept.id)
    still_open = meter(record.clause for record in clauses)
    resolution = session.resolution(slug)
    return DraftPage(resolution, kept.record, clauses, still_open.brackets, still_open.options)


def comparison_page(
    session: Session, slug: str, keys: tuple[str, str], compare: Compared
) -> ComparisonPage:
    """Any two drafts of a resolution; raises NotFound."""
    resolution = session.resolution(slug)
    old, new = (session.draft(slug, key) for key in keys)
    sides = session.clauses(old.id), session.clauses(new.id)
    changes = compare(old.id, new.id)
    stale: tuple[Notice, ...] = ()
    # A contribution may be an excerpt, in which references rightly point outside.
    if old.record.role == new.record.role == "draft":
        before, after = (Draft(tuple(record.clause for record in side)) for side in sides)
        stale = stale_references(before, after, Comparison(changes, ALGORITHM))
    rows = compared(changes, *sides, new.record.language)
    return ComparisonPage(resolution, old.record, new.record, rows, ALGORITHM, stale)


# --- proposals ---------------------------------------------------------------------


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
    voices = _voices(wanted, register)
    bases: list[tuple[DraftRecord, tuple[ProposalRow, ...]]] = []
    by_base: dict[str, list[ProposalRecord]] = {}
    for record in records:
        if _is_wanted(record, wanted, voices):
            by_base.setdefault(record.base, []).append(record)
    for kept in reversed(session.drafts(slug)):
        on_it = by_base.get(kept.record.key, [])
        rows = _rows(session.clauses(kept.id), on_it) if on_it else ()
        if mine := tuple(row for row in rows if _stands_in(row, wanted.part)):
            bases.append((kept.record, mine))
    return ProposalsPage(resolution, tuple(bases), states, wanted)


def _voices(wanted: Wanted, register: Sequence[State]) -> frozenset[str]:
    """The codes under which the States asked for speak: their own, and their groups' if wanted."""
    asked = set(wanted.states)
    groups = [s.code for s in register if wanted.groups and asked.intersection(s.members)]
    return frozenset([*asked, *groups])


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


# --- the life of a clause ---------------------------------------------------------------


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
    if not moments and not about:
        raise NotFound("There is no such clause in this resolution. Choose one from a draft.")
    return ClausePage(resolution, clause_id, tuple(moments), about)


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


# --- searching ---------------------------------------------------------------------------


def search_page(criteria: Criteria, found: Found, *, notices: tuple[Notice, ...]) -> SearchPage:
    """What the index found, as a page shows it."""
    hits = tuple(
        Hit(
            resolution=hit.record.resolution,
            draft=hit.record.draft,
            clause=hit.record.clause,
            address=hit.record.address,
            states=hit.record.states,
            change=hit.record.change,
            date=hit.record.date,
            snippet=hit.snippet,
            score=hit.score,
            url=hit.record.url,
        )
        for hit in found.hits
    )
    pages = max(1, -(-found.total // HITS_A_PAGE))
    return SearchPage(
        criteria.words,
        hits,
        found.total,
        criteria.page,
        pages,
        found.facets,
        (*found.notices, *notices),
    )


def words_of(change_pieces: Sequence[Any], op: Op) -> str:
    """The added or the deleted words, one run after the other."""
    return " … ".join(piece.text.strip() for piece in change_pieces if piece.op is op)


# --- JSON ----------------------------------------------------------------------------------


def as_json(page: Any) -> Any:
    """Any page as JSON has it; the marks of Word's runs are left to the drafts' own pages."""
    return _without_runs(pack(page))


def _without_runs(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_runs(v) for k, v in value.items() if k not in {"runs", "paragraphs"}}
    if isinstance(value, list):
        return [_without_runs(item) for item in value]
    return value
