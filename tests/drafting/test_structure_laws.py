"""What holds for every draft, whatever is in it."""

from collections import Counter

from drafting.papers import paper
from hypothesis import given
from hypothesis import strategies as st

from amendments.drafting import read_draft
from amendments.model import Mark, Paragraph, Reading, Run, WordDocument

LINES = st.sampled_from(
    [
        "The Council,",
        "recalling",
        "Recalling also its resolution 70/1,",
        "resolves to instruct the",
        "Secretary-General",
        "a)",
        "b)\tthat the gap (which",
        "remains) grows;",
        "1 to act,",
        "1.\tDecides",
        "i)  x",
        "· bullet",
        "–",
        "ANNEX",
        "Annex 1 to Resolution 5",
        "SECTION 1bis",
        "2/5",
        "MOD USA/5/1",
        "и",
        "大会，",
        "a b c d",
        "[Brazil: delete]",
        "",
    ]
)
WORDS = st.text("ab )(1.\t\u00a0,", max_size=8)
MARKS = st.sampled_from([None, Mark("A"), Mark("B")])
RUNS = st.builds(Run, WORDS, inserted=MARKS, deleted=MARKS)
PARAGRAPHS = st.lists(
    st.builds(
        Paragraph,
        st.just(0),
        st.lists(RUNS, max_size=4).map(tuple),
        mark_inserted=MARKS,
        mark_deleted=MARKS,
    ),
    max_size=8,
)


def words_of(text):
    return Counter("".join(text.split()))


def document_of(paragraphs):
    return WordDocument(
        tuple(
            Paragraph(n, p.runs, mark_inserted=p.mark_inserted, mark_deleted=p.mark_deleted)
            for n, p in enumerate(paragraphs)
        )
    )


@given(st.lists(LINES, max_size=20))
def test_every_word_stands_in_exactly_one_clause(lines):
    draft = read_draft(paper(*lines))
    kept = "".join(f"{c.label} {c.text}" for c in draft.clauses)
    assert words_of(kept) == words_of("".join(lines))


@given(PARAGRAPHS, st.sampled_from(list(Reading)))
def test_the_runs_of_its_reading_spell_a_clause(paragraphs, reading):
    draft = read_draft(document_of(paragraphs), reading)
    for clause in draft.clauses:
        assert "".join(r.text for r in clause.runs if r.exists_in(reading)) == clause.text


@given(PARAGRAPHS, st.sampled_from(list(Reading)))
def test_every_word_of_a_reading_stands_in_exactly_one_clause(paragraphs, reading):
    document = document_of(paragraphs)
    there = "".join(r.text for p in document.paragraphs for r in p.runs if r.exists_in(reading))
    draft = read_draft(document, reading)
    kept = "".join(f"{c.label} {c.text}" for c in draft.clauses)
    assert words_of(kept) == words_of(there)


@given(st.lists(LINES, max_size=20))
def test_no_two_clauses_have_one_address(lines):
    addresses = [c.address for c in read_draft(paper(*lines)).clauses if c.address]
    assert len(addresses) == len(set(addresses))
