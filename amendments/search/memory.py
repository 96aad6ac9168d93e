"""An index in memory that reads every record for every query: simple, and the others' measure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from amendments.search.analyser import Analysed, analyse
from amendments.search.criteria import Criteria
from amendments.search.highlight import snippet
from amendments.search.query import (
    Between,
    Either,
    Every,
    Facet,
    Leaf,
    Never,
    Node,
    Phrase,
    Prefix,
    facet_token,
    leaves,
    wanted,
)
from amendments.search.ranking import (
    Row,
    Scored,
    count_facets,
    facet_tokens,
    first_page,
    points,
    row_of,
)
from amendments.search.records import Found, FoundHit, SearchRecord


@dataclass(frozen=True, slots=True)
class Entry:
    """A record with its words."""

    record: SearchRecord
    row: Row
    texts: dict[str, Analysed]
    facets: frozenset[str]


class MemoryIndex:
    """Forgets everything when the process ends; for tests and short visits."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._mark = ""

    def put(self, records: Iterable[SearchRecord], *, mark: str | None = None) -> None:
        """Keep records; those with the same id give way."""
        # A reader goes on with the entries it began with, so they are never changed.
        self._entries = self._entries | {record.id: _entry(record) for record in records}
        self._mark = self._mark if mark is None else mark

    def remove(self, draft_keys: tuple[str, str]) -> None:
        """Forget every record of one draft."""
        self._entries = {
            name: entry
            for name, entry in self._entries.items()
            if (entry.record.resolution, entry.record.draft) != draft_keys
        }

    def rebuild(self, records: Iterable[SearchRecord], mark: str) -> None:
        """Hold these records and no others."""
        self._entries = {record.id: _entry(record) for record in records}
        self._mark = mark

    def mark(self) -> str:
        """The last change of the store this index holds."""
        return self._mark

    def search(self, criteria: Criteria) -> Found:
        """One page of what fits, with counts over all of it."""
        asked = wanted(criteria)
        sought = tuple(dict.fromkeys(leaves(asked.value)))
        found = [
            Scored(_score(entry, sought), entry.row, entry.record)
            for entry in self._entries.values()
            if fits(asked.value, entry)
        ]
        hits = tuple(
            FoundHit(one.place, one.score / 1000, snippet(one.place, sought))
            for one in first_page(found, criteria)
        )
        return Found(hits, len(found), count_facets(one.row for one in found), asked.notices)


def _entry(record: SearchRecord) -> Entry:
    texts = analyse(record)
    row = row_of(record, texts)
    return Entry(record, row, texts, frozenset(facet_tokens(row)))


def _score(entry: Entry, sought: Iterable[Leaf]) -> int:
    counts = (times(leaf, entry) for leaf in sought)
    return sum(points(count, entry.row.length) for count in counts if count)


def fits(node: Node, entry: Entry) -> bool:
    """Whether a record is what the tree asks for."""
    match node:
        case Every(nodes):
            return all(fits(one, entry) for one in nodes)
        case Either(nodes):
            return any(fits(one, entry) for one in nodes)
        case Never(inner):
            return not fits(inner, entry)
        case Facet(name, value):
            return facet_token(name, value) in entry.facets
        case Between(after, before):
            return entry.row.fits(after, before)
        case _:
            return times(node, entry) > 0


def times(leaf: Leaf, entry: Entry) -> int:
    """How often a word or phrase stands in the texts it may stand in."""
    return sum(_times_in(leaf, entry.texts[field]) for field in leaf.fields)


def _times_in(leaf: Leaf, text: Analysed) -> int:
    if isinstance(leaf, Prefix):
        return sum(word.startswith(leaf.start) for word in text.words)
    if isinstance(leaf, Phrase):
        return Counter(zip(*(text.words[n:] for n in range(len(leaf.words))), strict=False))[
            leaf.words
        ]
    return sum(text.stems[form] for form in leaf.forms)
