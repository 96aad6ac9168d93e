"""What people look at: the pages, the files behind them, and what a search finds."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from amendments import pages
from amendments.drafting.lookup import lookup
from amendments.drafting.states import all_states
from amendments.drafting.states import state as state_named
from amendments.errors import NotFound, RequestRefused
from amendments.model import Clause, State
from amendments.notices import Notice, Outcome
from amendments.publishing import all_proposals, as_csv, as_docx, as_xlsx, compilation
from amendments.records import (
    EVERYTHING,
    ClausePage,
    ComparisonPage,
    DraftPage,
    LaidPage,
    ProposalPage,
    ProposalsPage,
    ResolutionPage,
    ResolutionRecord,
    SearchPage,
    StatePage,
    Wanted,
)
from amendments.search import Criteria
from amendments.service.files import redline
from amendments.service.installation import Installation

WITHDRAWN = "withdrawn"
TABLES = {"docx": as_docx, "xlsx": as_xlsx, "csv": as_csv}
"""How the compilation table can be had."""


class Looking(Installation):
    """Reading only: nothing here changes the store."""

    def resolutions(self) -> tuple[ResolutionRecord, ...]:
        """All resolutions."""
        with self.store.reading() as session:
            return session.resolutions()

    def resolution(self, slug: str) -> ResolutionPage:
        """A resolution with its drafts and contributions; raises NotFound."""
        with self.store.reading() as session:
            return pages.resolution_page(session, slug)

    def draft(self, slug: str, key: str) -> DraftPage:
        """One draft with its clauses; raises NotFound."""
        with self.store.reading() as session:
            return pages.draft_page(session, slug, key)

    def lookup(self, page: DraftPage, typed: str) -> tuple[Clause, ...]:
        """The clauses of a draft that what was typed can mean: "cons e", "op 12(b)"."""
        return lookup([record.clause for record in page.clauses], typed)

    def compare(self, slug: str, old_key: str, new_key: str) -> ComparisonPage:
        """Any two drafts of a resolution; raises NotFound."""
        with self.store.reading() as session:
            return pages.comparison_page(session, slug, (old_key, new_key), self._compared)

    def lay_on_base(self, slug: str, base_key: str, side_keys: Sequence[str]) -> LaidPage:
        """What each of some drafts made of every clause of a base; raises NotFound."""
        with self.store.reading() as session:
            return pages.laid_page(session, slug, base_key, side_keys, self._compared)

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

    def marked(self, slug: str, key: str, wanted: Wanted = EVERYTHING) -> Outcome[bytes]:
        """A base as a Word file with the proposals on it, each under its States.

        Withdrawn ones are left out unless they are asked for. Raises NotFound, UnknownState,
        DraftRefused, RedlineNotProven.
        """
        content = self.file(slug, key)[1]
        page = self.proposals(slug, wanted)
        rows = next((rows for base, rows in page.bases if base.key == key), ())
        proposals = [p for row in rows for p in row.proposals]
        if wanted.status != WITHDRAWN:
            proposals = [p for p in proposals if p.status != WITHDRAWN]
        with self.store.reading() as session:
            clauses = session.clauses(session.draft(slug, key).id)
        return all_proposals(content, clauses, proposals, date=self._clock())

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
        """The old draft as a Word file with true tracked changes to the new one.

        To a file in ITU's form, which holds excerpts, it is the base with its proposals on it.
        """
        with self.store.reading() as session:
            old, new = (session.draft(slug, key) for key in (old_key, new_key))
            if pages.is_asked_for(session, new, old):
                content, clauses = session.content(old.id), session.clauses(old.id)
                records = pages.proposal_records(session, slug)
                asked = [one for one in records if one.contribution == new_key]
                return all_proposals(content, clauses, asked, date=self._clock()).value
        return redline(
            self.file(slug, old_key)[1],
            self.file(slug, new_key)[1],
            author=author,
            date=self._clock(),
        )

    def as_json(self, page: Any) -> Any:
        """Any page as JSON has it."""
        return pages.as_json(page)

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
