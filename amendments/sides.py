"""The nouns of several drafts laid on the one base they were made from."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from amendments.model import ChangeKind, Op, Piece

Sides = tuple[int, ...]
"""Which of the drafts, counted from 0 in the order they were given; always ascending."""


@dataclass(frozen=True, slots=True)
class WovenPiece:
    """A run of words with who deleted or added it; who is not named did neither."""

    op: Op
    text: str
    by: Sides = ()
    """Nobody where the words are kept by all."""


def as_one_side(pieces: Sequence[WovenPiece], side: int) -> tuple[Piece, ...]:
    """What one side alone did: kept and deleted spell the base, kept and added its own text."""
    seen: list[Piece] = []
    for piece in pieces:
        if piece.op is Op.KEPT or side in piece.by:
            seen.append(Piece(piece.op, piece.text))
        elif piece.op is Op.DELETED:
            seen.append(Piece(Op.KEPT, piece.text))
    return tuple(seen)


class Verdict(StrEnum):
    """How what the sides did to a clause of the base goes together."""

    UNTOUCHED = "untouched"
    """No side changed more than the typography."""
    ONE = "one"
    """One side changed it, the others did not."""
    SAME = "same"
    """Several sides changed it, all in the same way."""
    COMPOSE = "compose"
    """Several sides changed it in different ways that can be taken together."""
    CONFLICT = "conflict"
    """At least two sides want what cannot be had together."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What one side made of a clause of the base, or of several."""

    kind: ChangeKind
    new: tuple[int, ...]
    """Numbers of the side's own clauses; none where it deleted them or never had any."""
    text: str
    """The side's wording, exactly; several clauses stand one after the other."""


@dataclass(frozen=True, slots=True)
class Row:
    """One clause of the base with what every side made of it; or one that sides added.

    Where a side merged clauses, all of them stand in one row.
    """

    verdict: Verdict
    base: tuple[int, ...]
    """Numbers of the base's clauses; none for what was added."""
    fates: tuple[Fate, ...]
    """One for each side, in their order."""
    touched_by: Sides
    pieces: tuple[WovenPiece, ...]
    result: str | None
    """The wording with all changes made; "" where it goes, None where they are in conflict."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Several drafts laid on their base, in the base's order.

    Every clause of the base stands in exactly one row, and so does every clause of each
    side. What was added stands after the clause of the base it follows.
    """

    rows: tuple[Row, ...]
    algorithm: str
