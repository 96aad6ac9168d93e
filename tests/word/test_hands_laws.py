"""Whoever asks for what at random: each author alone can have their text, and nobody the base's."""

import io
import zipfile

from building import W, dele, docx, ins, mark, p, zipped
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from test_hands import written
from test_redline_laws import BLOCKS, OPEN_BODIES, SENTENCES

from amendments.comparing import compare_words
from amendments.model import Reading
from amendments.word import read
from amendments.word.hands import Deletion, Insertion, Merger, Rewording
from amendments.word.redlining.plain import make_plain
from amendments.word.redlining.proof import texts

MAIN = "word/document.xml"
AUTHORS = ("B", "C", "D")
TURNED = {f"{{{W}}}ins": f"{{{W}}}del", f"{{{W}}}del": f"{{{W}}}ins"}
THOROUGH = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))


def of_author(content, author):
    """The file as it is when this author's changes are accepted and all others rejected.

    Made in the XML: to accept the reverse of a change is to reject it.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(files[MAIN])
    for change in list(root.iter(*TURNED)):
        if author not in change.get(f"{{{W}}}author").split("; "):
            change.tag = TURNED[change.tag]
    make_plain(root, Reading.AFTER)
    return zipped({**files, MAIN: etree.tostring(root)})


def tidy(lines):
    return [" ".join(line.split()) for line in lines if line.strip()]


def lines_of(content):
    return ["".join(run.text for run in one.runs) for one in read(content).paragraphs]


@st.composite
def wishes(draw, lines):
    """What each author asks of some paragraphs, and the text that they then have."""
    amendments, wanted = [], {}
    for author in AUTHORS[: draw(st.integers(1, 3))]:
        wanted[author] = []
        for number, line in enumerate(lines):
            made, text = draw(one_wish(author, number, line))
            new = draw(st.lists(SENTENCES.filter(bool), max_size=2)) if draw(RARELY) else []
            wanted[author] += [text, *new]
            amendments += [*made, *([Insertion(author, number, tuple(new))] if new else [])]
    return draw(st.permutations(amendments)), {a: tidy(own) for a, own in wanted.items()}


RARELY = st.sampled_from([True, False, False])


@st.composite
def one_wish(draw, author, number, line):
    kind = draw(st.sampled_from(["none", "none", "deleted", "reworded", "reworded"]))
    if kind == "deleted":
        return [Deletion(author, (number,))], ""
    clause = " ".join(line.split())
    if kind == "none" or not clause:
        return [], line
    after = draw(st.one_of(SENTENCES, st.just(f"{clause} anew"), st.just(f"the {clause}")))
    return [Rewording(author, (number,), compare_words(clause, after))], after


def hold(data, base):
    lines = lines_of(base)
    amendments, wanted = data.draw(wishes(lines))
    outcome = written(base, *amendments)
    assert outcome.notices == ()
    assert texts(read(outcome.value), Reading.BEFORE) == texts(read(base), Reading.AFTER)
    for author, text in wanted.items():
        assert tidy(lines_of(of_author(outcome.value, author))) == text


@THOROUGH
@given(st.data(), BLOCKS.map(lambda blocks: docx(*blocks, p("closing"))))
def test_each_author_alone_can_have_their_text(data, base):
    hold(data, base)


@THOROUGH
@given(st.data(), OPEN_BODIES)
def test_each_author_alone_can_have_their_text_whatever_ends_the_file(data, base):
    hold(data, base)


@settings(THOROUGH, max_examples=50)
@given(st.data(), SENTENCES, SENTENCES, st.sampled_from(["", "a) ", "OP1\t"]))
def test_a_clause_in_two_paragraphs_says_what_each_author_asks(data, first, second, label):
    base = docx(p(f"{label}{first}" if label or first else ""), p(second), p("closing"))
    clause = " ".join(f"{first} {second}".split())
    if not clause:
        return
    wanted = {author: data.draw(SENTENCES.filter(bool)) for author in AUTHORS}
    made = [Rewording(a, (0, 1), compare_words(clause, text)) for a, text in wanted.items()]
    content = written(base, *made).value
    for author, text in wanted.items():
        found = "".join(lines_of(of_author(content, author)))
        assert "".join(found.split()) == "".join(f"{label}{text}closing".split())


@settings(THOROUGH, max_examples=100)
@given(st.data(), OPEN_BODIES)
def test_clauses_made_one_are_one_for_who_asks_it(data, base):
    lines = lines_of(base)
    pairs = [n for n in range(len(lines) - 1) if lines[n].strip() and lines[n + 1].strip()]
    if not pairs:
        return
    n = data.draw(st.sampled_from(pairs))
    clauses = [" ".join(line.split()) for line in lines[n : n + 2]]
    after = [data.draw(SENTENCES) for _ in clauses]
    parts = [((n + k,), compare_words(clauses[k], after[k])) for k in range(2)]
    amendments, wanted = data.draw(wishes(lines))
    wanted["M"] = tidy([*lines[:n], "".join(after), *lines[n + 2 :]])
    outcome = written(base, *amendments, Merger("M", tuple(parts)))
    assert outcome.notices == ()
    for author, text in wanted.items():
        found = tidy(lines_of(of_author(outcome.value, author)))
        assert ["".join(one.split()) for one in found] == ["".join(one.split()) for one in text]


def test_the_other_way_of_reading_one_author_is_tried_too():
    content = docx(p(dele("gone") + ins("come") + "<w:r><w:t>.</w:t></w:r>", mark("ins")), p("x"))
    theirs, nobodys = (lines_of(of_author(content, a)) for a in ("J. Silva (Brazil)", "B"))
    assert (theirs, nobodys) == (["come.", "x"], ["gone.x"])
