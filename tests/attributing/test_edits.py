"""Laws of edits, and of whatever is read from any text at all."""

from hypothesis import given
from hypothesis import strategies as st

from amendments.attributing.edits import rebased, with_room
from amendments.attributing.pointing import point
from amendments.comparing import compare_words
from amendments.comparing.edits import Edit, edits_of, merged, pieces_of
from amendments.comparing.overlap import in_words, meet, word_spans
from amendments.drafting.notations import parse_brackets, proposal_line
from amendments.drafting.states import find_states
from amendments.model import Op, spell

WORDS = st.lists(
    st.sampled_from(
        ["the", "Council", "of", "all", "States", "reports", "in", "time", ",", ";", "x"]
    ),
    max_size=12,
)
TEXTS = WORDS.map(" ".join)
NOISE = st.text(alphabet="[](){}:;/, .“”’\nUSJPBrazil propose oppose 12 МOD国", max_size=80)


@given(TEXTS, TEXTS)
def test_edits_make_the_pieces_again(before, after):
    pieces = merged(compare_words(before, after))
    again = pieces_of(before, edits_of(pieces))
    assert spell(again, without=Op.ADDED) == before
    assert spell(again, without=Op.DELETED) == after


@given(TEXTS, TEXTS, TEXTS)
def test_edits_carried_to_another_text_fit_it(written_on, after, base):
    edits = rebased(edits_of(compare_words(written_on, after)), written_on=written_on, base=base)
    assert spell(pieces_of(base, edits), without=Op.ADDED) == base


@given(TEXTS, TEXTS)
def test_widened_edits_stay_in_the_text_and_meet_themselves(before, after):
    spans = word_spans(before)
    for edit in edits_of(compare_words(before, after)):
        whole = in_words(edit, before, spans)
        assert 0 <= whole.start <= whole.end <= len(before)
        assert meet(whole, whole)


def test_words_are_given_room():
    assert with_room("a report", 1, "final") == Edit(1, 1, " final")
    assert with_room("a report", 2, "final") == Edit(2, 2, "final ")
    assert with_room("a yearly", 2, "two-") == Edit(2, 2, "two-")
    assert with_room("a report", 8, ", at last") == Edit(8, 8, ", at last")


@given(NOISE)
def test_no_text_breaks_the_reading_of_brackets(text):
    at = 0
    for bracket in parse_brackets(text):
        assert at <= bracket.start < bracket.end <= len(text)
        at = bracket.end
        for inner in bracket.inner:
            assert bracket.words_start <= inner.start < inner.end <= bracket.end


@given(NOISE)
def test_no_text_breaks_the_rest(text):
    for mention in find_states(text):
        assert text[mention.start : mention.end] == mention.words
    proposal_line(text)
    point(text)
