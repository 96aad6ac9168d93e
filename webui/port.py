"""What the pages ask of the program: the service as a reader's desk sees it."""

from collections.abc import Sequence
from typing import Any, Protocol, Self

from werkzeug.datastructures import MultiDict

from amendments.model import Clause, State
from amendments.notices import Outcome
from amendments.records import (
    ClausePage,
    ComparisonPage,
    DraftPage,
    Ingested,
    LaidPage,
    OutlinePage,
    Preview,
    ProposalPage,
    ProposalsPage,
    ResolutionPage,
    ResolutionRecord,
    SearchPage,
    StatePage,
    Wanted,
)


class Limits(Protocol):
    """The one setting the pages heed."""

    @property
    def max_file_bytes(self) -> int:
        """The largest Word file taken in."""
        ...


class Criteria(Protocol):
    """What a reader searches for, cleaned; every link of the search page comes from it."""

    def to_query(self) -> list[tuple[str, str]]:
        """What differs from the defaults, as a query string."""
        ...

    def without(self, facet: str, value: str) -> Self:
        """Less one value."""
        ...

    def with_value(self, facet: str, value: str) -> Self:
        """With one value more."""
        ...

    def with_page(self, page: int) -> Self:
        """Another page of the same."""
        ...


class Desk(Protocol):
    """The use cases behind the pages; `amendments.service.Service` is the real one."""

    @property
    def settings(self) -> Limits:
        """What this installation allows."""
        ...

    def resolutions(self) -> tuple[ResolutionRecord, ...]:
        """Every text under negotiation."""
        ...

    def resolution(self, slug: str) -> ResolutionPage:
        """One with its drafts; raises NotFound."""
        ...

    def draft(self, slug: str, key: str) -> DraftPage:
        """One draft with its clauses; raises NotFound."""
        ...

    def lookup(self, page: DraftPage, typed: str) -> tuple[Clause, ...]:
        """The clauses of a draft that what was typed can mean."""
        ...

    def compare(self, slug: str, old_key: str, new_key: str) -> ComparisonPage:
        """Any two drafts; raises NotFound."""
        ...

    def lay_on_base(self, slug: str, base_key: str, side_keys: Sequence[str]) -> LaidPage:
        """Several drafts laid on one base; raises NotFound."""
        ...

    def proposals(self, slug: str, wanted: Wanted = ...) -> ProposalsPage:
        """Who proposes what, all or what is wanted of it."""
        ...

    def proposal(self, slug: str, identity: str) -> ProposalPage:
        """One proposal with what was said of it by hand; raises NotFound."""
        ...

    def table(self, slug: str, kind: str, base: str = "", wanted: Wanted = ...) -> bytes:
        """The compilation table as docx, xlsx or csv; raises NotFound."""
        ...

    def marked(self, slug: str, key: str, wanted: Wanted = ...) -> Outcome[bytes]:
        """A draft as a Word file with the proposals on it as tracked changes."""
        ...

    def clause(self, slug: str, clause_id: str) -> ClausePage:
        """The life of a clause; raises NotFound."""
        ...

    def state(self, code: str) -> StatePage:
        """What a State has proposed; raises NotFound."""
        ...

    def states(self) -> tuple[State, ...]:
        """Every State and group."""
        ...

    def rule(self, about: str, what: str, value: Sequence[str], *, actor: str = "") -> None:
        """Say by hand whose an author or a proposal is, or what was decided on it."""
        ...

    def enter(
        self,
        slug: str,
        base: str,
        clause: str,
        *,
        action: str,
        states: Sequence[str],
        text: str,
        reasons: str,
        actor: str,
    ) -> Ingested:
        """Keep a proposal made in the room; raises NotFound, RequestRefused, UnknownState."""
        ...

    def outline(self, slug: str, key: str) -> OutlinePage:
        """A draft's clauses as read and as corrected by hand; raises NotFound."""
        ...

    def held_outline(self, token: str) -> OutlinePage:
        """The same of a file that waits to be kept."""
        ...

    def correct(
        self,
        slug: str,
        key: str,
        number: int,
        said: Sequence[tuple[str, str]],
        *,
        seen: str,
        actor: str,
    ) -> None:
        """Say what is wrong with a clause; raises NotFound, RequestRefused."""
        ...

    def correct_held(
        self, token: str, number: int, said: Sequence[tuple[str, str]], *, seen: str, actor: str
    ) -> None:
        """The same of a file that waits to be kept."""
        ...

    def take_back(self, slug: str, key: str, correction: int, *, actor: str) -> None:
        """Let a correction count no more; raises NotFound."""
        ...

    def take_back_held(self, token: str, correction: int, *, actor: str) -> None:
        """The same of a file that waits to be kept."""
        ...

    def criteria(self, query: MultiDict[str, str]) -> Any:
        """What a query string asks for."""
        ...

    def search(self, criteria: Any) -> SearchPage:
        """One page of what was found."""
        ...

    def preview(
        self,
        content: bytes,
        filename: str,
        *,
        resolution: str,
        against: str | None = None,
        by: tuple[str, ...] = (),
        role: str = "",
    ) -> Preview:
        """What a file would bring; raises DraftRefused."""
        ...

    def hold(self, content: bytes, filename: str) -> str:
        """Keep a file between the two steps of an upload; the token to find it by."""
        ...

    def held(self, token: str) -> tuple[bytes, str]:
        """A held file and its name; raises NotFound."""
        ...

    def ingest(
        self,
        content: bytes,
        filename: str,
        *,
        resolution: str,
        against: str | None,
        by: tuple[str, ...],
        date: str,
        symbol: str,
        role: Any,
    ) -> Ingested:
        """Take a file in; raises DraftRefused, RequestRefused."""
        ...

    def file(self, slug: str, key: str) -> tuple[str, bytes]:
        """The name and the bytes of a Word file as received."""
        ...

    def redline(self, slug: str, old_key: str, new_key: str, author: str) -> bytes:
        """The old draft with tracked changes to the new one."""
        ...

    def as_json(self, page: Any) -> dict[str, Any]:
        """Any page, ready for JSON."""
        ...

    def ready(self) -> tuple[str, ...]:
        """What keeps this installation from working."""
        ...
