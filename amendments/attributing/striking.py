"""Square brackets that stand for a strike, where the body means them so (WHO's INB does)."""

from dataclasses import replace

from amendments.attributing.unbracketing import strip
from amendments.drafting.brackets import brackets
from amendments.drafting.notations import parse_brackets
from amendments.model import Clause, Draft, Kind


def without_struck(draft: Draft, base: Draft) -> Draft:
    """The draft without the words that new brackets without names stand around.

    Brackets that the base has already, those with names, and those that close in another
    clause stay. A clause that was all in brackets is no longer there.
    """
    known = " ".join(clause.text for clause in base.clauses)
    kept = [clause for one in draft.clauses if (clause := _unstruck(one, known)) is not None]
    return replace(draft, clauses=tuple(replace(c, number=n) for n, c in enumerate(kept)))


def _unstruck(clause: Clause, known: str) -> Clause | None:
    struck = [] if clause.kind is Kind.OTHER else _struck(clause.text, known)
    if not struck:
        return clause
    text = " ".join(strip(clause.text, struck)[0].split())
    return replace(clause, text=text, runs=()) if text.strip(" ;,.") else None


def _struck(text: str, known: str) -> list[tuple[int, int]]:
    named = {bracket.start for bracket in parse_brackets(text)}
    return [
        (one.start, one.end)
        for one in brackets(text)
        if one.depth == 0
        and one.is_closed
        and one.start not in named
        and text[one.start : one.end] not in known
    ]
