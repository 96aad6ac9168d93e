"""Which of the records found stand first, and how they divide: the same for every engine."""

import heapq
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from amendments.search.analyser import Analysed
from amendments.search.criteria import Criteria
from amendments.search.query import facet_token
from amendments.search.records import HITS_A_PAGE, Facets, SearchRecord

T = TypeVar("T")

USUAL_LENGTH = 60
"""Words of a usual clause. A constant, so that a score never depends on the other records."""
LONGEST_COUNTED = 600
FACETS = ("resolution", "draft", "kind", "state", "change", "edit", "status")


@dataclass(frozen=True, slots=True)
class Row:
    """What is known of a record without its texts."""

    id: str
    resolution: str
    draft: str
    draft_order: int
    kind: str
    states: tuple[str, ...]
    change: str
    status: str
    date: str
    edits: tuple[str, ...]
    length: int
    """Words of all three texts together."""

    def values(self, facet: str) -> tuple[str, ...]:
        """The values of one facet, those of the States each once."""
        if facet == "state":
            return tuple(dict.fromkeys(s for s in self.states if s))
        if facet == "edit":
            return self.edits
        value: str = getattr(self, facet)
        return (value,) if value else ()

    def fits(self, after: str, before: str) -> bool:
        """Whether its day lies in a span; "" is open."""
        if not self.date or (after and self.date < after):
            return False
        return not before or self.date <= before


@dataclass(frozen=True, slots=True)
class Scored(Generic[T]):
    """A record that fits, with its score in thousandths and where its texts are."""

    score: int
    row: Row
    place: T


def row_of(record: SearchRecord, analysed: dict[str, Analysed]) -> Row:
    """A record without its texts."""
    return Row(
        id=record.id,
        resolution=record.resolution,
        draft=record.draft,
        draft_order=record.draft_order,
        kind=record.kind,
        states=record.states,
        change=record.change,
        status=record.status,
        date=record.date,
        edits=record.edits,
        length=sum(len(one.words) for one in analysed.values()),
    )


def facet_tokens(row: Row) -> set[str]:
    """Every value of every facet as one word."""
    return {facet_token(facet, value) for facet in FACETS for value in row.values(facet)}


def points(times: int, length: int) -> int:
    """What a word is worth that stands `times` in a record, in thousandths.

    Okapi BM25's saturation and length (k1 = 1.2, b = 0.75) without the rarity of the
    word; whole numbers, so that the order of adding them up never shows.
    """
    weight = 1200 * (250 + 750 * min(length, LONGEST_COUNTED) // USUAL_LENGTH) // 1000
    return 2_200_000 * times // (1000 * times + weight)


def first_page(found: Sequence[Scored[T]], criteria: Criteria) -> list[Scored[T]]:
    """The page asked for, in its order; ties fall to the newest, then to the later draft."""
    last = criteria.page * HITS_A_PAGE
    if last - HITS_A_PAGE >= len(found):
        return []
    by_score = criteria.order == "relevance"
    best = heapq.nsmallest(min(last, len(found)), found, key=lambda one: _rank(one, by_score))
    return best[last - HITS_A_PAGE :]


def _rank(one: Scored[T], by_score: bool) -> tuple[int, int, int, str]:  # noqa: FBT001
    day = int("0" + "".join(c for c in one.row.date if "0" <= c <= "9"))
    return (-one.score if by_score else 0, -day, -one.row.draft_order, one.row.id)


def count_facets(rows: Iterable[Row]) -> Facets:
    """How the records found divide, the most frequent value of each facet first."""
    counts: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
    for row in rows:
        for facet, counter in counts.items():
            counter.update(row.values(facet))
    return {
        facet: tuple(sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])))
        for facet, counter in counts.items()
    }
