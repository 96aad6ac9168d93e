"""Accepting a redline gives the new text, rejecting it the old one: on paragraphs made at random."""

from building import docx, p
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_redline_validity import written

from amendments.model import Reading
from amendments.word import read
from amendments.word.redlining.proof import texts

WORDS = st.sampled_from(
    [
        "the",
        "Council",
        "of",
        "all",
        "States",
        "decides",
        "urges",
        "requests",
        "a",
        "report",
        "on",
        "网",
        "络",
    ]
)
SENTENCES = st.lists(WORDS, max_size=9).map(" ".join)
PIECES = st.sampled_from(["", "<w:b/>", "<w:i/>"])


@st.composite
def paragraphs(draw):
    """A paragraph in runs that are cut anywhere, with a tab or a break here and there."""
    text = draw(SENTENCES)
    cut = draw(st.integers(0, len(text)))
    look = draw(PIECES)
    sign = draw(st.sampled_from(["", "", "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"]))
    halves = [
        f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text[:cut]}</w:t></w:r>',
        f'<w:r><w:t xml:space="preserve">{text[cut:]}</w:t></w:r>',
    ]
    return p(sign.join(halves))


@st.composite
def tables(draw):
    """A table whose rows may have one or two cells, with one or two paragraphs each."""
    cells = st.lists(paragraphs(), min_size=1, max_size=2).map("".join)
    rows = st.lists(cells.map("<w:tc>{}</w:tc>".format), min_size=1, max_size=2).map("".join)
    inside = draw(st.lists(rows.map("<w:tr>{}</w:tr>".format), min_size=1, max_size=3))
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(inside)}</w:tbl>"


BLOCKS = st.lists(st.one_of(paragraphs(), paragraphs(), tables()), max_size=7)
BODIES = BLOCKS.map(lambda blocks: docx(*blocks, p("closing")))
OPEN_BODIES = st.lists(paragraphs(), min_size=1, max_size=6).map(lambda blocks: docx(*blocks))


def text_of(content, reading):
    return texts(read(content), reading)


def check(old, new):
    content = written(old, new)
    assert text_of(content, Reading.BEFORE) == text_of(old, Reading.AFTER)
    assert text_of(content, Reading.AFTER) == text_of(new, Reading.AFTER)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(BODIES, BODIES)
def test_both_texts_can_be_had_back(old, new):
    check(old, new)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(OPEN_BODIES, OPEN_BODIES)
def test_both_texts_can_be_had_back_whatever_ends_the_file(old, new):
    check(old, new)


@settings(max_examples=50, deadline=None)
@given(st.lists(paragraphs(), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_a_new_order_is_proven_too(blocks, rng):
    shuffled = [*blocks]
    rng.shuffle(shuffled)
    check(docx(*blocks), docx(*shuffled))


@settings(max_examples=25, deadline=None)
@given(BODIES)
def test_a_file_beside_itself_shows_nothing(content):
    assert read(written(content, content)).marks == ()


@settings(max_examples=25, deadline=None)
@given(BODIES, BODIES)
def test_the_same_files_give_the_same_bytes(old, new):
    assert written(old, new) == written(old, new)
