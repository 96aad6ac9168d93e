"""Everything the program remembers: resolutions, drafts, clauses, proposals, who did what."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, TypeVar, cast

import sqlalchemy as sa

from amendments.drafting.correcting import Correction
from amendments.errors import NotFound
from amendments.model import Change, Clause, Proposal, Silent
from amendments.notices import Notice
from amendments.records import ClauseRecord, DraftRecord, ResolutionRecord
from amendments.store import corrections
from amendments.store import schema as t
from amendments.store.engine import connect, migrate
from amendments.store.packing import pack, unpack
from amendments.store.rulings import About, Ruling, Rulings, newest

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class KeptProposal:
    """A proposal with the keys it is kept under."""

    id: str
    draft: int
    clause: str
    """The identity of the base's clause."""
    proposal: Proposal
    status: str


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft with the number the database knows it by."""

    id: int
    record: DraftRecord


class Store:
    """The database of one installation."""

    def __init__(self, url: str) -> None:
        self.engine = connect(url)
        migrate(self.engine)
        self._remembered: dict[str, tuple[str, Any]] = {}

    @contextmanager
    def reading(self) -> Iterator["Session"]:
        """One consistent view; nothing can be written in it."""
        with self.engine.connect() as connection:
            yield Session(connection, self._remembered)

    @contextmanager
    def writing(self) -> Iterator["Session"]:
        """All of what happens inside is kept, or none of it."""
        with self.engine.execution_options(writing=True).begin() as connection:
            yield Session(connection)


class Session:
    """The questions and the deeds, inside one transaction."""

    def __init__(
        self, connection: sa.Connection, remembered: dict[str, tuple[str, Any]] | None = None
    ) -> None:
        self.connection = connection
        self._remembered = remembered

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What `make` gives, made once for every state of the store.

        For what follows from the store alone and takes long to work out. A writing session
        remembers nothing: what it sees may never be kept.
        """
        if self._remembered is None:
            return make()
        mark = self.mark()
        known = self._remembered.get(name)
        if known is None or known[0] != mark:
            known = (mark, make())
            self._remembered[name] = known
        return cast("T", known[1])

    # --- resolutions ---

    def resolutions(self) -> tuple[ResolutionRecord, ...]:
        """All resolutions, by title."""
        role = t.draft.c.role
        query = (
            sa.select(
                t.resolution,
                sa.func.count(sa.case((role == "draft", 1))).label("drafts"),
                sa.func.count(sa.case((role == "contribution", 1))).label("contributions"),
                sa.func.coalesce(sa.func.max(t.draft.c.date), "").label("latest"),
            )
            .select_from(t.resolution.outerjoin(t.draft))
            .group_by(*t.resolution.c)
            .order_by(t.resolution.c.title)
        )
        rows = self.connection.execute(query)
        return tuple(
            ResolutionRecord(
                r.slug, r.title, r.body, r.session, r.drafts, r.contributions, r.latest
            )
            for r in rows
        )

    def resolution(self, slug: str) -> ResolutionRecord:
        """One resolution; raises NotFound."""
        for record in self.resolutions():
            if record.slug == slug:
                return record
        raise NotFound(f"There is no resolution “{slug}” here. Choose one from the list.")

    def open_resolution(self, slug: str, *, title: str, body: str) -> None:
        """Make the resolution where there is none of that name yet."""
        known = self.connection.execute(
            sa.select(t.resolution.c.slug).where(t.resolution.c.slug == slug)
        )
        if known.first() is None:
            values = {"slug": slug, "title": title, "body": body}
            self.connection.execute(t.resolution.insert().values(values))

    # --- drafts ---

    def drafts(self, slug: str | None = None) -> tuple[KeptDraft, ...]:
        """The drafts and contributions of one resolution, or of all, as they were taken in."""
        return self.once(f"drafts of {slug}", lambda: self._drafts(slug))

    def _drafts(self, slug: str | None) -> tuple[KeptDraft, ...]:
        base = t.draft.alias("base")
        counted = (
            sa.select(t.clause.c.draft, sa.func.count().label("clauses"))
            .group_by(t.clause.c.draft)
            .subquery()
        )
        proposed = (
            sa.select(t.proposal.c.draft, sa.func.count().label("proposals"))
            .group_by(t.proposal.c.draft)
            .subquery()
        )
        query = (
            sa.select(
                t.draft, base.c.key.label("base_key"), counted.c.clauses, proposed.c.proposals
            )
            .select_from(
                t.draft.outerjoin(base, base.c.id == t.draft.c.base)
                .outerjoin(counted, counted.c.draft == t.draft.c.id)
                .outerjoin(proposed, proposed.c.draft == t.draft.c.id)
            )
            .order_by(t.draft.c.id)
        )
        if slug is not None:
            query = query.where(t.draft.c.resolution == slug)
        named = self.rulings().known_authors
        return tuple(
            KeptDraft(row.id, _draft(row, named)) for row in self.connection.execute(query)
        )

    def draft(self, slug: str, key: str) -> KeptDraft:
        """One draft by its key; raises NotFound."""
        self.resolution(slug)
        for kept in self.drafts(slug):
            if kept.record.key == key:
                return kept
        raise NotFound(f"There is no draft “{key}” of “{slug}”. Choose one from its page.")

    def keep_draft(self, record: DraftRecord, content: bytes, base: int | None) -> int:
        """Keep a draft and its bytes; returns its number."""
        has = sa.select(t.file.c.sha256).where(t.file.c.sha256 == record.sha256)
        if self.connection.execute(has).first() is None:
            self.connection.execute(t.file.insert().values(sha256=record.sha256, content=content))
        derived = {"base", "clauses", "proposals"}
        values = {name: value for name, value in pack(record).items() if name not in derived}
        kept = self.connection.execute(t.draft.insert().values(values | {"base": base}))
        (number,) = kept.inserted_primary_key or (0,)
        return int(number)

    def content(self, draft: int) -> bytes:
        """The bytes of the Word file, as they came."""
        query = sa.select(t.file.c.content).join(t.draft).where(t.draft.c.id == draft)
        return bytes(self.connection.execute(query).scalar_one())

    def rewrite_draft(self, number: int, record: DraftRecord) -> None:
        """What was read of a draft, read anew; what was read before is forgotten with it."""
        read_from_file = ("title", "language", "changes", "authors", "silent", "notices", "states")
        values = {name: value for name, value in pack(record).items() if name in read_from_file}
        self.connection.execute(t.draft.update().where(t.draft.c.id == number).values(values))
        c = t.comparison.c
        self.connection.execute(t.comparison.delete().where((c.old == number) | (c.new == number)))
        for table in (t.clause, t.proposal):
            self.connection.execute(table.delete().where(table.c.draft == number))

    # --- clauses ---

    def keep_clauses(self, draft: int, clauses: Sequence[ClauseRecord]) -> None:
        """Keep the clauses of a draft under their identities."""
        rows = [
            {"draft": draft, "number": c.clause.number, "id": c.id, "clause": pack(c.clause)}
            for c in clauses
        ]
        if rows:
            self.connection.execute(t.clause.insert(), rows)

    def clauses(self, draft: int) -> tuple[ClauseRecord, ...]:
        """The clauses of a draft in reading order."""
        query = sa.select(t.clause).where(t.clause.c.draft == draft).order_by(t.clause.c.number)
        return tuple(
            ClauseRecord(row.id, unpack(Clause, row.clause))
            for row in self.connection.execute(query)
        )

    # --- comparisons ---

    def keep_comparison(
        self, old: int, new: int, *, algorithm: str, changes: Sequence[Change]
    ) -> None:
        """Remember a comparison, so that what was shown can be shown again."""
        values = {"old": old, "new": new, "algorithm": algorithm, "changes": pack(changes)}
        self.connection.execute(t.comparison.insert().values(values))

    def comparison(self, old: int, new: int, *, algorithm: str) -> tuple[Change, ...] | None:
        """A comparison made before by the same algorithm, or None."""
        c = t.comparison.c
        query = sa.select(c.changes).where(c.old == old, c.new == new, c.algorithm == algorithm)
        found = self.connection.execute(query).scalar_one_or_none()
        return None if found is None else unpack(tuple[Change, ...], found)

    # --- proposals ---

    def keep_proposals(self, draft: int, proposals: Sequence[KeptProposal]) -> None:
        """Keep what a contribution asks for."""
        rows = [
            {
                "id": kept.id,
                "draft": draft,
                "position": position,
                "clause": kept.clause,
                "proposal": pack(kept.proposal),
                "confidence": kept.proposal.confidence,
                "status": kept.status,
            }
            for position, kept in enumerate(proposals)
        ]
        if rows:
            self.connection.execute(t.proposal.insert(), rows)

    def proposals(self, slug: str | None = None) -> tuple[KeptProposal, ...]:
        """Every proposal of one resolution, or of all, contribution by contribution.

        What a person said of it by hand stands above what was read from the file.
        """
        return self.once(f"proposals kept of {slug}", lambda: self._proposals(slug))

    def proposals_of(self, kept: KeptDraft) -> tuple[KeptProposal, ...]:
        """What one contribution asks for."""
        asked = self.proposals(kept.record.resolution)
        return tuple(one for one in asked if one.draft == kept.id)

    def _proposals(self, slug: str | None) -> tuple[KeptProposal, ...]:
        query = (
            sa.select(t.proposal).join(t.draft).order_by(t.proposal.c.draft, t.proposal.c.position)
        )
        if slug is not None:
            query = query.where(t.draft.c.resolution == slug)
        rulings = self.rulings()
        return tuple(
            KeptProposal(
                row.id,
                row.draft,
                row.clause,
                rulings.on(row.id, unpack(Proposal, row.proposal)),
                rulings.status(row.id, row.status),
            )
            for row in self.connection.execute(query)
        )

    def resolution_of(self, proposal: str) -> str | None:
        """The resolution that a proposal is about; None where there is no such proposal."""
        query = sa.select(t.draft.c.resolution).join(t.proposal).where(t.proposal.c.id == proposal)
        return self.connection.execute(query).scalar_one_or_none()

    # --- what people said by hand ---

    def rule(self, ruling: Ruling) -> None:
        """Write down what a person said; it overrules what was said of the same before."""
        self.connection.execute(t.ruling.insert().values(pack(ruling)))

    def rulings(self) -> Rulings:
        """What stands of all that was said by hand."""
        return newest(self._said(t.ruling.c.about.in_(list(About))))

    def rulings_on(self, what: str) -> tuple[Ruling, ...]:
        """All that was ever said by hand of one proposal or author, oldest first."""
        return tuple(self._said(t.ruling.c.object == what))

    def _said(self, which: sa.ColumnElement[bool]) -> list[Ruling]:
        query = sa.select(t.ruling).where(which).order_by(t.ruling.c.id)
        return [
            Ruling(About(row.about), row.object, tuple(row.value or ()), row.actor, row.at)
            for row in self.connection.execute(query)
        ]

    def correct(self, file_hash: str, correction: Correction) -> None:
        """Write down what a person corrected in the outline of a file."""
        corrections.write(self.connection, file_hash, correction)

    def take_back(self, file_hash: str, number: int, *, actor: str, at: str) -> None:
        """Let a correction count no more."""
        corrections.take_back(self.connection, file_hash, number, actor=actor, at=at)

    def corrections(self, file_hash: str) -> tuple[Correction, ...]:
        """The corrections of a file that stand, in the order in which they were made."""
        return corrections.in_force(self.connection, file_hash)

    # --- files on the way in ---

    def hold(self, token: str, filename: str, content: bytes, at: datetime) -> None:
        """Keep a file between the two steps of an upload."""
        values = {"token": token, "filename": filename, "content": content, "at": _utc(at)}
        self.connection.execute(t.held.insert().values(values))

    def held(self, token: str) -> tuple[bytes, str]:
        """A file held by that token, and its name; raises NotFound."""
        query = sa.select(t.held.c.content, t.held.c.filename).where(t.held.c.token == token)
        row = self.connection.execute(query).first()
        if row is None:
            raise NotFound(
                "This upload was finished or has waited too long. Choose the file again."
            )
        return bytes(row.content), row.filename

    def let_go(self, *, token: str = "", older_than: datetime | None = None) -> None:
        """Forget a held file, or all that have waited too long."""
        chosen = t.held.c.token == token
        if older_than is not None:
            chosen = t.held.c.at < _utc(older_than)
        self.connection.execute(t.held.delete().where(chosen))

    # --- who did what ---

    def audit(self, *, at: datetime, actor: str, did: str, what: str, detail: Any = None) -> None:
        """Write one line of the log, in the same transaction as the deed."""
        values = {"at": _utc(at), "actor": actor, "did": did, "object": what}
        self.connection.execute(t.audit.insert().values(values | {"detail": detail or {}}))

    def last(self, did: str) -> int:
        """The number of the newest line of the log that says so; 0 where there is none."""
        newest_line = sa.select(sa.func.max(t.audit.c.id)).where(t.audit.c.did == did)
        return self.connection.execute(newest_line).scalar() or 0

    def mark(self) -> str:
        """The newest line of the log: what an index must have seen to be up to date."""
        return str(self.connection.execute(sa.select(sa.func.max(t.audit.c.id))).scalar() or 0)


def _draft(row: Any, named: Mapping[str, str]) -> DraftRecord:
    names = set(DraftRecord.__dataclass_fields__)
    record = DraftRecord(**{n: v for n, v in row._mapping.items() if n in names})  # noqa: SLF001
    return replace(
        record,
        base=row.base_key,
        clauses=row.clauses or 0,
        proposals=row.proposals or 0,
        states=tuple(row.states),
        authors={author: named.get(author, code) for author, code in row.authors.items()},
        silent=unpack(tuple[Silent, ...], row.silent),
        notices=unpack(tuple[Notice, ...], row.notices),
    )


def _utc(moment: datetime) -> str:
    """RFC 3339, in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
