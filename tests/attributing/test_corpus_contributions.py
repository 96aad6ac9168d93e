"""The five contributions of the sample corpus say what its README says of them."""

from functools import cache
from pathlib import Path

import pytest
from test_several_hands import marked

from amendments.attributing import attribute
from amendments.drafting import read_draft
from amendments.model import Contribution, Draft, Op, Position, WordDocument
from amendments.word import read

WSIS = Path(__file__).resolve().parents[2] / "corpus" / "wsis"
SECRETARY = "instructs the Secretary General"
BUREAUX = "instructs the Secretary-General and the Directors of the Bureaux"
MEMBERS = "encourages Member States and Sector Members"


@cache
def word(name: str) -> WordDocument:
    return read((WSIS / f"{name}.docx").read_bytes())


@cache
def base(name: str) -> Draft:
    return read_draft(word(name))


@cache
def contribution(name: str, against: str, *told: str) -> Contribution:
    return attribute(base(against), word(name), told=told, filename=f"{name}.docx")


def brazil() -> Contribution:
    return contribution("brazil-1", "draft-1")


def group() -> Contribution:
    return contribution("drafting-group-1", "draft-1")


def rcc() -> Contribution:
    return contribution("rcc-1", "draft-1", "RCC")


def usa() -> Contribution:
    return contribution("usa-2", "draft-2")


def room() -> Contribution:
    return contribution("consolidated-2", "draft-2")


def changed(proposal) -> str:
    """The words that are not kept, deletions before additions."""
    shape = {Op.KEPT: "", Op.DELETED: "{-%s-}", Op.ADDED: "{+%s+}"}
    return "".join(shape[p.op] % p.text.strip() for p in proposal.pieces if p.op is not Op.KEPT)


ASKED = [
    (brazil, "BRA", "MOD", "considering a)", "{-pivotal-}{+leading+}{+and development-oriented+}"),
    (brazil, "BRA", "SUP", "considering c)", "{-that WG-WSIS recommends"),
    (brazil, "BRA", "ADD", "considering dbis)", "{+that bridging the digital divide"),
    (brazil, "BRA", "MOD", f"{SECRETARY} 1", "{-next Council-}{+2008 session of the Council, following open"),
    (brazil, "BRA", "MOD", "Annex a)", "{-, questionnaires-}"),
    (group, "JPN", "MOD", "considering b)", "{+and transparent and cost-effective+}"),
    (group, "FRA", "MOD", "noting", "{+the+}{-Secretary General-}{+Secretary-General+}"),
    (group, "JPN", "ADD", f"{BUREAUX} 3bis", "{+to make full use of electronic working methods"),
    (group, "", "MOD", MEMBERS, "{+, including through the secondment of experts+}"),
    (group, "FRA", "MOVE", "Annex i)", ""),
    (rcc, "RCC", "MOD", "considering f)", "{-in its considering, recognizing and emphasizing parts-}"),
    (rcc, "RCC", "MOD", "resolves", "{-should-}{+shall+}"),
    (rcc, "RCC", "MOD", f"{SECRETARY} 2", "{-,-}{+the regional priorities expressed by Member States and+}"),
    (rcc, "RCC", "MOD", f"{SECRETARY} 4", "{-,-}{+;+}"),
    (rcc, "RCC", "ADD", f"{SECRETARY} 5", "{+to establish and maintain, in the six"),
    (rcc, "RCC", "SUP", "invites the Secretary General (heading)", "{-invites the Secretary General-}"),
    (rcc, "RCC", "SUP", "invites the Secretary General", "{-to encourage UNGIS"),
    (rcc, "RCC", "MOD", "Annex c)", "{-, and-}{+; to provide guidance to the membership regarding+}"),
    (usa, "USA", "MOD", "considering c)", "{+voluntary+}{+those+}{+that fall within the mandate of ITU+}"),
    (usa, "USA", "ADD", f"{SECRETARY} 6", "{+to ensure that the activities undertaken"),
    (usa, "USA", "SUP", f"{SECRETARY} 3", "{-to establish and maintain"),
    (usa, "USA", "NOC", "resolves", ""),
    (room, "BRA ARG", "MOD", "considering e)", "{+, landlocked developing countries+}"),
    (room, "CAN", "SUP", f"{SECRETARY} 3", "{-to establish and maintain"),
    (room, "CHE NOR", "ADD", f"{BUREAUX} 4bis", "{+to involve universities and civil society"),
    (room, "DEU", "MOD", MEMBERS, "{+, including through voluntary contributions+}"),
    (room, "IND", "MOD", "Annex b)", "{+two-+}"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "states", "action", "address", "words"), ASKED)
def test_a_proposal_of_the_corpus_is_found(file, states, action, address, words):
    found = [p for p in file().proposals if (p.action, p.address) == (action, address)]
    (proposal,) = [p for p in found if " ".join(p.states) == states]
    assert changed(proposal).startswith(words)


@pytest.mark.parametrize("file", [brazil, group, rcc, usa, room])
def test_nothing_else_is_found(file):
    assert len(file().proposals) == sum(row[0] is file for row in ASKED)


@pytest.mark.parametrize("file", [brazil, group, rcc, usa, room])
def test_each_proposal_is_about_words_of_its_base(file):
    text = base("draft-1" if file in (brazil, group, rcc) else "draft-2")
    for proposal in file().proposals:
        if proposal.before:
            clauses = [text.clauses[n].text for n in proposal.base_clauses]
            assert proposal.before == " ".join(clauses) or proposal.before == "".join(clauses)


def test_the_silent_deletion_is_found():
    (silent,) = group().silent
    assert silent.address == "considering d)"
    lost = "international and regional cooperation, "
    assert silent.before.replace(lost, "") == silent.after
    assert lost in silent.before


@pytest.mark.parametrize("file", [brazil, rcc, usa, room])
def test_no_other_file_has_a_silent_change(file):
    assert file().silent == ()


def test_the_authors_point_to_their_states():
    assert brazil().authors == {"J. Silva (Brazil)": "BRA"}
    assert group().authors == {
        "A. Tanaka (Japan)": "JPN",
        "M. Dupont (France)": "FRA",
        "Microsoft Office User": None,
    }


def test_france_stands_against_the_words_of_japans_that_it_deletes():
    (japan,) = [p for p in group().proposals if p.address == "considering b)"]
    assert japan.positions == (Position(("FRA",), "oppose"),)
    assert "{+and transparent and cost-effective +}" in marked(japan)


def test_the_room_has_its_opponents():
    (germany,) = [p for p in room().proposals if p.states == ("DEU",)]
    assert germany.positions == (Position(("SAU",), "oppose"),)


def test_reasons_are_kept():
    assert all(len(p.reasons) > 50 for p in usa().proposals)
    assert [p.evidence[0].words for p in usa().proposals] == [
        "MOD USA/5/1", "ADD USA/5/2", "SUP USA/5/3", "NOC USA/5/4",
    ]  # fmt: skip


def test_india_s_words_stand_close_to_those_they_change():
    (india,) = [p for p in room().proposals if p.states == ("IND",)]
    assert "on a two-yearly basis" in india.after
