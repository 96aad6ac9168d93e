"""Redlines that lost their marks: deleted and inserted words stand glued together as plain text."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from amendments.comparing.tokens import units
from amendments.model import Change, Op, Piece
from amendments.notices import Notice

SEAM = re.compile(
    r"(?<=\d)(?=[^\W\d_]{2})|(?<=[^\W\d_])(?=\d{4})|(?<=\d{4})(?=\d{4})"
    r"|(?<=[^\W\dA-ZА-Я_])(?=[A-ZА-Я])"
)
"""Where two words were put together: "2010BUSAN", "Antalya2006", "20102014", "theMember"."""
ARTICLES = frozenset({"the", "a", "an"})


def flattened(changes: Sequence[Change], addresses: Sequence[str]) -> tuple[Notice, ...]:
    """Where a file without marks shows the traces of a redline, with the words that do.

    `addresses` are those of the new draft's clauses.
    """
    notices: list[Notice] = []
    for change in changes:
        words = [*_glued(change.pieces), *_doubled(change.pieces)]
        if words and change.new:
            shown = ", ".join(f"“{word}”" for word in words)
            detail = (
                f"Deleted and inserted words seem to stand together here as plain text: {shown}. "
                "Take in the Word file with its tracked changes instead."
            )
            notices.append(Notice("flattened-redline", addresses[change.new[0]], detail))
    return tuple(notices)


def _glued(pieces: Sequence[Piece]) -> Iterator[str]:
    """New words that are a word of the base with another one behind it."""
    for piece, following in pairwise(pieces):
        if (piece.op, following.op) != (Op.DELETED, Op.ADDED):
            continue
        gone = {unit.core for unit in units(piece.text) if unit.is_word}
        for unit in units(following.text):
            seams = [seam.start() for seam in SEAM.finditer(unit.core)]
            if any(unit.core[:seam] in gone for seam in seams):
                yield unit.core


def _doubled(pieces: Sequence[Piece]) -> Iterator[str]:
    """An article of the base and a new one side by side: "undertake the an overall review"."""
    for left, right in pairwise(pieces):
        if {left.op, right.op} != {Op.KEPT, Op.ADDED}:
            continue
        before, after = units(left.text), units(right.text)
        if before and after and {before[-1].key, after[0].key} <= ARTICLES:
            yield f"{before[-1].core} {after[0].core}"
