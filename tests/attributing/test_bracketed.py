"""Brackets with names in the text: what each asks for, laid on the base."""

import re

import pytest
from negotiating import BASE, document, draft
from test_several_hands import marked, with_line

from amendments.attributing import attribute

REPORT = 7
"""that the Working Group has presented its report on the subject,"""
INVITE = 10
"""2. to invite all Member States to submit a written report to the Council by 2030,"""


def tidy(marks: str) -> str:
    """On which side of new words their space is put is a matter of taste."""
    return re.sub(r"(?<=\S)\{\+ | \{\+(?=\S)", " {+", re.sub(r" ?\+\} ?(?=\w)", "+} ", marks))


def asked(number: int, *lines: str) -> list[tuple[str, str, str, str]]:
    contribution = attribute(draft(BASE), document(with_line(number, *lines)))
    return [
        (
            " ".join(p.states),
            p.action,
            tidy(marked(p)),
            "; ".join(f"{' '.join(one.states)} {one.position}" for one in p.positions),
        )
        for p in contribution.proposals
    ]


HEAD = "that the Working Group has presented its "
INVITES = "to invite all Member States to submit a written report to the Council by 2030,"
CASES = [
    # words put in
    (REPORT, ["that the Working Group has presented its [BR propose: final] report on the subject,"],
     [("BRA", "MOD", HEAD + "{+final +}report on the subject,", "")]),
    (REPORT, ["that the Working Group has presented its [BR propose: final ]report on the subject,"],
     [("BRA", "MOD", HEAD + "{+final +}report on the subject,", "")]),
    (REPORT, ["that the Working Group has presented its report[BR/AR propose; US oppose: and its annexes] on the subject,"],
     [("BRA ARG", "MOD", HEAD + "report {+and its annexes +}on the subject,", "USA oppose")]),
    (REPORT, ["that the Working Group has presented its report on the subject [Brazil: and welcomes it],"],
     [("BRA", "MOD", HEAD + "report on the subject{+ and welcomes it+},", "")]),
    # words of the base somebody wants gone
    (REPORT, ["that the Working Group has presented its report [IN oppose: on the subject],"],
     [("", "NOC", HEAD + "report on the subject,", "IND oppose")]),
    (REPORT, ["that the Working Group has presented its report on the subject [IN: delete “on the subject”],"],
     [("IND", "MOD", HEAD + "report{- on the subject-},", "")]),
    (REPORT, ["that the Working Group has presented its report on the subject, [Canada: delete]"],
     [("CAN", "SUP", "{-" + HEAD + "report on the subject,-}", "")]),
    # words of the base that others would replace
    (REPORT, ["that the Working Group has presented its [report] (EU, supported by Canada) [account] (India) on the subject,"],
     [("EU", "NOC", HEAD + "report on the subject,", "CAN support"),
      ("IND", "MOD", HEAD + "{-report-}{+account+} on the subject,", "")]),
    (REPORT, ["that the Working Group has presented its [US: report][JP: account] on the subject,"],
     [("USA", "NOC", HEAD + "report on the subject,", ""),
      ("JPN", "MOD", HEAD + "{-report-}{+account+} on the subject,", "")]),
    # two at one place
    (INVITE, ["2\tto invite all [US: interested][CA: willing] Member States to submit a written report to the Council by 2030,"],
     [("USA", "MOD", "to invite all {+interested +}Member States to submit a written report to the Council by 2030,", ""),
      ("CAN", "MOD", "to invite all {+willing +}Member States to submit a written report to the Council by 2030,", "")]),
    # told in words
    (INVITE, [BASE[INVITE] + " [Chile: replace “2030” by “2035”]"],
     [("CHL", "MOD", INVITES.replace("2030", "{-2030-}{+2035+}"), "")]),
    (INVITE, [BASE[INVITE] + " [Chile: add “interested” before “Member States”]"],
     [("CHL", "MOD", INVITES.replace("all Member", "all {+interested +}Member"), "")]),
    (INVITE, [BASE[INVITE] + " [Chile: insert “annual” after “written”]"],
     [("CHL", "MOD", INVITES.replace("written report", "written {+annual +}report"), "")]),
    # nested: the inner one is asked for within the outer one
    (REPORT, ["that the Working Group has presented its report on the subject [US propose: and its [AU propose: three] annexes],"],
     [("USA", "MOD", HEAD + "report on the subject{+ and its annexes+},", ""),
      ("AUS", "MOD", HEAD + "report on the subject{+ and its three annexes+},", "")]),
    (REPORT, ["that the Working Group has presented its report on the subject [US propose: and its [CA oppose: three] annexes],"],
     [("USA", "MOD", HEAD + "report on the subject{+ and its three annexes+},", "CAN oppose")]),
    (REPORT, ["that the Working Group has presented its report on the subject [US propose: and [AU propose: its [NZ propose: three] annexes]],"],
     [("USA", "MOD", HEAD + "report on the subject{+ and+},", ""),
      ("AUS", "MOD", HEAD + "report on the subject{+ and its annexes+},", ""),
      ("NZL", "MOD", HEAD + "report on the subject{+ and its three annexes+},", "")]),
    (REPORT, ["that the Working Group has presented its report on the subject [US/AU: and [US propose: all ][US oppose: three ]annexes],"],
     [("USA AUS", "MOD", HEAD + "report on the subject{+ and three annexes+},", "USA oppose"),
      ("USA", "MOD", HEAD + "report on the subject{+ and all annexes+},", "")]),
    # a clause of its own
    (REPORT, [BASE[REPORT], "[NO/CH propose: that the report has been widely read,]"],
     [("NOR CHE", "ADD", "{+that the report has been widely read,+}", "")]),
    (REPORT, [BASE[REPORT], "[Norway propose; Chile oppose: that the report [Fiji: and its annexes] has been read,]"],
     [("NOR", "ADD", "{+that the report has been read,+}", "CHL oppose"),
      ("FJI", "ADD", "{+that the report and its annexes has been read,+}", "")]),
    # a bracket over several clauses
    (REPORT, [BASE[REPORT], "[NO/CH propose: that the report has been widely read,", "that it was [Fiji oppose: warmly] welcomed,]"],
     [("NOR CHE", "ADD", "{+that the report has been widely read,+}", ""),
      ("NOR CHE", "ADD", "{+that it was warmly welcomed,+}", "FJI oppose")]),
    (REPORT, [BASE[REPORT], "[NO/CH propose: that the report has been widely read,", "[CH oppose: that it was welcomed,]]"],
     [("NOR CHE", "ADD", "{+that the report has been widely read,+}", ""),
      ("NOR CHE", "ADD", "{+that it was welcomed,+}", "CHE oppose")]),
    # a note on a new clause is not on the one before it
    (REPORT, ["that the Working Group has presented its [BR propose: final] report on the subject,",
              "[NO propose: that the report has been widely read,]", "[JP reserves its position]"],
     [("BRA", "MOD", HEAD + "{+final +}report on the subject,", ""),
      ("NOR", "ADD", "{+that the report has been widely read,+}", "JPN reserve")]),
    # a clause of the base within a bracket
    (REPORT, [f"[IN oppose: {BASE[REPORT]}]"], [("", "NOC", HEAD + "report on the subject,", "IND oppose")]),
    (REPORT, [f"[IN proposes to delete: {BASE[REPORT]}]"], [("IND", "SUP", "{-" + HEAD + "report on the subject,-}", "")]),
    # a note as a paragraph
    (REPORT, ["that the Working Group has presented its [BR propose: final] report on the subject,",
              "Negotiators’ Note: JP reserves its position pending the outcome."],
     [("BRA", "MOD", HEAD + "{+final +}report on the subject,", "JPN reserve")]),
    # alternatives to a clause
    (INVITE, [BASE[INVITE], "ALT 1: [US propose: to invite all Member States to submit a report to the Council by 2035,]"],
     [("USA", "MOD", "to invite all Member States to submit a {-written -}report to the Council by {-2030-}{+2035+},", "")]),
    (INVITE, [BASE[INVITE], "[NZ/CL propose: ALT 2. to invite all Member States to submit a report to the Council by 2035,]"],
     [("NZL CHL", "MOD", "to invite all Member States to submit a {-written -}report to the Council by {-2030-}{+2035+},", "")]),
    # a note takes a position on what is proposed at the clause
    (REPORT, ["that the Working Group has presented its [BR propose: final] report on the subject, [JP reserves its position]"],
     [("BRA", "MOD", HEAD + "{+final +}report on the subject,", "JPN reserve")]),
    # a credit at the end speaks of the whole change of the clause
    (REPORT, ["that the Working Group has presented its final report on the subject, (EU, supported by Canada)"],
     [("EU", "MOD", HEAD + "{+final +}report on the subject,", "CAN support")]),
    # brackets without names are the text's own
    (REPORT, ["that the Working Group has presented its report on the subject,"], []),
]  # fmt: skip


@pytest.mark.parametrize(("number", "lines", "expected"), CASES)
def test_brackets_ask_for_what_they_say(number, lines, expected):
    assert asked(number, *lines) == [
        (who, what, tidy(marks), stand) for who, what, marks, stand in expected
    ]


def test_an_unclosed_bracket_and_an_unknown_code_are_told():
    lines = with_line(REPORT, "that the Working Group has presented [XX propose: its report")
    codes = [n.code for n in attribute(draft(BASE), document(lines)).notices]
    assert "bracket-unclosed" in codes
    assert "bracket-unknown-name" in codes


def test_words_to_delete_that_are_not_there_are_told():
    lines = with_line(REPORT, BASE[REPORT] + " [India: delete “in good time”]")
    contribution = attribute(draft(BASE), document(lines))
    assert contribution.proposals == ()
    assert "bracket-words-not-found" in [n.code for n in contribution.notices]
