"""Clauses are paired by their words, and change as the practice of resolutions has it."""

import pytest
from comparing.marking import changed, clause, draft, fates

from amendments.comparing import compare
from amendments.model import ChangeKind

TEN = [clause(number) for number in range(10)]

REFERENCES = (
    "Recalling its resolution 66/184 of 22 December 2011 on information and communications technologies,",
    "Recalling also its resolution 67/195 of 21 December 2012 on information and communications technologies,",
    "Recalling further its resolution 68/198 of 20 December 2013 on information and communications technologies,",
)


def test_a_draft_against_itself_shows_nothing():
    assert changed(draft(*TEN), draft(*TEN)) == []


def test_renumbering_is_no_change():
    old = draft(*(f"{n}. | {text}" for n, text in enumerate(TEN)))
    new = draft(*(f"{n}) | {text}" for n, text in enumerate(TEN, start=5)))
    assert changed(old, new) == []


@pytest.mark.parametrize(
    "other",
    ["Notes the Union's ‘gap’ - all of it;", "Notes the Union’s 'gap' – all  of it;"],
)
def test_typography_is_no_change(other):
    old = draft("Notes the Union’s ‘gap’ – all of it;")
    assert changed(old, draft(other)) == []


def test_near_equal_formulas_keep_their_partners():
    new = [text.replace("technologies", "technology") for text in REFERENCES]
    assert changed(draft(*REFERENCES, *TEN), draft(*new, *TEN)) == [
        "modified 0>0", "modified 1>1", "modified 2>2",
    ]  # fmt: skip


def test_a_formula_inserted_before_others_steals_none():
    more = "Recalling its resolution 65/141 of 20 December 2010 on information and communications technologies,"
    new = draft(more, *(text.replace(" of ", ", of ") for text in REFERENCES), *TEN)
    assert changed(draft(*REFERENCES, *TEN), new) == [
        "added >0", "modified 0>1", "modified 1>2", "modified 2>3",
    ]  # fmt: skip


def test_a_clause_repeated_word_for_word_pairs_in_order():
    old = draft("Having considered", TEN[0], TEN[1], TEN[0], TEN[2])
    new = draft("Having considered", TEN[0], TEN[1], TEN[0], TEN[0], TEN[2])
    assert changed(old, new) == ["added >4"]


def test_the_first_item_of_a_list_deleted():
    assert changed(draft(*TEN), draft(*TEN[1:])) == ["deleted 0>"]


def test_a_list_reversed_keeps_one_and_moves_the_rest():
    said = fates(draft(*TEN), draft(*TEN[::-1]))
    assert [fate.split(">")[1] for fate in said] == [str(n) for n in range(10)]
    assert sum(fate.startswith("moved") for fate in said) == 9


def test_two_drafts_with_nothing_in_common_share_nothing():
    old = draft("Requests a report on food;", "Urges peace everywhere;")
    new = draft("Welcomes spectrum harmonization,", "Approves the annexed plan")
    assert {fate.split()[0] for fate in fates(old, new)} == {"added", "deleted"}


def test_an_empty_draft_is_all_added():
    assert fates(draft(), draft(*TEN[:2])) == ["added >0", "added >1"]


def test_as_few_clauses_as_possible_have_moved():
    new = [TEN[7], *TEN[:7], *TEN[8:]]
    assert changed(draft(*TEN), draft(*new)) == ["moved 7>0"]


def test_a_clause_moved_to_another_call_has_moved():
    old = draft("considering:", *TEN[:3], "recognizing:", *TEN[3:6])
    new = draft("considering:", *TEN[:2], "recognizing:", *TEN[2:6])
    assert changed(old, new) == ["moved 3>4"]


def test_a_call_renamed_moves_nothing():
    old = draft("considering:", *TEN[:3], "recognizing:", *TEN[3:6])
    new = draft("considering:", *TEN[:3], "recognizing further:", *TEN[3:6])
    assert changed(old, new) == ["modified 4>4"]


def test_a_clause_moved_from_the_preamble_has_moved():
    old = draft(*TEN[:4], "== operative", *TEN[4:])
    new = draft(*TEN[:3], "== operative", *TEN[3:])
    assert changed(old, new) == ["moved 3>3"]


def test_a_clause_moved_into_the_annex_has_moved():
    old = draft("== operative", *TEN[:6], "== annex", *TEN[6:])
    new = draft("== operative", *TEN[:5], "== annex", *TEN[5:])
    assert changed(old, new) == ["moved 5>5"]


def test_a_line_between_the_parts_read_elsewhere_moves_nothing():
    old = draft(*TEN[:8], "== operative", *TEN[8:])
    new = draft(*TEN[:2], "== operative", *TEN[2:])
    assert changed(old, new) == []


def test_a_heading_moves_with_all_its_clauses():
    old = draft("resolves:", *TEN[:4], "invites:", *TEN[4:6], "instructs:", *TEN[6:])
    new = draft("invites:", *TEN[4:6], "resolves:", *TEN[:4], "instructs:", *TEN[6:])
    assert changed(old, new) == ["moved 5>0", "moved 6>1", "moved 7>2"]


def test_equal_headings_go_with_their_clauses():
    old = draft("noting:", *TEN[:3], "recalling:", TEN[3], "noting:", *TEN[4:8])
    new = draft("recalling:", TEN[3], "noting:", *TEN[4:8])
    assert changed(old, new) == ["deleted 0>", "deleted 1>", "deleted 2>", "deleted 3>"]


def test_the_title_is_the_title_whatever_it_says():
    assert changed(draft(TEN[0], TEN[1]), draft(TEN[0], TEN[1].upper()))  # capitals are words


def test_a_merged_clause_is_not_robbed_by_a_copy_elsewhere():
    first = "Welcomes the launching of the process for revising the draft criteria"
    second = "the compilations of views, once endorsed by the Working Group, be used as appropriate in standards;"
    old = draft(*TEN[:3], f"{first};", f"Stresses that {second}", *TEN[3:])
    copied = "Stresses that the views, once endorsed by the Working Group, be used as appropriate in standards;"
    new = draft(*TEN[:3], f"{first}, and that {second}", *TEN[3:8], copied, *TEN[8:])
    assert changed(old, new) == ["merged 3+4>3", "added >9"]


def test_a_clause_in_three_parts_was_split_into_three():
    a, b, c = TEN[0].rstrip(";"), TEN[4].rstrip(";"), TEN[8].rstrip(";")
    old = draft(TEN[1], f"{a}, {b.lower()}, and {c.lower()};", TEN[2])
    new = draft(TEN[1], f"{a};", f"{b.lower()};", f"{c.lower()};", TEN[2])
    assert changed(old, new) == ["split 1>1+2+3"]


def test_halves_of_a_split_are_found_past_clauses_put_between_them():
    first, second = TEN[0].rstrip(";"), TEN[4].rstrip(";").lower()
    old = draft(TEN[1], f"{first}, and {second};", TEN[2])
    new = draft(TEN[1], f"{first};", TEN[6], TEN[9], f"{second};", TEN[2])
    assert changed(old, new) == ["split 1>1+4", "added >2", "added >3"]


def test_a_deleted_clause_stands_after_its_old_predecessor():
    kinds = [change.kind for change in compare(draft(*TEN[:4]), draft(TEN[0], *TEN[2:4])).changes]
    assert kinds == [
        ChangeKind.UNCHANGED, ChangeKind.DELETED, ChangeKind.UNCHANGED, ChangeKind.UNCHANGED,
    ]  # fmt: skip
