"""Which clauses of a comparison are shown, and which are folded away because nothing changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from amendments.model import ChangeKind, Kind
from amendments.records import ComparedClause


@dataclass(frozen=True, slots=True)
class Shown:
    """A clause on the page; `change` counts the changed ones from 1 and is 0 otherwise."""

    row: ComparedClause
    change: int


@dataclass(frozen=True, slots=True)
class Block:
    """Clauses that are shown, or folded, together."""

    clauses: tuple[Shown, ...]
    is_folded: bool
    is_cover: bool = False
    """Whether it holds what differs before the text: symbol, date, source."""


def blocks(rows: Iterable[ComparedClause]) -> tuple[Block, ...]:
    """The comparison in reading order; a call stays open above a change that stands under it.

    What differs on the cover is folded into one block at the top: it is no change of the text.
    """
    listed = list(rows)
    cover = tuple(Shown(row, 0) for row in listed if row.is_on_cover and _is_changed(row))
    numbered: list[Shown] = []
    change = 0
    for row in listed:
        if row.is_on_cover and _is_changed(row):
            continue
        change += _is_changed(row)
        numbered.append(Shown(row, change if _is_changed(row) else 0))
    found = [Block(cover, is_folded=True, is_cover=True)] if cover else []
    for is_changed, group in groupby(numbered, key=lambda shown: bool(shown.change)):
        clauses = tuple(group)
        found.extend([Block(clauses, is_folded=False)] if is_changed else folded(clauses))
    return tuple(found)


def _is_changed(row: ComparedClause) -> bool:
    return row.change.kind is not ChangeKind.UNCHANGED


def folded(clauses: tuple[Shown, ...]) -> list[Block]:
    """Unchanged clauses as a fold, save a call at their end: what follows stands under it."""
    rest, last = clauses[:-1], clauses[-1:]
    if last[0].row.new[0].clause.kind is not Kind.HEADING:
        return [Block(clauses, is_folded=True)]
    return [Block(part, is_folded=part is rest) for part in (rest, last) if part]
