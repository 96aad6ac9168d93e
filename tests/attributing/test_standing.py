"""Proposals compose, agree or conflict by the words of the base they want."""

import time
from dataclasses import replace

import pytest

from amendments.attributing.standing import conflicts, identical
from amendments.comparing import compare_words
from amendments.model import Action, Evidence, Op, Piece, Proposal

BASE = "Invites all Member States to submit a written report to the Council by 2030;"


def wish(
    after: str, *, action: Action = Action.MOD, clause: int = 3, before: str = BASE
) -> Proposal:
    pieces = compare_words(before, after)
    if action is Action.ADD:
        before, pieces = "", (Piece(Op.ADDED, after),)
    return Proposal(
        states=("BRA",), action=action, base_clauses=(clause,), address="considering a)",
        before=before, after=after, pieces=pieces, confidence=0.9,
        evidence=(Evidence("told", "BRA", "the officer"),),
    )  # fmt: skip


ADDED_WORD = BASE.replace("all Member", "all interested Member")
REPLACED_END = BASE.replace("2030", "2035")
OTHER_END = BASE.replace("2030", "2040")
PLURAL = BASE.replace("a written report", "written reports")
WITHOUT_WRITTEN = BASE.replace("written ", "")
SUPPRESSED = wish("", action=Action.SUP)
KEPT = wish(BASE, action=Action.NOC)

PAIRS = [
    # disjoint edits compose
    (wish(ADDED_WORD), wish(REPLACED_END), "together"),
    (wish(WITHOUT_WRITTEN), wish(REPLACED_END), "together"),
    (wish(BASE.replace(" all", "")), wish(BASE.replace("Member States", "members")), "together"),
    (wish(ADDED_WORD), wish(BASE.replace("all ", "")), "together"),
    # equal edits are consensus
    (wish(ADDED_WORD), wish(ADDED_WORD), "alike"),
    (wish(BASE.replace("Council", "Union’s Council")), wish(BASE.replace("Council", "Union's Council")), "alike"),
    (SUPPRESSED, SUPPRESSED, "alike"),
    (KEPT, KEPT, "alike"),
    (wish("Requests a report;", action=Action.ADD), wish("Requests  a report;", action=Action.ADD), "alike"),
    # equal edits among others
    (wish(REPLACED_END.replace("all", "the")), wish(REPLACED_END), "together"),
    # overlapping different edits conflict
    (wish(REPLACED_END), wish(OTHER_END), "against"),
    (wish(PLURAL), wish(WITHOUT_WRITTEN), "against"),
    (wish(BASE.replace("report", "reports")), wish(BASE.replace("report", "account")), "against"),
    (wish(ADDED_WORD), wish(BASE.replace("all Member", "all willing Member")), "against"),
    (wish(ADDED_WORD), wish(BASE.replace("all Member States", "governments")), "against"),
    (SUPPRESSED, wish(ADDED_WORD), "against"),
    (KEPT, wish(ADDED_WORD), "against"),
    (KEPT, SUPPRESSED, "against"),
    (
        wish("Requests the Director to report every year;", action=Action.ADD),
        wish("Requests the Director to report every two years;", action=Action.ADD),
        "against",
    ),
    # what is added beside a clause leaves the clause alone
    (wish("Requests the Director to report every year;", action=Action.ADD), wish(ADDED_WORD), "together"),
    (wish("Requests the Director to report every year;", action=Action.ADD), SUPPRESSED, "together"),
    (
        wish("Requests the Director to report every year;", action=Action.ADD),
        wish("Welcomes the outcome of the Summit;", action=Action.ADD),
        "together",
    ),
    # other clauses are other matters
    (wish(REPLACED_END), wish(OTHER_END, clause=4), "together"),
    # each Chinese character is a word
    (wish("请各成员国提交年度报告", before="请各成员国提交报告"), wish("敦促各成员国提交报告", before="请各成员国提交报告"), "together"),
    (wish("请各成员国提交年度报告", before="请各成员国提交报告"), wish("请各成员国提交书面报告", before="请各成员国提交报告"), "against"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS)
def test_two_proposals_stand_to_each_other(one, other, expected):
    pair = (one, other)
    standing = "against" if conflicts(pair)[0] else "alike" if identical(pair)[0] else "together"
    assert standing == expected


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS)
def test_standing_is_mutual(one, other, expected):
    for found in (conflicts((one, other)), identical((one, other))):
        assert bool(found[0]) == bool(found[1])


def moved(to: str) -> Proposal:
    said = Evidence("tracked-change", "J. Silva (Brazil)", f"moved to {to}")
    return replace(wish(BASE, action=Action.MOVE), evidence=(said,))


def test_moves_to_one_place_agree_and_to_two_conflict():
    assert identical((moved("noting a)"), moved("noting a)")))[0] == (1,)
    assert conflicts((moved("noting a)"), moved("resolves 2")))[0] == (1,)
    assert conflicts((moved("noting a)"), wish(REPLACED_END)))[0] == ()


def test_each_competitor_of_three_is_listed():
    three = (wish(REPLACED_END), wish(OTHER_END), wish(REPLACED_END))
    assert conflicts(three) == ((1,), (0, 2), (1,))
    assert identical(three) == ((2,), (), (0,))


def test_a_proposal_without_a_known_clause_stands_alone():
    lost = replace(wish(REPLACED_END), base_clauses=())
    assert conflicts((lost, wish(OTHER_END))) == ((), ())


def test_a_merger_conflicts_with_edits_of_its_clauses():
    both = f"{BASE} Requests a report;"
    merged = replace(wish(f"{BASE} and requests a report;", before=both), base_clauses=(3, 4))
    assert conflicts((merged, wish(REPLACED_END, clause=4))) == ((1,), (0,))


def test_many_contributions_are_told_apart_in_time():
    words = BASE.split()
    many = [
        wish(" ".join([*words[: n % 12], f"word{n % 40}", *words[n % 12 :]]), clause=clause)
        for n in range(100)
        for clause in range(20)
    ]
    began = time.perf_counter()
    conflicts(many)
    assert time.perf_counter() - began < 5
