"""Sixteen things that other systems are known to get wrong; each has its name here.

Those about tracked changes and authors in Word files are read elsewhere: here stands
what the comparison of the texts must make of them.
"""

from comparing.marking import changed, clause, draft, marked, written

from amendments.comparing import compare
from amendments.model import ChangeKind, Op

LIST = [clause(number) for number in range(8)]
LONG = (
    "Requests the Secretary-General to report on spectrum, roaming and satellites, "
    "and the Directors of the Bureaux to assist developing countries in building capacity;"
)


def kinds(old, new):
    return {change.kind for change in compare(old, new).changes}


def test_a_wholly_inserted_paragraph_is_one_addition():
    old, new = draft(*LIST), draft(*LIST[:3], LONG, *LIST[3:])
    assert changed(old, new) == ["added >3"]
    added = compare(old, new).changes[3]
    assert written(added.pieces) == f"{{+{LONG}+}}"


def test_the_edits_of_two_authors_stay_two():
    old = "Requests the Directors to report yearly on spectrum and to assist all States;"
    new = "Invites the Directors to report yearly on spectrum and to assist Member States;"
    pieces = [p for p in compare(draft(old), draft(new)).changes[0].pieces if p.op is not Op.KEPT]
    assert [p.text for p in pieces] == ["Requests", "Invites", "all", "Member"]


def test_a_clause_moved_to_the_end_and_edited_is_one_move_with_its_edit():
    edited = LIST[1].replace("matter", "question", 1)
    old, new = draft(*LIST), draft(LIST[0], *LIST[2:], edited)
    assert changed(old, new) == ["moved 1>7"]
    assert "[-matter-]{+question+}" in written(compare(old, new).changes[7].pieces)


def test_three_adjacent_deletions_are_three():
    assert changed(draft(*LIST), draft(*LIST[:2], *LIST[5:])) == [
        "deleted 2>", "deleted 3>", "deleted 4>",
    ]  # fmt: skip


def test_january_to_march_is_one_word_for_one_word():
    assert marked("in January 2025", "in March 2025") == "in [-January-]{+March+} 2025"


def test_a_list_of_four_with_one_edited_changes_in_one():
    edited = LIST[2].replace("item", "point", 1)
    assert changed(draft(*LIST[:4]), draft(*LIST[:2], edited, LIST[3])) == ["modified 2>2"]


def test_two_edits_in_one_line_stay_apart():
    assert marked("to act now and report yearly on it", "to act soon and report monthly on it") == (
        "to act [-now-]{+soon+} and report [-yearly-]{+monthly+} on it"
    )


def test_an_item_before_a_is_one_insertion_though_all_are_relabelled():
    old = draft("considering:", *(f"{'abcdefgh'[n]}) | {text}" for n, text in enumerate(LIST)))
    new = draft(
        "considering:", f"a) | {LONG}", *(f"{'bcdefghi'[n]}) | {t}" for n, t in enumerate(LIST))
    )
    assert changed(old, new) == ["added >1"]


def test_twelve_inserted_at_once_are_twelve_additions():
    twelve = [clause(number).replace("matter", "point") for number in range(20, 32)]
    old, new = draft(*LIST), draft(*LIST[:4], *twelve, *LIST[4:])
    assert changed(old, new) == [f"added >{n}" for n in range(4, 16)]


def test_two_appended_at_the_end_are_two_additions():
    assert changed(draft(*LIST[:6]), draft(*LIST)) == ["added >6", "added >7"]


def test_a_phrase_with_a_deletion_in_its_middle_keeps_both_its_ends():
    old = "to take, in close cooperation with the Bureaux, all measures"
    assert marked(old, "to take all measures") == (
        "to take[-, in close cooperation with the Bureaux,-] all measures"
    )


def test_a_split_without_other_edits_strikes_and_adds_no_word():
    half = LONG.index(", and the Directors")
    halves = f"{LONG[:half]};", LONG[half + len(", and ") :]
    old, new = draft(*LIST[:3], LONG, *LIST[3:]), draft(*LIST[:3], *halves, *LIST[3:])
    assert changed(old, new) == ["split 3>3+4"]
    pieces = compare(old, new).changes[3].pieces
    struck = {w for p in pieces if p.op is Op.DELETED for w in p.text.split() if w.isalpha()}
    added = {w for p in pieces if p.op is Op.ADDED for w in p.text.split() if w.isalpha()}
    assert not struck & added


def test_a_merge_without_other_edits_strikes_and_adds_no_word():
    half = LONG.index(", and the Directors")
    halves = f"{LONG[:half]};", LONG[half + len(", and ") :]
    new, old = draft(*LIST[:3], LONG, *LIST[3:]), draft(*LIST[:3], *halves, *LIST[3:])
    assert changed(old, new) == ["merged 3+4>3"]


def test_a_clause_whose_only_change_is_its_number_is_unchanged():
    old = draft(*(f"{n} | {text}" for n, text in enumerate(LIST, 1)))
    new = draft(*(f"{n} | {text}" for n, text in enumerate(LIST[2:] + LIST[:2], 1)))
    assert {f.split()[0] for f in changed(old, new)} == {"moved"}
    assert len(changed(old, new)) == 2


def test_a_clause_rewritten_in_place_is_not_shown_as_confetti():
    old = "the right of people to food, water, and shelter in all places of need;"
    new = "a duty of States on education and health, with care at home for them;"
    assert marked(old, new).count("[-") == 1


def test_boilerplate_deleted_takes_no_neighbour_along():
    formula = "Requests the Secretary-General to report to the Council at its {} session on {};"
    reports = [formula.format(n, t) for n, t in (("tenth", "roaming"), ("ninth", "spectrum"))]
    old, new = draft(*LIST[:3], *reports, *LIST[3:]), draft(*LIST[:3], reports[1], *LIST[3:])
    assert changed(old, new) == ["deleted 3>"]
    assert ChangeKind.MODIFIED not in kinds(old, new)
