"""Clauses with edits that are known: how far the marks of a comparison agree with them.

The edits are made from a seed: one to three words replaced, added or deleted, with at least
five words between two edits, so that each is an edit of its own to any reader.
"""

import random
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from amendments.comparing import compare_words
from amendments.comparing.tokens import units
from amendments.model import Op, Piece, spell

APART = 5
LONGEST = 3


class Edited(NamedTuple):
    """A clause before and after so many edits, and how many words they touched."""

    before: str
    after: str
    edits: int
    words: int


class Agreement(NamedTuple):
    """The marks beside the edits made: hunks and words as ratios, cuts inside words counted."""

    hunks: float
    words: float
    cuts: int


def edited_clause(rng: random.Random, clause: str, vocabulary: Sequence[str]) -> Edited:
    """The clause with as many edits as it has room for, five at most."""
    old = clause.split()
    count = min(rng.choice((1, 2, 3, 5)), (len(old) - LONGEST) // (APART + 2 * LONGEST))
    room = len(old) - count * (APART + LONGEST)
    new: list[str] = []
    at = words = 0
    for n, gap in enumerate(sorted(rng.sample(range(1, room), count))):
        start = gap + n * (APART + LONGEST)
        size = rng.randint(1, LONGEST)
        added = rng.choices(vocabulary, k=size)
        gone = old[start : start + size]
        added, gone = rng.choice(((added, gone), (added, []), ([], gone)))
        new += old[at:start] + added
        at = start + len(gone)
        words += count_words(" ".join(added)) + count_words(" ".join(gone))
    return Edited(" ".join(old), " ".join(new + old[at:]), count, words)


def agreement(clauses: Iterable[Edited]) -> Agreement:
    """How far the marks of all clauses together agree with the edits."""
    edits = words = hunks = marked = cuts = 0
    for clause in clauses:
        pieces = compare_words(clause.before, clause.after)
        edits, words = edits + clause.edits, words + clause.words
        hunks += count_hunks(pieces)
        marked += sum(count_words(p.text) for p in pieces if p.op is not Op.KEPT)
        cuts += cuts_inside_words(pieces, Op.ADDED) + cuts_inside_words(pieces, Op.DELETED)
    return Agreement(hunks / edits, marked / words, cuts)


def count_words(text: str) -> int:
    """How many words a text has, marks left out."""
    return sum(unit.is_word for unit in units(text))


def count_hunks(pieces: Sequence[Piece]) -> int:
    """How many edits a reader sees: what is deleted and added in one place is one."""
    kept = [True, *(piece.op is Op.KEPT for piece in pieces)]
    return sum(before and not after for before, after in pairwise(kept))


def cuts_inside_words(pieces: tuple[Piece, ...], without: Op) -> int:
    """How many pieces of one text end between two letters."""
    text, at, cuts = spell(pieces, without=without), 0, 0
    for piece in pieces:
        at += len(piece.text) if piece.op is not without else 0
        cuts += 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
    return cuts
