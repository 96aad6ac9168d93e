"""The resolution this program was first made for, as a person reads it."""

from pathlib import Path

import pytest
from drafting.papers import outline, read

SEED = Path(__file__).parents[2] / "corpus" / "wsis" / "seed-resolution.txt"
DIRECTORS = "instructs the Secretary-General and the Directors of the Bureaux"
OUTLINE = f"""
other Draft Resolution
title ITU’s role in implementing
body The Council,
= recalling
recalling a): Resolution 140 of Plenipotentiary
recalling b): Resolution 102 of Plenipotentiary
recalling c): Council Resolutions 1214, 1222
= considering
considering a): that ITU has a
considering b): that WG-WSIS has proven
considering c): that WG-WSIS recommends that
considering d): that PP-06 adopted Resolution
considering e): that Resolution 140 (Antalya
considering e) bullet 1: facilitate membership input and
considering e) bullet 2: elaborate proposals to the
considering f): that Resolution 102 (Rev.
considering g): that Resolution 102 (Rev.
considering g) bullet 1: to consider and discuss
considering g) bullet 2: to prepare ITU inputs
= having examined
having examined: the report of Council
= recognizing
recognizing: that Council agreed on
= noting
noting: that ITU Secretary-General created
= resolves
resolves: that the Council Working
= instructs the Secretary General
instructs the Secretary General 1: to develop a roadmap
instructs the Secretary General 2: in preparation to the
instructs the Secretary General 3: to take into consideration
instructs the Secretary General 4: to consider the identification
= invites the Secretary General
invites the Secretary General: to encourage UNGIS to
= {DIRECTORS}
{DIRECTORS} 1: in addition to focal
{DIRECTORS} 2: to take into account
{DIRECTORS} 3: to provide all relevant
{DIRECTORS} 4: to continue to integrate
{DIRECTORS} 5: to support the WG-WSIS
= encourages Member States and Sector Members
encourages Member States and Sector Members: to participate actively in
= ANNEX
title WG-WSIS Terms of Reference
Annex a): to facilitate inputs from
Annex b): to monitor and evaluate
Annex c): to provide guidance to
Annex d): to provide the membership
Annex e): to provide guidance to
Annex f): to develop proposals for
Annex g): to consider and discuss
Annex h): to prepare ITU inputs
Annex i): to review the preparations
""".strip().split("\n")


@pytest.fixture(scope="module")
def seed():
    return read(SEED.read_text(encoding="utf-8"))


def test_the_seed_is_read_as_a_person_reads_it(seed):
    assert outline(seed) == OUTLINE


def test_a_line_broken_inside_a_parenthesis_is_one_clause(seed):
    (clause,) = [c for c in seed.clauses if c.address == "recognizing"]
    assert clause.text.endswith("WG-WSIS Report (Council Document C07/21),")


def test_parts_follow_the_calls(seed):
    parts = {c.heading: str(c.part) for c in seed.clauses if c.kind == "clause"}
    assert parts["noting"] == "preamble"
    assert parts["resolves"] == "operative"
    assert parts["ANNEX"] == "annex"


def test_bullets_stand_one_level_below_their_clause(seed):
    levels = {c.address: c.level for c in seed.clauses}
    assert (levels["considering e)"], levels["considering e) bullet 2"]) == (1, 2)


def test_nothing_in_the_seed_had_to_be_guessed(seed):
    assert seed.notices == ()
