"""What a tree asks for, found in one segment of a Whoosh index."""

from collections.abc import Iterable, Iterator
from typing import Any

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
)
from amendments.search.ranking import Row, Scored, points

Counts = dict[int, int]
"""How often something stands in each document that has it."""


class SegmentSearch:
    """One query against one segment; what was looked up once is kept until it is answered."""

    def __init__(self, reader: Any, rows: dict[int, Row]) -> None:
        self._reader = reader
        self._rows = rows
        self._known: dict[Leaf, Counts] = {}

    def found(self, node: Node, sought: Iterable[Leaf]) -> Iterator[Scored[int]]:
        """The documents that fit, each with its score and its number in the segment."""
        counted = [self._counts(leaf) for leaf in sought]
        for document in self._fitting(node):
            row = self._rows[document]
            score = sum(points(one[document], row.length) for one in counted if document in one)
            yield Scored(score, row, document)

    def _fitting(self, node: Node) -> set[int]:
        match node:
            case Every(nodes):
                return self._every(nodes)
            case Either(nodes):
                return set[int]().union(*(self._fitting(one) for one in nodes))
            case Never(inner):
                return self._all() - self._fitting(inner)
            case Facet(name, value):
                return set(self._ids("facets", facet_token(name, value)))
            case Between(after, before):
                return {d for d in self._all() if self._rows[d].fits(after, before)}
            case _:
                return set(self._counts(node))

    def _every(self, nodes: tuple[Node, ...]) -> set[int]:
        left: set[int] | None = None
        for node in nodes:
            if node == Every():
                continue
            fitting = self._fitting(node)
            left = fitting if left is None else left & fitting
            if not left:
                return set()
        return self._all() if left is None else left

    def _all(self) -> set[int]:
        return {d for d in self._rows if not self._reader.is_deleted(d)}

    def _counts(self, leaf: Leaf) -> Counts:
        if leaf not in self._known:
            self._known[leaf] = self._count(leaf)
        return self._known[leaf]

    def _count(self, leaf: Leaf) -> Counts:
        counts: Counts = {}
        for field in leaf.fields:
            if isinstance(leaf, Phrase):
                found: Iterable[tuple[int, int]] = self._phrase(f"{field}_words", leaf.words)
            elif isinstance(leaf, Prefix):
                found = self._beginning_with(f"{field}_words", leaf.start)
            else:
                found = (pair for form in leaf.forms for pair in self._weights(field, form))
            for document, times in found:
                counts[document] = counts.get(document, 0) + times
        return counts

    def _matcher(self, field: str, term: str | bytes) -> Any:
        """Where a term stands, or None where it stands nowhere."""
        if (field, term) not in self._reader:
            return None
        return self._reader.postings(field, term)

    def _ids(self, field: str, term: str) -> Iterator[int]:
        matcher = self._matcher(field, term)
        yield from () if matcher is None else matcher.all_ids()

    def _weights(self, field: str, term: str | bytes) -> Iterator[tuple[int, int]]:
        matcher = self._matcher(field, term)
        while matcher is not None and matcher.is_active():
            yield matcher.id(), int(matcher.weight())
            matcher.next()

    def _beginning_with(self, field: str, start: str) -> Iterator[tuple[int, int]]:
        if field in self._reader.indexed_field_names():
            for term in list(self._reader.expand_prefix(field, start)):
                yield from self._weights(field, term)

    def _phrase(self, field: str, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        if any((field, word) not in self._reader for word in words):
            return
        rarest = sorted(set(words), key=lambda word: self._reader.doc_frequency(field, word))
        places: dict[str, dict[int, frozenset[int]]] = {}
        candidates: list[int] | None = None
        for word in rarest:
            places[word] = dict(self._places(field, word, candidates))
            candidates = sorted(places[word])
        for document in candidates or ():
            following = (
                {place - n for place in places[word][document]} for n, word in enumerate(words)
            )
            times = len(set.intersection(*following))
            if times:
                yield document, times

    def _places(
        self, field: str, word: str, among: list[int] | None
    ) -> Iterator[tuple[int, frozenset[int]]]:
        """Where in each document a word stands; only `among` these where they are known."""
        matcher = self._matcher(field, word)
        if among is None:
            while matcher.is_active():
                yield matcher.id(), frozenset(matcher.value_as("positions"))
                matcher.next()
            return
        for document in among:
            if matcher.is_active() and matcher.id() < document:
                matcher.skip_to(document)
            if not matcher.is_active():
                return
            if matcher.id() == document:
                yield document, frozenset(matcher.value_as("positions"))
