"""What people type for a clause leads to it, and every address to its own clause."""

from pathlib import Path

import pytest
from drafting.papers import read
from drafting.test_structure_laws import PARAGRAPHS, document_of
from hypothesis import given

from amendments.drafting import read_draft
from amendments.drafting.lookup import lookup
from amendments.word import read as read_word

CORPUS = sorted((Path(__file__).parents[2] / "corpus" / "wsis").glob("*.docx"))
COUNCIL = read("""
The Council,
considering
a) one;
e) five;
f) six,
noting
e) this,
resolves
to act,
instructs the Secretary-General
1 to report;
2 to consult;
2bis to publish,
instructs the Director of the Telecommunication Development Bureau
1 to help;
2 to teach,
Annex 1
The plan
a) this;
f) that.
""")
ASSEMBLY = read("""
The General Assembly,
Recalling its work,
Noting this,
1. Decides to act;
2. Requests the Secretary-General:
(a) To report;
(b) To consult.
""")


def meant(draft, typed):
    return [clause.address for clause in lookup(draft.clauses, typed)]


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("considering e", "considering e)"),
        ("Considering (e)", "considering e)"),
        ("cons e", "considering e)"),
        ("resolves", "resolves"),
        ("instructs the secretary general 2 bis", "instructs the Secretary-General 2bis"),
        ("instructs secretary 2", "instructs the Secretary-General 2"),
        ("instr dir 2", "instructs the Director of the Telecommunication Development Bureau 2"),
        ("annex f", "Annex 1 f)"),
    ],
)
def test_itu_clauses_are_found_as_delegates_name_them(typed, address):
    assert meant(COUNCIL, typed) == [address]


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("op 2(b)", "OP2 (b)"),
        ("OP2b", None),
        ("PP 2", "PP2"),
        ("paragraph 2 (a)", "OP2 (a)"),
        ("operative paragraph 1", "OP1"),
        ("preambular para 2", "PP2"),
        ("paragraphe 2 du dispositif", "OP2"),
        ("alinéa 1 du préambule", "PP1"),
        ("párrafo 1 de la parte dispositiva", "OP1"),
        ("пункт 2 постановляющей части", "OP2"),
        ("пункт 1 преамбулы", "PP1"),
        ("الفقرة 2 من المنطوق", "OP2"),
        ("执行部分第2段", "OP2"),
        ("序言部分第1段", "PP1"),
    ],
)
def test_un_paragraphs_are_found_by_their_names_in_six_languages(typed, address):
    assert meant(ASSEMBLY, typed) == ([address] if address else [])


def test_what_can_mean_several_clauses_gives_them_all():
    assert meant(COUNCIL, "e") == ["considering e)", "noting e)"]
    assert len(meant(COUNCIL, "instructs 1")) == 2


@pytest.mark.parametrize("typed", ["", " ", "considering z", "op 99", "(((", "instructs"])
def test_what_means_no_clause_gives_none(typed):
    assert [a for a in meant(COUNCIL, typed) if "instructs" not in a] == []


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_every_address_of_the_corpus_means_its_own_clause(path):
    each_means_its_own(read_draft(read_word(path.read_bytes())))


@given(PARAGRAPHS)
def test_every_address_means_its_own_clause(paragraphs):
    each_means_its_own(read_draft(document_of(paragraphs)))


def each_means_its_own(draft):
    for clause in draft.clauses:
        if clause.address:
            assert [c.number for c in lookup(draft.clauses, clause.address)] == [clause.number]
