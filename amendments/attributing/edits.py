"""Changes of wording as spans of the base's text, so that several can be laid side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from amendments.comparing import compare_words
from amendments.model import Op, Piece

OPENING = "([“«-–/"
"""After these no space is wanted: "two-" stands close before "yearly"."""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Words put in the place of a span of the base's text."""

    start: int
    end: int
    words: str

    @property
    def changes_nothing(self) -> bool:
        """Whether it neither deletes nor adds."""
        return self.start == self.end and not self.words


def merged(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces with neighbours of one fate made one, empty ones left out."""
    joined: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if joined and joined[-1].op is piece.op:
            joined[-1] = Piece(piece.op, joined[-1].text + piece.text)
        else:
            joined.append(piece)
    return tuple(joined)


def edits_of(pieces: Sequence[Piece]) -> tuple[Edit, ...]:
    """The spans that the pieces change; neighbouring deletions and additions are one edit."""
    edits: list[Edit] = []
    at = 0
    start, words = -1, ""
    for piece in pieces:
        if piece.op is Op.KEPT:
            if start >= 0:
                edits.append(Edit(start, at, words))
            start, words = -1, ""
        elif start < 0:
            start = at
        if piece.op is Op.ADDED:
            words += piece.text
        else:
            at += len(piece.text)
    if start >= 0:
        edits.append(Edit(start, at, words))
    return tuple(edit for edit in edits if not edit.changes_nothing)


def pieces_of(before: str, edits: Iterable[Edit]) -> tuple[Piece, ...]:
    """The pieces that the edits make of a text; they must not overlap."""
    pieces: list[Piece] = []
    at = 0
    for edit in sorted(edits):
        pieces.append(Piece(Op.KEPT, before[at : edit.start]))
        pieces.append(Piece(Op.DELETED, before[edit.start : edit.end]))
        pieces.append(Piece(Op.ADDED, edit.words))
        at = edit.end
    pieces.append(Piece(Op.KEPT, before[at:]))
    return merged(pieces)


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
