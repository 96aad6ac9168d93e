"""What real Word files have been seen to do and readers to trip over, one small file each."""

import pytest
from building import BY, NAMES, dele, docx, ins, lvl, mark, numbered, numbering, p, part, r
from lxml import etree
from test_reading_revisions import CELL, joined, readings

from amendments.model import Reading
from amendments.word import read
from amendments.word.names import VAL, W
from amendments.word.redlining.plain import make_plain

RTL = "<w:rtl/>"
FROM = '<w:moveFromRangeStart w:id="7" w:name="m1" w:author="A"/>', '<w:moveFromRangeEnd w:id="7"/>'
TO = '<w:moveToRangeStart w:id="8" w:name="m1" w:author="A"/>', '<w:moveToRangeEnd w:id="8"/>'


def texts(document):
    return ["".join(run.text for run in p.runs) for p in document.paragraphs]


def notices(*blocks, **parts):
    return [(n.code, n.where) for n in read(docx(*blocks, **parts)).notices]


# --- what does not show ---------------------------------------------------------------


def style(identity, look, kind="character", more=""):
    return (
        f'<w:style w:type="{kind}" w:styleId="{identity}"><w:name w:val="{identity}"/>{more}'
        f"<w:rPr>{look}</w:rPr></w:style>"
    )


HIDING = part(
    "styles",
    style("Secret", "<w:vanish/>")
    + style("Heir", "<w:b/>", more='<w:basedOn w:val="Secret"/>')
    + style("Shown", '<w:vanish w:val="0"/>', more='<w:basedOn w:val="Secret"/>')
    + style("Note", "<w:vanish/>", "paragraph"),
)


def in_style(identity, more=""):
    return f'<w:rStyle w:val="{identity}"/>{more}'


@pytest.mark.parametrize(
    ("block", "is_hidden"),
    [
        (p(r("by its style", in_style("Secret"))), True),
        (p(r("by its style's parent", in_style("Heir"))), True),
        (p(r("shown by its style", in_style("Shown"))), False),
        (p(r("by the paragraph's style"), '<w:pStyle w:val="Note"/>'), True),
        (p(r("shown by its own word", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="Note"/>'), False),
        # a toggle that two styles switch is off again (ECMA-376-1, 17.7.3)
        (p(r("by both, so by none", in_style("Secret")), '<w:pStyle w:val="Note"/>'), False),
        (p(r("in a style that is not there", in_style("Lost"))), False),
    ],
)
def test_words_hidden_by_a_style_are_read_and_noticed(block, is_hidden):
    document = read(docx(p("plain"), block, styles=HIDING))
    assert texts(document)[1] != ""
    assert [(n.code, n.where) for n in document.notices] == [
        ("hidden-text", "paragraph 2")
    ] * is_hidden


def test_a_hiding_style_ends_at_the_box_that_its_paragraph_holds():
    box = f"<w:r><w:pict><w:txbxContent>{p(r('seen'))}</w:txbxContent></w:pict></w:r>"
    assert notices(p(box, '<w:pStyle w:val="Note"/>'), styles=HIDING) == [
        ("hidden-text", "paragraph 1")
    ]


def test_words_hidden_by_a_style_are_noticed_in_notes_too():
    notes = part(
        "footnotes", f'<w:footnote w:id="5">{p(r("aside", in_style("Secret")))}</w:footnote>'
    )
    sign = '<w:r><w:footnoteReference w:id="5"/></w:r>'
    assert notices(p(r("x") + sign), styles=HIDING, footnotes=notes) == [
        ("hidden-text", "paragraph 2")
    ]


# --- cells that are merged ------------------------------------------------------------


def merged(state, before=""):
    orig = f' w:vMergeOrig="{before}"' if before else ""
    now = f' w:vMerge="{state}"' if state else ""
    return f"<w:tcPr><w:cellMerge {BY}{now}{orig}/></w:tcPr>"


def rows(*cells):
    return "<w:tbl>" + "".join(f"<w:tr><w:tc>{cell}</w:tc></w:tr>" for cell in cells) + "</w:tbl>"


def test_words_go_with_the_cell_that_is_merged_as_word_tracks_it():
    table = rows(
        merged("rest") + p(r("one")) + p(ins("two")),
        merged("cont") + p(dele("two")),
    )
    assert readings(table, p("end")) == (["one", "", "two", "end"], ["one", "two", "", "end"])
    assert notices(rows(merged("rest") + p("one"), merged("cont") + p())) == []


@pytest.mark.parametrize(
    ("properties", "is_hidden"),
    [
        (merged("cont"), True),
        (merged("rest"), False),
        (merged("", before="cont"), False),
        ("<w:tcPr><w:vMerge/></w:tcPr>", True),
        ('<w:tcPr><w:vMerge w:val="continue"/></w:tcPr>', True),
        ('<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>', False),
    ],
)
def test_words_in_a_cell_merged_with_the_one_above_are_read_and_noticed(properties, is_hidden):
    table = rows(p("one"), properties + p("two"))
    assert readings(table) == (["one", "two"], ["one", "two"])
    assert notices(table) == [("hidden-text", "paragraph 2")] * is_hidden


@pytest.mark.parametrize(
    ("properties", "before", "after"),
    [
        (merged("cont"), [], ["continue"]),
        (merged("rest"), [], ["restart"]),
        (merged("", before="cont"), ["continue"], []),
        (merged("rest", before="cont"), ["continue"], ["restart"]),
    ],
)
def test_each_reading_has_the_cells_as_they_are_merged_in_it(properties, before, after):
    wide = properties.replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/><w:tcBorders/>')
    found = []
    for reading in Reading:
        root = etree.fromstring(f"<w:body {NAMES}>{rows(wide + p('x'))}</w:body>")
        make_plain(root, reading)
        (tc_pr,) = root.iter(W + "tcPr")
        found.append([one.get(VAL) for one in tc_pr.iter(W + "vMerge")])
        names = [etree.QName(one).localname for one in tc_pr]
        assert names == [n for n in ("gridSpan", "vMerge", "tcBorders") if n in names]
    assert found == [before, after]


# --- moves ----------------------------------------------------------------------------


def moved(way, ends):
    return (
        p(ends[0] + f"<w:move{way} {BY}>{r('moved')}</w:move{way}>", mark(f"move{way}")) + ends[1]
    )


def test_a_paragraph_that_moves_takes_its_mark_along():
    """As Word does: in its final view nothing is left at the old place, not even a number."""
    before, after = readings(moved("From", FROM), p("stays"), moved("To", TO), p("end"))
    assert before == ["moved", "stays", "end"]
    assert after == ["stays", "moved", "end"]


def test_words_that_move_without_their_mark_leave_an_empty_paragraph():
    source = moved("From", FROM).replace(mark("moveFrom"), "")
    assert readings(source, p("stays"), moved("To", TO), p("end"))[1] == [
        "",
        "stays",
        "moved",
        "end",
    ]


def test_an_item_that_moves_takes_its_number_along():
    item = numbered()
    source = moved("From", FROM).replace("<w:pPr>", f"<w:pPr>{item}")
    target = moved("To", TO).replace("<w:pPr>", f"<w:pPr>{item}")
    document = read(
        docx(
            *(p("one", item), source, p("three", item), target, p("four", item)),
            numbering=numbering(lvl(0, "%1.")),
        )
    )
    assert [x.label_before for x in document.paragraphs] == ["1.", "2.", "3.", "", "4."]
    assert [x.label_after for x in document.paragraphs] == ["1.", "", "2.", "3.", "4."]


def test_words_may_move_into_a_table():
    table = CELL.format(row="", cell="", inside=moved("To", TO) + p("cell"))
    assert readings(moved("From", FROM), table, p("end"))[1] == ["moved", "cell", "end"]


# --- marks and changes ----------------------------------------------------------------


def test_a_mark_that_one_inserts_and_another_deletes_has_both():
    both = '<w:rPr><w:ins w:id="1" w:author="A"/><w:del w:id="2" w:author="B"/></w:rPr>'
    (first, _) = read(docx(p("a", both), p("b"))).paragraphs
    assert first.mark_inserted is not None
    assert first.mark_deleted is not None
    assert (first.mark_inserted.author, first.mark_deleted.author) == ("A", "B")
    assert readings(p("a", both), p("b")) == (["ab"], ["ab"])


def test_a_deleted_field_has_its_result_before_and_nothing_after():
    def sign(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:delInstrText>DATE</w:delInstrText></w:r>"
    result = "<w:r><w:delText>1 May</w:delText></w:r>"
    field = sign("begin") + code + sign("separate") + result + sign("end")
    assert readings(p(r("on ") + f"<w:del {BY}>{field}</w:del>")) == (["on 1 May"], ["on "])


def test_changes_inside_a_formula_are_read():
    def term(text):
        return f"<m:r><m:t>{text}</m:t></m:r>"

    formula = f"<m:oMath>{term('x')}<w:ins {BY}>{term('+1')}</w:ins></m:oMath>"
    assert readings(p(formula)) == (["x"], ["x+1"])


@pytest.mark.parametrize("author", ["", 'w:author=""', 'w:author="  "'])
def test_a_change_by_nobody_is_a_change(author):
    (run,) = read(docx(p(f'<w:ins w:id="1" {author}>{r("new")}</w:ins>'))).paragraphs[0].runs
    assert run.inserted is not None
    assert (run.inserted.author, run.inserted.date) == ("", "")


# --- what stands in and around the text -----------------------------------------------


def test_letters_written_from_the_right_stay_in_the_order_they_are_read_in():
    words = p(r("قرار ", RTL) + r("ITU-R", "") + r(" 102", RTL), "<w:bidi/>")
    assert texts(read(docx(words))) == ["قرار ITU-R 102"]


def test_a_typed_number_stays_text_beside_the_automatic_one():
    (paragraph,) = read(
        docx(p("<w:r><w:t>1.</w:t><w:tab/><w:t>Decides</w:t></w:r>", numbered()), numbering=numbering(lvl(0, "%1)")))
    ).paragraphs  # fmt: skip
    assert (paragraph.label_after, paragraph.runs[0].text) == ("1)", "1.\tDecides")


def test_cells_are_read_row_by_row_and_a_table_in_a_cell_where_it_stands():
    inner = rows(p("inner"))
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    table = (
        f"<w:tbl><w:tr><w:tc>{wide}{p('heading')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{p('left')}{inner}{p('below')}</w:tc><w:tc>{p('right')}</w:tc></w:tr></w:tbl>"
    )
    assert texts(read(docx(table))) == ["heading", "left", "inner", "below", "right"]


def test_a_comment_over_several_paragraphs_and_deleted_words_stands_where_it_begins():
    def range_of(number, end):
        return f'<w:commentRange{end} w:id="{number}"/>'

    comments = part(
        "comments", "".join(f'<w:comment w:id="{n}">{p(r("why?"))}</w:comment>' for n in (1, 2))
    )
    one = p(r("before ") + range_of(1, "Start") + r("this ") + range_of(2, "Start") + dele("gone"))
    other = p(r("and that") + range_of(1, "End") + range_of(2, "End"))
    first, second = read(docx(one, other, comments=comments)).paragraphs
    assert [c.anchor for c in first.comments] == ["this gone\nand that", "gone\nand that"]
    assert second.comments == ()


def test_ranges_that_may_be_edited_and_protection_change_no_word():
    guarded = '<w:permStart w:id="1" w:edGrp="everyone"/>' + r("free") + '<w:permEnd w:id="1"/>'
    settings = part("settings", '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>')
    document = read(docx(p(guarded), settings=settings))
    assert texts(document) == ["free"]
    assert document.notices == ()


def test_lines_that_part_the_notes_from_the_text_are_no_notes():
    notes = part(
        "footnotes",
        f'<w:footnote w:id="0" w:type="separator">{p(r("line"))}</w:footnote>'
        f'<w:footnote w:id="1" w:type="continuationSeparator">{p(r("line"))}</w:footnote>'
        f'<w:footnote w:id="7">{p(r("seventh by id, first by place"))}</w:footnote>',
    )
    document = read(docx(p(r("x") + '<w:r><w:footnoteReference w:id="7"/></w:r>'), footnotes=notes))
    assert joined(document, Reading.AFTER) == ["x", "seventh by id, first by place"]
    assert document.notices == ()
