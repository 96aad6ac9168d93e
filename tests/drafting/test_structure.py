"""Layouts of the bodies, each as small as shows its way of writing."""

import pytest
from drafting.papers import outline, paper, read

from amendments.drafting import read_draft
from amendments.model import Mark, Paragraph, Reading, Run, WordDocument


def clauses(draft):
    return [c for c in draft.clauses if c.kind == "clause"]


def seen(draft):
    return [(str(c.part), c.label, c.level, c.text) for c in clauses(draft)]


def test_the_general_assembly_numbers_its_operative_part_only():
    draft = read("""
71/191. The right to food
The General Assembly,
Recalling all previous resolutions on the issue,
Deeply concerned also about hunger,
1.\tReaffirms that hunger is an outrage;
2.\tRequests the Secretary-General:
(a)\tTo report;
(b)\tTo consult:
(i)\tStates;
(ii)\tOthers;
3.\tDecides to remain seized of the matter.
65th plenary meeting
19 December 2016
""")
    assert [c.address for c in clauses(draft)][:7] == [
        "PP1",
        "PP2",
        "OP1",
        "OP2",
        "OP2 (a)",
        "OP2 (b)",
        "OP2 (b) (i)",
    ]
    assert [c.level for c in clauses(draft)][:8] == [1, 1, 1, 1, 2, 2, 3, 3]
    assert draft.title == "71/191. The right to food"
    assert "other 65th plenary meeting" in outline(draft)


def test_page_crumbs_symbols_and_job_numbers_are_no_clauses():
    draft = read("""
The Security Council,
Recalling its resolution 1 (1946),
S/2019/90
2/5
19-01576 (E)
1. Decides to act;
""")
    assert [c.address for c in clauses(draft)] == ["PP1", "OP1"]


def test_letter_i_follows_h_and_roman_one_goes_below():
    letters = "\n".join(f"{letter})\tthat {letter};" for letter in "abcdefgh")
    draft = read(f"""
The Council,
considering
{letters}
i)\tthat the ninth;
resolves
1\tto do this:
i)\tfirst;
ii)\tsecond;
2\tto do that,
""")
    assert [c.level for c in clauses(draft)] == [1] * 9 + [1, 2, 2, 1]


@pytest.mark.parametrize(
    ("lines", "levels"),
    [
        (["a)\tx;", "b)\ty;", "d)\tz;"], [1, 1, 1]),  # a letter skipped
        (["1\tx;", "1bis\ty;", "2\tz;"], [1, 1, 1]),
        (["a)\tx;", "b)\ty;", "b)bis\ty;", "c)\tz;"], [1, 1, 1, 1]),
        (["a)\tx;", "abis)\ty;", "ater)\tz;", "b)\tw;"], [1, 1, 1, 1]),
        (["1.1\tx;", "1.1.1\ty;", "1bis.1\tz;"], [1, 2, 1]),
        (["1.\tx:", "(a)\ty;", "(b)\tz;", "2.\tw;"], [1, 2, 2, 1]),
        (["1\tx:", "–\ty;", "–\tz;", "2\tw;"], [1, 2, 2, 1]),
        (["а)\tx;", "b)\ty;", "с)\tz;"], [1, 1, 1]),  # Cyrillic а and с typed for Latin ones
        (["(z)\tx;", "(aa)\ty;", "(bb)\tz;"], [1, 1, 1]),
    ],
)
def test_labels_give_levels(lines, levels):
    draft = read("The Council,\nresolves\n" + "\n".join(lines))
    assert [c.level for c in clauses(draft)] == levels


def test_a_bare_number_is_a_label_only_where_one_may_stand():
    draft = read("The Council,\nresolves\n1 to act;\n2 to report;\nnoting\n150 States agreed,")
    assert [c.label for c in clauses(draft)] == ["1", "2", ""]


def test_calls_may_name_whom_they_address_and_be_broken_over_two_lines():
    draft = read("""
The Council,
resolves to instruct the
Secretary-General
1\tto act,
invites Member States, Sector Members and Associates
to contribute.
""")
    headings = [c.text for c in draft.clauses if c.kind == "heading"]
    assert headings == [
        "resolves to instruct the Secretary-General",
        "invites Member States, Sector Members and Associates",
    ]


def test_a_call_of_no_known_verb_is_told_as_a_guess():
    draft = read("The Council,\nrecalling\na)\tthis;\nb)\tthat,\nfrobnicating\na)\tx;\nb)\ty,")
    assert [n.code for n in draft.notices] == ["heading-guessed"]
    assert clauses(draft)[-1].heading == "frobnicating"


def test_sections_of_a_long_annex_are_headings():
    draft = read(
        "The Council,\nresolves\nto adopt the text annexed,\nANNEX 2\nRules\nSECTION 1bis\n"
        "Documents\n1bis.1\tTexts are short.\nArticle 3\nScope\n1.\tThis applies.",
        styles={"SECTION 1bis": "Section_No", "Documents": "Section_title"},
    )
    assert [c.address for c in clauses(draft)] == [
        "resolves",
        "Annex 2 1bis.1",
        "Annex 2 Article 3 1.",
    ]
    assert "= Article 3" in outline(draft)


def test_each_reading_of_a_file_has_its_own_clauses():
    by = Mark("J. Silva (Brazil)")
    document = WordDocument(
        (
            Paragraph(0, (Run("The Council,"),)),
            Paragraph(1, (Run("resolves"),)),
            Paragraph(2, (Run("1\tto act;"),)),
            Paragraph(3, (Run("2\tto wait;", deleted=by),), mark_deleted=by),
            Paragraph(4, (Run("2", deleted=by), Run("3", inserted=by), Run("\tto report."))),
        )
    )
    after, before = read_draft(document), read_draft(document, Reading.BEFORE)
    assert [c.text for c in clauses(after)] == ["to act;", "to report."]
    assert [c.label for c in clauses(after)] == ["1", "3"]
    assert [c.text for c in clauses(before)] == ["to act;", "to wait;", "to report."]
    assert clauses(after)[1].paragraphs == (4,)


def test_paragraphs_whose_mark_is_deleted_are_one_clause():
    by = Mark("A")
    document = WordDocument(
        (
            Paragraph(0, (Run("The Council,"),)),
            Paragraph(1, (Run("resolves"),)),
            Paragraph(2, (Run("to act, "),), mark_deleted=by),
            Paragraph(3, (Run("and to report."),)),
        )
    )
    assert [c.text for c in clauses(read_draft(document))] == ["to act, and to report."]
    assert len(clauses(read_draft(document, Reading.BEFORE))) == 2


def test_a_file_that_is_no_resolution_has_no_clauses():
    assert clauses(read_draft(paper("Dear colleagues", "See you at lunch."))) == []
    assert read_draft(WordDocument(())).clauses == ()


def test_a_heading_before_a_style_separator_stands_in_the_line_of_its_text():
    document = WordDocument(
        (
            Paragraph(0, (Run("The Council,"),)),
            Paragraph(1, (Run("1.1\tScope."),), runs_on=True),
            Paragraph(2, (Run(" This text applies to all."),)),
        )
    )
    (clause,) = clauses(read_draft(document))
    assert (clause.label, clause.text) == ("1.1", "Scope. This text applies to all.")


def test_what_stands_under_a_bare_call_is_its_clause_even_if_it_lost_its_end():
    draft = read("""
The Council,
recognizing
and noting further the importance of the work of the group
considering
recalling
that the gap remains,
""")
    assert [(c.heading, c.text[:11]) for c in clauses(draft)] == [
        ("recognizing", "and noting "),
        ("recalling", "that the ga"),
    ]


def test_articles_of_a_treaty_are_counted_by_themselves():
    draft = read("""
The Parties to this Agreement,
Recognizing the need for an effective response,
Have agreed as follows:
Article 1
1. The purpose is to respond.
2. Each Party shall:
(a) prepare a plan;
Article 2bis
Parties shall cooperate.
""")
    assert [(c.address, str(c.part)) for c in clauses(draft)] == [
        ("PP1", "preamble"),
        ("PP2", "preamble"),
        ("Article 1 1.", "operative"),
        ("Article 1 2.", "operative"),
        ("Article 1 2. (a)", "operative"),
        ("Article 2bis", "operative"),
    ]


def test_a_call_goes_on_in_the_next_line_with_the_rest_of_its_addressees():
    draft = read("""
The Council,
resolves
to act,
instructs the Secretary-General and the Directors
of the Bureaux
1 to report;
2 to help.
""")
    addressed = "instructs the Secretary-General and the Directors of the Bureaux"
    assert [c.address for c in clauses(draft)] == ["resolves", f"{addressed} 1", f"{addressed} 2"]


def test_options_on_lines_of_their_own_part_a_list_and_each_goes_on_with_it():
    draft = read("""
The Conference of the Parties,
Recalling its work,
1. Decides to act;
2. Requests the Secretariat to help;
Option 1:
3. Invites Parties to submit views;
Option 2:
3. Urges Parties to act;
4. Decides to meet again.
""")
    assert [(c.address, c.level) for c in clauses(draft)][1:] == [
        ("OP1", 1),
        ("OP2", 1),
        ("Option 1", 1),
        ("OP3", 1),
        ("Option 2", 1),
        ("OP3 (2)", 1),
        ("OP4", 1),
    ]


def test_a_number_in_brackets_does_not_lead_on_to_one_with_a_point():
    draft = read("""
The World Health Assembly,
Noting the report,
1. URGES Member States:
(1) to apply the plan;
2. REQUESTS the Director-General:
(1) to help;
(2) to report;
3. DECIDES to meet.
""")
    assert [c.address for c in clauses(draft)][1:] == [
        "OP1", "OP1 (1)", "OP2", "OP2 (1)", "OP2 (2)", "OP3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "31 March 2022", "31 mars 2022", "1er mars 2022", "31 de marzo de 2022",
        "31 марта 2022 года", "31 آذار/مارس 2022", "2022年3月31日", "(Adopted on 18 June 2021)",
    ],
)  # fmt: skip
def test_the_day_a_text_was_adopted_on_is_no_clause(line):
    draft = read(f"The Council,\nresolves\n1 to act;\n2 to report.\n{line}\n")
    assert [c.text for c in clauses(draft)] == ["to act;", "to report."]
