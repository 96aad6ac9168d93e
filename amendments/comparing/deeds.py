"""What one side did to the clauses of its base, ready to be held against another side's."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from amendments.comparing.tokens import plain
from amendments.comparing.words import compare_words
from amendments.model import Change, ChangeKind, Comparison, Draft, Op, Piece, spell
from amendments.sides import Fate

NOWHERE = -1
"""Before the first clause of the base, or after its last."""

REGROUPED = {ChangeKind.SPLIT, ChangeKind.MERGED}


@dataclass(frozen=True, slots=True)
class Hand:
    """One side's draft with where each clause came from and where it went."""

    draft: Draft
    changes: dict[int, Change]
    """By the number of each clause of the base."""
    came_from: dict[int, int]
    """The last clause of the base that each of the side's own came from; added ones have none."""
    after: Sequence[int]
    """The clause of the base that each of the side's own stands after now."""
    before: Sequence[int]
    """The same, those passed over that any side deleted: so sides can be held together."""
    following: Sequence[int]
    """The clause of the base, likewise, that each of the side's own stands before now."""

    @classmethod
    def of(cls, draft: Draft, changes: Iterable[Change], lost: Container[int]) -> "Hand":
        """A side by its comparison with the base, of which some clauses are lost to any side."""
        by_old = {number: change for change in changes for number in change.old}
        came_from = {n: max(change.old) for change in by_old.values() for n in change.new}
        shared = {n: old for n, old in came_from.items() if old not in lost}
        places = range(len(draft.clauses))
        return cls(
            draft,
            by_old,
            came_from,
            met_before(places, came_from),
            met_before(places, shared),
            met_before(reversed(places), shared)[::-1],
        )


def deleted_in(comparisons: Iterable[Comparison]) -> set[int]:
    """The clauses of the base that any side deleted."""
    changes = (change for comparison in comparisons for change in comparison.changes)
    return {number for change in changes if not change.new for number in change.old}


def met_before(places: Iterable[int], came_from: dict[int, int]) -> list[int]:
    """For each place on the way the clause of the base that was met last."""
    met, found = NOWHERE, []
    for place in places:
        found.append(met)
        met = came_from.get(place, met)
    return found


@dataclass(frozen=True, slots=True)
class Deed:
    """What one side did to some clauses of the base."""

    fate: Fate
    pieces: tuple[Piece, ...]
    parts: tuple[str, ...]
    """The texts of the side's clauses one by one, their typography made plain."""
    place: tuple[int, int] | None
    """The clauses of the base it moved them between, if it did."""
    is_regrouped: bool
    """Whether it split or merged."""

    @property
    def is_touching(self) -> bool:
        """Whether it is more than typography."""
        return self.fate.kind is not ChangeKind.UNCHANGED

    def is_like(self, other: "Deed") -> bool:
        """Whether both leave the same clauses in the same place."""
        return self.parts == other.parts and is_one_place(self.place, other.place)

    def excludes(self, other: "Deed") -> bool:
        """Whether the two cannot be had together, whatever the words.

        One deletes what the other works on, both move it, or both cut it, in other places.
        """
        if not self.fate.new or not other.fate.new:
            return True
        if self.place and other.place and not is_one_place(self.place, other.place):
            return True
        if not (self.is_regrouped and other.is_regrouped):
            return False
        says_the_same = " ".join(self.parts) == " ".join(other.parts)
        return len(self.parts) != len(other.parts) or (says_the_same and self.parts != other.parts)


def is_one_place(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    """Whether both moved the clause after or before the same one, or neither moved it."""
    if one is None or other is None:
        return one is other
    return one[0] == other[0] or one[1] == other[1]


def deed_of(hand: Hand, numbers: tuple[int, ...], text: str) -> Deed:
    """What a side did to some clauses of the base that spell a text."""
    changes = [*dict.fromkeys(hand.changes[number] for number in numbers)]
    new = tuple(n for change in changes for n in change.new)
    pieces = changes[0].pieces
    if changes[0].old != numbers:
        # Another side merged what this one kept apart.
        pieces = compare_words(text, " ".join(change.after for change in changes if change.new))
    kinds = {change.kind for change in changes}
    kind = kind_of(kinds)
    has_moved = kind is ChangeKind.MOVED
    return Deed(
        Fate(kind, new, spell(pieces, without=Op.DELETED)),
        pieces,
        tuple(plain(hand.draft.clauses[n].text) for n in new),
        (hand.before[new[0]], hand.following[new[-1]]) if has_moved else None,
        is_regrouped=bool(kinds & REGROUPED),
    )


def kind_of(kinds: set[ChangeKind]) -> ChangeKind:
    """What became of several clauses together."""
    if kinds - {ChangeKind.UNCHANGED, ChangeKind.DELETED}:
        kinds = kinds - {ChangeKind.UNCHANGED}
    return next(iter(kinds)) if len(kinds) == 1 else ChangeKind.MODIFIED
