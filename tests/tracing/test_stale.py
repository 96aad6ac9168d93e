"""References whose clause moved away under them."""

from drafting.papers import read

from amendments.comparing import compare
from amendments.tracing.stale import stale_references

OLD = """
The Council,
considering
a)\tthat broadband networks are growing in every region of the world;
b)\tthat the digital divide between countries remains very wide;
c)\tthat cybersecurity has become a matter of general concern,
resolves
that the measures follow from considering b) above in all cases.
"""


def told(new):
    drafts = read(OLD), read(new)
    return [n.detail for n in stale_references(*drafts, compare(*drafts))]


def test_a_reference_to_a_clause_that_stayed_is_silent():
    assert told(OLD.replace("very wide", "wide")) == []


def test_a_reference_that_now_points_to_another_clause_is_told():
    new = OLD.replace("a)\tthat broadband networks are growing in every region of the world;\n", "")
    new = new.replace("b)\t", "a)\t").replace("c)\t", "b)\t")
    assert told(new) == [
        "“considering b)” now points to another clause; the one it meant stands as considering a)."
    ]


def test_a_reference_to_a_clause_that_is_gone_is_told():
    new = OLD.replace("b)\tthat the digital divide between countries remains very wide;\n", "")
    assert told(new) == ["“considering b)” meant a clause that is no longer in the text."]


def test_a_new_reference_to_nothing_is_told():
    new = OLD.replace("in all cases", "and considering f)")
    assert told(new) == ["“considering f)” is in no clause of this draft."]
