"""Proposals in ITU's form: the sign, the symbol, the place, the text, the reasons."""

import pytest
from negotiating import BASE, document, draft
from test_several_hands import marked

from amendments.attributing import attribute

A, B = "that the Union has a pivotal role in the information society;", BASE[5].partition("\t")[2]
INVITE = BASE[10].partition("\t")[2]
ASSIST = BASE[12].partition("\t")[2]


def asked(*lines: str) -> list[tuple[str, str, tuple[int, ...], str]]:
    contribution = attribute(draft(BASE), document(lines))
    return [(" ".join(p.states), p.action, where(p), marked(p)) for p in contribution.proposals]


def where(proposal) -> str:
    return proposal.address


CASES = [
    # the place on the line, the text below
    (["MOD USA/5/1 considering a)", f"a)\t{A.replace('pivotal', 'leading')}"],
     [("USA", "MOD", "considering a)", A.replace("pivotal", "{-pivotal-}{+leading+}"))]),
    # the place on a line of its own, as heading and label of the text
    (["MOD\tUSA/5/1", "considering", f"a)\t{A.replace('pivotal', 'leading')}"],
     [("USA", "MOD", "considering a)", A.replace("pivotal", "{-pivotal-}{+leading+}"))]),
    (["USA/5/1 MOD", "resolves", f"2\t{INVITE.replace('2030', '2035')}"],
     [("USA", "MOD", "resolves 2", INVITE.replace("2030", "{-2030-}{+2035+}"))]),
    # with tracked changes in the text
    (["MOD ARB/79A3/1", "resolves", "2\t" + INVITE.replace("2030", "{-EGY 2030}{+EGY 2035}")],
     [("ARB", "MOD", "resolves 2", INVITE.replace("2030", "{-2030-}{+2035+}"))]),
    # by its words alone
    (["MOD ACP/12/1", f"a)\t{A.replace('pivotal', 'leading')}"],
     [("APT", "MOD", "considering a)", A.replace("pivotal", "{-pivotal-}{+leading+}"))]),
    # deletions, with and without the text
    (["SUP RCC/62A1/5", "considering", f"b)\t{B}"], [("RCC", "SUP", "considering b)", f"{{-{B}-}}")]),
    (["SUP RCC/62A1/5 considering b)"], [("RCC", "SUP", "considering b)", f"{{-{B}-}}")]),
    (["SUP RCC/62A1/5", "considering b)"], [("RCC", "SUP", "considering b)", f"{{-{B}-}}")]),
    # to be kept
    (["NOC IAP/20/4", "considering", f"a)\t{A}"], [("CITEL", "NOC", "considering a)", A)]),
    (["USA/16/47 NOC", "considering a)"], [("USA", "NOC", "considering a)", A)]),
    # new text
    (["ADD SEN/56/1", "resolves", "3\tto open the Working Group to all;"],
     [("SEN", "ADD", "resolves 3", "{+to open the Working Group to all;+}")]),
    (["ADD SEN/56/1", "considering abis)", "abis)\tthat young people need skills;"],
     [("SEN", "ADD", "considering abis)", "{+that young people need skills;+}")]),
    # several States, several proposals, reasons of each
    (["MOD F/B/14/1", "considering", f"a)\t{A.replace('pivotal', 'leading')}", "Reasons: It leads.",
      "SUP F/B/14/2", "considering", f"b)\t{B}", "Motifs: Redite."],
     [("FRA BRA", "MOD", "considering a)", A.replace("pivotal", "{-pivotal-}{+leading+}")),
      ("FRA BRA", "SUP", "considering b)", f"{{-{B}-}}")]),
    # editorial only
    (["(MOD) D/7/1", "instructs the Secretary-General", f"1\t{ASSIST.replace('available', 'existing')}"],
     [("DEU", "MOD", "instructs the Secretary-General 1", ASSIST.replace("available", "{-available-}{+existing+}"))]),
    # moved
    (["SUP* G/14/1", "considering", f"b)\t{B}", "ADD* G/14/2", "noting", f"b)\t{B}"],
     [("GBR", "MOVE", "considering b)", B)]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), CASES)
def test_the_form_is_read(lines, expected):
    assert asked(*lines) == expected


def test_reasons_stay_with_their_proposal():
    lines = CASES[12][0]
    found = attribute(draft(BASE), document(lines)).proposals
    assert [p.reasons for p in found] == ["It leads.", "Redite."]


def test_a_new_clause_has_its_place():
    lines = ["ADD SEN/56/1", "considering", "abis)\tthat young people need skills;"]
    (proposal,) = attribute(draft(BASE), document(lines)).proposals
    assert [draft(BASE).clauses[n].text for n in proposal.base_clauses] == [A]


def test_the_symbol_is_the_evidence():
    lines = ["MOD ARB/79A3/1", "considering a)", f"a)\t{A.replace('pivotal', 'leading')}"]
    (proposal,) = attribute(draft(BASE), document(lines)).proposals
    assert proposal.evidence[0].kind == "itu-form"
    assert proposal.evidence[0].where == "ARB/79A3/1"
    assert proposal.confidence == pytest.approx(0.95)


def test_an_unknown_symbol_is_told_and_left_unattributed():
    lines = ["MOD XYZ/7/1", "considering a)", f"a)\t{A.replace('pivotal', 'leading')}"]
    contribution = attribute(draft(BASE), document(lines))
    assert [p.states for p in contribution.proposals] == [()]
    assert "itu-form-unknown-symbol" in [n.code for n in contribution.notices]


def test_an_unknown_place_is_told():
    lines = ["MOD USA/7/1", "something else altogether that stands in no text at all"]
    contribution = attribute(draft(BASE), document(lines))
    assert "itu-form-place-unknown" in [n.code for n in contribution.notices]


def test_a_new_resolution_is_an_addition():
    lines = [
        "ADD SEN/56/1",
        "DRAFT NEW RESOLUTION [SEN-1]",
        "Youth and the information society",
        "The Council,",
        "resolves",
        "to convene a forum of young people.",
    ]
    contribution = attribute(draft(BASE), document(lines))
    assert {p.states for p in contribution.proposals} == {("SEN",)}
    assert {p.action for p in contribution.proposals} == {"ADD"}
    assert any("forum of young people" in p.after for p in contribution.proposals)


def test_a_whole_text_under_one_line_is_compared_with_the_base():
    lines = list(BASE)
    lines[10] = BASE[10].replace("2030", "2035")
    lines.insert(2, "MOD CAN/9/1")
    (proposal,) = attribute(draft(BASE), document(lines)).proposals
    assert (proposal.states, proposal.action, proposal.address) == (("CAN",), "MOD", "resolves 2")
