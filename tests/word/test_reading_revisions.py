"""Both readings of tracked changes, and who tracked them."""

import pytest
from building import BY, dele, docx, ins, mark, p, part, r

from amendments.model import Reading, WordDocument
from amendments.word import read

CELL = "<w:tbl><w:tr>{row}<w:tc>{cell}{inside}</w:tc></w:tr></w:tbl>"


def joined(document: WordDocument, reading: Reading) -> list[str]:
    """The paragraphs of one reading: one without its mark runs on into the next."""
    texts, pending, is_open = [], "", False
    for paragraph in document.paragraphs:
        pending += "".join(run.text for run in paragraph.runs if run.exists_in(reading))
        is_open = not paragraph.mark_exists_in(reading)
        if not is_open:
            texts.append(pending)
            pending = ""
    return texts + [pending] * bool(pending)


def readings(*blocks: str, **parts: str) -> tuple[list[str], list[str]]:
    document = read(docx(*blocks, **parts))
    return joined(document, Reading.BEFORE), joined(document, Reading.AFTER)


def test_insertions_and_deletions_have_their_author_and_time():
    (paragraph,) = read(docx(p(r("a ") + ins("new") + dele("old")))).paragraphs
    kept, new, old = paragraph.runs
    assert kept.inserted is None
    assert kept.deleted is None
    assert new.inserted is not None
    assert new.inserted.author == "J. Silva (Brazil)"
    assert old.deleted is not None
    assert old.deleted.date == "2024-05-01T10:00:00Z"


def test_a_deletion_inside_an_insertion_has_both_marks():
    nested = '<w:ins w:id="1" w:author="A"><w:del w:id="2" w:author="B"><w:r><w:delText>x</w:delText></w:r></w:del></w:ins>'
    (run,) = read(docx(p(nested))).paragraphs[0].runs
    assert run.inserted is not None
    assert run.deleted is not None
    assert (run.inserted.author, run.deleted.author) == ("A", "B")


def test_a_deleted_paragraph_mark_joins_and_an_inserted_one_splits():
    assert readings(p("a", mark("del")), p("b")) == (["a", "b"], ["ab"])
    assert readings(p("a", mark("ins")), p("b")) == (["ab"], ["a", "b"])


def test_the_last_paragraph_of_a_cell_cannot_join():
    table = CELL.format(row="", cell="", inside=p("a", mark("del")))
    assert readings(table, p("b")) == (["a", "b"], ["a", "b"])


def test_a_paragraph_before_a_table_cannot_join():
    table = CELL.format(row="", cell="", inside=p("cell"))
    assert readings(p("a", mark("del")), table) == (["a", "cell"], ["a", "cell"])


def test_a_paragraph_deleted_whole_leaves_nothing():
    table = CELL.format(row="", cell="", inside=p("cell"))
    assert readings(p(dele("a"), mark("del")), table)[1] == ["cell"]


@pytest.mark.parametrize(
    ("row", "cell", "before", "after"),
    [
        (f"<w:trPr><w:ins {BY}/></w:trPr>", "", ["x"], ["a", "b", "x"]),
        (f"<w:trPr><w:del {BY}/></w:trPr>", "", ["a", "b", "x"], ["x"]),
        ("", f"<w:tcPr><w:cellIns {BY}/></w:tcPr>", ["x"], ["a", "b", "x"]),
        ("", f"<w:tcPr><w:cellDel {BY}/></w:tcPr>", ["a", "b", "x"], ["x"]),
    ],
)
def test_rows_and_cells_that_come_and_go(row, cell, before, after):
    table = CELL.format(row=row, cell=cell, inside=p("a") + p("b"))
    assert readings(table, p("x")) == (before, after)


def move(way: str, name: str) -> str:
    start = f'<w:move{way}RangeStart w:id="7" w:name="{name}" w:author="A"/>'
    end = f'<w:move{way}RangeEnd w:id="7"/>'
    return f"{start}<w:move{way} {BY}>{r('moved')}</w:move{way}>{end}"


def test_both_ends_of_a_move_carry_its_name():
    document = read(docx(p(move("From", "m1")), p("x"), p(move("To", "m1"))))
    source, target = document.paragraphs[0].runs[0].deleted, document.paragraphs[2].runs[0].inserted
    assert source is not None
    assert target is not None
    assert source.move == target.move == "m1"
    assert joined(document, Reading.AFTER) == ["", "x", "moved"]


def test_half_a_move_is_a_deletion():
    (paragraph,) = read(docx(p(move("From", "m1")))).paragraphs
    assert paragraph.runs[0].deleted is not None
    assert paragraph.runs[0].deleted.move == ""


def test_repeated_ids_are_different_changes():
    assert len(read(docx(p(ins("a") + r(" ") + ins("b")), p(ins("c")))).marks) == 3


def test_changes_of_format_alone_are_no_changes():
    change = f"<w:rPrChange {BY}><w:rPr><w:b/></w:rPr></w:rPrChange>"
    old = f'<w:pPrChange {BY}><w:pPr><w:ind w:left="9"/></w:pPr></w:pPrChange>'
    (paragraph,) = (document := read(docx(p(r("x", change), old)))).paragraphs
    assert document.marks == ()
    assert not paragraph.runs[0].bold


def test_a_deleted_reference_takes_its_note_along():
    notes = part("footnotes", f'<w:footnote w:id="2">{p("note")}</w:footnote>')
    reference = f'<w:del {BY}><w:r><w:footnoteReference w:id="2"/></w:r></w:del>'
    assert readings(p(r("x") + reference), footnotes=notes) == (["x", "note"], ["x"])


def test_whole_blocks_inside_a_change_have_its_mark():
    assert readings(f"<w:ins {BY}>{p('a')}</w:ins>", p("b")) == (["b"], ["a", "b"])


def test_a_text_box_never_splits_paragraphs_that_join():
    box = f"<w:r><w:pict><w:txbxContent>{p('box')}</w:txbxContent></w:pict></w:r>"
    assert readings(p(box + r("a"), mark("del")), p("b"))[1] == ["ab", "box"]


@pytest.mark.parametrize("date", ["", "0000-00-00T00:00:00Z", "yesterday"])
def test_a_time_that_is_none_is_unknown(date):
    change = f'<w:ins w:id="1" w:author="A" w:date="{date}">{r("x")}</w:ins>'
    assert [m.date for m in read(docx(p(change))).marks] == [""]


def test_an_author_cannot_turn_the_line_around():
    change = f'<w:ins w:id="1" w:author="\u202eevil{"x" * 500}">{r("x")}</w:ins>'
    (mark_,) = read(docx(p(change))).marks
    assert mark_.author.startswith("evil")
    assert len(mark_.author) == 200
