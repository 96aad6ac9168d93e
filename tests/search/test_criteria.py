"""What the address of a search page says, and says again."""

from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from amendments.search import Criteria

values = st.frozensets(st.text(max_size=8), max_size=3)
days = st.one_of(st.dates().map(str), st.text(max_size=10))
criteria = st.builds(
    Criteria, words=st.text(max_size=40), states=values, resolutions=values, drafts=values,
    kinds=values, changes=values, edits=values, statuses=values, after=days, before=days,
    order=st.sampled_from(["relevance", "newest"]), page=st.integers(-3, 2_000_000),
)  # fmt: skip


@given(criteria)
def test_an_address_says_exactly_what_it_was_made_from(asked):
    assert Criteria.from_query(MultiDict(asked.to_query())) == asked


@given(
    criteria,
    st.sampled_from(["state", "draft", "kind", "edit", "status"]),
    st.text("abc", min_size=1),
)
def test_a_value_taken_in_and_out_again_leaves_no_trace(asked, facet, value):
    without = asked.without(facet, value)
    assert value in without.with_value(facet, value).chosen(facet)
    assert without.with_value(facet, value).without(facet, value) == without
    assert without.page == 1


def test_unknown_and_empty_values_vanish():
    query = {"q": ["  two   words "], "state": ["", "BRA"], "page": "x", "order": "best",
             "after": "2024-13-01", "before": "yesterday", "colour": "red"}  # fmt: skip
    expected = Criteria(words="two words", states=frozenset({"BRA"}))
    assert Criteria.from_query(query) == expected
    assert expected.to_query() == [("q", "two words"), ("state", "BRA")]
    assert expected.with_value("colour", "red") == expected


def test_a_plain_mapping_of_texts_will_do():
    assert Criteria.from_query({"draft": "draft-2", "page": "3"}) == Criteria(
        drafts=frozenset({"draft-2"}), page=3
    )
