"""The clauses that kept their place: the heaviest run that rises in both drafts."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

Weight = tuple[int, int]
"""How many links, then how many characters: as few clauses as possible have moved."""


class Stand(NamedTuple):
    """Where a link stands in both drafts, and what it weighs; places are unique on each side."""

    old: int
    new: int
    letters: int


class Peaks:
    """The heaviest chain that ends at or before each place (a Fenwick tree of maxima)."""

    def __init__(self, size: int) -> None:
        self.best: list[tuple[Weight, int]] = [((0, 0), -1)] * (size + 1)

    def up_to(self, place: int) -> tuple[Weight, int]:
        """The heaviest chain that ends before `place`, and the number of its last link."""
        found: tuple[Weight, int] = ((0, 0), -1)
        while place > 0:
            found = max(found, self.best[place])
            place &= place - 1
        return found

    def enter(self, place: int, weight: Weight, link: int) -> None:
        """Note a chain that ends at `place`."""
        place += 1
        while place < len(self.best):
            self.best[place] = max(self.best[place], (weight, link))
            place += place & -place


def backbone(stands: Sequence[Stand]) -> list[Stand]:
    """The heaviest chain, in order."""
    chained = runs(stands)
    peaks = Peaks(len(chained))
    places = {
        n: place
        for place, n in enumerate(sorted(range(len(chained)), key=lambda n: chained[n][0].new))
    }
    before: list[int] = []
    for n, run in enumerate(chained):
        (links, letters), last = peaks.up_to(places[n])
        before.append(last)
        weight = (links + len(run), letters + sum([stand.letters for stand in run]))
        peaks.enter(places[n], weight, n)
    n = peaks.up_to(len(chained))[1]
    chain: list[list[Stand]] = []
    while n >= 0:
        chain.append(chained[n])
        n = before[n]
    return [stand for run in reversed(chain) for stand in run]


def runs(stands: Sequence[Stand]) -> list[list[Stand]]:
    """The links in order, those together that follow each other in both drafts.

    A chain that takes one of them takes all, so that few are left to choose from.
    """
    following = dict(pairwise(sorted([stand.new for stand in stands])))
    found: list[list[Stand]] = []
    expected: int | None = None
    for stand in sorted(stands):
        if stand.new == expected:
            found[-1].append(stand)
        else:
            found.append([stand])
        expected = following.get(stand.new)
    return found
