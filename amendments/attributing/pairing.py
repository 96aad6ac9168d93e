"""Which clause of the base each clause of a file is."""

from dataclasses import dataclass, field

from amendments.attributing.positions import Spot
from amendments.comparing import compare
from amendments.comparing.tokens import plain
from amendments.model import Change, Clause, Comparison, Draft, Kind, Part
from amendments.notices import Notice

FITS_AT_LEAST = 1 / 3
"""The share of the base's clauses a file must hold to have been written against it."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """A base, another draft, and which clause is which."""

    base: Draft
    other: Draft
    comparison: Comparison
    base_of: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """For each clause of the other draft the numbers of the base's it comes from."""

    def after_which(self, number: int) -> tuple[int, ...]:
        """The base's clause that a clause of the other draft stands after; () at the top."""
        for earlier in range(number - 1, -1, -1):
            if self.base_of.get(earlier):
                return (max(self.base_of[earlier]),)
        return ()

    def spot(self, clause: Clause) -> Spot:
        """Where a clause of the other draft stands in the base."""
        base_clauses = self.base_of.get(clause.number, ())
        address = self.address(base_clauses, clause.address)
        return Spot(base_clauses, self.after_which(clause.number), address)

    def address(self, base_clauses: tuple[int, ...], otherwise: str) -> str:
        """Where the clauses stand in the base."""
        addresses = [self.base.clauses[n].address for n in base_clauses]
        return ", ".join(dict.fromkeys(a for a in addresses if a)) or otherwise

    def doubts(self) -> tuple[Notice, ...]:
        """That the file does not seem to have been written against the base."""
        clauses = [c.number for c in self.base.clauses if c.kind is Kind.CLAUSE]
        paired = {number for numbers in self.base_of.values() for number in numbers}
        held = sum(number in paired for number in clauses)
        if not clauses or held / len(clauses) >= FITS_AT_LEAST:
            return ()
        detail = (
            f"Only {held} of the base’s {len(clauses)} clauses are found in this file. "
            "Choose the draft it was written against."
        )
        return (Notice("base-does-not-fit", "the whole file", detail),)


def pair(base: Draft, other: Draft) -> Pairing:
    """The clauses of two drafts, paired as a comparison pairs them."""
    comparison = compare(base, other)
    base_of = {new: change.old for change in comparison.changes for new in change.new}
    return Pairing(base, other, comparison, base_of)


def is_outside_text(clause: Clause) -> bool:
    """Whether a clause is no part of the text under negotiation: cover, title, asides, notes."""
    in_front = clause.part is Part.FRONT and clause.kind is Kind.TITLE
    return clause.kind is Kind.OTHER or in_front


def changes_wording(change: Change) -> bool:
    """Whether more than typography and white space differs."""
    return plain(change.before) != plain(change.after)
