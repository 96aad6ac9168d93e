"""At which level a label stands, given those before it."""

from collections.abc import Callable

from amendments.drafting.labels import PART, Family, Label, Rank

Open = tuple[Rank, ...]
"""The ways in which the last label of a level can still be counted."""


class Levels:
    """The levels open at a place: which of them a label goes on with, or that it opens one.

    The rules, first that holds: the next value of an open level, the deepest first, also with
    a letter skipped or with "bis"; a first value, which opens a level; a later value of an open
    level; a new level. Automatic lists say their depth, which decides before these rules.
    A label that counts in several ways keeps them until its neighbours decide: "а)" is
    Cyrillic before "б)" and Latin, typed with a Cyrillic letter, before "b)".
    """

    def __init__(self) -> None:
        self._open: list[tuple[Open, int | None]] = []

    def copy(self) -> "Levels":
        """The same levels, to go on from twice."""
        twin = Levels()
        twin._open = [*self._open]
        return twin

    def start(self) -> None:
        """A heading: nothing is open."""
        self._open.clear()

    def unlabelled(self) -> int:
        """The level of a clause without a label, under which items may stand."""
        self._open = [((), None)]
        return 1

    def take(self, label: Label, depth: int | None = None) -> int:
        """The level of the next label, from 1; `depth` is that of its automatic list."""
        place, ranks = self._by_depth(label, depth) or self._by_value(label)
        del self._open[place:]
        self._open.append((ranks, depth))
        return place + 1

    def follows(self, label: Label, *, may_begin: bool) -> bool:
        """Whether the label is the next of an open level, or a first one where one may begin."""
        return self._next(label) is not None or (may_begin and bool(_firsts(label)))

    def _by_depth(self, label: Label, depth: int | None) -> tuple[int, Open] | None:
        depths = [other for _, other in self._open]
        if depth is None or all(other is None for other in depths):
            return None
        for place, other in enumerate(depths):
            if other is not None and other >= depth:
                families = {rank.family for rank in self._open[place][0]}
                same = tuple(rank for rank in label.ranks if rank.family in families)
                return place, same or label.ranks
        return len(self._open), _firsts(label) or label.ranks

    def _by_value(self, label: Label) -> tuple[int, Open]:
        found = self._next(label) or self._inside(label) or self._later(label)
        return found or (len(self._open), label.ranks)

    def _next(self, label: Label) -> tuple[int, Open] | None:
        return self._matching(label, _goes_on)

    def _later(self, label: Label) -> tuple[int, Open] | None:
        return self._matching(label, lambda own, other: other.path > own.path)

    def _matching(
        self, label: Label, holds: Callable[[Rank, Rank], bool]
    ) -> tuple[int, Open] | None:
        """The deepest level of the same kind of label for which something holds.

        One whose labels look the same comes first: after "2." and "(2)", "3." follows "2.".
        """
        return self._first(label, lambda a, b: a.shape == b.shape and holds(a, b)) or self._first(
            label, holds
        )

    def _first(self, label: Label, holds: Callable[[Rank, Rank], bool]) -> tuple[int, Open] | None:
        for place in range(len(self._open) - 1, -1, -1):
            ranks = tuple(
                rank
                for rank in label.ranks
                if any(_is_alike(own, rank) and holds(own, rank) for own in self._open[place][0])
            )
            if ranks:
                return place, ranks
        return None

    def _inside(self, label: Label) -> tuple[int, Open] | None:
        """A new level: the label is below an open number ("1.1" under "1"), or a first one."""
        for rank in label.ranks:
            for place in range(len(self._open) - 1, -1, -1):
                for own in self._open[place][0]:
                    if own.family is not Family.NUMBER or rank.family is not Family.NUMBER:
                        continue
                    if len(own.path) < len(rank.path) and _begins(rank.path, own.path):
                        return place + 1, (rank,)
                    if len(own.path) == len(rank.path) > 1:
                        return place, (rank,)
        firsts = _firsts(label)
        return (len(self._open), firsts) if firsts else None


def _firsts(label: Label) -> Open:
    return tuple(rank for rank in label.ranks if _is_first(rank))


def _is_alike(own: Rank, other: Rank) -> bool:
    if own.family is not other.family or len(own.path) != len(other.path):
        return False
    is_loose = own.family is Family.NUMBER or "" in {own.shape, other.shape}
    return own.shape == other.shape or is_loose


def _goes_on(own: Rank, other: Rank) -> bool:
    if own.family is Family.BULLET:
        return True
    step = other.path[-1] - own.path[-1]
    unit = PART if len(own.path) > 1 else 1
    if own.path[:-1] != other.path[:-1]:
        return False
    if step == 0:
        return other.suffix > own.suffix
    if unit == PART and 0 < step < unit:
        return True
    may_skip = own.family is Family.LETTER  # ITU-R leaves out i), which looks like a number
    return unit <= step < (3 if may_skip else 2) * unit


def _begins(path: tuple[int, ...], start: tuple[int, ...]) -> bool:
    whole = tuple(value * PART for value in start) if len(start) == 1 else start
    return path[: len(whole)] == whole


def _is_first(rank: Rank) -> bool:
    return rank.family is Family.BULLET or rank.path[-1] in {1, PART}
