"""Redlines mark no more than what changed, and strike all that goes: notes, boxes, tables, spaces.

The notation is that of `test_redline`.
"""

import pytest
from building import docx, p, part, r
from test_redline import shown, shown_paragraph
from test_redline_things import box, note, reference, row_fates, shown_notes, table
from test_redline_validity import NS, name_of, parts_of, written

from amendments.model import Reading
from amendments.word import read
from amendments.word.redlining.items import rising
from amendments.word.redlining.proof import texts

END = p(r("End"))
CENTRED = '<w:jc w:val="center"/>'


def both_texts(content):
    return [texts(read(content), reading) for reading in (Reading.BEFORE, Reading.AFTER)]


# --- notes and boxes --------------------------------------------------------------------


def test_the_words_of_a_deleted_note_are_struck():
    old = docx(p(r("Text") + reference(2) + r(" and more")), footnotes=note("first"))
    content = written(old, docx(p(r("Text and more"))))
    assert shown_notes(content) == ["{-first-}¶"]
    assert both_texts(content) == [["Text and more", "first"], ["Text and more"]]


def test_the_last_mark_of_a_deleted_note_stays():
    two = f'<w:footnote w:id="2">{p(r("One"))}{table("a/b")}{p(r("Two"))}{p()}</w:footnote>'
    old = docx(p(r("Text") + reference(2)), footnotes=part("footnotes", two))
    content = written(old, docx(p(r("Text"))))
    assert shown_notes(content) == ["{-One-}¶-", "{-Two-}¶-", "¶"]
    assert [name_of(c) for c in parts_of(content)[1].iterfind(".//w:trPr/*", NS)] == ["del"]


def test_a_note_goes_with_its_paragraph():
    old = docx(p(r("A clause that goes") + reference(2)), END, footnotes=note("first"))
    assert shown_notes(written(old, docx(END))) == ["{-first-}¶"]


def test_a_note_that_something_else_refers_to_keeps_its_words():
    old = docx(p(r("Text") + reference(2)), p(r("End") + reference(2)), footnotes=note("first"))
    new = docx(p(r("Text")), p(r("End") + reference(2)), footnotes=note("first"))
    assert shown_notes(written(old, new)) == ["first¶"]


def test_a_note_of_a_moved_clause_goes_there_and_comes_here():
    moved = p(r("Urges all States to act;") + reference(2))
    others = [p(r("Requests a written report;")), p(r("Invites the Council to meet;"))]
    old = docx(moved, *others, END, footnotes=note("see one"))
    new = docx(*others, moved, END, footnotes=note("see one"))
    content = written(old, new)
    assert shown(content).startswith("{<Urges all States to act;<}¶<")
    assert shown_notes(content) == ["{-see one-}¶", "{+see one+}¶"]


def test_the_words_of_a_deleted_box_are_struck_in_both_its_renderings():
    content = written(docx(p(r("Text") + box("one"))), docx(p(r("Text"))))
    boxes = parts_of(content)[0].findall(".//w:txbxContent/w:p", NS)
    assert [shown_paragraph(one) for one in boxes] == ["{-one-}¶"] * 2
    assert both_texts(content) == [["Text", "one"], ["Text"]]


def test_words_in_a_box_are_edited_also_where_its_run_is_cut():
    def text_and_box(text, inside):
        return docx(p(box(inside).replace("<w:r>", f"<w:r><w:t>{text}</w:t>", 1)))

    content = written(text_and_box("One two", "a b"), text_and_box("One three", "a c"))
    assert both_texts(content) == [["One two", "a b"], ["One three", "a c"]]


# --- spaces -----------------------------------------------------------------------------

SPACES = [
    # an empty paragraph is filled, or emptied: its mark stays
    (["Kept;", "", "End"], ["Kept;", "Comes;", "End"], "Kept;¶ | {+Comes;+}¶ | End¶"),
    (["Kept;", "Goes;", "End"], ["Kept;", "", "End"], "Kept;¶ | {-Goes;-}¶ | End¶"),
    # two empty ones are rather paired with each other
    (["Kept;", "Goes;", "", "End"], ["Kept;", "", "End"], "Kept;¶ | {-Goes;-}¶- | ¶ | End¶"),
    (["Kept;", "", "End"], ["Kept;", "Comes;", "", "End"], "Kept;¶ | {+Comes;+}¶+ | ¶ | End¶"),
    # each with its like where that marks least
    (["Kept;", "Goes;", "", "End"], ["Kept;", "", "", "End"], "Kept;¶ | {-Goes;-}¶ | ¶ | End¶"),
    # at the end the last one stays the last
    (["Kept;", ""], ["Kept;", "", "", ""], "Kept;¶ | ¶+ | ¶+ | ¶"),
]


@pytest.mark.parametrize(("old", "new", "wanted"), SPACES)
def test_empty_paragraphs_are_paired_where_that_marks_least(old, new, wanted):
    files = (docx(*(p(r(text)) if text else p() for text in side)) for side in (old, new))
    assert shown(written(*files)) == wanted


def test_a_space_of_another_look_is_not_filled():
    old = docx(p(r("Kept;")), p("", CENTRED), END)
    content = written(old, docx(p(r("Kept;")), p(r("Comes;")), END))
    assert shown(content) == "Kept;¶ | ¶- | {+Comes;+}¶+ | End¶"


def test_many_spaces_are_paired_one_by_one():
    old, new = docx(*[p()] * 205, END), docx(*[p()] * 206, END)
    assert shown(written(old, new)).count("¶+") == 1


# --- the end of a story -------------------------------------------------------------------


def test_what_ends_a_story_goes_behind_a_table_that_comes_before_its_new_end():
    old = docx(p(r("Alpha beta gamma;")))
    content = written(old, docx(p(r("Quite another;")), table("a/b"), p(r("The very end"))))
    assert shown(content) == (
        "{+Quite another;+}¶+ | {+a+}¶+ | {+b+}¶+ | {-Alpha beta gamma;-}{+The very end+}¶"
    )


def test_what_ends_a_story_stays_in_its_content_control():
    old = docx(f"<w:sdt><w:sdtContent>{p(r('Alpha beta gamma;'))}</w:sdtContent></w:sdt>")
    content = written(old, docx(p(r("Quite another end"))))
    assert shown(content) == "{-Alpha beta gamma;-}{+Quite another end+}¶"
    assert parts_of(content)[0].find(".//w:sdtContent/w:p", NS) is not None


def test_the_old_end_stays_the_end_behind_a_new_table():
    old = docx(p(r("Kept;")), p())
    content = written(old, docx(p(r("Kept;")), p(), table("a/b"), p()))
    assert shown(content) == "Kept;¶ | ¶+ | {+a+}¶+ | {+b+}¶+ | ¶"


def test_an_end_that_goes_leaves_its_mark_to_what_stood_before_with_its_look():
    old = docx(p(r("Kept as it is")), p(r("Goes away"), CENTRED))
    content = written(old, docx(p(r("Kept as it is"))))
    assert shown(content) == "Kept as it is¶- | {-Goes away-}¶"
    (last,) = parts_of(content)[0].xpath("//w:p[2]/w:pPr", namespaces=NS)
    assert last.find("w:jc", NS) is None
    assert last.find("w:pPrChange/w:pPr/w:jc", NS) is not None


def test_two_moves_that_meet_at_the_end_do_not_stand_in_each_other():
    first, last = "Urges all the States to act now;", "Requests a long written report on it;"
    grid = table("a/b", "c/d")
    content = written(docx(p(r(first)), grid, p(r(last))), docx(p(r(last)), grid, p(r(first))))
    end = parts_of(content)[0].findall(".//w:p", NS)[-1]
    ranges = [name_of(c) for c in end if "Range" in name_of(c)]
    assert ranges == [
        "moveFromRangeStart",
        "moveFromRangeEnd",
        "moveToRangeStart",
        "moveToRangeEnd",
    ]


# --- tables -------------------------------------------------------------------------------


def grid_of(columns, *rows):
    columns = "<w:gridCol/>" * columns
    return table(*rows).replace("<w:tblGrid/>", f"<w:tblGrid>{columns}</w:tblGrid>")


def test_a_table_stays_while_paragraphs_change_places_around_it():
    first, last = "Urges all the States to act now;", "Requests a long written report on it;"
    grid = table("a/b", "c/d")
    content = written(docx(p(r(first)), grid, p(r(last))), docx(p(r(last)), grid, p(r(first))))
    assert row_fates(content) == ["", ""]


def test_the_heaviest_run_stays():
    groups = [((i,), (j,)) for i, j in ((0, 2), (1, 3), (2, 0))]
    assert rising(groups) == groups[:2]
    assert rising(groups, lambda group: 3 if group[0] == (2,) else 1) == groups[2:]


def test_a_row_that_comes_leaves_free_what_it_does_not_fill():
    old = docx(grid_of(3, "one/two/three", "four/five/six"), p())
    content = written(old, docx(grid_of(3, "one/two/three", "four/five/six", "seven/eight"), p()))
    after = parts_of(content)[0].findall(".//w:trPr/w:gridAfter", NS)
    assert [one.get(f"{{{NS['w']}}}val") for one in after] == ["1"]


def test_a_table_of_other_columns_is_another_table():
    old, new = docx(grid_of(2, "one/two"), p()), docx(grid_of(3, "one/two/three"), p())
    content = written(old, new)
    assert row_fates(content) == ["del", "ins"]
    assert len(parts_of(content)[0].findall(".//w:tbl", NS)) == 2


def test_a_table_that_comes_without_a_grid_gets_one():
    bare = table("one/two").replace("<w:tblGrid/>", "")
    content = written(docx(END), docx(bare, END))
    assert len(parts_of(content)[0].findall(".//w:tblGrid/w:gridCol", NS)) == 2


def test_a_table_without_rows_does_not_come():
    content = written(docx(END), docx("<w:tbl><w:tblPr/><w:tblGrid/></w:tbl>", END))
    assert parts_of(content)[0].find(".//w:tbl", NS) is None
