"""Nothing of a file is lost: second renderings, margins, unread notes, changes of no words."""

import pickle

import pytest
from building import BY, dele, docx, ins, mark, numbered, p, part, r, relations, zipped

from amendments.errors import DraftRefused
from amendments.model import Reading, WordDocument
from amendments.word import Limits, read
from amendments.word.sending import sent


def texts(document: WordDocument) -> list[str]:
    return ["".join(run.text for run in x.runs) for x in document.paragraphs]


def found(document: WordDocument) -> list[tuple[str, str]]:
    return [(revision.kind, revision.where) for revision in document.revisions]


@pytest.mark.parametrize(
    ("choice", "fallback", "text"),
    [("a", "a", "a"), ("", "b", "b"), ("c", "", "c"), ("", "", "")],
)
def test_the_first_rendering_with_words_is_read(choice, fallback, text):
    def rendering(name: str, words: str) -> str:
        return f"<mc:{name}>{r(words) if words else '<w:drawing/>'}</mc:{name}>"

    inside = rendering("Choice", choice) + rendering("Fallback", fallback)
    document = read(docx(p(f"<mc:AlternateContent>{inside}</mc:AlternateContent>")))
    assert texts(document) == [text]


def test_headers_and_footers_keep_their_tracked_changes():
    files = {
        "word/document.xml": part("document", f"<w:body>{p('x')}</w:body>"),
        "word/_rels/document.xml.rels": relations({"header": "h.xml", "footer": "f.xml"}),
        "word/h.xml": part("hdr", p(r("C24/") + dele("1") + ins("2"))),
        "word/f.xml": part("ftr", f"<w:tbl><w:tr><w:tc>{p('Page')}</w:tc></w:tr></w:tbl>"),
    }
    document = read(zipped(files))
    assert document.header == "C24/2"
    assert [(x.number, x.story) for x in document.margins] == [(1, "header"), (2, "footer")]
    assert found(document) == [("deleted", "words"), ("inserted", "words")]


def test_a_note_that_nothing_refers_to_is_told():
    notes = part("footnotes", f'<w:footnote w:id="3">{p("orphan")}</w:footnote>')
    document = read(docx(p("x"), footnotes=notes))
    assert texts(document) == ["x"]
    assert [(n.code, n.where) for n in document.notices] == [("note-unread", "footnote 3")]
    assert "orphan" in document.notices[0].detail


def test_rows_and_marks_are_recorded_although_nested_changes_hide_them():
    row = f"<w:tr><w:trPr><w:ins {BY}/></w:trPr><w:tc>{p(ins('a'), mark('ins'))}</w:tc></w:tr>"
    document = read(docx(f"<w:tbl>{row}</w:tbl>"))
    assert found(document) == [
        *(("inserted", "row"), ("inserted", "paragraph"), ("inserted", "words")),
    ]


@pytest.mark.parametrize(
    ("block", "revision"),
    [
        (p(r("x", f"<w:rPrChange {BY}><w:rPr/></w:rPrChange>")), ("formatted", "words")),
        (p("x", f"<w:pPrChange {BY}><w:pPr/></w:pPrChange>"), ("formatted", "paragraph")),
        (
            p("x", f"<w:rPr><w:rPrChange {BY}><w:rPr><w:del {BY}/></w:rPr></w:rPrChange></w:rPr>"),
            ("formatted", "paragraph"),
        ),
        (p("x", f"<w:numPr><w:ins {BY}/></w:numPr>"), ("inserted", "numbering")),
        (f"<w:customXmlDelRangeStart {BY}/>{p('x')}", ("deleted", "control")),
        (
            f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellMerge {BY}/></w:tcPr>{p()}</w:tc></w:tr></w:tbl>",
            ("merged", "cell"),
        ),
    ],
)
def test_changes_of_no_words_are_recorded_with_their_author(block, revision):
    document = read(docx(block))
    assert found(document) == [revision]
    assert document.revisions[0].author == "J. Silva (Brazil)"
    assert document.marks == ()


def test_a_style_separator_runs_on_into_the_text():
    separator = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    heading, text = read(docx(p("Heading", separator), p("Text."))).paragraphs
    assert (heading.runs_on, text.runs_on) == (True, False)
    assert heading.mark_exists_in(Reading.AFTER)


def test_a_long_text_reads_the_same_in_pieces():
    """What is parsed at a time must show nowhere, not even in a name cut in two."""
    paragraphs = [p(r(f"word{n} " * 20) + ins("é漢")) for n in range(2_000)]
    document = read(docx(*paragraphs))
    assert texts(document) == [f"word{n} " * 20 + "é漢" for n in range(2_000)]
    assert len(document.marks) == 2_000


def test_a_move_may_end_far_from_its_beginning():
    def move(way: str) -> str:
        start = f'<w:move{way}RangeStart w:id="7" w:name="m" w:author="A"/>'
        return f'{start}<w:move{way} {BY}>{r("moved")}</w:move{way}><w:move{way}RangeEnd w:id="7"/>'

    between = [p("x" * 100)] * 2_000
    document = read(docx(p(move("From")), *between, p(move("To"))))
    assert [m.move for m in document.marks] == ["m", "m"]


def test_damage_after_much_text_is_refused_and_not_half_read():
    content = docx(*[p("x" * 100)] * 2_000, "<w:p>")
    with pytest.raises(DraftRefused, match="well-formed"):
        read(content)


@pytest.mark.parametrize(
    ("limits", "words"),
    [(Limits(pieces=20), "20 paragraphs"), (Limits(letters=40), "40 letters")],
)
def test_what_is_kept_of_a_file_is_bounded(limits, words):
    assert read(docx(*[p("word")] * 9), limits).paragraphs
    with pytest.raises(DraftRefused, match=words):
        read(docx(*[p("word")] * 11), limits)


def test_many_doubts_are_counted_and_not_all_told():
    document = read(docx(*[p("x", numbered(n)) for n in range(7, 1_107)]))
    assert len(document.notices) == 1_001
    assert document.notices[-1].code == "more-notices"
    assert document.notices[-1].detail.startswith("100 ")


def test_a_document_is_the_same_in_another_process():
    document = read(docx(p(r("a", "<w:b/>") + dele("b") + ins("c"), mark("del")), p("d")))
    assert pickle.loads(sent(document)) == document
