"""The text a contribution asks for is its base with its proposals on it."""

from drafting.papers import read

from amendments.attributing.moves import moved_to
from amendments.model import Action, Evidence, Proposal
from amendments.tracing.asked import is_excerpt, text_asked_for

BASE = read("""
The Council,
considering
a) one;
b) two,
resolves
1 to act;
2 to report;
3 to end.
""")
NUMBERS = {clause.address: clause.number for clause in BASE.clauses}
FORM = Evidence("itu-form", "MOD USA/1/1", "paragraph 1")


def proposal(action, address, after="", where="", evidence=(FORM,)):
    about = (NUMBERS[where or address],) if (where or address) in NUMBERS else ()
    before = BASE.clauses[about[0]].text if about and action is not Action.ADD else ""
    return Proposal((), action, about, address, before, after, (), evidence, 1.0)


def texts(*proposals):
    draft = text_asked_for(BASE, proposals)
    assert [c.number for c in draft.clauses] == list(range(len(draft.clauses)))
    return [c.text for c in draft.clauses]


def test_a_clause_reads_as_asked_and_the_rest_stays():
    found = texts(proposal(Action.MOD, "resolves 2", "to report yearly;"))
    assert found == [c.text.replace("to report;", "to report yearly;") for c in BASE.clauses]


def test_what_is_to_go_is_gone_and_no_change_changes_nothing():
    found = texts(proposal(Action.SUP, "considering b)"), proposal(Action.NOC, "resolves 1"))
    assert found == [c.text for c in BASE.clauses if c.text != "two,"]


def test_a_new_clause_stands_after_the_one_it_was_proposed_after():
    new = proposal(Action.ADD, "resolves 1bis", "to rest;", where="resolves 1")
    assert texts(new)[-4:] == ["to act;", "to rest;", "to report;", "to end."]
    (clause,) = [c for c in text_asked_for(BASE, [new]).clauses if c.text == "to rest;"]
    assert (clause.heading, clause.label, clause.address) == ("resolves", "1bis", "resolves 1bis")


def test_a_new_clause_without_a_place_opens_the_text():
    found = texts(proposal(Action.ADD, "", "recalling nothing,"))
    assert found[:2] == ["The Council,", "recalling nothing,"]


def test_a_moved_clause_stands_where_it_is_to_stand():
    evidence = (FORM, Evidence("itu-form", "", moved_to("resolves 1")))
    found = texts(proposal(Action.MOVE, "resolves 3", "to end.", evidence=evidence))
    assert found[-3:] == ["to end.", "to act;", "to report;"]
    evidence = (FORM, Evidence("itu-form", "", moved_to("Annex z)")))
    found = texts(proposal(Action.MOVE, "resolves 3", "to end.", evidence=evidence))
    assert found == [c.text for c in BASE.clauses]


def test_an_excerpt_is_in_itu_s_form_throughout():
    assert is_excerpt([proposal(Action.SUP, "resolves 1")])
    assert not is_excerpt([])
    mixed = [proposal(Action.SUP, "resolves 1"), proposal(Action.SUP, "resolves 2", evidence=())]
    assert not is_excerpt(mixed)
