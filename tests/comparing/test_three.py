"""Several drafts laid on one base: who did what, and what goes together."""

import pytest
from comparing.marking import clause, draft

from amendments.comparing import compare, compare_words, lay_on_base
from amendments.comparing.added import RIVALS_AT_MOST
from amendments.comparing.edits import edits_of
from amendments.comparing.weaving import made_together, of_wording, with_spaces_before
from amendments.model import ChangeKind, Op, spell
from amendments.sides import as_one_side

SIGNS = {Op.DELETED: "[-{}-{}]", Op.ADDED: "{{+{}+{}}}"}
BASE = "Requests the Secretary-General to submit a report to the Council every year;"


def laid(base, *sides):
    base, *sides = (draft(*lines) for lines in (base, *sides))
    return lay_on_base(base, sides, [compare(base, side) for side in sides]).rows


def told(rows):
    """The verdicts of all rows with who did something: "conflict AB"."""
    return [f"{row.verdict} {''.join('ABC'[side] for side in row.touched_by)}" for row in rows]


def woven(row):
    """The pieces with who struck and who added them: [-struck-A] and {+added+AB}."""
    said = {(): "", (0,): "A", (1,): "B", (0, 1): "AB"}
    return "".join(
        SIGNS[p.op].format(p.text, said[p.by]) if p.op is not Op.KEPT else p.text
        for p in row.pieces
    )


WORDS = [
    # different words: both can be had
    (
        BASE.replace("Requests", "Invites"),
        BASE.replace("every year", "every two years"),
        "compose AB",
        ("[-Requests-A]{+Invites+A} the Secretary-General to submit a report to the Council every"
        " [-year-B]{+two years+B};"),
        "Invites the Secretary-General to submit a report to the Council every two years;",
    ),
    # the same edit by both
    (
        BASE.replace("a report", "a full report"),
        BASE.replace("a report", "a full report"),
        "same AB",
        "Requests the Secretary-General to submit a{+ full+AB} report to the Council every year;",
        "Requests the Secretary-General to submit a full report to the Council every year;",
    ),
    # the same word in another way
    (
        BASE.replace("Requests", "Invites"),
        BASE.replace("Requests", "Instructs"),
        "conflict AB",
        ("[-Requests-AB]{+Invites+A}{+Instructs+B} the Secretary-General to submit a report to the"
        " Council every year;"),
        None,
    ),
    # one of two edits shared, the other A's own
    (
        BASE.replace("Requests", "Invites").replace("every year", "annually"),
        BASE.replace("Requests", "Invites"),
        "compose AB",
        ("[-Requests-AB]{+Invites+AB} the Secretary-General to submit a report to the Council"
        " [-every year-A]{+annually+A};"),
        "Invites the Secretary-General to submit a report to the Council annually;",
    ),
    # one strikes what the other adds to
    (
        BASE.replace(" to submit a report to the Council", ""),
        BASE.replace("a report", "a full report"),
        "conflict AB",
        ("Requests the Secretary-General[- to submit a-A]{+ full+B}[- report to the Council-A]"
        " every year;"),
        None,
    ),
    # one strikes the words right beside what the other adds
    (
        BASE.replace(" every year", ""),
        BASE.replace("the Council", "the Council of Ministers"),
        "compose AB",
        ("Requests the Secretary-General to submit a report to the Council{+ of Ministers+B}"
        "[- every year-A];"),
        "Requests the Secretary-General to submit a report to the Council of Ministers;",
    ),
    # typography is nobody's wish
    (
        BASE.replace("Secretary-General", "Secretary‑General"),
        BASE.replace("Requests", "Invites"),
        "one B",
        ("[-Requests-B]{+Invites+B} the Secretary[---A]{+‑+A}General to submit a report to the"
        " Council every year;"),
        "Invites the Secretary-General to submit a report to the Council every year;",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "verdict", "pieces", "result"), WORDS)
def test_words_go_together_or_do_not(a, b, verdict, pieces, result):
    (row,) = laid([BASE], [a], [b])
    assert told([row]) == [verdict]
    assert woven(row) == pieces
    assert row.result == result


def test_equal_edits_in_other_typography_are_the_same():
    base = 'Adopts the plan called "digital future" of the Union;'
    sides = [base.replace('"digital future"', f"{q[0]}our future{q[1]}") for q in ('""', "“”")]
    (row,) = laid([base], [sides[0]], [sides[1]])
    assert told([row]) == ["same AB"]
    assert row.result == sides[0]


def test_a_conflict_lists_what_each_side_would_have():
    sides = [BASE.replace("Requests", verb) for verb in ("Invites", "Instructs")]
    (row,) = laid([BASE], [sides[0]], [sides[1]])
    assert [fate.text for fate in row.fates] == sides


def test_untouched_clauses_keep_the_text_of_the_base():
    rows = laid(*[[clause(1), clause(2)]] * 3)
    assert told(rows) == ["untouched ", "untouched "]
    assert [row.result for row in rows] == [clause(1), clause(2)]


def test_deleting_what_the_other_edits_is_a_conflict():
    kept, other = clause(1), BASE
    rows = laid([kept, other], [kept], [kept, other.replace("Requests", "Invites")])
    assert told(rows) == ["untouched ", "conflict AB"]
    assert (rows[1].fates[0].kind, rows[1].fates[0].new) == (ChangeKind.DELETED, ())
    assert rows[1].result is None


def test_both_deleting_is_the_same_and_leaves_nothing():
    rows = laid([clause(1), clause(2)], [clause(1)], [clause(1)])
    assert told(rows) == ["untouched ", "same AB"]
    assert rows[1].result == ""


ORDER = [clause(n) for n in range(6)]


def test_a_clause_moved_by_one_and_edited_by_the_other_composes():
    moved = [ORDER[4], *ORDER[:4], ORDER[5]]
    edited = [*ORDER[:4], ORDER[4].replace("matter", "question", 1), ORDER[5]]
    rows = laid(ORDER, moved, edited)
    assert told(rows)[4] == "compose AB"
    assert rows[4].fates[0].kind is ChangeKind.MOVED
    assert rows[4].result == edited[4]


def test_moves_to_one_place_are_the_same_and_to_two_places_a_conflict():
    first = [ORDER[4], *ORDER[:4], ORDER[5]]
    third = [*ORDER[:2], ORDER[4], *ORDER[2:4], ORDER[5]]
    assert told(laid(ORDER, first, first))[4] == "same AB"
    assert told(laid(ORDER, first, third))[4] == "conflict AB"


def test_additions_in_one_place_stand_after_the_clause_they_follow():
    rows = laid([clause(1), clause(2)], [clause(1), BASE, clause(2)], [clause(1), clause(2)])
    assert told(rows) == ["untouched ", "one A", "untouched "]
    assert (rows[1].base, rows[1].result) == ((), BASE)


def test_the_same_addition_by_both_is_one_row():
    rows = laid([clause(1)], [BASE, clause(1)], [BASE, clause(1)])
    assert told(rows) == ["same AB", "untouched "]
    assert woven(rows[0]) == f"{{+{BASE}+AB}}"


def test_two_wordings_of_one_addition_are_a_conflict_and_two_clauses_are_not():
    other = BASE.replace("every year", "every two years")
    rows = laid([clause(1)], [clause(1), BASE], [clause(1), clause(7), other])
    assert told(rows) == ["untouched ", "one B", "conflict AB"]
    assert [fate.text for fate in rows[2].fates] == [BASE, other]


def test_an_equal_addition_is_preferred_to_an_alike_one():
    other = BASE.replace("every year", "every two years")
    rows = laid([clause(1)], [clause(1), other, BASE], [clause(1), BASE])
    assert told(rows) == ["untouched ", "one A", "same AB"]


FORMULA = "Recalling its resolution 70/{} on the promotion of {} in developing countries;"
SERIES = [FORMULA.format(*each) for each in ((11, "education"), (12, "health"), (13, "roads"))]


def test_two_wordings_of_one_addition_show_the_words_they_share():
    other = BASE.replace("every year", "every two years")
    (row,) = [
        row for row in laid([clause(1)], [clause(1), BASE], [clause(1), other]) if not row.base
    ]
    assert woven(row) == (
        "{+Requests the Secretary-General to submit a report to the Council every +AB}"
        "{+year+A}{+two years+B}{+;+AB}"
    )


def test_additions_of_one_formula_keep_their_equals():
    """One more of the formula in front must not push each to its neighbour's place."""
    rows = laid([clause(0)], [clause(0), *SERIES[1:]], [clause(0), *SERIES])
    assert told(rows) == ["untouched ", "one B", "same AB", "same AB"]


def test_of_rival_wordings_the_most_alike_go_together():
    near, far = SERIES[1].replace("70/12", "70/14"), SERIES[0]
    rows = laid([clause(0)], [clause(0), SERIES[1]], [clause(0), far, near])
    assert [(*(fate.text for fate in row.fates),) for row in rows[1:]] == [
        ("", far),
        (SERIES[1], near),
    ]


def test_an_addition_beside_what_the_other_deleted_is_in_the_same_place():
    one, two, three = clause(0), clause(1), clause(2)
    rows = laid([one, two, three], [one, two, BASE, three], [one, BASE, three])
    assert told(rows) == ["untouched ", "one B", "same AB", "untouched "]


def test_clauses_added_in_one_place_are_held_against_a_bounded_number(monkeypatch):
    asked = []
    monkeypatch.setattr(
        "amendments.comparing.added.rival_likeness", lambda *pair: asked.append(pair)
    )
    sides = [[clause(0), *(f"{clause(n)} {name}" for n in range(100))] for name in "AB"]
    laid([clause(0)], *sides)
    assert 0 < len(asked) <= 100 * RIVALS_AT_MOST


LONG = "Stresses the need for broadband in rural areas, for the schools of all regions there,"
REST = "and requests the Director to support every country that asks for it in the next period;"


def test_a_split_by_one_and_an_edit_by_the_other_compose():
    whole = f"{LONG} {REST}"
    rows = laid([whole], [LONG, REST], [whole.replace("rural", "remote")])
    assert told(rows) == ["compose AB"]
    assert rows[0].fates[0].kind is ChangeKind.SPLIT
    assert rows[0].result == whole.replace("rural", "remote")


def test_clauses_that_one_side_merged_stand_in_one_row():
    whole = f"{LONG} {REST}"
    rows = laid([LONG, REST, BASE], [whole, BASE], [LONG, REST.replace("every", "each"), BASE])
    assert [row.base for row in rows] == [(0, 1), (2,)]
    assert told(rows) == ["compose AB", "untouched "]
    assert rows[0].result == f"{LONG} {REST.replace('every', 'each')}"


def test_of_clauses_that_one_side_merged_another_may_strike_one():
    rows = laid([LONG, REST, BASE], [f"{LONG} {REST}", BASE], [LONG, BASE])
    assert told(rows) == ["compose AB", "untouched "]
    assert rows[0].fates[1].kind is ChangeKind.MODIFIED
    assert rows[0].result == LONG


SIDE_BY_SIDE = [
    ("a b c d", "b c d", "a x b c d", "x b c d"),
    ("a b c d", "a c d", "a b x c d", "a x c d"),
    ("a b c d", "a b c", "a b c d x", "a b c x"),
    ("a b c d", "a c d", "a x b c d", "a x c d"),
    ("a b c d", "a c d", "a b d", "a d"),
    ("a b c d", "b c d", "a c d", "c d"),
    ("a b c d", "a b d", "a b c", "a b"),
    ("a b, c d", "a c d", "a b, x c d", "a x c d"),
]
"""The base, A, B, and both: what one strikes stands right beside what the other does."""


@pytest.mark.parametrize(("base", "a", "b", "both"), SIDE_BY_SIDE)
def test_words_side_by_side_keep_the_space_between_them(base, a, b, both):
    for sides in ((a, b), (b, a)):
        hands = [
            of_wording(with_spaces_before(edits_of(compare_words(base, side)), base), base)
            for side in sides
        ]
        assert made_together(base, hands) == both


def test_splits_at_two_places_are_a_conflict():
    first, second, third = f"{LONG} {REST}".partition(" of all regions there, ")
    whole = first + second + third
    rows = laid([whole], [LONG, REST], [first, second.strip() + " " + third])
    assert told(rows) == ["conflict AB"]


def test_three_sides_are_laid_together():
    sides = [
        [BASE.replace("Requests", "Invites")],
        [BASE.replace("every year", "annually")],
        [BASE.replace("Requests", "Invites").replace("a report", "a full report")],
    ]
    (row,) = laid([BASE], *sides)
    assert told([row]) == ["compose ABC"]
    assert row.result == sides[2][0].replace("every year", "annually")
    assert spell(as_one_side(row.pieces, 2), without=Op.DELETED) == sides[2][0]


def test_what_a_draft_took_from_a_contribution_is_what_both_did():
    """Laid on draft 1, draft 2 beside a contribution tells what was taken."""
    wanted = BASE.replace("Requests", "Invites")
    rows = laid([BASE, clause(1)], [wanted, clause(2)], [wanted, clause(1)])
    assert told(rows)[0] == "same AB"
