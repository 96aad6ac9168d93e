"""The clauses that kept their place: the heaviest run that rises in both drafts."""

from collections.abc import Sequence
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
    ordered = sorted(stands)
    peaks = Peaks(max((s.new for s in ordered), default=0) + 1)
    before: list[int] = []
    for n, stand in enumerate(ordered):
        (links, letters), last = peaks.up_to(stand.new)
        before.append(last)
        peaks.enter(stand.new, (links + 1, letters + stand.letters), n)
    n = peaks.up_to(len(peaks.best) - 1)[1]
    chain: list[Stand] = []
    while n >= 0:
        chain.append(ordered[n])
        n = before[n]
    return chain[::-1]
