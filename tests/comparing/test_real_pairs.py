"""What went wrong on successive texts of real bodies, each cause in a text of its own."""

import re

import pytest
from comparing.marking import changed, clause, draft, marked

from amendments.comparing import align
from amendments.comparing.likeness import Wordings

FIRST, LAST = clause(0), clause(1)
BOARD = (
    "Emphasizes the need for efficiency in the daily working methods of the Rules Board and "
    "of the Plan Committee, and thanks both for their patience in a difficult year;"
)
OFFICE = (
    "Decides to open an office for the Rules Board in Nairobi and another for the Plan "
    "Committee in Panama, to be staffed by January;"
)
OFFICE_BEFORE = (
    "Agrees that the Rules Board and the Plan Committee should each have an office of their "
    "own, to be staffed by January, in a place that the Council will name;"
)
PROJECTS = (
    "Recognizes the important role of quick-impact projects, and stresses the need for their "
    "timely implementation by missions;"
)
PROJECTS_REWRITTEN = (
    "Recognizes the important role of quick-impact projects in building confidence, recalls "
    "the guidance given in 2007, and asks that local needs be assessed before money is spent, "
    "and results reported every year;"
)
GONE = (
    "Regrets the late payment of contributions by several members;",
    "Invites industry to offer traineeships to young engineers;",
    "Thanks the host country for its hospitality;",
)
COME = (
    "Welcomes the election of six women as chairs;",
    "Requests that documents reach delegates two weeks ahead;",
    "Approves the purchase of a second building;",
)
"""Clauses that have nothing to do with each other, enough to make a gap a crowd."""


def test_the_same_bodies_named_in_a_crowd_make_no_pair():
    old = draft(FIRST, BOARD, *GONE, LAST)
    new = draft(FIRST, COME[0], OFFICE, *COME[1:], LAST)
    assert {fate.split()[0] for fate in changed(old, new)} == {"added", "deleted"}


def test_a_clause_rewritten_in_a_crowd_is_known_by_its_opening():
    old = draft(FIRST, PROJECTS, *GONE, LAST)
    new = draft(FIRST, COME[0], PROJECTS_REWRITTEN, *COME[1:], LAST)
    assert "modified 1>2" in changed(old, new)


def test_a_clause_rewritten_alone_is_known_by_its_place():
    old, new = draft(FIRST, BOARD, LAST), draft(FIRST, OFFICE, LAST)
    assert changed(old, new) == ["modified 1>1"]


def test_a_stranger_in_a_crowd_takes_no_clause_from_its_own_elsewhere():
    old = draft(FIRST, BOARD, *GONE, LAST, clause(2), OFFICE_BEFORE)
    new = draft(FIRST, COME[0], OFFICE, *COME[1:], LAST, clause(2))
    assert "moved 7>2" in changed(old, new)


def test_the_pair_of_the_crowd_is_alike_enough_for_its_place_alone():
    words = Wordings({0: BOARD}, {0: OFFICE})
    assert align.IN_PLACE < words.likeness(0, 0) < align.ELSEWHERE


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Welcoming the work of the Bureau", "Welcoming also the work of the Board", True),
        ("Decides to name a day", "Decides to end its session", False),
        ("Recalls paragraph 68 of the report", "Recalls paragraph 41 of the report", True),
    ],
)
def test_clauses_open_alike_with_three_of_their_first_four_words(one, other, alike):
    assert Wordings({0: one}, {0: other}).open_alike(0, 0) is alike


@pytest.mark.parametrize(
    "expected",
    [
        # what came is a phrase of its own, though it ends with the word it follows
        "action for sustainable development{+, and a conference on finance for development+};",
        "the resolution on Africa’s Development{+ and all others on Africa’s Development+}, again",
        # so is what went
        "national and civil society[-, in a dialogue with civil society-];",
        # a comma before what came still stands outside it where it can
        "to farmers, {+to fishers, +}to women",
        "在可持续发展{+、为了发展+}，和平",
    ],
)
def test_words_that_came_or_went_end_where_a_phrase_does(expected):
    before = re.sub(r"\{\+.*?\+\}|\[-|-\]", "", expected)
    after = re.sub(r"\[-.*?-\]|\{\+|\+\}", "", expected)
    assert marked(before, after) == expected


def test_a_call_above_what_went_is_not_one_like_it_above_what_came():
    old = draft("recalling also:", GONE[0], "noting:", FIRST, LAST)
    new = draft("noting:", FIRST, LAST, "recognizing also:", COME[0])
    assert changed(old, new) == ["deleted 0>", "deleted 1>", "added >3", "added >4"]


def test_a_heading_much_alike_stays_though_all_under_it_was_rewritten():
    old = draft("noting:", FIRST, "Evaluation of operational activities:", GONE[0])
    new = draft("noting:", FIRST, "Evaluation of operational activities for all:", COME[0])
    assert "modified 2>2" in changed(old, new)


def test_a_heading_above_other_headings_is_known_by_its_words():
    old = draft("Part one of the work:", "Staff:", FIRST)
    new = draft("The work of the Bureau, part one:", "Staff:", FIRST)
    assert "modified 0>0" in changed(old, new)
