"""The work is bounded by the size of the texts, never by a clock: it is counted here."""

import random

import pytest
from comparing.marking import clause, draft

from amendments.comparing import blocks, compare, compare_words, likeness, readable
from amendments.comparing.align import align
from amendments.comparing.blocks import CELLS, Block

FORMULA = "Takes note of the report of the Secretary-General on item {};"


@pytest.fixture
def comparisons(monkeypatch):
    """How many pairs of clauses were compared in full."""
    counted = []
    true_alike = likeness.Wordings.alike

    def alike(self, one, other, at_least=0.0):
        counted.append(1)
        return true_alike(self, one, other, at_least)

    monkeypatch.setattr(likeness.Wordings, "alike", alike)
    return counted


@pytest.mark.parametrize(
    "drafts",
    [
        lambda n: ([FORMULA.format(k) for k in range(n)], [FORMULA.format(-k) for k in range(n)]),
        lambda n: ([clause(k) for k in range(n)], [clause(k + n) for k in range(n)]),
        lambda n: ([clause(k) for k in range(n)], [clause(k) + " Edited" for k in range(n)][::-1]),
        lambda n: (["same"] * n, ["same"] * (n - 5) + ["other"] * 5),
    ],
    ids=["one formula", "nothing in common", "all edited and reversed", "all the same"],
)
def test_the_pairs_compared_grow_with_the_clauses_not_with_their_square(comparisons, drafts):
    clauses = 400
    align(*drafts(clauses))
    assert len(comparisons) < 120 * clauses


def test_no_stretch_of_words_is_compared_exactly_beyond_the_bound(monkeypatch):
    compared = []
    true_exact = blocks.exact_blocks

    def exact(a, b, span):
        compared.append((span[1] - span[0]) * (span[3] - span[2]))
        return true_exact(a, b, span)

    monkeypatch.setattr(blocks, "exact_blocks", exact)
    chance = random.Random(3)
    words = [f"word{chance.randrange(9000)}" for _ in range(9000)]
    other = [word if chance.random() > 0.02 else "term" for word in words]
    compare_words(" ".join(words), " ".join(other))
    assert len(compared) > 10
    assert max(compared) <= CELLS


def test_chaff_is_thrown_away_once(monkeypatch):
    looks = []
    true_rule = readable.is_chaff

    def is_chaff(block, before, after):
        looks.append(1)
        return true_rule(block, before, after)

    monkeypatch.setattr(readable, "is_chaff", is_chaff)
    stranded = [Block(3 * n + 1, 5 * n + 2, 1) for n in range(2000)]
    assert readable.without_chaff(stranded, 6000, 10_000) == []
    assert len(looks) <= 2 * len(stranded)


def test_annexes_of_many_thousand_words_compare():
    old = " ".join(f"word{n % 700}" for n in range(30_000))
    new = old.replace("word13 ", "term13 ", 5)
    pieces = compare_words(old, new)
    assert sum(len(piece.text) for piece in pieces if piece.op != "kept") < 200


def test_two_thousand_clauses_against_two_thousand_others_compare():
    old = draft(*(clause(n) for n in range(2000)))
    new = draft(*(clause(n) for n in range(1, 2001)))
    kinds = [change.kind for change in compare(old, new).changes if change.kind != "unchanged"]
    assert sorted(kinds) == ["added", "deleted"]
