"""Where amendments of several authors can stand, where not, and what is said of them."""

import io
import zipfile

import pytest
from building import dele, docx, ins, mark, p, part, r
from test_hands import pieces, reword, shown, whole, written
from test_redline import file_of
from test_redline_things import table
from test_redline_validity import NS, name_of, parts_of

from amendments.word import read
from amendments.word.hands import Deletion, Insertion, Merger, Move, Rewording

# --- places -------------------------------------------------------------------------------


def test_cells_are_edited_and_keep_their_last_mark():
    base = docx(table("one two/x"), p("End"))
    amendments = [
        reword("B", 0, "one {-two-}{+2+}"),
        Deletion("C", (1,)),
        Insertion("C", 0, ("y",)),
    ]
    assert whole(base, *amendments) == "one {B-two-}{B+2+}¶C+ | {C+y+}¶ | {C-x-}¶ | End¶"


def test_a_paragraph_between_two_tables_and_one_that_ends_a_section_keep_their_marks():
    section = p(r("Two"), '<w:sectPr><w:pgSz w:w="1" w:h="1"/></w:sectPr>')
    base = docx(table("a"), p("One"), table("b"), section, p("End"))
    amendments = [Deletion("B", (1, 3)), Insertion("C", 1, ("x",))]
    assert whole(base, *amendments) == "a¶ | {B-One-}¶ | {C+x+}¶C+ | b¶ | {B-Two-}¶ | End¶"


def test_before_a_table_clauses_come_and_go():
    base = docx(p("One"), table("a"), p("End"))
    amendments = [Deletion("B", (0,)), Insertion("C", 0, ("x",))]
    assert whole(base, *amendments) == "{B-One-}¶B- | {C+x+}¶C+ | a¶ | End¶"


def test_a_base_with_tracked_changes_is_amended_in_its_reading():
    base = docx(
        p(r("Old ") + dele("gone ") + ins("new "), mark("del")),
        p(r("joined;")),
        p(ins("added;"), mark("ins")),
        p("End"),
    )
    amendments = [reword("B", (0, 1), "Old{- new-} joined;"), Deletion("C", (2,))]
    assert whole(base, *amendments) == "Old{B- new-} joined;¶ | {C-added;-}¶C- | End¶"


def field(result):
    def sign(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText>REF x</w:instrText></w:r>"
    return sign("begin") + code + sign("separate") + r(result) + sign("end")


def test_a_field_goes_as_a_whole_and_words_come_beside_it():
    base = docx(p(r("see ") + field("12") + r(" there")), p("End"))
    amendments = [
        reword("B", 0, "see{- 12-} there"),
        reword("C", 0, "see {+no. +}12{+ bis+} there"),
        Deletion("D", (0,)),
    ]
    content = written(base, *amendments).value
    found = shown(content)
    assert found.startswith("{D-see-}{B;D- -}{C+no. +}{B;D-12-}{C+ bis+}{D- there-}¶D-")
    root = parts_of(content)[0]
    assert len(root.findall(".//w:del//w:delInstrText", NS)) == 1
    assert root.find(".//w:instrText", NS) is None


def test_a_simple_field_can_go_with_its_clause():
    simple = f'<w:fldSimple w:instr="REF x">{r("12")}</w:fldSimple>'
    assert whole(docx(p(r("see ") + simple), p()), Deletion("B", (0,))) == "{B-see 12-}¶B- | ¶"


def test_a_note_goes_with_the_words_on_both_sides_of_it():
    sign = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = part("footnotes", f'<w:footnote w:id="2">{p("Said in 2007.")}</w:footnote>')
    base = docx(p(r("one two") + sign + r(" three four")), p("End"), footnotes=notes)
    kept = written(base, reword("B", 0, "one {-two-} three{- four-}")).value
    gone = written(base, reword("B", 0, "one {-two three-} four")).value
    assert shown(kept) == "one {B-two-} three{B- four-}¶ | End¶"
    assert [read(one).paragraphs[-1].runs[0].deleted is None for one in (kept, gone)] == [
        True,
        False,
    ]


# --- what cannot be placed -----------------------------------------------------------------

BOX = f"<w:r><w:pict><w:txbxContent>{p('boxed')}</w:txbxContent></w:pict></w:r>"
UNPLACED = [
    (docx(p("One two")), reword("B", 0, "One {-three-}")),
    (docx(p("One")), reword("B", 7, "One{+ two+}")),
    (docx(p("One")), Deletion("B", (0, 7))),
    (docx(p("One")), Insertion("B", 7, ("x",))),
    (docx(p("One")), Insertion(" ", 0, ("x",))),
    (docx(p("One")), Merger("B", (((0,), pieces("One{-;-}")),))),
    (
        docx(p("One"), table("x"), p("Two")),
        Merger("B", (((0,), pieces("One")), ((2,), pieces("Two")))),
    ),
    (docx(p("One")), Move("B", (0,), 7, ("One",))),
    (docx(p(r("One") + BOX), p()), reword("B", 1, "{+un+}boxed")),
    (docx(p(field("12 13"))), reword("B", 0, "12{- 13-}")),
    (docx(p(field("12 13"))), reword("B", 0, "12{+ or+} 13")),
    (docx(p(f"<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>{r('y')}")), reword("B", 0, "{-x-}y")),
]


@pytest.mark.parametrize(("base", "amendment"), UNPLACED)
def test_what_cannot_be_placed_is_left_out_and_named(base, amendment):
    outcome = written(base, amendment)
    assert outcome.value == base
    (notice,) = outcome.notices
    assert notice.code == "amendment-not-placed"
    assert notice.where.startswith(f"{amendment.author}, paragraph")


def test_what_can_be_placed_stands_beside_what_cannot():
    outcome = written(
        file_of("One; | End"),
        Rewording("B", (0,), pieces("Three{-;-}"), name="Brazil on OP1"),
        reword("C", 0, "One{-;-}"),
    )
    assert shown(outcome.value) == "One{C-;-}¶ | End¶"
    assert [notice.where for notice in outcome.notices] == ["Brazil on OP1"]


JOINED = Merger("B", (((0,), pieces("One two three;")), ((1,), pieces("End"))))
OWN = [
    (reword("B", 0, "One {-two-}{+2+} three;"), reword("B", 0, "One {-two three-};")),
    (reword("B", 0, "One {-two three-};"), reword("B", 0, "One two {+or +}three;")),
    (Deletion("B", (0,)), reword("B", 0, "One {-two-} three;")),
    (reword("B", 0, "One {-two-} three;"), Deletion("B", (0,))),
    (Deletion("B", (0,)), JOINED),
    (JOINED, Deletion("B", (0,))),
    (JOINED, Insertion("B", 0, ("x",))),
    (Insertion("B", 0, ("x",)), JOINED),
    (reword("B", 0, "One {-two-} three;"), Move("B", (0,), 1, ("One two three;",))),
]


@pytest.mark.parametrize(("first", "second"), OWN)
def test_an_author_who_asks_for_two_things_has_the_first(first, second):
    base = file_of("One two three; | End")
    outcome = written(base, first, second)
    assert outcome.value == written(base, first).value
    assert [notice.code for notice in outcome.notices] == ["amendment-against-own"]


# --- remarks in the margin -----------------------------------------------------------------


def remarks(content):
    """For each paragraph the comments on it, with their authors and the words they stand on."""
    return [
        [(c.author, c.text, c.anchor) for c in one.comments] for one in read(content).paragraphs
    ]


def test_a_remark_stands_beside_its_amendment_and_goes_with_it():
    amendments = [
        Rewording("B", (0,), pieces("One{- two-}"), remark="Shorter.\nOpposed by C"),
        Insertion("C", 0, ("Three", "Four"), remark="Needed."),
        Deletion("D", (1,), remark="Said before.\x00"),
        Deletion("B", (1,)),
    ]
    content = written(file_of("One two | Five | End"), *amendments).value
    assert remarks(content) == [
        [("B", "Shorter.\nOpposed by C", "One two")],
        [("C", "Needed.", "Three")],
        [],
        [("D", "Said before.", "Five")],
        [],
    ]
    signs = parts_of(content)[0].findall(".//w:commentReference", NS)
    assert [name_of(sign.getparent().getparent()) for sign in signs] == ["p", "ins", "del"]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert "/word/comments.xml" in package.read("[content_types].xml").decode()


def test_the_files_own_comments_stay():
    own = p('<w:commentRangeStart w:id="0"/>' + r("One") + '<w:commentRangeEnd w:id="0"/>'
            '<w:r><w:commentReference w:id="0"/></w:r>')  # fmt: skip
    said = f'<w:comment w:id="0" w:author="A">{p("Mine.")}</w:comment>'
    base = docx(own, comments=part("comments", said))
    twice = [Rewording("B", (0,), pieces("One{+ two+}"), remark="Ours.")] * 2
    found = remarks(written(base, *twice).value)
    assert [(author, text) for author, text, _ in found[0]] == [("B", "Ours."), ("A", "Mine.")]


def test_where_the_comments_are_damaged_remarks_are_left_out_and_told():
    base = docx(p("One"), comments="<w:comments")
    outcome = written(base, Rewording("B", (0,), pieces("One{+ two+}"), remark="Ours."))
    assert shown(outcome.value) == "One{B+ two+}¶"
    assert [notice.code for notice in outcome.notices] == ["part-unreadable"]
