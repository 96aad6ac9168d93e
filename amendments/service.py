"""The use cases: the one module that composes the rest."""

import secrets
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from amendments import naming, pages
from amendments.comparing import ALGORITHM, compare, compare_words
from amendments.comparing.align import align
from amendments.deciding import checked
from amendments.drafting import read_draft
from amendments.drafting.states import all_states
from amendments.drafting.states import state as state_named
from amendments.errors import NotFound, RequestRefused
from amendments.findable import search_records
from amendments.intake import Intake, Told, read_word, sha256, take
from amendments.keeping import base_named, keep, previewed, same_file
from amendments.model import Change, Draft, Reading, State
from amendments.notices import Notice
from amendments.publishing import as_csv, as_docx, as_note, as_xlsx, compilation
from amendments.records import (
    EVERYTHING,
    ClausePage,
    ComparisonPage,
    DraftPage,
    Ingested,
    Preview,
    ProposalPage,
    ProposalsPage,
    ResolutionPage,
    ResolutionRecord,
    SearchPage,
    StatePage,
    Wanted,
)
from amendments.search import Criteria, Index, WhooshIndex
from amendments.settings import Settings
from amendments.store import About, KeptDraft, Session, Store
from amendments.word.redline import redline as write_redline

TABLES = {"docx": as_docx, "xlsx": as_xlsx, "csv": as_csv}
"""How the compilation table can be had."""
HELD_FOR = timedelta(hours=24)
"""How long a file waits between the two steps of an upload."""
COMPARISONS_AT_HAND = 64
"""How many comparisons of drafts that are not each other's base are remembered."""


def now() -> datetime:
    """The clock; tests give their own."""
    return datetime.now(UTC)


class Service:
    """One installation: its store, its index, and what people do with them."""

    def __init__(
        self,
        settings: Settings,
        *,
        index: Index | None = None,
        clock: Callable[[], datetime] = now,
    ) -> None:
        settings.home.mkdir(parents=True, exist_ok=True)
        self.settings = settings
        self.store = Store(settings.url)
        self.index: Index = index or WhooshIndex(settings.index_folder)
        self._clock = clock
        self._indexing = threading.Lock()
        self._compared = lru_cache(COMPARISONS_AT_HAND)(self._compare)

    def close(self) -> None:
        """Let go of the database."""
        self.store.engine.dispose()

    # --- looking ---

    def resolutions(self) -> tuple[ResolutionRecord, ...]:
        """All resolutions."""
        with self.store.reading() as session:
            return session.resolutions()

    def resolution(self, slug: str) -> ResolutionPage:
        """A resolution with its drafts and contributions; raises NotFound."""
        with self.store.reading() as session:
            record = session.resolution(slug)
            kept = [k.record for k in session.drafts(slug)]
            asked = Counter(
                code for k in session.proposals(slug) for code in k.proposal.states or ("",)
            )
        drafts = tuple(d for d in kept if d.role == "draft")
        contributions = tuple(d for d in kept if d.role != "draft")
        return ResolutionPage(record, drafts, contributions, dict(asked))

    def draft(self, slug: str, key: str) -> DraftPage:
        """One draft with its clauses; raises NotFound."""
        with self.store.reading() as session:
            return pages.draft_page(session, slug, key)

    def compare(self, slug: str, old_key: str, new_key: str) -> ComparisonPage:
        """Any two drafts of a resolution; raises NotFound."""
        with self.store.reading() as session:
            return pages.comparison_page(session, slug, (old_key, new_key), self._compared)

    def proposals(self, slug: str, wanted: Wanted = EVERYTHING) -> ProposalsPage:
        """What is asked of each clause; States by code or name; raises UnknownState."""
        codes = tuple(dict.fromkeys(state_named(name).code for name in wanted.states))
        with self.store.reading() as session:
            asked = replace(wanted, states=codes)
            return pages.proposals_page(session, slug, asked, all_states())

    def proposal(self, slug: str, identity: str) -> ProposalPage:
        """One proposal with what was said of it by hand; raises NotFound."""
        with self.store.reading() as session:
            return pages.proposal_page(session, slug, identity)

    def table(self, slug: str, kind: str, base: str = "", wanted: Wanted = EVERYTHING) -> bytes:
        """The compilation table as docx, xlsx or csv; raises NotFound, RequestRefused."""
        if kind not in TABLES:
            raise RequestRefused(f"There is no table as “{kind}”. Ask for {', '.join(TABLES)}.")
        page, whole = self.proposals(slug, wanted), self.resolution(slug)
        return TABLES[kind](compilation(page, whole.contributions, base))

    def clause(self, slug: str, clause_id: str) -> ClausePage:
        """The life of one clause; raises NotFound."""
        with self.store.reading() as session:
            return pages.clause_page(session, slug, clause_id, self._compared)

    def state(self, code: str) -> StatePage:
        """What one State has proposed everywhere; raises NotFound."""
        known = next((one for one in all_states() if one.code == code.upper()), None)
        if known is None:
            raise NotFound(f"“{code}” is no State or group. Choose one from the list of States.")
        with self.store.reading() as session:
            return pages.state_page(session, known)

    def states(self) -> tuple[State, ...]:
        """Every State and group the register knows."""
        return tuple(all_states())

    def file(self, slug: str, key: str) -> tuple[str, bytes]:
        """The Word file as it came, and its name; raises NotFound."""
        with self.store.reading() as session:
            kept = session.draft(slug, key)
            return kept.record.filename, session.content(kept.id)

    def redline(self, slug: str, old_key: str, new_key: str, author: str) -> bytes:
        """The old draft as a Word file with true tracked changes to the new one."""
        return redline(
            self.file(slug, old_key)[1],
            self.file(slug, new_key)[1],
            author=author,
            date=self._clock(),
        )

    # --- searching ---

    def criteria(self, query: Any) -> Criteria:
        """What a query string asks for."""
        return Criteria.from_query(query)

    def search(self, criteria: Criteria) -> SearchPage:
        """One page of what was found, with facets."""
        found = self.index.search(criteria)
        with self.store.reading() as session:
            behind = self.index.mark() != session.mark()
        late = Notice("index-behind", "search", "The newest file is still being indexed.")
        return pages.search_page(criteria, found, notices=(late,) if behind else ())

    def rebuild_index(self) -> int:
        """Make the index anew from the store; returns how many records it holds."""
        with self._indexing, self.store.reading() as session:
            records = list(search_records(session, None, self._compared))
            self.index.rebuild(records, session.mark())
        return len(records)

    def index_is_current(self) -> bool:
        """Whether the index has seen the newest change of the store."""
        with self.store.reading() as session:
            return self.index.mark() == session.mark()

    # --- saying by hand ---

    def rule(self, about: str, what: str, value: Sequence[str], *, actor: str = "") -> None:
        """Say by hand whose an author ("author") or a proposal ("states") is, or its "status".

        It stands above every guess, in later files too; an empty value takes it back. Raises
        NotFound, RequestRefused, UnknownState.
        """
        self._rule(about, (what,), value, actor)

    def _rule(self, about: str, whats: Sequence[str], value: Sequence[str], actor: str) -> None:
        at = self._clock()
        with self.store.writing() as session:
            seen = session.mark()
            for what in whats:
                ruling = checked(session, about, what, value, actor=actor, at=at)
                session.rule(ruling)
                said = {"value": list(ruling.value)}
                did = f"{ruling.about}.ruled"
                session.audit(at=at, actor=ruling.actor, did=did, what=what, detail=said)
            slugs = {session.resolution_of(what) for what in whats}
            mark = session.mark()
        if about == About.AUTHOR:  # an author may have written on any resolution
            self.rebuild_index()
            return
        for slug in filter(None, slugs):
            self._index(slug, seen, mark)

    def enter(
        self,
        slug: str,
        base: str,
        clause: str,
        *,
        action: str,
        states: Sequence[str],
        text: str = "",
        reasons: str = "",
        actor: str = "",
    ) -> Ingested:
        """Keep a proposal made in the room on a clause (by its id) of a base.

        It is written down as a Word file in ITU's form and taken in like any other; whose it
        is was said by hand. Raises NotFound, RequestRefused, UnknownState.
        """
        codes = tuple(dict.fromkeys(state_named(name).code for name in states))
        if not codes:
            raise RequestRefused("Nobody is named. Enter the State or group that asks for this.")
        at = next((c for c in self.draft(slug, base).clauses if c.id == clause), None)
        if at is None:
            raise NotFound(f"“{base}” has no such clause. Choose one from its page.")
        who = actor.strip() or "officer"
        note = as_note(action, at.clause.address, text, states=codes, reasons=reasons, actor=who)
        taken = self.ingest(
            note, "in-the-room.docx", resolution=slug, against=base, by=codes,
            role="contribution", actor=who,
        )  # fmt: skip
        self._rule("states", self._proposals_of(slug, taken.draft.key), codes, who)
        return taken

    def _proposals_of(self, slug: str, key: str) -> tuple[str, ...]:
        with self.store.reading() as session:
            number = session.draft(slug, key).id
            return tuple(k.id for k in session.proposals(slug) if k.draft == number)

    # --- taking in ---

    def hold(self, content: bytes, filename: str) -> str:
        """Keep a file between the two steps of an upload; returns its token."""
        self._refuse_too_large(content)
        token = secrets.token_urlsafe(18)
        at = self._clock()
        with self.store.writing() as session:
            session.let_go(older_than=at - HELD_FOR)
            session.hold(token, filename, content, at)
        return token

    def held(self, token: str) -> tuple[bytes, str]:
        """A held file and its name; raises NotFound."""
        with self.store.reading() as session:
            return session.held(token)

    def preview(self, content: bytes, filename: str, *, resolution: str) -> Preview:
        """What the file would bring; nothing is kept."""
        with self.store.reading() as session:
            already = same_file(session, resolution, sha256(content))
            base = base_named(session, resolution, None)
            told = Told(known_authors=session.rulings().known_authors)
            intake = self._take(session, content, filename, base, told)
        return previewed(intake, filename, content, base=base, already=already)

    def ingest(
        self,
        content: bytes,
        filename: str,
        *,
        resolution: str,
        against: str | None = None,
        by: tuple[str, ...] = (),
        date: str = "",
        symbol: str = "",
        role: str = "",
        key: str = "",
        actor: str = "officer",
    ) -> Ingested:
        """Take a Word file in; doing it twice changes nothing, and a refusal keeps nothing."""
        slug = naming.slug(resolution)
        told = Told(by, date, symbol, naming.role(role), key).checked()
        with self.store.reading() as session:
            if known := same_file(session, slug, sha256(content)):
                return Ingested(known.record, new=False)
            base = base_named(session, slug, against)
            told = replace(told, known_authors=session.rulings().known_authors)
            intake = self._take(session, content, filename, base, told)
        at = self._clock()
        with self.store.writing() as session:
            if known := same_file(session, slug, sha256(content)):
                return Ingested(known.record, new=False)
            seen = session.mark()
            kept = keep(
                session,
                slug,
                intake,
                filename=filename,
                content=content,
                base=base,
                told=told,
                at=at,
            )
            session.audit(at=at, actor=actor, did="draft.ingested", what=f"{slug}/{kept}")
            session.let_go(older_than=at - HELD_FOR)
            mark = session.mark()
        self._index(slug, seen, mark)
        with self.store.reading() as session:
            return Ingested(session.draft(slug, kept).record, new=True)

    def _take(
        self, session: Session, content: bytes, filename: str, base: KeptDraft | None, told: Told
    ) -> Intake:
        self._refuse_too_large(content)
        document = read_word(content, self.settings)
        text = pages.draft_of(session, base) if base else None
        return take(document, filename, base=text, told=told)

    def _refuse_too_large(self, content: bytes) -> None:
        if len(content) > self.settings.max_file_bytes:
            limit = self.settings.max_file_bytes / (1024 * 1024)
            raise RequestRefused(
                f"The file is larger than {limit:.3g} MB. Remove its pictures, or ask for a "
                "higher AMENDMENTS_MAX_FILE_BYTES."
            )

    def _index(self, slug: str, seen: str, mark: str) -> None:
        """Bring the index from what it had `seen` to `mark`, or make it anew."""
        if self.index.mark() != seen:
            self.rebuild_index()
            return
        with self._indexing, self.store.reading() as session:
            # A new draft decides the fate of older proposals: their records change with it.
            records = list(search_records(session, slug, self._compared))
            self.index.put(records, mark=mark)

    def _compare(self, old: int, new: int) -> tuple[Change, ...]:
        with self.store.reading() as session:
            kept = session.comparison(old, new, algorithm=ALGORITHM)
            if kept is not None:
                return kept
            sides = [Draft(tuple(c.clause for c in session.clauses(n))) for n in (old, new)]
        return compare(*sides).changes

    # --- minding ---

    def ready(self) -> tuple[str, ...]:
        """What keeps this installation from working; empty where nothing does."""
        faults: list[str] = []
        with self.store.writing():
            pass
        if not self.index_is_current():
            faults.append("The search index is behind. Run: amendments index rebuild")
        return tuple(faults)

    def as_json(self, page: Any) -> Any:
        """Any page as JSON has it."""
        return pages.as_json(page)


def redline(
    old: bytes,
    new: bytes,
    *,
    author: str,
    date: datetime,
    old_reading: Reading = Reading.AFTER,
    new_reading: Reading = Reading.AFTER,
) -> bytes:
    """OLD as a Word file with true tracked changes to NEW; raises RedlineNotProven."""
    return write_redline(
        old,
        new,
        author=author,
        date=date,
        words=compare_words,
        align=align,
        old_reading=old_reading,
        new_reading=new_reading,
    )


def read_outline(content: bytes, settings: Settings, reading: Reading = Reading.AFTER) -> Draft:
    """The clauses of a Word file, nothing kept; raises DraftRefused."""
    return read_draft(read_word(content, settings), reading)
