"""Where one clause ends and the next begins inside a change of several clauses."""

from collections.abc import Iterable

from amendments.model import ChangeKind, Op, Piece
from amendments.records import ClauseRecord, ComparedClause
from webui.wording import new_side, old_side

Parts = list[tuple[Piece, ...]]


def in_one_text(row: ComparedClause) -> Parts:
    """The pieces of a change, one part for each clause of the side that has several."""
    pieces = row.change.pieces
    if row.change.kind is ChangeKind.MERGED:
        return parted(pieces, row.old, but=Op.ADDED)
    return parted(pieces, row.new or row.old, but=Op.DELETED if row.new else Op.ADDED)


def in_old(row: ComparedClause) -> Parts:
    """What the old draft has, clause by clause."""
    return parted(old_side(row.change.pieces), row.old, but=Op.ADDED)


def in_new(row: ComparedClause) -> Parts:
    """What the new draft has, clause by clause."""
    return parted(new_side(row.change.pieces), row.new, but=Op.DELETED)


def parted(pieces: Iterable[Piece], clauses: tuple[ClauseRecord, ...], *, but: Op) -> Parts:
    """The pieces cut where each clause ends; pieces `but` of one kind take no room in it."""
    parts: list[list[Piece]] = [[]]
    ends = [len(record.clause.text) for record in clauses[:-1]]
    for piece in pieces:
        rest = piece.text
        while ends and piece.op is not but and len(rest) >= ends[0]:
            room = ends.pop(0)
            parts[-1].append(Piece(piece.op, rest[:room]))
            parts.append([])
            rest = rest[room:]
        if rest:
            parts[-1].append(Piece(piece.op, rest))
        if ends and piece.op is not but:
            ends[0] -= len(rest)
    return [tuple(piece for piece in part if piece.text) for part in parts]


FILTERS = {each.__name__: each for each in (in_one_text, in_old, in_new)}
