"""What a person says of an outline is applied wherever the file is read, and loses no word."""

from collections import Counter

import pytest
from drafting.papers import paper, read
from hypothesis import given
from hypothesis import strategies as st

from amendments.drafting import read_draft
from amendments.drafting.correcting import (
    Correction,
    Fault,
    checked_correction,
    corrected,
    correction_of,
)
from amendments.errors import RequestRefused
from amendments.model import Kind, Mark, Paragraph, Reading, Run, WordDocument

TEXT = """
Draft resolution on fairness
The Council,
considering
a) that the gap remains; b) that it grows,
Role of the Sectors
c) that the Sectors act
for all,
resolves
1 to act;
2 to report,
"""


def said(draft, start, fault, value=""):
    clause = next(c for c in draft.clauses if c.text.startswith(start))
    return checked_correction(draft, correction_of(clause, fault, value, actor="Ann"))


def after(draft, *deeds):
    for start, fault, value in deeds:
        draft = corrected(draft, [said(draft, start, fault, value)])
    return draft


def addresses(draft):
    return [c.address for c in draft.clauses if c.kind is Kind.CLAUSE]


def test_a_clause_is_parted_in_two_and_the_second_takes_its_label():
    draft = after(read(TEXT), ("that the gap", Fault.CUT, "b) that it"))
    assert addresses(draft)[:2] == ["considering a)", "considering b)"]
    assert [c.text for c in draft.clauses if c.label in ("a)", "b)")] == [
        "that the gap remains;",
        "that it grows,",
    ]
    assert [c.number for c in draft.clauses] == list(range(len(draft.clauses)))


def test_a_line_is_joined_to_the_one_before_it():
    plain = read("The Council,\nresolves\n1 to act\n2 of the Plan of Action,\n")
    draft = after(plain, ("of the Plan", Fault.JOIN, ""))
    assert [c.text for c in draft.clauses][-1] == "to act 2 of the Plan of Action,"
    assert draft.clauses[-1].runs[1].text == " "


def test_a_line_made_a_heading_takes_what_follows_under_it_and_gives_it_back():
    plain = read(TEXT)
    headed = after(
        plain, ("Role of", Fault.KIND, "heading"), ("that the Sectors", Fault.LABEL, "c)")
    )
    assert {c.heading for c in headed.clauses if c.label == "c)"} == {"Role of the Sectors"}
    assert {c.heading for c in headed.clauses if c.label == "1"} == {"resolves"}
    back = after(headed, ("Role of", Fault.KIND, "clause"))
    assert {c.heading for c in back.clauses if c.label == "c)"} == {"considering"}


def test_a_part_runs_on_to_the_end_of_what_was_thought_to_be_with_it():
    draft = read("The General Assembly,\nRecalling its work,\nWelcoming this,\nNoting that,\n")
    moved = after(draft, ("Welcoming", Fault.PART, "operative"))
    assert [str(c.part) for c in moved.clauses][-3:] == ["preamble", "operative", "operative"]


def test_a_label_that_was_read_as_words_and_words_that_were_read_as_a_label():
    plain = read("The Council,\nresolves\n1 to act in\n2 stages,\n")
    words = after(plain, ("stages", Fault.LABEL, ""))
    assert words.clauses[-1].text == "2 stages,"
    assert words.clauses[-1].label == ""
    again = after(words, ("2 stages", Fault.LABEL, "2"))
    assert (again.clauses[-1].label, again.clauses[-1].text) == ("2", "stages,")
    assert "".join(r.text for r in again.clauses[-1].runs) == "stages,"


def test_a_label_that_the_file_does_not_show_is_said():
    draft = after(read(TEXT), ("to report", Fault.LABEL, "3"), ("to report", Fault.LEVEL, "2"))
    assert draft.clauses[-1].label == "3"
    assert draft.clauses[-1].level == 2


@pytest.mark.parametrize(
    ("start", "fault", "value", "reason"),
    [
        ("to act", Fault.KIND, "song", "Choose title"),
        ("to act", Fault.PART, "", "Choose front"),
        ("to act", Fault.LEVEL, "ten", "from 0 to 9"),
        ("to act", Fault.LABEL, "1 to act;", "shorter"),
        ("to act", Fault.CUT, "never said", "do not stand"),
        ("that the gap", Fault.CUT, "that", "do not stand"),
        ("that the gap", Fault.CUT, "t", "more than once"),
        ("Draft resolution", Fault.JOIN, "", "Choose another"),
    ],
)
def test_what_cannot_be_is_refused_with_the_cure(start, fault, value, reason):
    draft = read(TEXT)
    if value == "that":  # once more, at the very beginning, is no second part
        draft = after(draft, ("that the gap", Fault.CUT, "b) that it"))
    with pytest.raises(RequestRefused, match=reason):
        said(draft, start, fault, value)


def test_the_same_corrections_apply_when_the_file_is_read_anew():
    first = said(read(TEXT), "that the gap", Fault.CUT, "b) that it")
    once = corrected(read(TEXT), [first])
    second = said(once, "that it grows", Fault.LEVEL, "2")
    assert corrected(read(TEXT), [first, second]) == corrected(once, [second])


def test_a_correction_that_finds_its_clause_no_more_is_told():
    gone = Correction(Fault.KIND, 99, "a clause of another time", "heading", "Ann")
    draft = corrected(read(TEXT), [gone])
    (notice,) = [n for n in draft.notices if n.code == "correction-lost"]
    assert "Ann" in notice.detail
    assert "a clause of another time" in notice.where


def test_a_join_that_the_reading_has_learnt_to_make_is_not_missed():
    joined = Correction(Fault.JOIN, 4, "for all,", "", "Ann")
    draft = read("The Council,\nresolves\n1 to act\nfor all,\n")
    assert draft.clauses[-1].paragraphs == (2, 3)
    notices = corrected(draft, [Correction(Fault.JOIN, 3, "for all,")]).notices
    assert "correction-lost" not in [n.code for n in notices]
    assert "correction-lost" in [n.code for n in corrected(draft, [joined]).notices]


def test_a_settled_doubt_is_told_no_more():
    plain = read("The Council,\nfrobnicating\na) the costs,\nresolves\n1 to act,\n")
    assert "heading-guessed" in [n.code for n in plain.notices]
    settled = after(plain, ("frobnicating", Fault.KIND, "heading"))
    assert "heading-guessed" not in [n.code for n in settled.notices]


def test_words_another_hand_deleted_stay_where_the_clause_is_cut():
    runs = (Run("1\tone;"), Run(" struck", deleted=Mark("A")), Run(" two, and three"))
    draft = read_draft(WordDocument((Paragraph(0, (Run("resolves"),)), Paragraph(1, runs))))
    cut = after(draft, ("one;", Fault.CUT, "two, and"))
    told = [[r.text for r in c.runs] for c in cut.clauses[-2:]]
    assert told == [["one;", " struck"], ["two, and three"]]


def letters(draft):
    """Every letter of the text and its labels, so that none can be lost or doubled."""
    return Counter("".join(f"{c.label}{c.text}" for c in draft.clauses).replace(" ", ""))


LINES = st.lists(
    st.sampled_from(
        [
            "The Council,",
            "considering",
            "a) one; b) two",
            "resolves",
            "1 to act",
            "2 x y",
            "for all,",
        ]
    ),
    min_size=1,
    max_size=8,
)
DEEDS = st.lists(
    st.tuples(
        st.integers(0, 9),
        st.sampled_from(list(Fault)),
        st.sampled_from(
            ["heading", "clause", "operative", "annex", "2", "b)", "to", "two", "x", ""]
        ),
    ),
    max_size=6,
)


@given(LINES, DEEDS)
def test_no_word_is_lost_or_doubled_and_no_address_stands_twice(lines, deeds):
    draft = read_draft(paper(*lines))
    before = letters(draft)
    for place, fault, value in deeds:
        clause = draft.clauses[place % len(draft.clauses)]
        if fault is Fault.LABEL and not f"{clause.label} {clause.text}".startswith(value):
            continue  # such a label is said by hand, not read
        correction = correction_of(clause, fault, value)
        draft = corrected(draft, [correction])
    assert letters(draft) == before
    named = [c.address for c in draft.clauses if c.address]
    assert len(named) == len(set(named))
    for number, clause in enumerate(draft.clauses):
        assert clause.number == number
        assert clause.text
        shown = "".join(r.text for r in clause.runs if r.exists_in(Reading.AFTER))
        assert shown == clause.text
