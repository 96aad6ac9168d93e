"""What became of proposals: the corpus's story, and small drafts for each turn it can take."""

from functools import cache
from pathlib import Path

import pytest

from amendments.attributing import attribute
from amendments.comparing import compare_words
from amendments.drafting import read_draft
from amendments.model import (
    Action,
    Clause,
    Draft,
    Evidence,
    Kind,
    Op,
    Part,
    Piece,
    Proposal,
    WordDocument,
)
from amendments.tracing import Fate, fate, fates
from amendments.word import read

WSIS = Path(__file__).resolve().parents[2] / "corpus" / "wsis"
LATER = {"draft-1": ("draft-2", "draft-3", "agreed"), "draft-2": ("draft-3", "agreed")}
SECRETARY = "instructs the Secretary General"
BUREAUX = "instructs the Secretary-General and the Directors of the Bureaux"
MEMBERS = "encourages Member States and Sector Members"


@cache
def word(name: str) -> WordDocument:
    return read((WSIS / f"{name}.docx").read_bytes())


@cache
def text(name: str) -> Draft:
    return read_draft(word(name))


@cache
def stories(name: str, base: str, *told: str) -> dict[tuple[str, str], Fate]:
    proposals = attribute(text(base), word(name), told=told).proposals
    found = fates(proposals, text(base), [(key, text(key)) for key in LATER[base]])
    return {(p.address, p.action): f for p, f in zip(proposals, found, strict=True)}


BRAZIL, GROUP = ("brazil-1", "draft-1"), ("drafting-group-1", "draft-1")
RCC, USA, ROOM = ("rcc-1", "draft-1", "RCC"), ("usa-2", "draft-2"), ("consolidated-2", "draft-2")
STORY = [
    # taken as proposed in draft 2
    (BRAZIL, "considering dbis)", "ADD", "adopted", "draft-2"),
    (BRAZIL, "Annex a)", "MOD", "adopted", "draft-2"),
    (GROUP, "noting", "MOD", "adopted", "draft-2"),
    (GROUP, f"{BUREAUX} 3bis", "ADD", "adopted", "draft-2"),
    (GROUP, "Annex i)", "MOVE", "adopted", "draft-2"),
    (RCC, "Annex c)", "MOD", "adopted", "draft-2"),
    # taken as proposed in draft 3
    (USA, f"{SECRETARY} 6", "ADD", "adopted", "draft-3"),
    (USA, f"{SECRETARY} 3", "SUP", "adopted", "draft-3"),
    (ROOM, "considering e)", "MOD", "adopted", "draft-3"),
    (ROOM, f"{SECRETARY} 3", "SUP", "adopted", "draft-3"),
    (ROOM, MEMBERS, "MOD", "adopted", "draft-3"),
    # in part
    (BRAZIL, "considering a)", "MOD", "adopted in part", "draft-2"),
    (GROUP, "considering b)", "MOD", "adopted in part", "draft-2"),
    (USA, "considering c)", "MOD", "adopted in part", "draft-3"),
    # passed over at first
    (RCC, "resolves", "MOD", "adopted", "agreed"),
    (BRAZIL, f"{SECRETARY} 1", "MOD", "adopted", "agreed"),
    # in and out again
    (RCC, f"{SECRETARY} 5", "ADD", "later removed", "draft-3"),
    (USA, "resolves", "NOC", "later removed", "agreed"),
    # never
    (BRAZIL, "considering c)", "SUP", "not adopted", "draft-2"),
    (RCC, "considering f)", "MOD", "not adopted", "draft-2"),
    (RCC, f"{SECRETARY} 2", "MOD", "not adopted", "draft-2"),
    (RCC, "invites the Secretary General", "SUP", "not adopted", "draft-2"),
    (GROUP, MEMBERS, "MOD", "not adopted", "draft-2"),
    (ROOM, f"{BUREAUX} 4bis", "ADD", "not adopted", "draft-3"),
    (ROOM, "Annex b)", "MOD", "not adopted", "draft-3"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "address", "action", "expected", "draft"), STORY)
def test_the_story_of_the_corpus(file, address, action, expected, draft):
    assert stories(*file)[address, action] == Fate(expected, draft)


def test_brazils_year_came_before_its_consultations():
    base = text("draft-1")
    proposals = attribute(base, word("brazil-1")).proposals
    (wish,) = [p for p in proposals if p.address == f"{SECRETARY} 1"]
    only_second = fate(wish, base, [("draft-2", text("draft-2"))])
    assert only_second == Fate("adopted in part", "draft-2")


# --- small drafts -----------------------------------------------------------------------

ONE = "Invites all Member States to submit a written report;"
TWO = "Requests the Director to convene a workshop on the matter;"
THREE = "Encourages the private sector to take part."


def drafted(*texts: str) -> Draft:
    return Draft(tuple(Clause(n, Kind.CLAUSE, Part.OPERATIVE, t) for n, t in enumerate(texts)))


BASE = drafted(ONE, TWO, THREE)


def wish(action: Action, clause: int, after: str) -> Proposal:
    before = "" if action is Action.ADD else BASE.clauses[clause].text
    pieces = compare_words(before, after) if before else (Piece(Op.ADDED, after),)
    return Proposal(
        states=("BRA",), action=action, base_clauses=(clause,), address="1", before=before,
        after=after, pieces=pieces, confidence=1, evidence=(Evidence("told", "BRA", "officer"),),
    )  # fmt: skip


SHORT = ONE.replace("written ", "")
NEW = "Decides to open the Working Group to all stakeholders;"
TURNS = [
    (wish(Action.MOD, 0, SHORT), [], "", ""),
    (wish(Action.MOD, 0, SHORT), [(SHORT, TWO, THREE)], "adopted", "1"),
    (wish(Action.MOD, 0, SHORT), [(ONE, TWO, THREE), (SHORT, TWO, THREE)], "adopted", "2"),
    (wish(Action.MOD, 0, SHORT), [(SHORT, TWO, THREE), (ONE, TWO, THREE)], "later removed", "2"),
    (wish(Action.MOD, 0, SHORT), [(ONE, TWO, THREE)], "not adopted", "1"),
    (wish(Action.MOD, 0, SHORT), [(TWO, THREE)], "not adopted", "1"),
    # with the words of others beside them
    (wish(Action.MOD, 0, SHORT), [(SHORT.replace("all ", ""), TWO, THREE)], "adopted", "1"),
    (wish(Action.SUP, 1, ""), [(ONE, THREE)], "adopted", "1"),
    (wish(Action.SUP, 1, ""), [(ONE, TWO, THREE)], "not adopted", "1"),
    (wish(Action.SUP, 1, ""), [(ONE, THREE), (ONE, TWO, THREE)], "later removed", "2"),
    (wish(Action.ADD, 1, NEW), [(ONE, TWO, NEW, THREE)], "adopted", "1"),
    (wish(Action.ADD, 1, NEW), [(ONE, TWO, THREE, NEW)], "adopted", "1"),
    (wish(Action.ADD, 1, NEW), [(ONE, TWO, NEW.replace(" to all stakeholders", ""), THREE)], "adopted in part", "1"),
    (wish(Action.ADD, 1, NEW), [(ONE, TWO, THREE)], "not adopted", "1"),
    (wish(Action.ADD, 1, NEW), [(ONE, TWO, NEW, THREE), (ONE, TWO, THREE)], "later removed", "2"),
    # what the base said already is nobody's success
    (wish(Action.ADD, 1, ONE.replace("all ", "")), [(ONE, TWO, THREE)], "not adopted", "1"),
    (wish(Action.NOC, 1, TWO), [(SHORT, TWO, THREE)], "adopted", "1"),
    (wish(Action.NOC, 1, TWO), [(ONE, THREE)], "not adopted", "1"),
    (wish(Action.MOVE, 0, ONE), [(TWO, THREE, ONE)], "adopted", "1"),
    (wish(Action.MOVE, 0, ONE), [(ONE, TWO, THREE)], "not adopted", "1"),
]  # fmt: skip


@pytest.mark.parametrize(("proposal", "texts", "expected", "draft"), TURNS)
def test_every_turn_has_its_name(proposal, texts, expected, draft):
    later = [(str(number), drafted(*clauses)) for number, clauses in enumerate(texts, 1)]
    assert fate(proposal, BASE, later) == Fate(expected, draft)
