"""What the index keeps of a clause or a proposal, and what it hands back."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from amendments.model import Op
from amendments.notices import Notice
from amendments.records import SnippetRun
from amendments.search.criteria import Criteria

HITS_A_PAGE = 20
"""How many hits stand on one page of what was found."""
FIELDS = ("text", "inserted", "deleted")
"""The three texts of a record, each searched apart."""

Pieces = tuple[tuple[str, str], ...]
"""Runs of words, each after its fate: kept, deleted, added."""
Facets = dict[str, tuple[tuple[str, int], ...]]
"""By facet name: each value with how many of the records found have it, most frequent first."""


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One clause of a draft, or one proposal, as it can be found again."""

    id: str
    """A record put with the same id takes the place of the earlier one."""
    resolution: str
    draft: str
    draft_order: int
    """The place of the draft in time; later drafts have greater numbers."""
    clause: str
    """The permanent id of the clause."""
    address: str
    kind: str
    """"clause" or "proposal"."""
    states: tuple[str, ...]
    change: str
    status: str
    date: str
    """ISO 8601 day, or ""."""
    language: str
    text: str
    """The resulting text."""
    url: str
    pieces: Pieces = ()
    """How that text came about, if it did not stand there before."""
    edits: tuple[str, ...] = ()
    """The kinds of edit that its words hold, as `comparing.EditKind` names them."""

    @property
    def inserted(self) -> str:
        """The words that came, one run after the other."""
        return self._words_that_are(Op.ADDED)

    @property
    def deleted(self) -> str:
        """The words that went."""
        return self._words_that_are(Op.DELETED)

    def _words_that_are(self, fate: Op) -> str:
        return " … ".join(words.strip() for op, words in self.pieces if op == fate)


@dataclass(frozen=True, slots=True)
class FoundHit:
    """One record that was found."""

    record: SearchRecord
    score: float
    snippet: tuple[SnippetRun, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what was found, best first, with counts over all of it."""

    hits: tuple[FoundHit, ...]
    total: int
    facets: Facets
    notices: tuple[Notice, ...] = ()


class Index(Protocol):
    """Keeps records and finds them; it can be thrown away and made anew at any time.

    Every engine gives the same records in the same order for the same criteria.
    """

    def put(self, records: Iterable[SearchRecord], *, mark: str | None = None) -> None:
        """Keep records; `mark` names the last change of the store they hold.

        Either all of it happens or nothing. Without a mark the earlier one stays.
        """
        ...

    def remove(self, draft_keys: tuple[str, str]) -> None:
        """Forget every record of one draft, named by its resolution and its key."""
        ...

    def search(self, criteria: Criteria) -> Found:
        """One page of what fits; never fails, whatever was typed."""
        ...

    def rebuild(self, records: Iterable[SearchRecord], mark: str) -> None:
        """Hold these records and no others; readers see the old ones until all are in."""
        ...

    def mark(self) -> str:
        """The last change of the store this index holds; "" where it must be made anew."""
        ...
