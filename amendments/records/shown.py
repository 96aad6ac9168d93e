"""What each page shows."""

from dataclasses import dataclass, field

from amendments.model import BracketMeter, Change, Clause, Comparison, Op, Silent, State
from amendments.notices import Notice
from amendments.records.kept import (
    EVERYTHING,
    ClauseRecord,
    DraftRecord,
    ProposalRecord,
    ResolutionRecord,
    Role,
    Wanted,
)
from amendments.sides import Row, Verdict


@dataclass(frozen=True, slots=True)
class ResolutionPage:
    """A resolution with its drafts and contributions in time."""

    resolution: ResolutionRecord
    drafts: tuple[DraftRecord, ...]
    contributions: tuple[DraftRecord, ...]
    asked: dict[str, int] = field(default_factory=dict)
    """How many proposals each State or group has made; "" for those of nobody known."""
    meters: dict[str, BracketMeter] = field(default_factory=dict)
    """What is still in brackets in each draft, by its key: the bracket meter."""
    brackets: str = "not agreed"
    """What square brackets mean in this text: not agreed, deleted, alternative."""


@dataclass(frozen=True, slots=True)
class ReferenceRecord:
    """What a clause refers to, with its place in the clause's text."""

    clause: str
    """The id of the clause that refers."""
    start: int
    end: int
    kind: str
    """resolution, decision, document, paragraph, or clause for one of the same draft."""
    target: str
    """The thing itself: "Resolution 140 (Rev. Antalya, 2006)", "considering f)"."""
    to: str = ""
    """The id of the clause of this draft that is meant; "" for what stands elsewhere."""


@dataclass(frozen=True, slots=True)
class OpenRecord:
    """Words in brackets, or an option, with their place in a clause's text."""

    clause: str
    """The id of the clause."""
    start: int
    end: int
    depth: int
    """0 for one that stands in no other."""
    shape: str
    """wording, alternative, placeholder, option."""
    words: str


@dataclass(frozen=True, slots=True)
class DraftPage:
    """One draft with its clauses."""

    resolution: ResolutionRecord
    draft: DraftRecord
    clauses: tuple[ClauseRecord, ...]
    brackets: int = 0
    """How many square brackets stand in the text: what is not agreed yet."""
    options: int = 0
    meaning: str = "not agreed"
    """What square brackets mean in this text."""
    references: tuple[ReferenceRecord, ...] = ()
    """In the order of the text."""
    open: tuple[OpenRecord, ...] = ()
    """What is not settled, in the order of the text."""


@dataclass(frozen=True, slots=True)
class CorrectionRecord:
    """One thing that a person corrected in an outline."""

    id: int
    fault: str
    """What was wrong: kind, part, label, level, join, cut."""
    words: str
    """The clause as it stood."""
    value: str
    actor: str
    at: str


@dataclass(frozen=True, slots=True)
class OutlinePage:
    """The clauses of a file as they were read and as people corrected them."""

    title: str
    language: str
    clauses: tuple[Clause, ...]
    corrections: tuple[CorrectionRecord, ...] = ()
    """Those that stand, oldest first."""
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedClause:
    """One change of a comparison with the clauses of both sides."""

    change: Change
    old: tuple[ClauseRecord, ...]
    new: tuple[ClauseRecord, ...]
    edits: tuple[str, ...] = ()
    """What kinds of edit its words are, as `comparing.EditKind` names them."""
    together: int = 0
    """On the first of several that moved as one group: how many they are."""
    credits: tuple[ProposalRecord, ...] = ()
    """The proposals whose words the newer draft took, where both are drafts of the text."""

    @property
    def is_on_cover(self) -> bool:
        """Whether only what stands before the text is concerned."""
        return all(record.clause.is_on_cover for record in (*self.old, *self.new))

    @property
    def is_changed(self) -> bool:
        """Whether more than its number or typography differs."""
        return self.change.kind != "unchanged"


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """Any two drafts of a resolution side by side."""

    resolution: ResolutionRecord
    old: DraftRecord
    new: DraftRecord
    rows: tuple[ComparedClause, ...]
    algorithm: str
    notices: tuple[Notice, ...] = ()
    """References that point elsewhere since the older draft."""
    is_asked_for: bool = False
    """Whether the newer file holds excerpts, and the text that it asks for is shown."""

    @property
    def counts(self) -> dict[str, int]:
        """How many changes of each kind; unchanged clauses and the cover are left out."""
        counts: dict[str, int] = {}
        for row in self.rows:
            if row.change.kind != "unchanged" and not row.is_on_cover:
                counts[str(row.change.kind)] = counts.get(str(row.change.kind), 0) + 1
        return counts


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """One clause of the base and what is asked of it."""

    clause: ClauseRecord | None
    """None for what is to stand before the first clause."""
    proposals: tuple[ProposalRecord, ...]


@dataclass(frozen=True, slots=True)
class ProposalsPage:
    """The proposals of a resolution clause by clause, base by base."""

    resolution: ResolutionRecord
    bases: tuple[tuple[DraftRecord, tuple[ProposalRow, ...]], ...]
    """Newest base first; every row is one clause of the base that has proposals."""
    states: tuple[tuple[State, int], ...]
    """Who has how many, for the filter; counted before filtering."""
    wanted: Wanted = EVERYTHING
    """What it is filtered to."""


@dataclass(frozen=True, slots=True)
class RulingRecord:
    """One thing said by hand of a proposal; an empty value took back what was said before."""

    about: str
    value: tuple[str, ...]
    actor: str
    at: str


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """One proposal, and all that was said of it by hand, oldest first."""

    resolution: ResolutionRecord
    proposal: ProposalRecord
    language: str
    rulings: tuple[RulingRecord, ...]


@dataclass(frozen=True, slots=True)
class ClauseMoment:
    """A clause in one draft: its text there and what had changed."""

    draft: DraftRecord
    clause: ClauseRecord | None
    """None where the draft no longer has it."""
    change: Change | None
    """Against the draft before; None in the first."""
    credits: tuple[ProposalRecord, ...] = ()
    """The proposals whose words this draft took into the clause."""


@dataclass(frozen=True, slots=True)
class ClausePage:
    """The life of one clause."""

    resolution: ResolutionRecord
    id: str
    moments: tuple[ClauseMoment, ...]
    proposals: tuple[ProposalRecord, ...]


@dataclass(frozen=True, slots=True)
class StatePage:
    """What one State or group has proposed, in every resolution."""

    state: State
    proposals: tuple[ProposalRecord, ...]
    contributions: tuple[DraftRecord, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would bring, before it is kept."""

    filename: str
    sha256: str
    title: str
    language: str
    role: Role
    """What the file seems to be."""
    clauses: tuple[Clause, ...]
    base: str | None
    comparison: Comparison | None
    changes: dict[str, int]
    states: tuple[str, ...]
    """Whose it seems to be, for the form."""
    symbol: str
    date: str
    authors: dict[str, str | None]
    proposals: int
    silent: tuple[Silent, ...]
    notices: tuple[Notice, ...]
    already: str | None = None
    """The key of the draft that has the same bytes, if any."""


@dataclass(frozen=True, slots=True)
class SnippetRun:
    """A run of the words that a search shows of what it found."""

    text: str
    is_found: bool = False
    """Whether it is what was looked for."""
    op: Op = Op.KEPT
    """Whether the words were there before, came or went."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One clause or proposal that a search found."""

    resolution: str
    draft: str
    clause: str
    address: str
    states: tuple[str, ...]
    change: str
    """unchanged, modified, added … for a clause of a draft; the action for a proposal."""
    date: str
    snippet: tuple[SnippetRun, ...]
    score: float
    url: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What a search found, one page of it, with facets."""

    words: str
    hits: tuple[Hit, ...]
    total: int
    page: int
    pages: int
    facets: dict[str, tuple[tuple[str, int], ...]]
    """By facet name (resolution, draft, kind, state, change, edit, status): value and count."""
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class LaidClause:
    """One row with the clauses of the base and of every side."""

    row: Row
    old: tuple[ClauseRecord, ...]
    """Those of the base."""
    new: tuple[tuple[ClauseRecord, ...], ...]
    """Those of each side."""
    edits: tuple[tuple[str, ...], ...] = ()
    """What kinds of edit each side's words are, as `comparing.EditKind` names them."""

    @property
    def is_changed(self) -> bool:
        """Whether any side changed more than the typography."""
        return self.row.verdict is not Verdict.UNTOUCHED

    @property
    def is_on_cover(self) -> bool:
        """Whether only what stands before the text is concerned."""
        return all(record.clause.is_on_cover for record in self.at)

    @property
    def at(self) -> tuple[ClauseRecord, ...]:
        """The clauses it is called by: those of the base, or of the first side that added it."""
        return self.old or next(side for side in self.new if side)


@dataclass(frozen=True, slots=True)
class LaidPage:
    """Several drafts of a resolution laid on their base."""

    resolution: ResolutionRecord
    base: DraftRecord
    sides: tuple[DraftRecord, ...]
    rows: tuple[LaidClause, ...]
    algorithm: str

    @property
    def counts(self) -> dict[str, int]:
        """How many rows of each verdict, the gravest first; untouched and cover left out."""
        found = [str(r.row.verdict) for r in self.rows if r.is_changed and not r.is_on_cover]
        return {str(v): found.count(v) for v in reversed(Verdict) if v in found}
