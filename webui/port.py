"""What the pages ask of the program: the service as a reader's desk sees it."""

from typing import Any, Protocol, Self

from werkzeug.datastructures import MultiDict

from amendments.model import State
from amendments.records import (
    ClausePage,
    ComparisonPage,
    DraftPage,
    Ingested,
    Preview,
    ProposalsPage,
    ResolutionPage,
    ResolutionRecord,
    SearchPage,
    StatePage,
)


class Limits(Protocol):
    """The one setting the pages heed."""

    @property
    def max_file_bytes(self) -> int: ...


class Criteria(Protocol):
    """What a reader searches for, cleaned; every link of the search page comes from it."""

    def to_query(self) -> list[tuple[str, str]]: ...

    def without(self, facet: str, value: str) -> Self: ...

    def with_value(self, facet: str, value: str) -> Self: ...

    def with_page(self, page: int) -> Self: ...


class Desk(Protocol):
    """The use cases behind the pages; `amendments.service.Service` is the real one."""

    @property
    def settings(self) -> Limits: ...

    def resolutions(self) -> tuple[ResolutionRecord, ...]: ...

    def resolution(self, slug: str) -> ResolutionPage: ...

    def draft(self, slug: str, key: str) -> DraftPage: ...

    def compare(self, slug: str, old_key: str, new_key: str) -> ComparisonPage: ...

    def proposals(self, slug: str, state: str = "") -> ProposalsPage: ...

    def clause(self, slug: str, clause_id: str) -> ClausePage: ...

    def state(self, code: str) -> StatePage: ...

    def states(self) -> tuple[State, ...]: ...

    def criteria(self, query: MultiDict[str, str]) -> Any: ...

    def search(self, criteria: Any) -> SearchPage: ...

    def preview(self, content: bytes, filename: str, *, resolution: str) -> Preview: ...

    def hold(self, content: bytes, filename: str) -> str: ...

    def held(self, token: str) -> tuple[bytes, str]: ...

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
    ) -> Ingested: ...

    def file(self, slug: str, key: str) -> tuple[str, bytes]: ...

    def redline(self, slug: str, old_key: str, new_key: str, author: str) -> bytes: ...

    def as_json(self, page: Any) -> dict[str, Any]: ...

    def ready(self) -> tuple[str, ...]: ...
