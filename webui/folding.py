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


def blocks(rows: Iterable[ComparedClause]) -> tuple[Block, ...]:
    """The comparison in reading order; a call stays open above a change that stands under it."""
    found: list[Block] = []
    change = 0
    numbered: list[Shown] = []
    for row in rows:
        is_changed = row.change.kind is not ChangeKind.UNCHANGED
        change += is_changed
        numbered.append(Shown(row, change if is_changed else 0))
    for is_changed, group in groupby(numbered, key=lambda shown: bool(shown.change)):
        clauses = tuple(group)
        found.extend([Block(clauses, is_folded=False)] if is_changed else folded(clauses))
    return tuple(found)


def folded(clauses: tuple[Shown, ...]) -> list[Block]:
    """Unchanged clauses as a fold, save a call at their end: what follows stands under it."""
    rest, last = clauses[:-1], clauses[-1:]
    if last[0].row.new[0].clause.kind is not Kind.HEADING:
        return [Block(clauses, is_folded=True)]
    return [Block(part, is_folded=part is rest) for part in (rest, last) if part]
