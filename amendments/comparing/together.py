"""Clauses that moved as one group: a heading with its clauses, or several in a row."""

from collections.abc import Iterable

from amendments.model import Change, ChangeKind


def moved_together(changes: Iterable[Change]) -> tuple[tuple[Change, ...], ...]:
    """The groups of two and more that moved in their order, with nothing between on either side.

    The changes are those of a comparison, in its order. Each member stays a change of its
    own, since each may be edited too; a reader sees one move.
    """
    groups: list[list[Change]] = []
    for change in changes:
        if change.kind is not ChangeKind.MOVED:
            continue
        last = groups[-1][-1] if groups else None
        if last is not None and _follows(last.old, change.old) and _follows(last.new, change.new):
            groups[-1].append(change)
        else:
            groups.append([change])
    return tuple(tuple(group) for group in groups if len(group) > 1)


def _follows(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return one[-1] + 1 == other[0]
