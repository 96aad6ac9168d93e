"""What a redline looks like, trap by trap.

The notation: {-deleted-} {+added+} {<moved from here<} {>moved here>}; a paragraph ends in
¶, ¶- or ¶+ (its mark deleted, inserted), ¶< or ¶> (moved). | stands between paragraphs.
"""

import io
import zipfile
from datetime import UTC, datetime

import pytest
from building import W, dele, docx, ins, mark, numbered, p, part, r
from test_redline_validity import MOMENT, NS, faults, name_of, parts_of, written

from amendments.comparing import compare_words
from amendments.errors import DraftRefused, RedlineNotProven
from amendments.model import Op, Piece, Reading
from amendments.word import read
from amendments.word.redline import redline
from amendments.word.redlining.proof import prove, texts

SIGNS = {"ins": "{{+{}+}}", "del": "{{-{}-}}", "moveFrom": "{{<{}<}}", "moveTo": "{{>{}>}}"}
MARKS = {"ins": "+", "del": "-", "moveFrom": "<", "moveTo": ">"}
WHITE = {"tab": "→", "br": "↵", "noBreakHyphen": "‑"}


def shown(content):
    """The main story of a redline in the notation."""
    root = parts_of(content)[0]
    return " | ".join(shown_paragraph(one) for one in root.iterfind(".//w:p", NS))


def shown_paragraph(paragraph):
    look = paragraph.find("w:pPr/w:rPr", NS)
    fates = [] if look is None else [MARKS[name_of(c)] for c in look if name_of(c) in MARKS]
    return shown_inline(paragraph) + "¶" + "".join(fates)


def shown_inline(parent):
    found = ""
    for child in parent:
        name = name_of(child)
        if name in SIGNS:
            found += SIGNS[name].format(shown_inline(child))
        elif name in {"t", "delText"}:
            found += child.text or ""
        elif name == "r" or name in {"hyperlink", "sdt", "sdtContent", "smartTag"}:
            found += shown_inline(child)
        else:
            found += WHITE.get(name, "")
    return found


def file_of(text):
    return docx(*(p(r(line)) if line else p() for line in text.split(" | ")))


CASES = [
    # one word replaced
    ("Decides to invite States;", "Decides to request States;", "Decides to {-invite-}{+request+} States;¶"),
    # nothing changed
    ("Decides;", "Decides;", "Decides;¶"),
    # a clause comes in; its mark comes with it
    ("One is here; | Three is here;", "One is here; | Two comes anew; | Three is here;", "One is here;¶ | {+Two comes anew;+}¶+ | Three is here;¶"),
    # a clause goes, and its mark with it
    ("One is here; | Two goes away; | Three is here;", "One is here; | Three is here;", "One is here;¶ | {-Two goes away;-}¶- | Three is here;¶"),
    # at the end, the file's last mark stays: the one before it is tracked
    ("One is here;", "One is here; | Two comes anew;", "One is here;¶+ | {+Two comes anew;+}¶"),
    ("One is here; | Two goes away;", "One is here;", "One is here;¶- | {-Two goes away;-}¶"),
    # the last clause is another: both share the mark that stays
    ("Alpha beta gamma;", "Entirely different words", "{-Alpha beta gamma;-}{+Entirely different words+}¶"),
    # a clause moves
    (
        "Urges all States to act; | Requests a written report on it; | Invites the Council to meet; | End",
        "Requests a written report on it; | Invites the Council to meet; | Urges all States to act; | End",
        "{<Urges all States to act;<}¶< | Requests a written report on it;¶ | Invites the Council to meet;¶ | {>Urges all States to act;>}¶> | End¶",
    ),
    # a moved clause keeps its edit apart from the move
    (
        "Urges all the Member States to act now; | Requests a written report on it; | Invites the Council to meet; | End",
        "Requests a written report on it; | Invites the Council to meet; | Urges all the Member States to act soon; | End",
        "{<Urges all the Member States to act <}{-now-}{<;<}¶< | Requests a written report on it;¶ | Invites the Council to meet;¶ | {>Urges all the Member States to act >}{+soon+}{>;>}¶> | End¶",
    ),
    # a split is an inserted mark, a merge a deleted one
    (
        "Requests the Secretary-General to report on progress, and to convene a meeting of all States; | End",
        "Requests the Secretary-General to report on progress; | Requests him to convene a meeting of all States; | End",
        "Requests the Secretary-General to report on progress{-, and-}{+;+}¶+ | {+Requests him+} to convene a meeting of all States;¶ | End¶",
    ),
    (
        "Requests the Secretary-General to report on all progress made; | Requests him to convene a meeting of all States; | End",
        "Requests the Secretary-General to report on all progress made and to convene a meeting of all States; | End",
        "Requests the Secretary-General to report on all progress made{-;-}¶- | {-Requests him-}{+ and+} to convene a meeting of all States;¶ | End¶",
    ),
    # empty paragraphs are paired in order
    ("One is here; |  | Two is here;", "One is here; |  |  | Two is here;", "One is here;¶ | ¶ | ¶+ | Two is here;¶"),
    # Chinese is compared character by character
    ("决定请秘书长", "决定要求秘书长", "决定{-请-}{+要求+}秘书长¶"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "wanted"), CASES)
def test_a_redline_reads_as_expected(old, new, wanted):
    content = written(file_of(old), file_of(new))
    assert shown(content) == wanted


# --- what stays ----------------------------------------------------------------------


def test_untouched_paragraphs_and_parts_stay_byte_for_byte():
    same = '<w:p w:rsidR="00AB12CD"><w:pPr><w:keepNext/></w:pPr><w:r><w:t>Same as before;</w:t></w:r></w:p>'
    styles = part("styles", "")
    old, new = docx(same, p(r("old")), styles=styles), docx(same, p(r("new")), styles=styles)
    with zipfile.ZipFile(io.BytesIO(written(old, new))) as package:
        assert same in package.read("word/document.xml").decode()
        assert package.read("word/styles.xml").decode() == styles


def test_a_run_is_cut_only_where_a_change_cuts_it_and_keeps_its_look():
    look = '<w:b/><w:color w:val="FF0000"/>'
    content = written(
        docx(p(r("one two three", look) + r(" four"))), docx(p(r("one 2 three four")))
    )
    runs = parts_of(content)[0].findall(".//w:r", NS)
    assert [("".join(run.itertext()), run.find("w:rPr/w:color", NS) is not None) for run in runs] == [
        ("one ", True), ("two", True), ("2", False), (" three", True), (" four", False),
    ]  # fmt: skip


def test_the_author_and_the_time_are_the_callers():
    content = written(file_of("one"), file_of("two"))
    (change, other) = read(content).marks
    assert {change.author, other.author} == {"Brazil"}
    assert change.date == other.date == "2024-05-01T10:00:00Z"
    assert datetime.fromisoformat(change.date).astimezone(UTC) == MOMENT


def test_numbers_that_annotations_have_are_not_taken_again():
    noted = p('<w:bookmarkStart w:id="1" w:name="a"/>' + r("one") + '<w:bookmarkEnd w:id="1"/>')
    content = written(docx(noted), file_of("two"))
    assert "1" not in {mark.id for mark in read(content).marks}


def test_new_paragraphs_take_their_own_look_in_the_old_files_styles():
    def styles(identity):
        return part("styles", f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="Call"/></w:style>')  # fmt: skip

    old = docx(p(r("Kept as it is")), p(r("End")), styles=styles("Aufruf"))
    new = docx(p(r("Kept as it is")), p(r("decides"), '<w:pStyle w:val="Call"/>'), p(r("End")), styles=styles("Call"))  # fmt: skip
    (style,) = parts_of(written(old, new))[0].findall(".//w:pStyle", NS)
    assert style.get(f"{{{W}}}val") == "Aufruf"


def test_new_list_items_join_the_list_of_those_that_are_there():
    old = docx(p(r("First item here"), numbered(7)), p(r("End")))
    new = docx(p(r("First item here"), numbered(3)), p(r("Second one"), numbered(3)), p(r("End")))
    found = parts_of(written(old, new))[0].findall(".//w:numId", NS)
    assert [one.get(f"{{{W}}}val") for one in found] == ["7", "7"]


def test_a_last_paragraph_that_looks_otherwise_tracks_its_look_too():
    content = written(docx(p(r("One is here;"))), docx(p(r("One is here;")), p(r("Two"), "<w:keepNext/>")))  # fmt: skip
    last = parts_of(content)[0].findall(".//w:p", NS)[-1]
    assert last.find("w:pPr/w:keepNext", NS) is not None
    assert last.find("w:pPr/w:pPrChange/w:pPr/w:keepNext", NS) is None
    assert last.find("w:pPr/w:pPrChange/w:pPr", NS) is not None


# --- tracked changes that are there already --------------------------------------------


def test_the_after_reading_of_both_is_taken():
    old = docx(p(r("Decides ") + dele("never ") + ins("to act")))
    content = written(old, file_of("Decides to wait"))
    assert shown(content) == "Decides to {-act-}{+wait+}¶"


def test_another_reading_can_be_asked_for():
    old = docx(p(r("Decides ") + dele("never ") + ins("soon ") + r("to act")))
    content = written(old, old, old_reading=Reading.BEFORE)
    assert shown(content) == "Decides {-never-}{+soon+} to act¶"


def test_a_deleted_mark_joins_also_out_of_a_content_control():
    control = f"<w:sdt><w:sdtContent>{p(r('one '), mark('del'))}</w:sdtContent></w:sdt>"
    content = written(docx(control, p(r("two"))), file_of("one three"))
    assert texts(read(content), Reading.BEFORE) == ["one two"]


# --- refusals ----------------------------------------------------------------------------


def test_a_comparison_that_loses_words_proves_nothing():
    def careless(before, after):
        return (Piece(Op.KEPT, before),)

    with pytest.raises(RedlineNotProven):
        redline(
            file_of("one"), file_of("two"), author="B", date=MOMENT, words=careless, align=first
        )


def first(old, new):
    return [((0,), (0,))]


def test_a_redline_of_another_text_is_withheld():
    with pytest.raises(RedlineNotProven, match="new text back at paragraph 2"):
        prove(file_of("one | two"), ["one", "two"], ["one", "three"])


def test_what_cannot_be_read_is_refused():
    with pytest.raises(DraftRefused):
        redline(b"no zip", file_of("one"), author="B", date=MOMENT, words=compare_words)


def test_without_an_alignment_equal_paragraphs_are_paired():
    content = redline(
        file_of("One | Two"), file_of("Two"), author="B", date=MOMENT, words=compare_words
    )
    assert shown(content) == "{-One-}¶- | Two¶"
    assert faults(content) == []
