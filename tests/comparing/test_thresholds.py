"""The thresholds stand where a table marked by hand puts them."""

import tomllib
from pathlib import Path

import pytest

from amendments.comparing import align
from amendments.comparing.likeness import Wordings

TABLE = tomllib.loads(Path(__file__).with_name("hand_marked.toml").read_text("utf-8"))
ROWS = [(mark, row["old"], row["new"]) for mark, rows in TABLE.items() for row in rows]


@pytest.fixture(scope="module")
def wordings():
    olds = {place: old for place, (_, old, _) in enumerate(ROWS)}
    news = {place: new for place, (_, _, new) in enumerate(ROWS)}
    return Wordings(olds, news)


@pytest.fixture(scope="module")
def likeness(wordings):
    found = {mark: [] for mark in TABLE}
    for place, (mark, _, _) in enumerate(ROWS):
        found[mark].append(wordings.likeness(place, place))
    return {mark: sorted(values) for mark, values in found.items()}


def wrongly_decided(likeness, threshold):
    """How many edited clauses would not be found, and how many others would be taken for them."""
    missed = sum(value < threshold for value in likeness["same"])
    return missed + sum(value >= threshold for value in likeness["other"])


def test_likely_decides_the_whole_table(likeness):
    assert wrongly_decided(likeness, align.LIKELY) == 0


@pytest.mark.parametrize("other", [0.45, 0.5, 0.55, 0.58, 0.68, 0.72, 0.78])
def test_lower_and_higher_thresholds_decide_worse_than_likely(likeness, other):
    assert wrongly_decided(likeness, other) > 0


def test_no_part_of_a_clause_passes_for_the_whole(likeness):
    assert likeness["part"][-1] < align.SURELY
    assert sum(value >= align.SURELY for value in likeness["same"]) >= len(likeness["same"]) / 2


def test_a_part_is_looked_for_where_it_could_be_one(likeness):
    assert likeness["part"][0] >= align.PART_LIKE


def test_what_only_its_place_tells_is_found_there(likeness):
    assert sum(value >= align.IN_PLACE for value in likeness["rewritten"]) >= 4


def test_clauses_that_have_nothing_to_do_with_each_other_stay_apart_in_place(wordings):
    strangers = [
        wordings.likeness(i, j) for i in range(len(ROWS)) for j in range(len(ROWS)) if i != j
    ]
    paired = sum(value >= align.IN_PLACE for value in strangers)
    assert paired <= 0.03 * len(strangers)
