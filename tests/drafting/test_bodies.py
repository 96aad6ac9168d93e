"""Resolutions of many bodies and languages give the outline written down by hand.

`outlines/` holds small texts in the manner of their bodies. A line has the kind of its clause
(t title, b body, h heading, c clause, o other), its part (f front, p preamble, o operative,
a annex) and its level, then "|" and the words as they are typed; "¦" ends the label,
"⏎" a line that is broken.
"""

from pathlib import Path

import pytest
from drafting.papers import read

from amendments.drafting.labels import typed_label

KINDS = {"t": "title", "b": "body", "h": "heading", "c": "clause", "o": "other"}
PARTS = {"f": "front", "p": "preamble", "o": "operative", "a": "annex"}
TEXTS = dict(
    text.strip().split("\n", 1)
    for path in sorted(Path(__file__).with_name("outlines").glob("*.txt"))
    for text in f"\n{path.read_text('utf-8')}".split("\n## ")[1:]
)


def by_hand(line):
    """The kind, part, level, label and words that a marked line says."""
    sign, words = line.split("|", 1)
    label, _, text = words.rpartition("¦")
    if not text:  # a heading that is nothing but its number
        label, text = "", label
    text = text.replace("⏎", " ").strip()
    return KINDS[sign[0]], PARTS[sign[1]], int(sign[2]), label.rstrip("⏎"), text


def typed(lines):
    """The paragraphs that marked lines stand for."""
    return "\n".join(line.split("|", 1)[1].replace("¦", "") for line in lines).replace("⏎", "\n")


@pytest.mark.parametrize("name", TEXTS)
def test_the_outline_is_the_one_written_down_by_hand(name):
    lines = TEXTS[name].split("\n")
    draft = read(typed(lines))
    shown = [(str(c.kind), str(c.part), c.level, c.label, c.text) for c in draft.clauses]
    assert shown == [by_hand(line) for line in lines]


MARK = "\u200f"


@pytest.mark.parametrize(
    ("line", "label", "text"),
    [
        (f"{MARK}أ ){MARK} نتائج", "أ )", "نتائج"),
        (f"{MARK}1{MARK}\tأن يواصل", "1", "أن يواصل"),
        (f"\u202b({MARK}ب{MARK})\u202c النص", "(ب)", "النص"),
    ],
)
def test_marks_of_direction_do_not_hide_a_label(line, label, text):
    found = typed_label(line)
    assert (found.text, line[found.end :].strip(f"{MARK}\u202c ")) == (label, text)


def test_a_label_alone_is_one_with_marks_of_direction_too():
    draft = read(f"إن المجلس،\nإذ يدرك\n{MARK}أ ){MARK}\nدور الاتحاد؛\n{MARK}ب){MARK}\nالنتائج،")
    assert [(c.label, c.text) for c in draft.clauses[2:]] == [
        ("أ )", "دور الاتحاد؛"),
        ("ب)", "النتائج،"),
    ]


def test_what_ends_a_line_is_seen_before_a_mark_of_direction():
    draft = read(
        f"إن المجلس،{MARK}\n{MARK}إذ يدرك{MARK}\nدور الاتحاد،{MARK}\n{MARK}يقرر\nالعمل.{MARK}"
    )
    kinds = " ".join(str(c.kind) for c in draft.clauses)
    assert kinds == "body heading clause heading clause"


def test_a_cover_before_an_annexed_draft_is_no_text():
    draft = read("""
Recalling the work of the group, this document proposes a draft resolution.
ANNEX
The Council,
recalling
its decisions,
resolves
to act.
""")
    assert [c.address for c in draft.clauses if c.kind == "clause"] == ["recalling", "resolves"]


def test_the_text_before_an_annexed_declaration_begins_though_it_names_no_body():
    draft = read("""
1. Adopts the declaration in the annex.
Annex
Geneva declaration
We, the Heads of State and Government,
1. Declare our will.
""")
    assert [str(c.part) for c in draft.clauses] == ["operative"] + 4 * ["annex"]


@pytest.mark.parametrize(
    "lines",
    [
        "The Council,\nRecalling its work,\n1. Decides to act.\nTwelfth plenary meeting, 23 May 1978",
        "El Consejo,\nRecordando su labor,\n1. Decide actuar.\nDuodécima sesión plenaria",
        "Le Conseil,\nRappelant ses travaux,\n1. Décide d’agir.\nDouzième séance plénière",
    ],
)
def test_a_meeting_counted_in_words_is_no_clause(lines):
    assert str(read(lines).clauses[-1].kind) == "other"
