"""Edits carried from one text to another, and given the room they need in it."""

from collections.abc import Iterable, Sequence

from amendments.comparing import compare_words
from amendments.comparing.edits import Edit
from amendments.model import Op, Piece

OPENING = "([“«-–/"
"""After these no space is wanted: "two-" stands close before "yearly"."""


def place_before(pieces: Sequence[Piece], place: int) -> int:
    """Where a place of the text after stood in the text before."""
    old = new = 0
    for piece in pieces:
        size = len(piece.text)
        if piece.op is Op.DELETED:
            old += size
        elif piece.op is Op.ADDED:
            if place < new + size:
                return old
            new += size
        else:
            if place <= new + size:
                return old + place - new
            old += size
            new += size
    return old


def rebased(edits: Iterable[Edit], *, written_on: str, base: str) -> tuple[Edit, ...]:
    """The edits of one text carried over to another from which it was made."""
    if written_on == base:
        return tuple(edits)
    way = compare_words(base, written_on)
    carried: list[Edit] = []
    for edit in sorted(edits):
        floor = carried[-1].end if carried else 0
        start = max(place_before(way, edit.start), floor)
        end = max(place_before(way, edit.end), start)
        moved = Edit(start, end, edit.words)
        if not moved.changes_nothing:
            carried.append(moved)
    return tuple(carried)


def with_room(text: str, place: int, words: str) -> Edit:
    """The insertion of words, with the space they need on either side."""
    before, after = text[:place][-1:], text[place:][:1]
    if words[:1].isalnum() and before and not before.isspace() and before not in OPENING:
        words = " " + words
    if after.isalnum() and words and not words[-1].isspace() and words[-1] not in OPENING:
        words += " "
    return Edit(place, place, words)
