"""Where one clause ends and the next begins in a change, and one edit in what a search found."""

from collections.abc import Iterable
from itertools import groupby

from amendments.model import ChangeKind, Op, Piece, parted
from amendments.records import ClauseRecord, ComparedClause, SnippetRun
from webui.wording import new_side, old_side

Parts = list[tuple[Piece, ...]]


def in_one_text(row: ComparedClause) -> Parts:
    """The pieces of a change, one part for each clause of the side that has several."""
    pieces = row.change.pieces
    if row.change.kind is ChangeKind.MERGED:
        return parted(pieces, texts(row.old), without=Op.ADDED)
    return parted(pieces, texts(row.new or row.old), without=Op.DELETED if row.new else Op.ADDED)


def in_old(row: ComparedClause) -> Parts:
    """What the old draft has, clause by clause."""
    return parted(old_side(row.change.pieces), texts(row.old), without=Op.ADDED)


def in_new(row: ComparedClause) -> Parts:
    """What the new draft has, clause by clause."""
    return parted(new_side(row.change.pieces), texts(row.new), without=Op.DELETED)


def texts(clauses: Iterable[ClauseRecord]) -> list[str]:
    """The words of each clause."""
    return [record.clause.text for record in clauses]


def by_edit(runs: Iterable[SnippetRun]) -> list[tuple[Op, list[SnippetRun]]]:
    """The runs of each edit together: what was found may stand in the midst of one."""
    return [(op, list(of_one)) for op, of_one in groupby(runs, key=lambda run: run.op)]


FILTERS = {each.__name__: each for each in (in_one_text, in_old, in_new, by_edit)}
