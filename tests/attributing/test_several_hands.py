"""Authors who edit each other's text: each keeps what is theirs, with who stands against it."""

from dataclasses import replace

import pytest
from negotiating import BASE, document, draft

from amendments.attributing import attribute
from amendments.attributing.standing import conflicts
from amendments.model import Action, Contribution, Mark, Op, Position, Proposal, WordDocument


def with_line(number: int, *lines: str) -> list[str]:
    return [*BASE[:number], *lines, *BASE[number + 1 :]]


def amended(number: int, *lines: str) -> Contribution:
    return attribute(draft(BASE), document(with_line(number, *lines)))


def asked(contribution: Contribution) -> list[tuple[str, str, str]]:
    return [(" ".join(p.states), p.action, marked(p)) for p in contribution.proposals]


def marked(proposal: Proposal) -> str:
    shape = {Op.KEPT: "%s", Op.DELETED: "{-%s-}", Op.ADDED: "{+%s+}"}
    return "".join(shape[piece.op] % piece.text for piece in proposal.pieces)


REPORT = "that the Working Group has presented its report on the subject,"
CASES = [
    # alone
    ("that the Working Group has presented its {+BRA final }report on the subject,",
     [("BRA", "MOD", "that the Working Group has presented its {+final +}report on the subject,")]),
    ("that the Working Group has presented {-BRA its}{+BRA a} report on the subject,",
     [("BRA", "MOD", "that the Working Group has presented {-its-}{+a+} report on the subject,")]),
    # side by side: each is laid on the base without the other
    ("that the Working Group has {+JPN duly }presented its {+BRA final }report on the subject,",
     [("JPN", "MOD", "that the Working Group has {+duly +}presented its report on the subject,"),
      ("BRA", "MOD", "that the Working Group has presented its {+final +}report on the subject,")]),
    ("that the Working Group has presented {-JPN its}{+JPN a} report{-BRA  on the subject},",
     [("JPN", "MOD", "that the Working Group has presented {-its-}{+a+} report on the subject,"),
      ("BRA", "MOD", "that the Working Group has presented its report{- on the subject-},")]),
    # one deletes what another inserted: the wish stands, its opponent with it
    ("that the Working Group has presented its {+JPN final {-FRA and complete }}report on the subject,",
     [("JPN", "MOD", "that the Working Group has presented its {+final and complete +}report on the subject,")]),
    # one deletes another's words and puts their own in their place
    ("that the Working Group has presented its {+JPN {-FRA final }}{+FRA last }report on the subject,",
     [("JPN", "MOD", "that the Working Group has presented its {+final +}report on the subject,"),
      ("FRA", "MOD", "that the Working Group has presented its {+last +}report on the subject,")]),
    # one takes back a slip of their own
    ("that the Working Group has presented its {+JPN final {-JPN and complete }}report on the subject,",
     [("JPN", "MOD", "that the Working Group has presented its {+final +}report on the subject,")]),
    # a whole clause
    (f"-BRA {REPORT}", [("BRA", "SUP", f"{{-{REPORT}-}}")]),
    # by nobody known
    ("that the Working Group has presented its {+NOBODY final }report on the subject,",
     [("", "MOD", "that the Working Group has presented its {+final +}report on the subject,")]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), CASES)
def test_each_hand_has_its_proposal(line, expected):
    contribution = amended(7, line)
    assert asked(contribution) == expected
    assert contribution.silent == ()


def test_who_deletes_anothers_words_stands_against_them():
    (japan,) = amended(7, REPORT.replace("its", "its {+JPN final {-FRA and complete}}")).proposals
    assert japan.positions == (Position(("FRA",), "oppose"),)
    assert [e.words for e in japan.evidence] == ["A. Tanaka (Japan)", "M. Dupont (France)"]


def test_a_new_clause_that_another_edits_is_one_of_each():
    lines = (BASE[4], "+JPN abis)\tthat {+JPN the }young people need {+FRA digital }skills;")
    japan, france = amended(4, *lines).proposals
    assert (japan.action, japan.states) == (Action.ADD, ("JPN",))
    assert japan.after == "that the young people need skills;"
    assert (france.action, france.states) == (Action.ADD, ("FRA",))
    assert france.after == "that the young people need digital skills;"


def test_a_new_clause_that_another_strikes_is_still_asked_for():
    lines = (BASE[4], "+JPN {-FRA abis)\tthat young people need skills;}")
    (japan,) = [p for p in amended(4, *lines).proposals if p.states == ("JPN",)]
    assert japan.after == "that young people need skills;"
    assert japan.positions == (Position(("FRA",), "oppose"),)


def test_a_moved_clause_is_one_proposal():
    lines = [*BASE[:12], f"-FRA {BASE[12]}", BASE[13], f"+FRA {BASE[12]}"]
    contribution = attribute(draft(BASE), document(lines))
    assert [(p.states, p.action) for p in contribution.proposals] == [(("FRA",), Action.MOVE)]


@pytest.mark.parametrize(
    ("number", "line", "address"),
    [
        (4, BASE[4].replace("a pivotal role", "a role"), "considering a)"),
        (13, BASE[13].replace("next session", "session of 2026"), "instructs the Secretary-General 2"),
    ],
)  # fmt: skip
def test_a_difference_without_a_mark_is_silent(number, line, address):
    lines = with_line(number, line)
    lines[7] = REPORT.replace("its", "its {+BRA final}")
    contribution = attribute(draft(BASE), document(lines))
    (silent,) = contribution.silent
    assert silent.address == address
    assert silent.before == BASE[number].partition("\t")[2]
    assert silent.after == line.partition("\t")[2]


def test_a_clause_lost_without_a_mark_is_silent():
    lines = [*BASE[:5], *BASE[6:]]
    lines[6] = REPORT.replace("its", "its {+BRA final}")
    (silent,) = attribute(draft(BASE), document(lines)).silent
    assert silent.before == BASE[5].partition("\t")[2]
    assert silent.after == ""


def test_a_silent_change_does_not_shift_the_proposals():
    lines = with_line(10, BASE[10].replace("all ", "").replace("2030", "{-BRA 2030}{+BRA 2035}"))
    (brazil,) = attribute(draft(BASE), document(lines)).proposals
    assert brazil.before == BASE[10].partition("\t")[2]
    assert brazil.after == BASE[10].partition("\t")[2].replace("2030", "2035")


def test_a_file_for_another_base_is_told_and_not_silent():
    other = ["The Council,", "notes", "that something {+BRA quite }different is said here."]
    contribution = attribute(draft(BASE), document(other))
    assert "base-does-not-fit" in {notice.code for notice in contribution.notices}
    assert contribution.silent == ()


def test_what_the_officer_remembers_of_an_author_counts():
    line = REPORT.replace("its", "its {+NOBODY final}")
    contribution = attribute(
        draft(BASE),
        document(with_line(7, line)),
        known_authors={"Microsoft Office User": "CHL"},
    )
    assert [p.states for p in contribution.proposals] == [("CHL",)]
    assert contribution.proposals[0].confidence == 1.0


HAND = Mark("J. Silva (Brazil)", "2024-05-01T10:00:00Z", id="900")


def with_paragraph(file: WordDocument, number: int, **changed: object) -> WordDocument:
    held = list(file.paragraphs)
    held[number] = replace(held[number], **changed)
    return replace(file, paragraphs=tuple(held))


def test_a_clause_split_by_a_tracked_mark_keeps_its_words():
    first, second = BASE[10].replace(" to the Council", " |to the Council").split("|")
    file = with_paragraph(document(with_line(10, first, second)), 10, mark_inserted=HAND)
    contribution = attribute(draft(BASE), file)
    assert contribution.proposals == contribution.silent == ()
    assert [n.code for n in contribution.notices] == ["clause-split"]


def test_clauses_joined_by_a_deleted_mark_keep_their_words():
    file = with_paragraph(document(BASE), 4, mark_deleted=HAND)
    contribution = attribute(draft(BASE), file)
    assert contribution.proposals == contribution.silent == ()
    assert [n.code for n in contribution.notices] == ["clause-joined"]


def test_a_clause_added_by_enter_at_the_end_of_another_is_an_addition():
    lines = (BASE[4], "{+BRA that young people need skills;}")
    file = with_paragraph(document(with_line(4, *lines)), 4, mark_inserted=HAND)
    (brazil,) = attribute(draft(BASE), file).proposals
    assert (brazil.action, brazil.after) == (Action.ADD, "that young people need skills;")


def test_a_moved_clause_may_be_edited_on_the_way():
    moved = BASE[12].replace("necessary", "all necessary")
    lines = [*BASE[:12], f"-FRA {BASE[12]}", BASE[13], f"+FRA {moved}"]
    (france,) = attribute(draft(BASE), document(lines)).proposals
    assert france.action is Action.MOVE
    assert "{+all +}" in marked(france)


def test_words_cut_in_the_middle_are_whole_words_beside_others():
    report = BASE[10].replace("report", "report{+BRA s}")
    other = BASE[10].replace("report", "{-JPN report}{+JPN account}")
    wishes = [amended(10, line).proposals[0] for line in (report, other)]
    assert conflicts(wishes) == ((1,), (0,))
