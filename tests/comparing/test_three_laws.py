"""What holds of any drafts laid on any base."""

from itertools import pairwise

from comparing.marking import draft
from comparing.test_comparison_laws import ANY_TEXT, DRAFTS, TEXTS
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.comparing import compare, compare_words, lay_on_base
from amendments.comparing.edits import Edit, edits_of
from amendments.comparing.overlap import clash, in_words, meet, word_spans
from amendments.comparing.weaving import made_together, of_wording, weave, with_spaces_before
from amendments.model import Op, spell
from amendments.sides import Verdict, as_one_side


def laid(base, *sides):
    return lay_on_base(base, sides, [compare(base, side) for side in sides]).rows


def texts(one, numbers):
    return " ".join(one.clauses[n].text for n in numbers)


@given(ANY_TEXT, st.lists(ANY_TEXT, min_size=1, max_size=3))
def test_woven_pieces_spell_the_text_and_what_each_hand_made_of_it(text, others):
    hands = [edits_of(compare_words(text, other)) for other in others]
    pieces = weave(text, [[*with_spaces_before(edits, text)] for edits in hands])
    for side, other in enumerate(others):
        alone = as_one_side(pieces, side)
        assert spell(alone, without=Op.ADDED) == text
        assert spell(alone, without=Op.DELETED) == other
    for one, next_one in pairwise(pieces):
        assert (one.op, one.by) != (next_one.op, next_one.by) or one.op is Op.ADDED
    assert all(piece.text and [*piece.by] == sorted({*piece.by}) for piece in pieces)


@settings(max_examples=200)
@given(DRAFTS, DRAFTS, DRAFTS)
def test_every_clause_stands_in_exactly_one_row_and_is_spelt_there(base, one, other):
    rows = laid(base, one, other)
    assert sorted(n for row in rows for n in row.base) == [c.number for c in base.clauses]
    for side, own in enumerate((one, other)):
        assert sorted(n for row in rows for n in row.fates[side].new) == [
            c.number for c in own.clauses
        ]
    for row in rows:
        assert spell(as_one_side(row.pieces, 0), without=Op.ADDED) == texts(base, row.base)
        for side in (0, 1):
            alone = as_one_side(row.pieces, side)
            assert spell(alone, without=Op.DELETED) == row.fates[side].text
            assert (side in row.touched_by) or row.fates[side].kind == "unchanged"


@given(DRAFTS, DRAFTS)
def test_who_did_the_same_as_the_other_is_never_against_it(base, one):
    for row in laid(base, one, one):
        assert row.verdict in {Verdict.UNTOUCHED, Verdict.SAME}
        assert all(piece.by in {(), (0, 1)} for piece in row.pieces)
        assert row.result in {row.fates[0].text, texts(base, row.base)}


@given(DRAFTS, DRAFTS)
def test_beside_the_base_itself_one_side_decides_all(base, one):
    for row in laid(base, one, base):
        assert row.verdict in {Verdict.UNTOUCHED, Verdict.ONE}
        assert row.verdict is Verdict.UNTOUCHED or row.result == row.fates[0].text


@given(DRAFTS, DRAFTS, DRAFTS)
def test_the_order_of_the_sides_changes_no_verdict_on_the_base(base, one, other):
    def verdicts(*sides):
        return [(row.base, row.verdict) for row in laid(base, *sides) if row.base]

    assert verdicts(one, other) == verdicts(other, one)


DEEDS = st.sampled_from(["", "", "strike", "replace", "add"])


@settings(max_examples=300)
@given(st.lists(DEEDS, min_size=12, max_size=12), st.randoms(use_true_random=False))
def test_edits_of_different_words_are_all_made(deeds, chance):
    """Each edited word belongs to one side, with untouched words on either side."""
    words = [f"word{n}" for n in range(50)]
    made = {4 * n + 1: deed for n, deed in enumerate(deeds)}
    owner = {place: chance.randint(0, 1) for place in made}

    def edited(sides):
        out = []
        for place, word in enumerate(words):
            deed = made.get(place, "") if owner.get(place) in sides else ""
            new = {"": [word], "strike": [], "replace": ["other"], "add": [word, "more"]}[deed]
            out += [f"{w}{place}" if w in {"other", "more"} else w for w in new]
        return " ".join(out)

    base = draft(" ".join(words))
    one, other = draft(edited({0})), draft(edited({1}))
    rows = laid(base, one, other)
    assert len(rows) == 1
    assert rows[0].verdict is not Verdict.CONFLICT
    assert rows[0].result == edited({0, 1})


@given(TEXTS, TEXTS, TEXTS)
def test_only_edits_that_touch_need_be_held_against_each_other(text, one, other):
    spans = word_spans(text)
    hands = [
        [in_words(edit, text, spans) for edit in edits_of(compare_words(text, made))]
        for made in (one, other)
    ]
    every_pair = any(a != b and meet(a, b) for a in hands[0] for b in hands[1])
    assert clash(*hands) == clash(*hands[::-1]) == every_pair


ADDED = st.lists(st.integers(0, 9), unique=True, max_size=6)


@given(ADDED, ADDED)
def test_what_sides_add_in_one_place_keeps_the_order_of_each(one, other):
    """The rows of equal additions cross only where the sides' own orders do."""
    common = [n for n in one if n in other]
    other = [n for n in other if n not in common] + common
    sides = [
        draft("Opens;", *(f"{chr(97 + n)}{n}" * 9 for n in numbers)) for numbers in (one, other)
    ]
    rows = [row for row in laid(draft("Opens;"), *sides) if not row.base]
    for side in (0, 1):
        own = [n for row in rows for n in row.fates[side].new]
        assert own == sorted(own)


@st.composite
def neighbours(draw):
    """A text, edits of its even words and of its odd ones, and the text with all of them."""
    deeds = draw(st.lists(DEEDS, min_size=1, max_size=8))
    text = " ".join(f"w{n}" for n in range(len(deeds)))
    hands, result = ([], []), []
    for number, deed in enumerate(deeds):
        start, end = 3 * number, 3 * number + 2
        leads = number > 0 and (end == len(text) or draw(st.booleans()))
        before, after = (start - leads, end - leads + 1) if len(deeds) > 1 else (start, end)
        if deed == "strike":
            hands[number % 2].append(Edit(before, after, ""))
        elif deed == "replace":
            hands[number % 2].append(Edit(start, end, f"other{number}"))
        elif deed == "add" and draw(st.booleans()) and end < len(text):
            hands[number % 2].append(Edit(end + 1, end + 1, f"more{number} "))
        elif deed == "add":
            hands[number % 2].append(Edit(end, end, f" more{number}"))
        word = f"w{number}"
        told = {"": [word], "strike": [], "replace": [f"other{number}"]}
        result += told.get(deed, [word, f"more{number}"])
    return text, hands, " ".join(result)


@settings(max_examples=500)
@given(neighbours())
def test_edits_right_beside_each_other_keep_the_space_between_words(case):
    text, hands, both = case
    wordings = [of_wording(with_spaces_before(hand, text), text) for hand in hands]
    assert not clash(*map(list, wordings))
    assert made_together(text, wordings) == both
    assert made_together(text, wordings[::-1]) == both
