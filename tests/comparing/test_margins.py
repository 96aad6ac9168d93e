"""The ends that texts share are left out of a comparison where that changes nothing."""

import random

import pytest
from comparing.marking import clause
from comparing.test_comparison_laws import TEXTS, VOCABULARY
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.comparing import compare_words, words
from amendments.comparing.margins import common_margins

HEAD = "Recalling its resolution on the right of everyone to an adequate standard of living, "
TAIL = ", and invites all relevant entities within their mandates to report thereon annually;"


def compared_whole(before, after):
    """The pieces when no margin is left out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "common_margins", lambda *_: (0, 0))
        return compare_words(before, after)


@given(TEXTS, TEXTS, st.sampled_from(["", HEAD]), st.sampled_from(["", TAIL]))
@settings(max_examples=300)
def test_leaving_the_margins_out_changes_nothing(one, other, head, tail):
    before, after = head + one + tail, head + other + tail
    assert compare_words(before, after) == compared_whole(before, after)


@pytest.mark.parametrize("seed", range(40))
def test_nor_does_it_where_edits_repeat_what_stands_beside_them(seed):
    chance = random.Random(seed)
    for number in range(30):
        old = (clause(number) if number % 2 else HEAD + TAIL).split(" ")
        new = list(old)
        for _ in range(chance.choice((1, 1, 2, 5))):
            at, size = chance.randrange(len(new)), chance.randint(1, 4)
            again = new[max(0, at - size) : at]
            new[at : at + chance.choice((0, 0, size))] = chance.choice(
                (again, again, [], [chance.choice(VOCABULARY)])
            )
        before, after = " ".join(old), " ".join(new)
        assert compare_words(before, after) == compared_whole(before, after)


@given(TEXTS, TEXTS)
def test_margins_are_common_and_do_not_overlap(one, other):
    head, tail = common_margins(one, other)
    assert one[:head] == other[:head]
    assert one[len(one) - tail :] == other[len(other) - tail :]
    assert head + tail <= min(len(one), len(other))


def test_one_edit_in_a_long_clause_leaves_little_to_compare():
    before, after = HEAD + "hunger" + TAIL, HEAD + "food" + TAIL
    head, tail = common_margins(before, after)
    assert before[head : len(before) - tail] == "of living, hunger, and "


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the " * 30 + "end", "the " * 29 + "end"),
        ("Notes the report;", "Notes that report;"),
        (HEAD + "co\u00adoperation" + TAIL, HEAD + "cooperation" + TAIL),
    ],
    ids=["every word comes again", "too short to tell", "words that hide letters"],
)
def test_no_margin_is_told_that_edits_could_reach(before, after):
    assert common_margins(before, after) == (0, 0)
