"""One installation: its store and its index, and what keeps the two together."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache

from amendments.comparing import ALGORITHM, compare
from amendments.findable import search_records
from amendments.model import Change, Draft
from amendments.search import Index, WhooshIndex
from amendments.settings import Settings
from amendments.store import Store

READ_AGAIN = "drafts.read-again"
"""What the log says where kept files were read anew: their clauses may have other numbers."""
COMPARISONS_AT_HAND = 64
"""How many comparisons of drafts that are not each other's base are remembered."""


def now() -> datetime:
    """The clock; tests give their own."""
    return datetime.now(UTC)


class Installation:
    """What every use case stands on."""

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
        self._at_hand = lru_cache(COMPARISONS_AT_HAND)(self._compare)

    def close(self) -> None:
        """Let go of the database."""
        self.store.engine.dispose()

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

    def ready(self) -> tuple[str, ...]:
        """What keeps this installation from working; empty where nothing does."""
        faults: list[str] = []
        with self.store.writing():
            pass
        if not self.index_is_current():
            faults.append("The search index is behind. Run: amendments index rebuild")
        return tuple(faults)

    def _index(self, slug: str, seen: str, mark: str) -> None:
        """Bring the index from what it had `seen` to `mark`, or make it anew."""
        if self.index.mark() != seen:
            self.rebuild_index()
            return
        with self._indexing, self.store.reading() as session:
            # A new draft decides the fate of older proposals: their records change with it.
            records = list(search_records(session, slug, self._compared))
            self.index.put(records, mark=mark)

    def _compared(self, old: int, new: int) -> tuple[Change, ...]:
        """The changes between two drafts by their numbers, as the drafts are read now."""
        with self.store.reading() as session:
            return self._at_hand(old, new, session.last(READ_AGAIN))

    def _compare(self, old: int, new: int, _reading: int) -> tuple[Change, ...]:
        with self.store.reading() as session:
            kept = session.comparison(old, new, algorithm=ALGORITHM)
            if kept is not None:
                return kept
            sides = [Draft(tuple(c.clause for c in session.clauses(n))) for n in (old, new)]
        return compare(*sides).changes
