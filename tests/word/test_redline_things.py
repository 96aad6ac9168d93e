"""Redlines of tables, notes, text boxes, fields, formulas and pictures."""

import io
import zipfile

from building import docx, p, part, r
from test_redline import file_of, shown, shown_paragraph
from test_redline_validity import NS, name_of, parts_of, written

from amendments.model import Reading
from amendments.word import read
from amendments.word.redlining.proof import texts

# --- tables ----------------------------------------------------------------------------

FONTS = ("Symbol", "Wingdings")


def table(*rows):
    """Rows of cells, as in "one/two"."""
    cells = [[f"<w:tc><w:tcPr/>{p(r(one))}</w:tc>" for one in row.split("/")] for row in rows]
    inside = "".join("<w:tr>" + "".join(row) + "</w:tr>" for row in cells)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{inside}</w:tbl>"


def row_fates(content):
    return [
        "".join(name_of(c) for c in row.iterfind("w:trPr/*", NS))
        for row in parts_of(content)[0].iterfind(".//w:tr", NS)
    ]


def test_words_in_a_cell_are_edited_and_its_last_mark_stays():
    content = written(docx(table("one two/x"), p()), docx(table("one three/x"), p()))
    assert shown(content) == "one {-two-}{+three+}¶ | x¶ | ¶"
    assert row_fates(content) == [""]


def test_rows_come_and_go_as_rows():
    old = docx(table("alpha one/a", "beta two/b", "gamma three/c"), p())
    new = docx(table("alpha one/a", "gamma three/c", "delta four/d"), p())
    assert row_fates(written(old, new)) == ["", "del", "", "ins"]


def test_a_table_comes_and_goes_as_a_whole():
    old, new = docx(p(r("Kept as it is")), p()), docx(p(r("Kept as it is")), table("a/b"), p())
    assert row_fates(written(old, new)) == ["ins"]
    assert row_fates(written(new, old)) == ["del"]


def test_a_row_with_other_cells_is_another_row():
    old, new = docx(table("one/two"), p()), docx(table("one/two/three"), p())
    assert row_fates(written(old, new)) == ["del", "ins"]


# --- notes, boxes, fields, formulas ------------------------------------------------------


def note(*texts_of):
    notes = "".join(
        f'<w:footnote w:id="{n}">{p("<w:r><w:footnoteRef/></w:r>" + r(text))}</w:footnote>'
        for n, text in enumerate(texts_of, 2)
    )
    return part("footnotes", notes)


def reference(number):
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def shown_notes(content):
    root = parts_of(content)[1]
    return [shown_paragraph(one) for one in root.iterfind(".//w:footnote/w:p", NS)]


def test_words_in_a_note_are_edited():
    old = docx(p(r("Text") + reference(2)), footnotes=note("see one"))
    new = docx(p(r("Text") + reference(2)), footnotes=note("see two"))
    assert shown_notes(written(old, new)) == ["see {-one-}{+two+}¶"]


def test_a_note_comes_with_its_reference():
    old = docx(p(r("Text") + reference(2)), footnotes=note("first"))
    new = docx(p(reference(2) + r("Text") + reference(3)), footnotes=note("second", "first"))
    content = written(old, new)
    assert texts(read(content), Reading.AFTER) == ["Text", "second", "first"]
    assert texts(read(content), Reading.BEFORE) == ["Text", "first"]


def test_the_first_note_of_a_file_gets_a_part():
    new = docx(p(r("Text") + reference(2)), footnotes=note("first"))
    content = written(file_of("Text"), new)
    assert texts(read(content), Reading.AFTER) == ["Text", "first"]
    assert texts(read(content), Reading.BEFORE) == ["Text"]


def test_a_note_goes_with_its_reference():
    old = docx(p(r("Text") + reference(2)), footnotes=note("first"))
    assert texts(read(written(old, file_of("Text"))), Reading.AFTER) == ["Text"]


def box(text):
    inside = f"<w:txbxContent>{p(r(text))}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="w14"><w:drawing>' + inside
        + "</w:drawing></mc:Choice><mc:Fallback><w:pict>" + inside
        + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )  # fmt: skip


def test_words_in_a_box_are_edited_in_both_its_renderings():
    content = written(docx(p(r("Text") + box("one"))), docx(p(r("Text") + box("two"))))
    boxes = parts_of(content)[0].findall(".//w:txbxContent/w:p", NS)
    assert [shown_paragraph(one) for one in boxes] == ["{-one-}{+two+}¶"] * 2


def field(code, result):
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_field_stays_while_some_of_its_result_does():
    content = written(docx(p(field("DATE", "1 May 2024"))), docx(p(field("DATE", "2 May 2024"))))
    assert shown(content) == "{-1-}{+2+} May 2024¶"
    assert len(parts_of(content)[0].findall(".//w:fldChar", NS)) == 3


def test_a_field_goes_and_comes_as_a_whole():
    content = written(docx(p(r("See ") + field("REF a", "one"))), docx(p(r("See ") + field("REF b", "two"))))  # fmt: skip
    assert [one.text for one in parts_of(content)[0].iterfind(".//w:delInstrText", NS)] == ["REF a"]
    assert [one.text for one in parts_of(content)[0].iterfind(".//w:instrText", NS)] == ["REF b"]


def test_a_deleted_simple_field_becomes_a_complex_one():
    simple = f'<w:fldSimple w:instr="REF a">{r("one")}</w:fldSimple>'
    content = written(docx(p(r("See ") + simple)), docx(p(r("See "))))
    assert parts_of(content)[0].find(".//w:del//w:delInstrText", NS) is not None


def test_the_brackets_of_a_field_over_several_paragraphs_stay():
    start = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'  # fmt: skip
    old = docx(p(start + r("Chapter one")), p(r("Chapter two") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'), p(r("End")))  # fmt: skip
    content = written(old, docx(p(r("End"))))
    assert parts_of(content)[0].find(".//w:del//w:fldChar", NS) is None


def formula(text):
    return f"<m:oMath><m:r><m:t>{text}</m:t></m:r></m:oMath>"


def test_a_sign_of_another_font_is_another_sign():
    signs = {font: f'<w:r><w:sym w:font="{font}" w:char="F06C"/></w:r>' for font in FONTS}
    content = written(*(docx(p(r("Mark ") + sign)) for sign in signs.values()))
    assert texts(read(content), Reading.BEFORE) == ["Mark λ"]
    assert texts(read(content), Reading.AFTER) == ["Mark ●"]


def test_a_formula_is_exchanged_as_a_whole():
    content = written(docx(p(r("Let ") + formula("x"))), docx(p(r("Let ") + formula("y"))))
    assert texts(read(content), Reading.BEFORE) == ["Let x"]
    assert texts(read(content), Reading.AFTER) == ["Let y"]


def test_comments_and_bookmarks_of_the_new_file_stay_there():
    inside = '<w:bookmarkStart w:id="5" w:name="b"/><w:bookmarkEnd w:id="5"/><w:r><w:commentReference w:id="9"/></w:r>'  # fmt: skip
    content = written(file_of("One"), docx(p(r("One ") + inside + r("more"))))
    root = parts_of(content)[0]
    assert root.find(".//w:commentReference", NS) is None
    assert root.find(".//w:bookmarkStart", NS) is None


def test_a_picture_comes_with_its_file():
    picture = '<w:r><w:drawing><w:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="r0"/></w:drawing></w:r>'  # fmt: skip
    new = docx(p(r("Text") + picture), image="<picture/>")
    with zipfile.ZipFile(io.BytesIO(written(file_of("Text"), new))) as package:
        assert package.read("word/red1-image.xml") == b"<picture/>"
        assert "red1-image.xml" in package.read("word/_rels/document.xml.rels").decode()
