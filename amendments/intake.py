"""What one Word file brings to a resolution, before anything is kept."""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from amendments.attributing import attribute
from amendments.comparing import compare
from amendments.drafting import read_draft
from amendments.drafting.brackets import Meaning
from amendments.drafting.correcting import Correction, corrected
from amendments.drafting.cutting import whole
from amendments.drafting.states import state
from amendments.errors import DraftRefused, RequestRefused
from amendments.model import (
    Action,
    Change,
    ChangeKind,
    Clause,
    Comparison,
    Contribution,
    Draft,
    Kind,
    Reading,
    WordDocument,
)
from amendments.notices import Notice
from amendments.records import ClauseRecord, Role
from amendments.settings import Settings
from amendments.tracing.asked import is_excerpt
from amendments.word import Limits
from amendments.word.safely import read_safely

KIND_ASKED = {
    Action.ADD: ChangeKind.ADDED,
    Action.MOD: ChangeKind.MODIFIED,
    Action.SUP: ChangeKind.DELETED,
    Action.MOVE: ChangeKind.MOVED,
}
"""What each of ITU's signs comes to; NOC asks for nothing."""
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Told:
    """What the officer said of a file; empty where nothing was said."""

    by: tuple[str, ...] = ()
    date: str = ""
    symbol: str = ""
    role: Role | None = None
    key: str = ""
    known_authors: Mapping[str, str] = field(default_factory=dict)
    brackets: Meaning = Meaning.OPEN
    """What square brackets without names mean in this resolution."""
    corrections: tuple[Correction, ...] = ()
    """What people corrected in the outline of this very file."""

    def checked(self) -> "Told":
        """With States as their codes; raises UnknownState and RequestRefused."""
        if self.date and not DAY.fullmatch(self.date):
            raise RequestRefused(f"“{self.date}” is no date. Write it as 2026-05-31.")
        codes = tuple(dict.fromkeys(state(name).code for name in self.by))
        return replace(self, by=codes)


@dataclass(frozen=True, slots=True)
class Intake:
    """A file read, compared with its base and attributed."""

    document: WordDocument
    draft: Draft
    role: Role
    base: Draft | None
    comparison: Comparison | None
    contribution: Contribution
    states: tuple[str, ...]

    @property
    def changes(self) -> dict[str, int]:
        """How many changes of each kind against the base; unchanged ones and the cover left out.

        Of proposals in ITU's form, which hold excerpts, what is asked for is counted: the rest
        of the base is not deleted by being left out.
        """
        proposals = self.contribution.proposals
        if is_excerpt(proposals):
            return dict(
                Counter(str(KIND_ASKED[p.action]) for p in proposals if p.action in KIND_ASKED)
            )
        changes = self.comparison.changes if self.comparison else ()
        counts = Counter(str(change.kind) for change in changes if not self._is_on_cover(change))
        counts.pop(ChangeKind.UNCHANGED, None)
        return dict(counts)

    def _is_on_cover(self, change: Change) -> bool:
        olds = [self.base.clauses[n] for n in change.old] if self.base else []
        return all(c.is_on_cover for c in (*olds, *(self.draft.clauses[n] for n in change.new)))

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Everything that was doubtful on the way, each said once."""
        said = (*self.document.notices, *self.draft.notices, *self.contribution.notices)
        return tuple(dict.fromkeys(said))


def sha256(content: bytes) -> str:
    """The name of a file that is its content."""
    return hashlib.sha256(content).hexdigest()


def read_word(content: bytes, settings: Settings) -> WordDocument:
    """The Word file, read in a child process; raises DraftRefused."""
    return read_safely(
        content,
        Limits(file_bytes=settings.max_file_bytes),
        memory_bytes=settings.read_memory_bytes,
        seconds=settings.read_seconds,
    )


def take(document: WordDocument, filename: str, *, base: Draft | None, told: Told) -> Intake:
    """Read the file as a draft, or as a contribution against `base`; raises DraftRefused."""
    read = cache(lambda reading: corrected(read_draft(document, reading), told.corrections))
    draft = read(Reading.AFTER)
    role = told.role or _role(document, base, told)
    if base is None and role == "contribution":
        raise RequestRefused(
            "A contribution needs the draft it was written against. Take that draft in first."
        )
    contribution = Contribution(())
    if base is not None and (role == "contribution" or document.marks):
        contribution = attribute(
            base,
            document,
            read=read,
            told=told.by,
            filename=filename,
            known_authors=told.known_authors,
            brackets=told.brackets,
        )
    if role == "draft":
        contribution = Contribution(
            (), contribution.silent, contribution.authors, contribution.notices
        )
    if not contribution.proposals and not any(c.kind is Kind.CLAUSE for c in draft.clauses):
        raise DraftRefused(
            "No clause of a resolution was found in this file. "
            "Check that it is the draft itself, with its “resolves” or numbered paragraphs."
        )
    comparison = compare(base, draft) if base is not None else None
    named = {code for proposal in contribution.proposals for code in proposal.states}
    states = told.by or tuple(sorted(named))
    return Intake(document, draft, role, base, comparison, contribution, states)


def _role(document: WordDocument, base: Draft | None, told: Told) -> Role:
    if base is not None and (told.by or document.marks):
        return "contribution"
    return "draft"


def identities(
    intake: Intake,
    base: Sequence[ClauseRecord],
    *,
    file_hash: str,
    before: Sequence[ClauseRecord] = (),
) -> tuple[ClauseRecord, ...]:
    """The file's clauses, each under the identity it had in the base, or a new one.

    Of a clause that was split the first part keeps the identity; of clauses that were
    merged the first gives it. A new identity is made of the file's hash and the place,
    so that taking the same files in again gives the same links. Where the file was read
    `before`, a clause keeps the identity it had then.
    """
    named: dict[int, str] = {}
    for change in intake.comparison.changes if intake.comparison else ():
        if change.old and change.new:
            named[change.new[0]] = base[change.old[0]].id
    inherited = set(named.values())
    for number, identity in _remembered(intake.draft.clauses, before).items():
        if identity not in inherited:
            named.setdefault(number, identity)
    taken = set(named.values())
    for clause in intake.draft.clauses:
        if clause.number not in named:
            named[clause.number] = _new_identity(file_hash, clause, taken)
    return tuple(ClauseRecord(named[clause.number], clause) for clause in intake.draft.clauses)


def _remembered(clauses: Sequence[Clause], before: Sequence[ClauseRecord]) -> dict[int, str]:
    """The identity that the clause beginning in the same paragraph had, the same words first."""
    waiting: dict[int, list[ClauseRecord]] = {}
    for record in before:
        for paragraph in record.clause.paragraphs[:1]:
            waiting.setdefault(paragraph, []).append(record)
    found: dict[int, str] = {}
    for clause in clauses:
        here = waiting.get(clause.paragraphs[0], []) if clause.paragraphs else []
        same = [record for record in here if whole(record.clause) == whole(clause)]
        if here:
            record = (same or here)[0]
            here.remove(record)
            found[clause.number] = record.id
    return found


def _new_identity(file_hash: str, clause: Clause, taken: set[str]) -> str:
    """Made of the file and the place; a place that a correction has doubled counts on."""
    place = f"{clause.number}"
    while (identity := "c" + sha256(f"{file_hash}:{place}".encode())[:10]) in taken:
        place += "+"
    taken.add(identity)
    return identity
