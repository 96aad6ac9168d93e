"""Which clauses of a comparison are shown, and which are folded away because nothing changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, Protocol, TypeVar

from amendments.model import Kind
from amendments.records import ClauseRecord


class Row(Protocol):
    """One line of a comparison, of two drafts or of more."""

    @property
    def is_changed(self) -> bool:
        """Whether it is shown, not folded."""
        ...

    @property
    def is_on_cover(self) -> bool:
        """Whether it stands before the text."""
        ...

    @property
    def old(self) -> tuple[ClauseRecord, ...]:
        """The clauses of the older draft, or of the base."""
        ...


R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Shown(Generic[R]):
    """A clause on the page; `change` counts the changed ones from 1 and is 0 otherwise."""

    row: R
    change: int


@dataclass(frozen=True, slots=True)
class Block(Generic[R]):
    """Clauses that are shown, or folded, together."""

    clauses: tuple[Shown[R], ...]
    is_folded: bool
    is_cover: bool = False
    """Whether it holds what differs before the text: symbol, date, source."""


def blocks(rows: Iterable[R]) -> tuple[Block[R], ...]:
    """The comparison in reading order; a call stays open above a change that stands under it.

    What differs on the cover is folded into one block at the top: it is no change of the text.
    """
    listed = list(rows)
    cover = tuple(Shown(row, 0) for row in listed if row.is_on_cover and row.is_changed)
    numbered: list[Shown[R]] = []
    change = 0
    for row in listed:
        if row.is_on_cover and row.is_changed:
            continue
        change += row.is_changed
        numbered.append(Shown(row, change if row.is_changed else 0))
    found = [Block(cover, is_folded=True, is_cover=True)] if cover else []
    for is_changed, group in groupby(numbered, key=lambda shown: bool(shown.change)):
        clauses = tuple(group)
        found.extend([Block(clauses, is_folded=False)] if is_changed else folded(clauses))
    return tuple(found)


def folded(clauses: tuple[Shown[R], ...]) -> list[Block[R]]:
    """Unchanged clauses as a fold, save a call at their end: what follows stands under it."""
    rest, last = clauses[:-1], clauses[-1:]
    if last[0].row.old[0].clause.kind is not Kind.HEADING:
        return [Block(clauses, is_folded=True)]
    return [Block(part, is_folded=part is rest) for part in (rest, last) if part]
