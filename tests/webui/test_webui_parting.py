import pytest
from sample import ROWS, compared, draft_of

from amendments.model import Op, spell
from webui.folding import blocks
from webui.parting import in_new, in_old, in_one_text


def clauses(*texts):
    return draft_of(*((str(n), "clause", "", 0, "", text) for n, text in enumerate(texts)))


def texts(parts, without):
    return [spell(part, without=without).rstrip() for part in parts]


CASES = [
    ("split", ["a b and c d"], ["a b;", "c d"]),
    ("split", ["one two three"], ["one", "two", "three"]),
    ("merged", ["to act;", "to report;"], ["to act and to report;"]),
    ("merged", ["same", "same"], ["same same"]),
    ("modified", ["to invite"], ["to request"]),
    ("deleted", ["gone"], []),
    ("added", [], ["new"]),
]


@pytest.mark.parametrize(("kind", "old", "new"), CASES)
def test_each_side_is_parted_into_its_own_clauses(kind, old, new):
    row = compared(kind, clauses(*old), clauses(*new))
    assert texts(in_old(row), Op.ADDED) == (old or [""])
    assert texts(in_new(row), Op.DELETED) == (new or [""])


@pytest.mark.parametrize(("kind", "old", "new"), CASES)
def test_in_one_text_nothing_is_lost_and_the_many_are_parted(kind, old, new):
    parts = in_one_text(compared(kind, clauses(*old), clauses(*new)))
    pieces = tuple(piece for part in parts for piece in part)
    assert spell(pieces, without=Op.ADDED) == " ".join(old)
    assert spell(pieces, without=Op.DELETED) == " ".join(new)
    assert len(parts) == max(len(old), len(new))


def test_folding_keeps_every_row_in_order():
    shown = [each for block in blocks(ROWS) for each in block.clauses]
    assert [each.row for each in shown] == list(ROWS)
    assert [each.change for each in shown if each.change] == [1, 2, 3, 4, 5, 6]
    assert all(
        not each.change for block in blocks(ROWS) if block.is_folded for each in block.clauses
    )
