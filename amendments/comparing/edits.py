"""Changes of wording as spans of one text, so that several can be laid side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from amendments.model import Op, Piece


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
