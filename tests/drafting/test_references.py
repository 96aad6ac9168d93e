"""What clauses refer to."""

import pytest
from drafting.papers import read

from amendments.drafting.brackets import brackets, meter, open_places, unbalanced
from amendments.drafting.references import clause_references, references

ACTS = [
    (
        "Resolution 140 (Rev. Antalya, 2006) of the Conference",
        ["Resolution 140 (Rev. Antalya, 2006)"],
    ),
    (
        "Resolution 140 (Rev. Antalya 2006) of the Conference",
        ["Resolution 140 (Rev. Antalya, 2006)"],
    ),
    ("that PP-06 adopted Resolution 140 (Antalya 2006)", ["Resolution 140 (Antalya, 2006)"]),
    (
        "Council Resolutions 1214, 1222 and 1244 related",
        ["Resolution 1214", "Resolution 1222", "Resolution 1244"],
    ),
    ("Recalling its resolution 70/125 of 16 December 2015", ["Resolution 70/125"]),
    ("set out in A/RES/70/125", ["A/RES/70/125"]),
    ("contained in Council Document C07/21 presented", ["C07/21"]),
    ("in para 6.5 of WG-WSIS Report", ["paragraph 6.5"]),
    ("in paragraphs 29-82 of the Tunis Agenda", ["paragraph 29-82"]),
    ("in accordance with Decision 5 (Rev. Busan, 2014)", ["Decision 5 (Rev. Busan, 2014)"]),
    ("that the resolution of conflicts in 2015 was welcome", []),
]


@pytest.mark.parametrize(("text", "targets"), ACTS, ids=[text for text, _ in ACTS])
def test_what_is_referred_to(text, targets):
    assert [reference.target for reference in references(text)] == targets


def test_a_reference_knows_its_place():
    text = "under Resolution 72 (Rev. Busan, 2014), as amended"
    (found,) = references(text)
    assert text[found.start : found.end] == found.words == "Resolution 72 (Rev. Busan, 2014)"


def test_references_to_clauses_of_the_same_draft_are_told_one_by_one():
    draft = read(
        "The Council,\nconsidering\na)\tthat x;\nb)\tthat y,\nresolves\n"
        "that considering a) and b) above be applied, not considering what is said."
    )
    (found,) = clause_references(draft).values()
    assert [r.target for r in found] == ["considering a)", "considering b)"]


def test_brackets_nest_and_footnote_marks_are_none():
    text = "[shall [not]] act[^2] by [12] May [2015"
    assert [(text[b.start : b.end], b.depth, b.is_closed) for b in brackets(text)] == [
        ("[shall [not]]", 0, True),
        ("[not]", 1, True),
        ("[2015", 0, False),
    ]


def test_the_bracket_meter_counts_brackets_options_and_words():
    draft = read("The Council,\nresolves\n1\t[to act [now]];\n2\tOption 1: to wait;\n3\tto end.")
    found = meter(draft.clauses)
    assert (found.brackets, found.options, found.words) == (2, 1, 3)


def test_unbalanced_brackets_are_told_and_those_over_two_clauses_are_not():
    fine = read("The Council,\nresolves\n1\t[to act;\n2\tto wait];")
    assert unbalanced(fine.clauses) == ()
    wrong = read("The Council,\nresolves\n1\tto act];\n2\t[to wait;")
    assert [n.where for n in wrong.notices] == ["resolves 1", "resolves 2"]


def shapes(text):
    return [(str(one.shape), text[one.start : one.end]) for one in open_places(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("to act [strongly];", [("wording", "[strongly]")]),
        ("Parties [shall][should] [or] act;", [
            ("alternative", "[shall]"), ("alternative", "[should]"), ("alternative", "[or]"),
        ]),
        ("Parties [shall] or [may] act [at once];", [
            ("alternative", "[shall]"), ("alternative", "[may]"), ("wording", "[at once]"),
        ]),
        ("by [X]-[Y] per cent;", [("placeholder", "[X]"), ("placeholder", "[Y]")]),
        ("[placeholder for finance]", [("placeholder", "[placeholder for finance]")]),
        ("[à compléter]", [("placeholder", "[à compléter]")]),
        ("到[待定]年", [("placeholder", "[待定]")]),
        ("[with [full] access]", [("wording", "[with [full] access]"), ("wording", "[full]")]),
        ("Option 1: act. Option 2: wait [here].", [
            ("option", "Option 1: act. "), ("option", "Option 2: wait [here]."),
            ("wording", "[here]"),
        ]),
        ("as noted [12] before", []),
    ],
)  # fmt: skip
def test_what_is_open_is_told_apart(text, expected):
    assert shapes(text) == expected
