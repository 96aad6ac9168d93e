"""What a redline of several authors looks like, case by case.

The notation: {B-deleted-} {B;C+added+}, the authors first; a paragraph ends in ¶, ¶B- or ¶C+
(its mark deleted, inserted). | stands between paragraphs.
"""

import io
import zipfile

import pytest
from building import W, docx, lvl, numbered, numbering, p, part, r
from test_redline import WHITE, file_of
from test_redline_validity import MOMENT, NS, faults, name_of, parts_of

from amendments.errors import RedlineNotProven
from amendments.model import Op, Piece, Reading
from amendments.word import read
from amendments.word.hands import Deletion, Insertion, Merger, Move, Rewording, redline_by_several
from amendments.word.redlining.hands.pen import Pen
from amendments.word.redlining.marks import Scribe
from amendments.word.redlining.proof import texts

SIGNS = {"ins": "+", "del": "-"}
PIECES = {"-": Op.DELETED, "+": Op.ADDED}


def shown(content):
    """The main story in the notation."""
    root = parts_of(content)[0]
    return " | ".join(shown_paragraph(one) for one in root.iterfind(".//w:p", NS))


def shown_paragraph(paragraph):
    look = paragraph.find("w:pPr/w:rPr", NS)
    fates = [] if look is None else [c for c in look if name_of(c) in SIGNS]
    marks = "".join(f"{by(one)}{SIGNS[name_of(one)]}" for one in fates)
    return f"{shown_inline(paragraph)}¶{marks}"


def shown_inline(parent):
    found = ""
    for child in parent:
        name = name_of(child)
        if name in SIGNS:
            sign = SIGNS[name]
            found += f"{{{by(child)}{sign}{shown_inline(child)}{sign}}}"
        elif name in {"t", "delText"}:
            found += child.text or ""
        elif name in {"r", "hyperlink", "sdt", "sdtContent", "smartTag"}:
            found += shown_inline(child)
        else:
            found += WHITE.get(name, "")
    return found


def by(change):
    return change.get(f"{{{W}}}author").replace("; ", ";")


def pieces(marked):
    """The pieces of "kept {-deleted-}{+added+} kept"."""
    found = []
    for n, part_of in enumerate(marked.replace("}", "{").split("{")):
        op = PIECES[part_of[0]] if n % 2 else Op.KEPT
        found.append(Piece(op, part_of[1:-1] if n % 2 else part_of))
    return tuple(piece for piece in found if piece.text)


def reword(author, paragraph, marked):
    numbers = paragraph if isinstance(paragraph, tuple) else (paragraph,)
    return Rewording(author, numbers, pieces(marked))


def written(base, *amendments):
    """The file, found valid, with the notices."""
    outcome = redline_by_several(base, amendments, date=MOMENT)
    assert faults(outcome.value) == []
    return outcome


def whole(base, *amendments):
    """The file in the notation; nothing was left out."""
    outcome = written(base, *amendments)
    assert outcome.notices == ()
    return shown(outcome.value)


CASES = [
    # two authors in one clause
    (
        "Decides to invite all States;",
        [reword("B", 0, "Decides to {-invite-}{+urge+} all States;"), reword("C", 0, "Decides to invite all{+ Member+} States;")],
        "Decides to {B-invite-}{B+urge+} all{C+ Member+} States;¶",
    ),
    # the same words struck, and the same put there: once, under both names
    (
        "Decides to invite States;",
        [reword("B", 0, "Decides to {-invite-}{+urge+} States;"), reword("C", 0, "Decides to {-invite-}{+urge+} States;")],
        "Decides to {B;C-invite-}{B;C+urge+} States;¶",
    ),
    # the same struck, another put there: both stand, in the order given
    (
        "Decides to invite States;",
        [reword("C", 0, "Decides to {-invite-}{+urge+} States;"), reword("B", 0, "Decides to {-invite-}{+ask+} States;")],
        "Decides to {C;B-invite-}{C+urge+}{B+ask+} States;¶",
    ),
    # overlapping strikes are cut where they differ
    (
        "one two three four",
        [reword("B", 0, "one {-two three -}four"), reword("C", 0, "one two {-three four-}")],
        "one {B-two -}{B;C-three -}{C-four-}¶",
    ),
    # words inserted among words that another strikes
    (
        "one two three four",
        [reword("B", 0, "one {-two three -}four"), reword("C", 0, "one two {+or more +}three four")],
        "one {B-two -}{C+or more +}{B-three -}four¶",
    ),
    # the label is no part of the clause, white space is free
    (
        "a)  Decides to   invite;",
        [reword("B", 0, "Decides{+ now+} to invite;"), reword("C", 0, "{+Hereby +}Decides to invite;")],
        "a)  {C+Hereby +}Decides{B+ now+} to   invite;¶",
    ),
    # a clause that stands in two paragraphs
    (
        "a) | Decides to | invite all; | End",
        [reword("B", (1, 2), "Decides to{+ ask and+} invite{- all-};")],
        "a)¶ | Decides to{B+ ask and+}¶ | invite{B- all-};¶ | End¶",
    ),
    (
        "Decides to | invite all; | End",
        [reword("B", (0, 1), "Decides {-to invite-}{+on+} all;")],
        "Decides {B-to-}{B+on+}¶ | {B-invite-} all;¶ | End¶",
    ),
    # a clause goes for one, and is edited by another: each can have what they ask for
    (
        "One is here; | Two goes away; | End",
        [Deletion("B", (1,)), reword("C", 1, "Two {-goes away-}{+stays+};")],
        "One is here;¶ | {B-Two -}{B;C-goes away-}{C+stays+}{B-;-}¶B- | End¶",
    ),
    # a clause that goes for several goes once; pieces that leave nothing ask for the same
    (
        "One is here; | a) Two goes; | End",
        [Deletion("B", (1,)), reword("C", 1, "{-Two goes;-}")],
        "One is here;¶ | {B;C-a) Two goes;-}¶B;C- | End¶",
    ),
    # new clauses, equal ones once
    (
        "One; | End",
        [Insertion("B", 0, ("Two;", "Three;")), Insertion("C", 0, ("Two;", "Three;")), Insertion("D", 0, ("Four;",))],
        "One;¶ | {B;C+Two;+}¶B;C+ | {B;C+Three;+}¶B;C+ | {D+Four;+}¶D+ | End¶",
    ),
    # nobody's order is turned round for the sake of another's
    (
        "One; | End",
        [Insertion("B", 0, ("Two;",)), Insertion("B", 0, ("Three;",)), Insertion("C", 0, ("Three;",)), Insertion("C", 0, ("Two;",))],
        "One;¶ | {B+Two;+}¶B+ | {B;C+Three;+}¶B;C+ | {C+Two;+}¶C+ | End¶",
    ),
    # at the end the last mark stays: the ones before it are tracked
    (
        "One;",
        [Insertion("B", 0, ("Two;",)), Insertion("C", 0, ("Three;",))],
        "One;¶B+ | {B+Two;+}¶C+ | {C+Three;+}¶",
    ),
    ("One; | Two;", [Deletion("B", (1,))], "One;¶ | {B-Two;-}¶"),
    (
        "One; | Two;",
        [Deletion("B", (1,)), Insertion("C", 1, ("Three;",))],
        "One;¶ | {B-Two;-}¶C+ | {C+Three;+}¶",
    ),
    # a clause goes, and another comes after it
    (
        "One; | Two; | End",
        [Deletion("B", (1,)), Insertion("C", 1, ("Three;",))],
        "One;¶ | {B-Two;-}¶B- | {C+Three;+}¶C+ | End¶",
    ),
    # a clause moves for one and is edited by another
    (
        "One; | Two; | End",
        [Move("B", (0,), 1, ("One anew;",)), reword("C", 0, "One{+ more+};")],
        "{B-One-}{C+ more+}{B-;-}¶B- | Two;¶ | {B+One anew;+}¶B+ | End¶",
    ),
    # clauses made one: the later ones lose their numbers, the first one its mark
    (
        "a) One; | b) | Two; | End",
        [Merger("B", (((0,), pieces("One{-;-}")), ((1, 2), pieces("{+ and +}Two;")))), Insertion("C", 0, ("x",)), Deletion("D", (0,))],
        "{D-a) One-}{B;D-;-}¶B;D- | {C+x+}¶C+ | {B-b)-}¶B- | {B+ and +}Two;¶ | End¶",
    ),
    # tabs and line breaks are signs; what XML cannot hold is left out
    ("One; | End", [Insertion("B", 0, ("Two\tand\nthree\x00\u2029;",))], "One;¶ | {B+Two→and↵three;+}¶B+ | End¶"),
    # the same wish made twice is one
    (
        "One two; | End",
        [reword("B", 0, "One {+or +}two;"), reword("B", 0, "One {+or +}two;"), Insertion("B", 0, ("x",)), Insertion("B", 0, ("x",))],
        "One {B+or +}two;¶ | {B+x+}¶B+ | End¶",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("base", "amendments", "wanted"), CASES)
def test_what_several_ask_for_stands_together(base, amendments, wanted):
    assert whole(file_of(base), *amendments) == wanted


# --- formats ---------------------------------------------------------------------------


def test_a_new_clause_has_the_format_of_the_one_named_and_the_look_of_its_words():
    base = docx(
        p(r("considering", "<w:i/>"), "<w:keepNext/>"),
        p(r("that", "<w:i/>") + r(" it is", "<w:b/>"), numbered() + "<w:jc w:val='both'/>"),
        p(),
    )
    content = written(base, Insertion("B", 0, ("also",), like=1)).value
    new = parts_of(content)[0].findall(".//w:p", NS)[1]
    assert shown_paragraph(new) == "{B+also+}¶B+"
    assert [name_of(c) for c in new.find("w:pPr", NS)] == ["numPr", "jc", "rPr"]
    assert [name_of(c) for c in new.find("w:ins/w:r/w:rPr", NS)] == ["b"]


def test_a_new_clause_has_a_number_where_numbers_are_typed():
    new = Insertion("B", 0, ("New;", "and more"), number="a bis)")
    assert whole(docx(p("<w:r><w:t>a)</w:t><w:tab/><w:t>One;</w:t></w:r>"), p()), new) == (
        "a)→One;¶ | {B+a bis)→New;+}¶B+ | {B+and more+}¶B+ | ¶"
    )
    automatic = docx(p("One;", numbered()), p(), numbering=numbering(lvl(0, "%1)")))
    assert whole(automatic, new) == "One;¶ | {B+New;+}¶B+ | {B+and more+}¶B+ | ¶"


def test_new_words_have_the_look_of_those_before_them_and_runs_are_cut_only_at_changes():
    base = docx(p(r("one two", "<w:b/>") + r(" three four")))
    content = written(base, reword("B", 0, "one two{+ or+} three{- four-}")).value
    runs = parts_of(content)[0].findall(".//w:r", NS)
    assert [("".join(run.itertext()), run.find("w:rPr/w:b", NS) is not None) for run in runs] == [
        ("one two", True), (" or", True), (" three", False), (" four", False),
    ]  # fmt: skip


def test_untouched_paragraphs_and_parts_stay_byte_for_byte():
    same = '<w:p w:rsidR="00AB12CD"><w:pPr><w:keepNext/></w:pPr><w:r><w:t>Same;</w:t></w:r></w:p>'
    styles = part("styles", "")
    base = docx(same, p(r("old")), styles=styles)
    with zipfile.ZipFile(io.BytesIO(written(base, Deletion("B", (1,))).value)) as package:
        assert same in package.read("word/document.xml").decode()
        assert package.read("word/styles.xml").decode() == styles


def test_nothing_asked_gives_the_base_itself():
    base = file_of("One; | Two;")
    assert written(base).value == base


# --- names and proof ------------------------------------------------------------------------


def test_names_are_cut_short_where_a_change_cannot_hold_them_and_stay_apart():
    pen = Pen(Scribe("", "", set()))
    many = tuple(f"Delegation of State {n}" for n in range(20))
    names = [pen.by(authors).author for authors in (many, (*many[:-1], "Another"), many[:2])]
    assert names[0].startswith("Delegation of State 0; Delegation of State 1; ")
    assert names[0].endswith("; 12 more")
    assert names[1] == names[0] + " (2)"
    assert names[2] == "Delegation of State 0; Delegation of State 1"
    assert max(map(len, names)) <= 200


def test_one_name_is_never_read_as_two():
    assert whole(file_of("One"), reword("A; B", 0, "One{+ two+}")) == "One{A, B+ two+}¶"


def test_what_does_not_give_an_authors_text_is_withheld(monkeypatch):
    def forgetful(self, element, sheet):
        pass

    monkeypatch.setattr("amendments.word.hands.Writer.write", forgetful)
    with pytest.raises(RedlineNotProven, match="B's text"):
        redline_by_several(file_of("One"), [reword("B", 0, "One{+ two+}")], date=MOMENT)


def test_the_same_amendments_give_the_same_bytes_and_rejecting_all_the_base():
    base = file_of("One two; | Three; | End")
    amendments = [reword("B", 0, "One{- two-};"), Deletion("C", (1,)), Insertion("C", 0, ("x",))]
    first, again = (written(base, *amendments).value for _ in range(2))
    assert first == again
    assert texts(read(first), Reading.BEFORE) == texts(read(base), Reading.AFTER)
    assert {mark.date for mark in read(first).marks} == {"2024-05-01T10:00:00Z"}
